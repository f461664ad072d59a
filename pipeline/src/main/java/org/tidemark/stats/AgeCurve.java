package org.tidemark.stats;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tidemark.stats.linear.LeastSquares;

/**
 * The shape of rates by age: the least-squares slope of the logarithm of the rate on the logarithm
 * of age, 25 to 69 years, near 4 or 5 for most carcinomas of adults (Armitage P, Doll R. Br J
 * Cancer 1954;8:1-12. doi:10.1038/bjc.1954.1), and whether rates fall after it, as they do where
 * the old are not diagnosed or not registered (Bray F, Parkin DM. Eur J Cancer 2009;45:747-755.
 * doi:10.1016/j.ejca.2008.11.032).
 *
 * <p>Rates that grow with the fourth power of age have slope 4.
 *
 * @param slope of the logarithms
 * @param limits Student's
 * @param explained share of the variance that the line explains
 * @param falls whether the rate of 70 and over is below that of 60 to 69
 */
public record AgeCurve(double slope, Interval limits, double explained, boolean falls) {
  private static final int FIRST = 5;
  private static final int LAST = 13;
  private static final int LATE = 12;
  private static final int LEAST = 4;
  private static final double MIDDLE = 0.5;

  /** The shape; insufficient with fewer than four age groups with cases. */
  public static Answer<AgeCurve> of(AgeSpecificCounts counts) {
    int[] groups =
        IntStream.rangeClosed(FIRST, Math.min(LAST, counts.openGroup() - 1))
            .filter(g -> counts.cases(g) > 0 && counts.personYears(g) > 0)
            .toArray();
    if (groups.length < LEAST) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    double[][] design =
        Arrays.stream(groups)
            .mapToObj(g -> new double[] {1, Math.log(g + MIDDLE)})
            .toArray(double[][]::new);
    double[] logs =
        Arrays.stream(groups)
            .mapToDouble(g -> Math.log(counts.cases(g) / counts.personYears(g)))
            .toArray();
    double[] even = new double[logs.length];
    Arrays.fill(even, 1);
    return LeastSquares.of(design, logs, even).map(fit -> of(fit, logs, counts));
  }

  private static AgeCurve of(LeastSquares fit, double[] logs, AgeSpecificCounts counts) {
    double half = Quantiles.student(fit.freedom()) * fit.error(1);
    double mean = Arrays.stream(logs).average().orElseThrow();
    double total = Arrays.stream(logs).map(x -> (x - mean) * (x - mean)).sum();
    double slope = fit.coefficient(1);
    double explained = total > 0 ? Math.max(0, 1 - fit.squares() / total) : 0;
    return new AgeCurve(slope, new Interval(slope - half, slope + half), explained, falls(counts));
  }

  private static boolean falls(AgeSpecificCounts counts) {
    double late = rate(counts, LATE, LAST);
    double old = rate(counts, LAST + 1, AgeSpecificCounts.GROUPS - 1);
    return counts.openGroup() > LAST && old < late;
  }

  private static double rate(AgeSpecificCounts counts, int from, int to) {
    double years = counts.personYears(new AgeRange(from, to));
    long cases = IntStream.rangeClosed(from, to).mapToLong(counts::cases).sum();
    return years > 0 ? cases / years : 0;
  }
}
