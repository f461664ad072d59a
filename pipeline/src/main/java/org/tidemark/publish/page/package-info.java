/**
 * The report: one page a reader can hold on to, made from the published tables alone.
 *
 * <p>What the tables hide, the page cannot show: rows come in already disclosed, and a row whose
 * status hides its figures loses them once more at the door ({@code Row}).
 */
package org.tidemark.publish.page;
