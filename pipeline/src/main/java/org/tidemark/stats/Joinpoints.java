package org.tidemark.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tidemark.stats.linear.LeastSquares;

/**
 * A trend of straight pieces of the logarithm that meet at joinpoints: the annual percent change
 * (APC) of each piece with Student's limits, and the average over all years (AAPC) with normal
 * ones. Kim HJ, Fay MP, Feuer EJ, Midthune DN. Stat Med 2000;19:335-351.
 * doi:10.1002/(SICI)1097-0258(20000215)19:3&lt;335::AID-SIM336&gt;3.0.CO;2-Z. Clegg LX, Hankey BF,
 * Tiwari R, Feuer EJ, Edwards BK. Stat Med 2009;28:3670-3682. doi:10.1002/sim.3733
 *
 * <p>Slopes and their errors are those of the model with its joinpoints given. The average change
 * is the mean of the slopes, each weighed by the length of its piece. {@code BIC = ln(rss / n) + p
 * ln(n) / n} with {@code p = 2 + 2 k}: a joinpoint costs its place and its slope.
 *
 * @param segments the pieces in order; one more than there are joinpoints
 * @param average over all years; insufficient where its error has no value
 * @param rss weighted residual sum of squares
 * @param bic the lower, the better
 */
public record Joinpoints(
    List<Segment> segments, Answer<AnnualChange> average, double rss, double bic) {
  /** The most joinpoints that are looked for. */
  public static final int MOST = 5;

  private static final int YEARS_FOR_EACH = 5;
  private static final double NEGLIGIBLE = 1e-24;

  /**
   * One piece.
   *
   * @param from its first year, the joinpoint before it
   * @param to its last year, the joinpoint after it
   * @param change its annual change; insufficient where no degree of freedom is left
   */
  public record Segment(int from, int to, Answer<AnnualChange> change) {}

  /** Takes a copy. */
  public Joinpoints {
    segments = List.copyOf(segments);
  }

  /** How many joinpoints. */
  public int count() {
    return segments.size() - 1;
  }

  /**
   * The best model of a given number of joinpoints; insufficient where the years leave no room.
   *
   * @param series the rates
   * @param count 0 to {@link #MOST}
   */
  public static Answer<Joinpoints> of(JoinpointSeries series, int count) {
    Require.that(count >= 0 && count <= MOST, "joinpoints must be 0 to " + MOST);
    if (!JoinpointSearch.room(series.size(), count)) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    return at(series, JoinpointSearch.in(series).best(count).at());
  }

  /**
   * The most joinpoints that so many years bear: one for five beyond the first two, and no more
   * than {@link #MOST}.
   */
  public static int most(int years) {
    return Math.max(0, Math.min(MOST, (years - 2) / YEARS_FOR_EACH));
  }

  /** The model of the number of joinpoints that has the lowest BIC; the smaller of two as good. */
  public static Answer<Joinpoints> byBic(JoinpointSeries series) {
    JoinpointSearch search = JoinpointSearch.in(series);
    Answer<Joinpoints> chosen = at(series, search.best(0).at());
    for (int k = 1; k <= most(series.size()); k++) {
      Answer<Joinpoints> next = at(series, search.best(k).at());
      boolean better =
          next.figure().isPresent()
              && (chosen.figure().isEmpty() || next.get().bic < chosen.get().bic);
      chosen = better ? next : chosen;
    }
    return chosen;
  }

  static Answer<Joinpoints> at(JoinpointSeries series, int[] at) {
    double[] ends = new double[at.length + 2];
    ends[0] = series.year(0);
    ends[at.length + 1] = series.year(series.size() - 1);
    for (int i = 0; i < at.length; i++) {
      ends[i + 1] = series.year(at[i]);
    }
    double[][] design = new double[series.size()][];
    Arrays.setAll(design, i -> row(series.year(i), ends));
    return LeastSquares.of(design, series.logs(), series.weights())
        .map(fit -> of(fit, ends, series));
  }

  /** Each column is the time spent in one piece: its coefficient is the slope of that piece. */
  private static double[] row(double year, double[] ends) {
    double[] row = new double[ends.length];
    row[0] = 1;
    for (int s = 1; s < ends.length; s++) {
      row[s] = Math.max(0, Math.min(year, ends[s]) - ends[s - 1]);
    }
    return row;
  }

  private static Joinpoints of(LeastSquares fit, double[] ends, JoinpointSeries series) {
    List<Segment> segments = new ArrayList<>();
    double mean = 0;
    double variance = 0;
    double length = ends[ends.length - 1] - ends[0];
    for (int s = 1; s < ends.length; s++) {
      segments.add(new Segment((int) ends[s - 1], (int) ends[s], student(fit, s)));
      double weight = (ends[s] - ends[s - 1]) / length;
      mean += weight * fit.coefficient(s);
      for (int r = 1; r < ends.length && fit.freedom() > 0; r++) {
        variance += weight * (ends[r] - ends[r - 1]) / length * fit.covariance(s, r);
      }
    }
    Answer<AnnualChange> average =
        fit.freedom() > 0
            ? AnnualChange.normal(mean, Math.sqrt(Math.max(0, variance)))
            : Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    return new Joinpoints(
        segments, average, fit.squares(), bic(fit.squares(), series, ends.length - 2));
  }

  private static Answer<AnnualChange> student(LeastSquares fit, int coefficient) {
    return fit.freedom() < 1
        ? Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS)
        : AnnualChange.student(fit.coefficient(coefficient), fit.error(coefficient), fit.freedom());
  }

  /** What is left by rounding alone counts as nothing, so that exact lines get no joinpoints. */
  private static double bic(double rss, JoinpointSeries series, int joinpoints) {
    double n = series.size();
    double whole = 0;
    for (int i = 0; i < series.size(); i++) {
      whole += series.weight(i) * (1 + series.log(i) * series.log(i));
    }
    double left = Math.max(rss, NEGLIGIBLE * whole);
    return Math.log(left / n) + (2 + 2.0 * joinpoints) * Math.log(n) / n;
  }
}
