package org.tidemark.stats.series;

import java.util.Arrays;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Require;
import org.tidemark.stats.Shortfall;

/**
 * A series with a start in it: {@code y_t = b0 + b1 t + b2 D_t + b3 (t - T0) D_t}, D from T0 on,
 * and sines and cosines of the year where asked for. {@code b2} is the change of level at the
 * start, {@code b3} that of the slope; what the programme changed h periods on is {@code b2 + b3
 * h}. Wagner AK et al. J Clin Pharm Ther 2002;27:299-309. doi:10.1046/j.1365-2710.2002.00430.x.
 * Bernal JL et al. Int J Epidemiol 2017;46:348-355. doi:10.1093/ije/dyw098
 */
public final class InterruptedSeries {
  /** Fewest points before the start. */
  public static final int LEAST_BEFORE = 8;

  /** Fewest points from the start on. */
  public static final int LEAST_AFTER = 4;

  /** Place of the change of level among the coefficients. */
  static final int LEVEL = 2;

  /** Place of the change of slope among the coefficients. */
  static final int SLOPE = 3;

  private static final int TERMS = 4;

  private final int[] times;
  private final double[] values;
  private final int start;
  private final int perYear;
  private final int harmonics;

  private InterruptedSeries(int[] times, double[] values, int start, int perYear, int harmonics) {
    this.times = times;
    this.values = values;
    this.start = start;
    this.perYear = perYear;
    this.harmonics = harmonics;
  }

  /**
   * A series long enough to be judged.
   *
   * @param times numbers of the periods, rising
   * @param values the outcome in each
   * @param start number of the first period with the programme
   * @param perYear periods of a year, for the season
   * @param harmonics pairs of sine and cosine, 0 for no season
   */
  public static Answer<InterruptedSeries> of(
      int[] times, double[] values, int start, int perYear, int harmonics) {
    Require.that(times.length == values.length, "one value a period is needed");
    for (int i = 1; i < times.length; i++) {
      Require.that(times[i] > times[i - 1], "periods must rise");
    }
    long before = Arrays.stream(times).filter(t -> t < start).count();
    if (before < LEAST_BEFORE || times.length - before < LEAST_AFTER) {
      return Answer.insufficient(Shortfall.TOO_FEW_PERIODS);
    }
    return Answer.given(
        new InterruptedSeries(
            times.clone(),
            Require.finite(values, "the values of a series"),
            start,
            perYear,
            harmonics));
  }

  int[] times() {
    return times.clone();
  }

  double[] values() {
    return values.clone();
  }

  /** How many points there are. */
  public int points() {
    return times.length;
  }

  /** A row of the model a point. */
  double[][] design() {
    return Arrays.stream(times).mapToObj(this::row).toArray(double[][]::new);
  }

  private double[] row(int t) {
    double[] row = new double[TERMS + 2 * harmonics];
    row[0] = 1;
    row[1] = t;
    row[LEVEL] = t >= start ? 1 : 0;
    row[SLOPE] = t >= start ? t - start : 0;
    for (int k = 1; k <= harmonics; k++) {
      double angle = 2 * Math.PI * k * t / perYear;
      row[TERMS + 2 * k - 2] = Math.sin(angle);
      row[TERMS + 2 * k - 1] = Math.cos(angle);
    }
    return row;
  }
}
