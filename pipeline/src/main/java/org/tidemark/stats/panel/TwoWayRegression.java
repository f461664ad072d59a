package org.tidemark.stats.panel;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.FDistribution;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Require;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.linear.PositiveDefinite;
import org.tidemark.stats.linear.SymmetricEigen;

/**
 * Least squares of an outcome on regressors with an effect for each unit and each period, {@code
 * y_it = a_i + l_t + x_it b + e_it}, weighted where the panel has weights. With the one regressor
 * "treated" its coefficient is the difference in differences of two groups.
 *
 * <p>Cluster-robust variance: {@code (X'X)^-1 (sum_g X_g'u_g u_g'X_g) (X'X)^-1} times a correction.
 * Liang KY, Zeger SL. Biometrika 1986;73:13-22. doi:10.1093/biomet/73.1.13. Cameron AC, Miller DL.
 * J Hum Resour 2015;50:317-372. doi:10.3368/jhr.50.2.317
 *
 * <p>CR2 replaces {@code u_g} by {@code (I - H_gg)^-1/2 u_g}, which makes the variance unbiased for
 * independent errors, and takes Satterthwaite's degrees of freedom. Bell RM, McCaffrey DF. Survey
 * Methodology 2002;28:169-181. Pustejovsky JE, Tipton E. J Bus Econ Stat 2018;36:672-683.
 * doi:10.1080/07350015.2016.1247004
 *
 * <p>Worked example: two sites, before and after, (1, 5) treated and (2, 3) not: the effect is (5 -
 * 1) - (3 - 2) = 3.
 */
public final class TwoWayRegression {
  private final WithinUnits cells;
  private final PositiveDefinite product;
  private final double[][] inverse;
  private final double[] coefficients;
  private final double[] residuals;
  private final double[][] scores;
  private final int units;

  private TwoWayRegression(
      WithinUnits cells, PositiveDefinite product, double[] coefficients, int units) {
    this.cells = cells;
    this.product = product;
    this.inverse = product.inverse();
    this.coefficients = coefficients;
    this.residuals = cells.less(cells.outcomes(), coefficients, 0);
    this.scores = scores(cells, residuals);
    this.units = units;
  }

  /** How the variance is corrected for few clusters; G clusters, N cells. */
  public enum Correction {
    /** None. */
    NONE,
    /** {@code G/(G-1)}. */
    CLUSTERS,
    /**
     * {@code G/(G-1) (N-1)/(N-K)}, K the regressors and periods: units inside clusters cost no
     * degree of freedom, since their effects are no part of what the clusters tell.
     */
    NESTED,
    /** The same with all units in K. */
    ALL_EFFECTS
  }

  /** The effect of treatment, from the period on in which it starts. */
  public static Answer<TwoWayRegression> ofTreatment(Panel panel) {
    return of(panel, List.of((i, t) -> panel.treated(i, t) ? 1 : 0));
  }

  /** The effects of several regressors; not identified where they are collinear. */
  static Answer<TwoWayRegression> of(Panel panel, List<WithinUnits.Regressor> regressors) {
    if (panel.isEmpty() || panel.clusters() < 2) {
      return Answer.insufficient(Shortfall.TOO_FEW_UNITS);
    }
    WithinUnits cells = WithinUnits.of(panel, regressors);
    Optional<PositiveDefinite> product = PositiveDefinite.of(cells.crossProduct(0));
    if (product.isEmpty() || cells.rows() <= cells.width()) {
      return Answer.insufficient(Shortfall.NOT_IDENTIFIED);
    }
    double[] b = product.get().solve(cells.times(cells.outcomes(), 0));
    // One step of refinement wins back the digits that the normal equations lose.
    double[] more = product.get().solve(cells.times(cells.less(cells.outcomes(), b, 0), 0));
    IntStream.range(0, b.length).forEach(j -> b[j] += more[j]);
    return Answer.given(new TwoWayRegression(cells, product.get(), b, panel.units()));
  }

  private static double[][] scores(WithinUnits cells, double[] residuals) {
    double[][] scores = new double[cells.clusters()][cells.width()];
    for (int r = 0; r < residuals.length; r++) {
      double[] score = scores[cells.cluster(r)];
      double[] x = cells.row(r);
      for (int j = 0; j < score.length; j++) {
        score[j] += x[j] * residuals[r];
      }
    }
    return scores;
  }

  /** The coefficient of a regressor. */
  public double coefficient(int regressor) {
    return coefficients[regressor];
  }

  /** The fitted outcome of each cell of the panel that was fitted; 0 where none was observed. */
  double[][] fitted(Panel panel) {
    double[][] fitted = new double[panel.units()][panel.periods()];
    int row = 0;
    for (int i = 0; i < panel.units(); i++) {
      for (int t = 1; t <= panel.periods(); t++) {
        if (panel.observed(i, t)) {
          fitted[i][t - 1] = panel.outcome(i, t) - residuals[row++] / Math.sqrt(panel.weight(i, t));
        }
      }
    }
    return fitted;
  }

  /** Cells that entered. */
  public int observations() {
    return cells.rows();
  }

  /** Clusters that entered. */
  public int clusters() {
    return cells.clusters();
  }

