package org.tidemark.bench;

import java.util.Arrays;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.tidemark.stats.panel.CallawaySantAnna;
import org.tidemark.stats.panel.CallawaySantAnna.Design;
import org.tidemark.stats.panel.Panel;

/**
 * Callaway and Sant'Anna on a generated panel: every ATT(g,t), all aggregates with errors, the
 * pre-test, and the band over event times from 1,000 draws. One thread an indicator, as in a task.
 *
 * <p>Arguments: sites, periods, cohorts, indicators (10000 40 6 60; the peer's panel is 2000 40 6
 * 1).
 */
public final class StaggeredBench {
  private static final int DRAWS = 1000;

  private StaggeredBench() {}

  /** Prints the seconds of all indicators on two threads, and of one by itself. */
  public static void main(String[] args) {
    int sites = Integer.parseInt(args[0]);
    int periods = Integer.parseInt(args[1]);
    int cohorts = Integer.parseInt(args[2]);
    int indicators = Integer.parseInt(args[3]);
    Panel[] panels = new Panel[Math.min(indicators, 4)];
    Arrays.setAll(panels, i -> panel(sites, periods, cohorts, i));
    System.out.printf(Locale.ROOT, "first  %.2f s%n", Bench.wallNanos(() -> all(panels[0])) / 1e9);
    System.out.printf(Locale.ROOT, "second %.2f s%n", Bench.wallNanos(() -> all(panels[0])) / 1e9);
    long wall = Bench.wallNanos(() -> onTwoThreads(panels, indicators));
    System.out.printf(Locale.ROOT, "%d indicators %.2f s%n", indicators, wall / 1e9);
  }

  private static void onTwoThreads(Panel[] panels, int indicators) {
    Thread other = new Thread(() -> every(panels, indicators, 1));
    other.start();
    every(panels, indicators, 0);
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void every(Panel[] panels, int indicators, int from) {
    for (int i = from; i < indicators; i += 2) {
      all(panels[i % panels.length]);
    }
  }

  private static void all(Panel panel) {
    CallawaySantAnna fit = CallawaySantAnna.of(panel, new Design(true, false)).get();
    double sum = fit.groupTimes().stream().mapToDouble(c -> c.effect().value()).sum();
    sum += fit.simple().overall().value() + fit.group().overall().value();
    sum += fit.dynamic().overall().value() + fit.calendar().overall().value();
    sum += fit.preTest().map(w -> w.statistic()).orElse(0.0);
    sum += fit.simultaneous(1, 0, DRAWS, 1);
    if (!Double.isFinite(sum)) {
      throw new IllegalStateException("an estimate is not finite");
    }
  }

  /** A quarter never treated, the others in cohorts spread over the middle half. */
  private static Panel panel(int sites, int periods, int cohorts, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    double[][] outcome = new double[sites][periods];
    int[] first = new int[sites];
    for (int i = 0; i < sites; i++) {
      int cohort = i % (cohorts + 1);
      first[i] =
          i % 4 == 0 || cohort == 0 ? Panel.NEVER : periods / 4 + cohort * periods / 2 / cohorts;
      double level = random.nextDouble();
      for (int t = 0; t < periods; t++) {
        outcome[i][t] = level + random.nextDouble() + (first[i] > 0 && t + 1 >= first[i] ? 0.2 : 0);
      }
    }
    return Panel.of(outcome, first);
  }
}
