package org.tidemark.stats;

/**
 * A yearly change in percent, {@code 100 (exp(slope) - 1)}, from the slope of the logarithm of a
 * rate on the calendar year. Fay MP, Tiwari RC, Feuer EJ, Zou Z. Estimating average annual percent
 * change for disease rates without assuming constant change. Biometrics 2006;62:847-854.
 * doi:10.1111/j.1541-0420.2006.00528.x
 *
 * <p>A slope of 0.02 a year is a change of 2.02 percent a year.
 *
 * @param slope per year, of the natural logarithm
 * @param error its standard error
 * @param percent per year
 * @param limits in percent
 * @param p two-sided, of no change
 */
public record AnnualChange(double slope, double error, double percent, Interval limits, double p) {
  private static final double PERCENT = 100;

  /** With Student's limits. */
  static Answer<AnnualChange> student(double slope, double error, int freedom) {
    if (freedom < 1) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    return of(slope, error, Quantiles.student(freedom), Tails.student(slope, error, freedom));
  }

  /** With normal limits. */
  static Answer<AnnualChange> normal(double slope, double error) {
    return of(slope, error, Confidence.Z, Tails.normal(slope, error));
  }

  private static Answer<AnnualChange> of(double slope, double error, double quantile, double p) {
    double upper = percent(slope + quantile * error);
    if (!Double.isFinite(upper)) {
      return Answer.insufficient(Shortfall.TOO_UNCERTAIN);
    }
    Interval limits = new Interval(percent(slope - quantile * error), upper);
    return Answer.given(new AnnualChange(slope, error, percent(slope), limits, p));
  }

  private static double percent(double slope) {
    return PERCENT * Math.expm1(slope);
  }
}
