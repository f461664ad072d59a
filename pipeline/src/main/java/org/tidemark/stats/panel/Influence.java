package org.tidemark.stats.panel;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * Errors of contrasts. The variance is the mean of squared influences over n, or of their sums by
 * cluster; where each unit is its own cluster it comes out of the cohorts' products alone.
 */
final class Influence {
  private static final int BLOCK = 8;

  private final List<Cohort> cohorts;
  private final int units;
  private final int[] clusters;
  private final boolean single;

  private Influence(List<Cohort> cohorts, int units, int[] clusters, boolean single) {
    this.cohorts = cohorts;
    this.units = units;
    this.clusters = clusters;
    this.single = single;
  }

  static Influence of(Panel panel, List<Cohort> cohorts) {
    int[] clusters = IntStream.range(0, panel.units()).map(panel::cluster).toArray();
    int[] known = Arrays.stream(clusters).distinct().sorted().toArray();
    int[] numbered = Arrays.stream(clusters).map(c -> Arrays.binarySearch(known, c)).toArray();
    return new Influence(cohorts, panel.units(), numbered, known.length == panel.units());
  }

  double error(Contrast contrast) {
    return Math.sqrt(Math.max(0, covariance(List.of(contrast))[0][0]));
  }

  /** The variances and covariances of contrasts. */
  double[][] covariance(List<Contrast> contrasts) {
    int k = contrasts.size();
    double[][] sums = single ? byCohort(contrasts) : byCluster(contrasts);
    double n2 = (double) units * units;
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        sums[i][j] /= n2;
      }
    }
    return sums;
  }

  private double[][] byCohort(List<Contrast> contrasts) {
    int k = contrasts.size();
    double[][] sums = new double[k][k];
    for (int c = 0; c < cohorts.size(); c++) {
      Cohort cohort = cohorts.get(c);
      for (int j = 0; j < k; j++) {
        double[] through = times(cohort.products(), contrasts.get(j).slope()[c]);
        double level = cohort.size() * contrasts.get(j).level()[c];
        for (int i = 0; i <= j; i++) {
          Contrast other = contrasts.get(i);
          sums[i][j] += dot(other.slope()[c], through) + level * other.level()[c];
          sums[j][i] = sums[i][j];
        }
      }
    }
    return sums;
  }

  private double[][] byCluster(List<Contrast> contrasts) {
    double[][] totals = clusterTotals(contrasts);
    int k = contrasts.size();
    double[][] sums = new double[k][k];
    for (double[] total : totals) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          sums[i][j] += total[i] * total[j];
        }
      }
    }
    return sums;
  }

  private double[][] clusterTotals(List<Contrast> contrasts) {
    int number = Arrays.stream(clusters).max().orElse(-1) + 1;
    double[][] totals = new double[number][contrasts.size()];
    for (int c = 0; c < cohorts.size(); c++) {
      Cohort cohort = cohorts.get(c);
      for (int m = 0; m < cohort.size(); m++) {
        double[] total = totals[clusters[cohort.unit(m)]];
        for (int j = 0; j < total.length; j++) {
          Contrast one = contrasts.get(j);
          total[j] += dot(one.slope()[c], cohort.rest()[m]) + one.level()[c];
        }
      }
    }
    return totals;
  }

  /**
   * By the multiplier bootstrap with Rademacher's signs, how many standard errors on each side hold
   * all contrasts at once with probability 0.95. Mammen E. Ann Stat 1993;21:255-285.
   * doi:10.1214/aos/1176349025
   */
  double simultaneous(List<Contrast> contrasts, int draws, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    double[] errors = contrasts.stream().mapToDouble(this::error).toArray();
    double[] largest = single ? drawn(contrasts, errors, draws, random) : new double[draws];
    if (!single) {
      double[][] totals = clusterTotals(contrasts);
      for (int b = 0; b < draws; b++) {
        largest[b] = largest(signed(totals, contrasts.size(), random), errors);
      }
    }
    Arrays.sort(largest);
    return largest[Math.min(draws - 1, (int) Math.ceil(0.95 * draws) - 1)];
  }

  private static double[] signed(double[][] totals, int k, UniformRandomProvider random) {
    double[] sum = new double[k];
    for (double[] total : totals) {
      double sign = random.nextBoolean() ? 1 : -1;
      for (int j = 0; j < k; j++) {
        sum[j] += sign * total[j];
      }
    }
    return sum;
  }

  private double largest(double[] sums, double[] errors) {
    double largest = 0;
    for (int j = 0; j < sums.length; j++) {
      if (errors[j] > 0) {
        largest = Math.max(largest, Math.abs(sums[j]) / (units * errors[j]));
      }
    }
    return largest;
  }

  private double[] drawn(
      List<Contrast> contrasts, double[] errors, int draws, UniformRandomProvider random) {
    double[][] sums = new double[draws][contrasts.size()];
    for (int c = 0; c < cohorts.size(); c++) {
      double[][] signed = signedSums(cohorts.get(c), draws, random);
      for (int b = 0; b < draws; b++) {
        int signs = signed[b].length - 1;
        for (int j = 0; j < errors.length; j++) {
          Contrast one = contrasts.get(j);
          sums[b][j] += dot(one.slope()[c], signed[b]) + one.level()[c] * signed[b][signs];
        }
      }
    }
    return Arrays.stream(sums).mapToDouble(sum -> largest(sum, errors)).toArray();
  }

  /**
   * For each draw, the sum over members of what is left of each under its sign, by period, and the
   * sum of the signs behind them. Signs are drawn for eight members at a time, and the 256 sums of
   * eight are made once for all draws.
   */
  private static double[][] signedSums(Cohort cohort, int draws, UniformRandomProvider random) {
    double[][] rest = cohort.rest();
    int periods = rest[0].length;
    double[][] sums = new double[draws][periods + 1];
    for (int from = 0; from < rest.length; from += BLOCK) {
      int to = Math.min(rest.length, from + BLOCK);
      double[][] table = table(rest, from, to, periods);
      long bits = 0;
      for (int b = 0; b < draws; b++) {
        bits = b % BLOCK == 0 ? random.nextLong() : bits >>> BLOCK;
        double[] add = table[(int) (bits & ((1 << (to - from)) - 1))];
        double[] sum = sums[b];
        for (int t = 0; t <= periods; t++) {
          sum[t] += add[t];
        }
      }
    }
    return sums;
  }

  private static double[][] table(double[][] rest, int from, int to, int periods) {
    double[][] table = new double[1 << (to - from)][periods + 1];
    for (int m = from; m < to; m++) {
      for (int t = 0; t < periods; t++) {
        table[0][t] -= rest[m][t];
      }
      table[0][periods] -= 1;
    }
    for (int mask = 1; mask < table.length; mask++) {
      int bit = Integer.numberOfTrailingZeros(mask);
      double[] without = table[mask & (mask - 1)];
      for (int t = 0; t < periods; t++) {
        table[mask][t] = without[t] + 2 * rest[from + bit][t];
      }
      table[mask][periods] = without[periods] + 2;
    }
    return table;
  }

  private static double[] times(double[][] matrix, double[] v) {
    double[] product = new double[v.length];
    for (int s = 0; s < v.length; s++) {
      if (v[s] != 0) {
        for (int t = 0; t < v.length; t++) {
          product[t] += matrix[s][t] * v[s];
        }
      }
    }
    return product;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int t = 0; t < a.length; t++) {
      sum += a[t] * b[t];
    }
    return sum;
  }
}
