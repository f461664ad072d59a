package org.tidemark.stats;

/**
 * The scale on which a survival curve's limits are symmetric. With s the standard error of log S:
 * Kalbfleisch JD, Prentice RL. The Statistical Analysis of Failure Time Data, 2nd ed., Wiley 2002,
 * section 1.4. doi:10.1002/9781118032985
 */
public enum LimitScale {
  /** {@code S * exp(-/+ z s)}. */
  LOG,
  /** {@code S ^ exp(+/- z s / |log S|)}; inside 0 to 1, and defined only there. */
  LOG_LOG,
  /** {@code S -/+ z S s}. */
  PLAIN;

  /** Limits of a survival above 0 whose logarithm has the given standard error. */
  Answer<Interval> limits(double survival, double logError) {
    if (logError == 0) {
      return Answer.given(new Interval(survival, survival));
    }
    return switch (this) {
      case LOG -> Interval.logNormal(survival, logError);
      case PLAIN -> Answer.given(Interval.normal(survival, survival * logError));
      case LOG_LOG -> logLog(survival, logError);
    };
  }

  private static Answer<Interval> logLog(double survival, double logError) {
    if (survival >= 1) {
      return Answer.insufficient(Shortfall.TOO_UNCERTAIN);
    }
    double log = Math.log(survival);
    double factor = Math.exp(Confidence.Z * logError / -log);
    return Answer.given(new Interval(Math.exp(log * factor), Math.exp(log / factor)));
  }
}
