/**
 * The effect of a programme on a panel of sites by period: {@link Panel} in, {@link Effect} out.
 *
 * <ul>
 *   <li>Two groups, one start: {@link TwoWayRegression}, {@link WildBootstrap}, {@link
 *       RandomisationInference}, {@link EventStudy}.
 *   <li>Staggered starts: {@link CallawaySantAnna}, with {@link SunAbraham} as a check.
 * </ul>
 *
 * <p>Periods are numbered from 1. What is drawn is drawn from a seed that the caller gives.
 */
package org.tidemark.stats.panel;
