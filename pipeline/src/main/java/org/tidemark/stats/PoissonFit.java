package org.tidemark.stats;

import java.util.Arrays;
import java.util.Optional;
import org.tidemark.stats.linear.LeastSquares;

/**
 * A Poisson regression of counts on a design, {@code E(d) = n rate(x b)}, by iteratively reweighted
 * least squares: with {@code g} the derivative of the expected count, weights {@code g^2 / mu} and
 * working responses {@code eta + (d - mu) / g}; a step that raises the deviance is halved.
 * McCullagh P, Nelder JA. Generalized Linear Models, 2nd ed., 1989, chapters 2 and 6.
 * doi:10.1007/978-1-4899-3242-6
 */
final class PoissonFit {
  private static final int STEPS = 200;
  private static final int HALVINGS = 40;
  private static final double CONVERGED = 1e-12;

  private final double[][] design;
  private final double[] counts;
  private final double[] exposures;
  private final RateLink link;

  /** What a fit came to. */
  static final class Estimate {
    private final double[] coefficients;
    private final double[][] covariance;
    private final double deviance;
    private final double pearson;
    private final int freedom;

    private Estimate(
        double[] coefficients,
        double[][] covariance,
        double deviance,
        double pearson,
        int freedom) {
      this.coefficients = coefficients;
      this.covariance = covariance;
      this.deviance = deviance;
      this.pearson = pearson;
      this.freedom = freedom;
    }

    double coefficient(int index) {
      return coefficients[index];
    }

    double error(int index) {
      return Math.sqrt(Math.max(0, covariance[index][index]));
    }

    double deviance() {
      return deviance;
    }

    int freedom() {
      return freedom;
    }

    /**
     * Pearson's chi-squared over its degrees of freedom; at least 1, and 1 where there are none.
     */
    double dispersion() {
      return freedom > 0 ? Math.max(1, pearson / freedom) : 1;
    }

    /** The linear predictor of a row of a design. */
    double predictor(double[] row) {
      double eta = 0;
      for (int j = 0; j < row.length; j++) {
        eta += row[j] * coefficients[j];
      }
      return eta;
    }

    /** The variance of a linear combination of the coefficients. */
    double variance(double[] row) {
      double sum = 0;
      for (int i = 0; i < row.length; i++) {
        for (int j = 0; j < row.length; j++) {
          sum += row[i] * row[j] * covariance[i][j];
        }
      }
      return Math.max(0, sum);
    }
  }

  private PoissonFit(double[][] design, double[] counts, double[] exposures, RateLink link) {
    this.design = design;
    this.counts = counts;
    this.exposures = exposures;
    this.link = link;
  }

  /**
   * Fits the model; insufficient where a coefficient cannot be estimated, as that of a group
   * without any case.
   *
   * @param design one row a count
   * @param counts not negative
   * @param exposures person-years, above 0
   */
  static Answer<Estimate> of(
      double[][] design, double[] counts, double[] exposures, RateLink link) {
    if (counts.length < design[0].length) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    return new PoissonFit(design, counts, exposures, link).fitted();
  }

  private Answer<Estimate> fitted() {
    double[] eta = new double[counts.length];
    Arrays.setAll(eta, i -> link.predictor((counts[i] + 0.5) / exposures[i]));
    double[] b = null;
    double deviance = Double.POSITIVE_INFINITY;
    for (int i = 0; i < STEPS; i++) {
      Optional<LeastSquares> step = step(eta);
      if (step.isEmpty()) {
        return Answer.insufficient(Shortfall.NOT_ESTIMABLE);
      }
      b = b == null ? step.get().coefficients() : improving(b, step.get().coefficients(), deviance);
      double reached = deviance(b);
      if (!Double.isFinite(reached)) {
        return Answer.insufficient(Shortfall.NOT_ESTIMABLE);
      }
      if (Math.abs(deviance - reached) <= CONVERGED * (Math.abs(reached) + 0.1)) {
        return polished(b);
      }
      deviance = reached;
      eta = predictors(b);
    }
    return Answer.insufficient(Shortfall.NOT_ESTIMABLE);
  }

  private double[] improving(double[] from, double[] to, double least) {
    double[] next = to;
    for (int i = 0; i < HALVINGS && !(deviance(next) <= least * (1 + CONVERGED)); i++) {
      double[] half = next.clone();
      Arrays.setAll(half, j -> (from[j] + half[j]) / 2);
      next = half;
    }
    return next;
  }

  private double[] predictors(double[] b) {
    double[] eta = new double[counts.length];
    for (int i = 0; i < eta.length; i++) {
      for (int j = 0; j < b.length; j++) {
        eta[i] += design[i][j] * b[j];
      }
    }
    return eta;
  }

  private double deviance(double[] b) {
    double[] eta = predictors(b);
    double sum = 0;
    for (int i = 0; i < eta.length; i++) {
      if (!link.admits(eta[i])) {
        return Double.POSITIVE_INFINITY;
      }
      double mu = exposures[i] * link.rate(eta[i]);
      double log = counts[i] == 0 ? 0 : counts[i] * Math.log(counts[i] / mu);
      sum += log - (counts[i] - mu);
    }
    return 2 * sum;
  }

  /** One weighted least-squares step; empty where the columns are dependent. */
  private Optional<LeastSquares> step(double[] eta) {
    double[][] x = new double[eta.length][design[0].length];
    double[] z = new double[eta.length];
    for (int i = 0; i < eta.length; i++) {
      double mu = exposures[i] * link.rate(eta[i]);
      double g = exposures[i] * link.slope(eta[i]);
      double root = g / Math.sqrt(mu);
      z[i] = root * (eta[i] + (counts[i] - mu) / g);
      for (int j = 0; j < x[i].length; j++) {
        x[i][j] = design[i][j] * root;
      }
    }
    return LeastSquares.of(x, z);
  }

  /** The step after the last one, which the deviance no longer shows, takes the last digits. */
  private Answer<Estimate> polished(double[] near) {
    Optional<LeastSquares> last = step(predictors(near));
    double deviance = last.map(l -> deviance(l.coefficients())).orElse(Double.NaN);
    double pearson = 0;
    double[] eta = last.map(l -> predictors(l.coefficients())).orElse(new double[0]);
    for (int i = 0; i < eta.length; i++) {
      double mu = exposures[i] * link.rate(eta[i]);
      pearson += (counts[i] - mu) * (counts[i] - mu) / mu;
    }
    if (!Double.isFinite(deviance) || !Double.isFinite(pearson)) {
      return Answer.insufficient(Shortfall.NOT_ESTIMABLE);
    }
    int freedom = counts.length - near.length;
    return Answer.given(
        new Estimate(
            last.get().coefficients(),
            last.get().inverse(),
            Math.max(0, deviance),
            pearson,
            freedom));
  }
}
