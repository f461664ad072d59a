package org.tidemark.tally;

import java.io.Serializable;
import java.util.List;

/**
 * The cases of one stratum that have and can have each property of {@link QualityIndex}; the names
 * of what is summed over are empty.
 *
 * @param from first calendar year of a case
 * @param to last calendar year of a case
 * @param counts in the order of {@link QualityIndex#columns}
 */
public record QualityStratum(
    String area, String source, String cancer, String sex, int from, int to, long[] counts)
    implements Serializable {

  /** Calendar years, {@code 2019} or {@code 2015-2019}. */
  public String period() {
    return from == to ? Integer.toString(from) : from + "-" + to;
  }

  /** The names of the stratum, within one analysis and, where it is by year, one year. */
  List<String> key(int analysis, String year) {
    return List.of(Integer.toString(analysis), area, source, cancer, sex, year);
  }

  /** Both together: of the same names. */
  QualityStratum plus(QualityStratum other) {
    long[] sums = counts.clone();
    for (int i = 0; i < sums.length; i++) {
      sums[i] += other.counts[i];
    }
    return new QualityStratum(
        area, source, cancer, sex, Math.min(from, other.from), Math.max(to, other.to), sums);
  }
}
