package org.tidemark.stats;

/**
 * The best places of joinpoints among the years of a series: every admissible set is tried. At
 * least two years lie before the first joinpoint, after the last, and between two of them (Lerman
 * PM. Applied Statistics 1980;29:77-84. doi:10.2307/2346413).
 *
 * <p>Each hinge {@code max(0, year - k)} is freed of the straight line once; a set of joinpoints
 * then lowers the residual sum of squares by the squares that a growing Cholesky factor gives, one
 * row a joinpoint, so that sets with a common beginning share its cost.
 */
final class JoinpointSearch {
  private static final int MARGIN = 2;
  private static final int APART = 3;

  private final int count;
  private final double[][] gram;
  private final double[] moments;
  private final double line;

  private JoinpointSearch(int count, double[][] gram, double[] moments, double line) {
    this.count = count;
    this.gram = gram;
    this.moments = moments;
    this.line = line;
  }

  /**
   * The best set of a number of joinpoints.
   *
   * @param at indices of the years
   * @param rss weighted residual sum of squares
   */
  record Best(int[] at, double rss) {}

  static JoinpointSearch in(JoinpointSeries series) {
    int n = series.size();
    double[] rest = free(series, series.logs());
    double[][] hinges = new double[n][];
    for (int k = 0; k < n; k++) {
      double[] hinge = new double[n];
      for (int i = k; i < n; i++) {
        hinge[i] = series.year(i) - series.year(k);
      }
      hinges[k] = free(series, hinge);
    }
    double[][] gram = new double[n][n];
    double[] moments = new double[n];
    for (int k = 0; k < n; k++) {
      moments[k] = product(series, hinges[k], rest);
      for (int j = 0; j <= k; j++) {
        gram[k][j] = product(series, hinges[k], hinges[j]);
      }
    }
    return new JoinpointSearch(n, gram, moments, product(series, rest, rest));
  }

  /** Whether so many joinpoints find room. */
  static boolean room(int years, int joinpoints) {
    return years >= 2 * MARGIN + (joinpoints == 0 ? 0 : 1 + (joinpoints - 1) * APART);
  }

  /** The best set; the first by year where several are as good. */
  Best best(int joinpoints) {
    Walk walk = new Walk(joinpoints);
    walk.from(0, MARGIN, line);
    return new Best(walk.best, Math.max(0, walk.least));
  }

  private final class Walk {
    private final int[] at;
    private final double[][] root;
    private final double[] turned;
    private int[] best;
    private double least = Double.POSITIVE_INFINITY;

    private Walk(int joinpoints) {
      at = new int[joinpoints];
      best = new int[joinpoints];
      root = new double[joinpoints][joinpoints];
      turned = new double[joinpoints];
    }

    private void from(int depth, int first, double rss) {
      if (depth == at.length) {
        if (rss < least) {
          least = rss;
          best = at.clone();
        }
        return;
      }
      int last = count - 1 - MARGIN - (at.length - 1 - depth) * APART;
      for (int k = first; k <= last; k++) {
        at[depth] = k;
        from(depth + 1, k + APART, rss - gain(depth, k));
      }
    }

    /** Adds a row to the Cholesky factor: how much the joinpoint explains beside earlier ones. */
    private double gain(int depth, int k) {
      double diagonal = gram[k][k];
      double moment = moments[k];
      for (int i = 0; i < depth; i++) {
        double cell = gram[k][at[i]];
        for (int j = 0; j < i; j++) {
          cell -= root[depth][j] * root[i][j];
        }
        root[depth][i] = cell / root[i][i];
        diagonal -= root[depth][i] * root[depth][i];
        moment -= root[depth][i] * turned[i];
      }
      root[depth][depth] = Math.sqrt(diagonal);
      turned[depth] = moment / root[depth][depth];
      return turned[depth] * turned[depth];
    }
  }

  /** What a straight line of the years leaves of a vector. */
  private static double[] free(JoinpointSeries series, double[] y) {
    double sum = 0;
    double year = 0;
    double value = 0;
    for (int i = 0; i < y.length; i++) {
      sum += series.weight(i);
      year += series.weight(i) * series.year(i);
      value += series.weight(i) * y[i];
    }
    year /= sum;
    value /= sum;
    double cross = 0;
    double square = 0;
    for (int i = 0; i < y.length; i++) {
      cross += series.weight(i) * (series.year(i) - year) * (y[i] - value);
      square += series.weight(i) * (series.year(i) - year) * (series.year(i) - year);
    }
    double[] rest = new double[y.length];
    for (int i = 0; i < y.length; i++) {
      rest[i] = y[i] - value - cross / square * (series.year(i) - year);
    }
    return rest;
  }

  private static double product(JoinpointSeries series, double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += series.weight(i) * a[i] * b[i];
    }
    return sum;
  }
}
