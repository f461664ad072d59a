package org.tidemark.stats.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Shortfall;

/**
 * Randomisation inference: were the programme without effect on any site, any other sites might as
 * well have started when these did. The difference in differences is computed for every way to give
 * the same starts to the sites, and p is the share of ways in which it is at least as far from 0.
 * Fisher RA. The Design of Experiments. Edinburgh 1935, chapter II. MacKinnon JG, Webb MD. J
 * Econometrics 2020;218:435-450. doi:10.1016/j.jeconom.2020.04.024
 *
 * <p>With few treated sites no other method is reliable. It asks that starts might have fallen to
 * any site; with one treated site of G no p below 1/G is possible. Where sites of a cluster start
 * together, starts are given to clusters, since no site could have started without the others.
 *
 * <p>Worked example: four sites, one starts in period 2, changes 5, 1, 2 and 0: the treated site's
 * contrast with the others is the largest of four, p = 1/4.
 *
 * @param effect the difference in differences observed
 * @param p share of ways at least as far from 0
 * @param ways ways gone through, or drawn with the observed one among them
 * @param enumerated whether these are all ways there are
 */
public record RandomisationInference(double effect, double p, int ways, boolean enumerated) {
  /** Up to so many ways all are gone through. */
  private static final int MOST = 100_000;

  private static final double SMALL = 1e-9;

  /**
   * The test; units with a gap take no part.
   *
   * @param draws how many ways are drawn where there are too many
   * @param seed where the drawing starts
   */
  public static Answer<RandomisationInference> of(Panel all, int draws, long seed) {
    Panel panel = all.complete();
    if (panel.isEmpty() || panel.treatedUnits() == 0) {
      return Answer.insufficient(Shortfall.TOO_FEW_UNITS);
    }
    int[] starts = new int[panel.units()];
    Arrays.setAll(starts, panel::first);
    int[] known = Arrays.stream(starts).distinct().sorted().toArray();
    int[] given = Arrays.stream(starts).map(g -> Arrays.binarySearch(known, g)).toArray();
    double[][] shares = shares(panel, known, given);
    if (shares.length == 0) {
      return Answer.insufficient(Shortfall.NOT_IDENTIFIED);
    }
    if (givesToClusters(panel)) {
      ClusterStarts clusters = ClusterStarts.of(panel, known);
      return Answer.given(judged(clusters::effect, clusters.given(), known.length, draws, seed));
    }
    return Answer.given(judged(g -> effect(shares, g), given, known.length, draws, seed));
  }

  /** Whether starts are given to clusters: where all sites of each have one. */
  public static boolean givesToClusters(Panel panel) {
    Map<Integer, Integer> starts = new HashMap<>();
    for (int unit = 0; unit < panel.units(); unit++) {
      Integer known = starts.putIfAbsent(panel.cluster(unit), panel.first(unit));
      if (known != null && known != panel.first(unit)) {
        return false;
      }
    }
    return starts.size() < panel.units();
  }

  private static RandomisationInference judged(
      ToDoubleFunction<int[]> effect, int[] given, int kinds, int draws, long seed) {
    double observed = effect.applyAsDouble(given);
    return ways(given, kinds) <= MOST
        ? enumerated(effect, given, kinds, observed)
        : drawn(effect, given, observed, draws, seed);
  }

  /** What each unit adds to the effect if it has each start; empty where no effect is told. */
  private static double[][] shares(Panel panel, int[] known, int[] given) {
    int n = panel.units();
    int periods = panel.periods();
    double[] mean = new double[periods];
    double[][] treated = new double[known.length][periods];
    for (int c = 0; c < known.length; c++) {
      double own = 0;
      for (int t = 1; t <= periods; t++) {
        treated[c][t - 1] = known[c] != Panel.NEVER && t >= known[c] ? 1 : 0;
        own += treated[c][t - 1] / periods;
      }
      for (int t = 0; t < periods; t++) {
        treated[c][t] -= own;
      }
    }
    for (int c : given) {
      for (int t = 0; t < periods; t++) {
        mean[t] += treated[c][t] / n;
      }
    }
    double norm = 0;
    for (int c : given) {
      for (int t = 0; t < periods; t++) {
        norm += Math.pow(treated[c][t] - mean[t], 2);
      }
    }
    return norm > SMALL ? sums(panel, treated, mean, norm) : new double[0][];
  }

  private static double[][] sums(Panel panel, double[][] treated, double[] mean, double norm) {
    double[][] sums = new double[panel.units()][treated.length];
    for (int i = 0; i < sums.length; i++) {
      for (int c = 0; c < treated.length; c++) {
        for (int t = 0; t < mean.length; t++) {
          sums[i][c] += (treated[c][t] - mean[t]) * panel.outcome(i, t + 1) / norm;
        }
      }
    }
    return sums;
  }

  private static double effect(double[][] shares, int[] given) {
    double sum = 0;
    for (int i = 0; i < given.length; i++) {
      sum += shares[i][given[i]];
    }
    return sum;
  }

  private static double ways(int[] given, int kinds) {
    double ways = 1;
    int placed = 0;
    for (int c = 0; c < kinds; c++) {
      int kind = c;
      int size = (int) Arrays.stream(given).filter(g -> g == kind).count();
      for (int k = 1; k <= size; k++) {
        ways *= (double) ++placed / k;
      }
    }
    return ways;
  }

  private static RandomisationInference enumerated(
      ToDoubleFunction<int[]> effect, int[] given, int kinds, double observed) {
    int[] left = new int[kinds];
    Arrays.stream(given).forEach(c -> left[c]++);
    List<Double> effects = new ArrayList<>();
    place(effect, left, 0, new int[given.length], effects);
    long far = effects.stream().filter(e -> asFar(e, observed)).count();
    return new RandomisationInference(
        observed, (double) far / effects.size(), effects.size(), true);
  }

  private static void place(
      ToDoubleFunction<int[]> effect, int[] left, int at, int[] order, List<Double> effects) {
    if (at == order.length) {
      effects.add(effect.applyAsDouble(order));
      return;
    }
    for (int c = 0; c < left.length; c++) {
      if (left[c] > 0) {
        left[c]--;
        order[at] = c;
        place(effect, left, at + 1, order, effects);
        left[c]++;
      }
    }
  }

  private static RandomisationInference drawn(
      ToDoubleFunction<int[]> effect, int[] given, double observed, int draws, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    int[] order = given.clone();
    int far = 1;
    for (int b = 0; b < draws; b++) {
      for (int i = order.length - 1; i > 0; i--) {
        int j = random.nextInt(i + 1);
        int kept = order[i];
        order[i] = order[j];
        order[j] = kept;
      }
      far += asFar(effect.applyAsDouble(order), observed) ? 1 : 0;
    }
    return new RandomisationInference(observed, far / (draws + 1.0), draws + 1, false);
  }

  private static boolean asFar(double effect, double observed) {
    return Math.abs(effect) >= Math.abs(observed) * (1 - SMALL);
  }
}
