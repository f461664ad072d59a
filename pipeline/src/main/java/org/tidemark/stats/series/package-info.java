/**
 * One series interrupted once: {@link org.tidemark.stats.series.InterruptedSeries} in, {@link
 * org.tidemark.stats.series.SeriesFit} out. Times are whole numbers of periods and may have gaps.
 */
package org.tidemark.stats.series;
