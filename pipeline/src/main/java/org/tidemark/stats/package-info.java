/**
 * Formulas of the field: arrays and small records in, records out. Every class cites its source.
 *
 * <ul>
 *   <li>Rates: {@link AgeSpecificCounts} in; {@link DirectlyStandardisedRate}, {@link
 *       CumulativeRate}, {@link Rate}, {@link AgeSpecificRates} and {@link RateRatio} out.
 *   <li>Shares and values: {@link Proportion}, {@link DifferenceOfProportions}, {@link Mean},
 *       {@link Quantile}, {@link CensoredQuantile}, {@link PairedDifferences}.
 *   <li>Survival: cases and a {@link PopulationHazard} into a {@link SurvivalTally}, tallies
 *       merged, then {@link PoharPerme}, {@link KaplanMeier} or {@link EdererTwo} gives a {@link
 *       SurvivalCurve}, and {@link AgeStandardisedSurvival} joins age groups.
 * </ul>
 *
 * <p>A formula answers with an {@link Answer}: the figure, or the {@link Shortfall} that keeps it
 * from being one. NaN and infinity never leave this package. Every limit is at the level of {@link
 * Confidence}.
 */
package org.tidemark.stats;
