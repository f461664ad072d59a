package org.tidemark.stats;

/**
 * Two-sided 95 % confidence limits, both finite, in the unit of the figure they belong to.
 *
 * @param lower the lower limit
 * @param upper the upper limit, never below the lower
 */
public record Interval(double lower, double upper) {
  /** Refuses limits that are not finite or stand in the wrong order. */
  public Interval {
    Require.finite(lower, "lower limit");
    Require.finite(upper, "upper limit");
    Require.that(lower <= upper, "lower limit must not exceed the upper limit");
  }

  /** Limits at {@code estimate -/+ z * standardError}. */
  public static Interval normal(double estimate, double standardError) {
    double half = Confidence.Z * standardError;
    return new Interval(estimate - half, estimate + half);
  }

  /**
   * Limits at {@code estimate * exp(-/+ z * logError)}, where {@code logError} is the standard
   * error of the logarithm of the estimate.
   */
  public static Answer<Interval> logNormal(double estimate, double logError) {
    double factor = Math.exp(Confidence.Z * logError);
    if (!Double.isFinite(factor * estimate)) {
      return Answer.insufficient(Shortfall.TOO_UNCERTAIN);
    }
    return Answer.given(new Interval(estimate / factor, estimate * factor));
  }

  /** The same limits in a unit {@code factor} times smaller; the factor must not be negative. */
  public Interval scaled(double factor) {
    Require.notNegative(factor, "factor of an interval");
    return new Interval(lower * factor, upper * factor);
  }

  /** The limits moved to the nearest value inside {@code least .. most}. */
  public Interval within(double least, double most) {
    return new Interval(clamp(lower, least, most), clamp(upper, least, most));
  }

  /** Whether the value lies between the limits, both included. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }
}