  /** The first regressor's effect with a cluster-robust error and t of G - 1. */
  public Effect effect(Correction correction) {
    return effect(unit(0), correction);
  }

  /** The effect of a combination of regressors, with t of G - 1. */
  Effect effect(double[] contrast, Correction correction) {
    double value = 0;
    for (int j = 0; j < contrast.length; j++) {
      value += contrast[j] * coefficients[j];
    }
    double variance = factor(correction) * variance(contrast, contrast);
    return Effect.student(value, Math.sqrt(variance), cells.clusters() - 1.0);
  }

  /** The first regressor's error were all cells independent. */
  public double independentError() {
    double squares = 0;
    for (double u : residuals) {
      squares += u * u;
    }
    int freedom = cells.rows() - cells.width() - units;
    Require.that(freedom > 0, "there must be more cells than effects");
    return Math.sqrt(squares / freedom * inverse[0][0]);
  }

  /** The joint test that coefficients are 0, F with q and G - 1 degrees of freedom. */
  Optional<Wald> wald(int[] regressors, Correction correction) {
    int q = regressors.length;
    double[][] v = new double[q][q];
    double[] b = new double[q];
    for (int i = 0; i < q; i++) {
      b[i] = coefficients[regressors[i]];
      for (int j = 0; j < q; j++) {
        v[i][j] = factor(correction) * variance(unit(regressors[i]), unit(regressors[j]));
      }
    }
    if (q == 0 || q >= cells.clusters()) {
      return Optional.empty();
    }
    return PositiveDefinite.of(v)
        .map(
            p -> {
              double f = dot(b, p.solve(b)) / q;
              double tail = FDistribution.of(q, cells.clusters() - 1.0).survivalProbability(f);
              return new Wald(f * q, q, tail);
            });
  }

  private double factor(Correction correction) {
    double g = cells.clusters();
    double n = cells.rows();
    return switch (correction) {
      case NONE -> 1;
      case CLUSTERS -> g / (g - 1);
      case NESTED -> g / (g - 1) * (n - 1) / (n - cells.width() - 1);
      case ALL_EFFECTS -> g / (g - 1) * (n - 1) / (n - cells.width() - units);
    };
  }

  private double variance(double[] one, double[] other) {
    double[] a = solved(one);
    double[] b = one == other ? a : solved(other);
    double sum = 0;
    for (double[] score : scores) {
      sum += dot(a, score) * dot(b, score);
    }
    return sum;
  }

  private double[] solved(double[] contrast) {
    double[] c = new double[cells.width()];
    System.arraycopy(contrast, 0, c, 0, contrast.length);
    return product.solve(c);
  }

  private double[] unit(int regressor) {
    double[] c = new double[cells.regressors()];
    c[regressor] = 1;
    return c;
  }

  /** The first regressor's effect with CR2 error and Satterthwaite's degrees of freedom. */
  public Effect satterthwaite() {
    int[][] members = cells.byCluster();
    double[] c = solved(unit(0));
    double[][] through = new double[members.length][];
    double[] own = new double[members.length];
    double variance = 0;
    for (int g = 0; g < members.length; g++) {
      double[] v = adjusted(members[g], c);
      double score = 0;
      through[g] = new double[cells.width()];
      for (int m = 0; m < v.length; m++) {
        score += v[m] * residuals[members[g][m]];
        own[g] += v[m] * v[m];
        add(through[g], cells.row(members[g][m]), v[m]);
      }
      variance += score * score;
    }
    return Effect.student(coefficients[0], Math.sqrt(variance), freedom(through, own));
  }

  /** {@code (I - H_gg)^-1/2 X_g (X'X)^-1 c}; directions that the fit uses up are left out. */
  private double[] adjusted(int[] rows, double[] c) {
    double[][] left = new double[rows.length][rows.length];
    double[] projected = new double[rows.length];
    for (int a = 0; a < rows.length; a++) {
      projected[a] = dot(cells.row(rows[a]), c);
      double[] h = times(inverse, cells.row(rows[a]));
      for (int b = 0; b < rows.length; b++) {
        left[a][b] = (a == b ? 1 : 0) - dot(h, cells.row(rows[b]));
      }
    }
    return times(SymmetricEigen.of(left).map(e -> e > 1e-9 ? 1 / Math.sqrt(e) : 0), projected);
  }

  /** {@code (tr O)^2 / tr O^2} of the variance's quadratic form under independent errors. */
  private double freedom(double[][] through, double[] own) {
    double trace = 0;
    double squares = 0;
    for (int g = 0; g < own.length; g++) {
      double[] solved = product.solve(through[g]);
      for (int h = 0; h < own.length; h++) {
        double o = (g == h ? own[g] : 0) - dot(solved, through[h]);
        trace += g == h ? o : 0;
        squares += o * o;
      }
    }
    return trace * trace / squares;
  }

  private static double[] times(double[][] matrix, double[] v) {
    double[] product = new double[matrix.length];
    for (int i = 0; i < product.length; i++) {
      product[i] = dot(matrix[i], v);
    }
    return product;
  }

  private static void add(double[] sum, double[] x, double factor) {
    for (int j = 0; j < sum.length; j++) {
      sum[j] += factor * x[j];
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
