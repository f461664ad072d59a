package org.tidemark.stats.series;

import java.util.function.ToDoubleFunction;
import org.tidemark.stats.Effect;

/**
 * A fitted interrupted series.
 *
 * <p>Its effects are those of the start: of the level, of the slope, and both together some periods
 * on.
 */
public final class SeriesFit {
  private final double[] coefficients;
  private final double[][] covariance;
  private final ToDoubleFunction<double[]> freedom;
  private final double autocorrelation;

  SeriesFit(
      double[] coefficients,
      double[][] covariance,
      ToDoubleFunction<double[]> freedom,
      double autocorrelation) {
    this.coefficients = coefficients;
    this.covariance = covariance;
    this.freedom = freedom;
    this.autocorrelation = autocorrelation;
  }

  /** Any coefficient, in the order constant, time, level, slope, then sines and cosines. */
  public Effect coefficient(int place) {
    double[] contrast = new double[coefficients.length];
    contrast[place] = 1;
    return effect(contrast);
  }

  /** Change of the level at the start. */
  public Effect level() {
    return coefficient(InterruptedSeries.LEVEL);
  }

  /** Change of the slope from the start on, a period. */
  public Effect slope() {
    return coefficient(InterruptedSeries.SLOPE);
  }

  /** What differs from the course without the programme, some periods after the start. */
  public Effect after(int periods) {
    double[] contrast = new double[coefficients.length];
    contrast[InterruptedSeries.LEVEL] = 1;
    contrast[InterruptedSeries.SLOPE] = periods;
    return effect(contrast);
  }

  /** The correlation of neighbouring errors that was assumed or estimated. */
  public double autocorrelation() {
    return autocorrelation;
  }

  /** A combination of coefficients. */
  Effect effect(double[] contrast) {
    double value = 0;
    double variance = 0;
    for (int i = 0; i < contrast.length; i++) {
      value += contrast[i] * coefficients[i];
      for (int j = 0; j < contrast.length; j++) {
        variance += contrast[i] * covariance[i][j] * contrast[j];
      }
    }
    return Effect.student(value, Math.sqrt(variance), freedom.applyAsDouble(contrast));
  }
}
