package org.tidemark.stats;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * A quantile of times of which some are right-censored, read from the Kaplan-Meier curve: the first
 * time at which the curve is at or below {@code 1 - p}. The limits are the first times at which its
 * lower and its upper confidence limit are. Brookmeyer R, Crowley J. A confidence interval for the
 * median survival time. Biometrics 1982;38:29-41. doi:10.2307/2530286. They take the limits on the
 * plain scale; the other scales serve small samples better.
 *
 * @param count number of times
 * @param events number of them that are not censored
 * @param value the quantile
 * @param lower its lower limit
 * @param upper its upper limit; empty when follow-up ends before it is reached
 */
public record CensoredQuantile(
    int count, int events, double value, double lower, OptionalDouble upper) {

  /** Room for the rounding of a product of fractions that ought to equal the target. */
  private static final double ROUNDING = 1e-12;

  /** The median; insufficient while the curve stays above one half. */
  public static Answer<CensoredQuantile> median(
      double[] times, boolean[] observed, LimitScale scale) {
    return of(times, observed, 0.5, scale);
  }

  /**
   * A quantile; insufficient when the curve ends above it.
   *
   * @param times time to the event or to censoring, not negative, in any unit and order
   * @param observed whether the event was observed at that time
   * @param probability share of events before the quantile, inside 0 to 1
   * @param scale the scale of the curve's limits
   */
  public static Answer<CensoredQuantile> of(
      double[] times, boolean[] observed, double probability, LimitScale scale) {
    Require.share(probability, "probability of a quantile");
    Require.that(times.length == observed.length, "each time must be marked observed or censored");
    for (double time : times) {
      Require.notNegative(time, "times of a censored quantile");
    }
    if (times.length == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    double target = 1 - probability + ROUNDING;
    Curve curve = Curve.of(times, observed);
    OptionalDouble value = curve.firstTime(i -> curve.survival[i] <= target);
    if (value.isEmpty()) {
      return Answer.insufficient(Shortfall.QUANTILE_NOT_REACHED);
    }
    OptionalDouble lower =
        curve.firstTime(i -> curve.limit(i, scale, Interval::lower).orElse(1.0) <= target);
    OptionalDouble upper =
        curve.firstTime(i -> curve.limit(i, scale, Interval::upper).orElse(1.0) <= target);
    // A curve that drops to 0 at once has no limits above: then the quantile bounds itself.
    double least = lower.orElse(value.getAsDouble());
    return Answer.given(
        new CensoredQuantile(times.length, curve.events(), value.getAsDouble(), least, upper));
  }

  /** The product-limit curve at the distinct times, with the variance of its logarithm. */
  private static final class Curve {
    private final double[] times;
    private final double[] survival;
    private final double[] variance;
    private final int[] deaths;

    private Curve(double[] distinct) {
      times = distinct;
      survival = new double[distinct.length];
      variance = new double[distinct.length];
      deaths = new int[distinct.length];
    }

    static Curve of(double[] times, boolean[] observed) {
      Curve curve = new Curve(Arrays.stream(times).sorted().distinct().toArray());
      int[] leaving = new int[curve.times.length];
      for (int i = 0; i < times.length; i++) {
        int at = Arrays.binarySearch(curve.times, times[i]);
        leaving[at]++;
        curve.deaths[at] += observed[i] ? 1 : 0;
      }
      curve.fill(times.length, leaving);
      return curve;
    }

    private void fill(int count, int[] leaving) {
      double atRisk = count;
      double product = 1;
      double sum = 0;
      for (int i = 0; i < times.length; i++) {
        double left = atRisk - deaths[i];
        product *= left / atRisk;
        sum += deaths[i] == 0 ? 0 : deaths[i] / (atRisk * left);
        survival[i] = product;
        variance[i] = sum;
        atRisk -= leaving[i];
      }
    }

    int events() {
      return Arrays.stream(deaths).sum();
    }

    OptionalDouble firstTime(IntPredicate holds) {
      int first = 0;
      while (first < times.length && !holds.test(first)) {
        first++;
      }
      return first < times.length ? OptionalDouble.of(times[first]) : OptionalDouble.empty();
    }

    /** A limit of the curve at a time; none once nobody survives, nor before the first event. */
    Optional<Double> limit(int i, LimitScale scale, Function<Interval, Double> side) {
      return survival[i] > 0
          ? scale.limits(survival[i], Math.sqrt(variance[i])).figure().map(side)
          : Optional.empty();
    }
  }
}
