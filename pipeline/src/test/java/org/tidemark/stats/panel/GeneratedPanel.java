package org.tidemark.stats.panel;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.ContinuousDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Panels with a known effect: site effects, a common wave, errors that last. */
final class GeneratedPanel {
  private GeneratedPanel() {}

  /** A third never treated, the others from one of two starts on; errors of a site correlate. */
  static Panel of(int sites, int periods, double effect, long seed) {
    return of(sites, periods, effect, 0, seed);
  }

  /** Those who will be treated rise before they are. */
  static Panel withTrend(int sites, int periods, long seed) {
    return of(sites, periods, 0, 0.4, seed);
  }

  private static Panel of(int sites, int periods, double effect, double trend, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    ContinuousDistribution.Sampler normal = NormalDistribution.of(0, 1).createSampler(random);
    double[][] y = new double[sites][periods];
    int[] first = new int[sites];
    for (int i = 0; i < sites; i++) {
      first[i] = i % 3 == 0 ? Panel.NEVER : periods / 2 + (i % 3 == 1 ? 0 : 2);
      double level = normal.sample();
      double error = normal.sample();
      for (int t = 0; t < periods; t++) {
        error = 0.5 * error + Math.sqrt(0.75) * normal.sample();
        boolean treated = first[i] != Panel.NEVER && t + 1 >= first[i];
        double drift = first[i] == Panel.NEVER ? 0 : trend * t;
        y[i][t] = level + 0.1 * t + error + drift + (treated ? effect : 0);
      }
    }
    return Panel.of(y, first);
  }
}
