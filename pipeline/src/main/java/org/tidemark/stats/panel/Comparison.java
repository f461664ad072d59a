package org.tidemark.stats.panel;

import java.util.List;
import java.util.Optional;

/**
 * The change of one cohort between two periods less that of its controls. Where units have gaps
 * each period is described by the units observed in it, as repeated cross-sections are: {@code
 * [mean(Y_t | G = g) - mean(Y_b | G = g)] - [mean(Y_t | controls) - mean(Y_b | controls)]}, each
 * mean over its own units; without gaps the two are the same.
 *
 * @param contrast the difference with its influence
 * @param controls units of comparison, of the period that has fewer of them
 */
record Comparison(Contrast contrast, int controls) {
  /**
   * The comparison; empty where one of the four means has no unit.
   *
   * @param units all units of the panel
   * @param treated index of the treated cohort
   * @param pool indices of the cohorts that serve as controls
   */
  static Optional<Comparison> of(
      List<Cohort> cohorts, int units, int treated, List<Integer> pool, int period, int base) {
    return cohorts.get(treated).hasGaps()
        ? withGaps(cohorts, units, treated, pool, period, base)
        : complete(cohorts, units, treated, pool, period, base);
  }

  private static Optional<Comparison> complete(
      List<Cohort> cohorts, double n, int treated, List<Integer> pool, int period, int base) {
    int size = pool.stream().mapToInt(c -> cohorts.get(c).size()).sum();
    if (size == 0) {
      return Optional.empty();
    }
    double change = 0;
    for (int c : pool) {
      change += cohorts.get(c).size() * cohorts.get(c).change(base, period) / size;
    }
    Contrast zero = Contrast.zero(cohorts);
    turn(zero.slope()[treated], n / cohorts.get(treated).size(), base, period);
    for (int c : pool) {
      turn(zero.slope()[c], -n / size, base, period);
      zero.level()[c] = -n / size * (cohorts.get(c).change(base, period) - change);
    }
    double value = cohorts.get(treated).change(base, period) - change;
    return Optional.of(new Comparison(new Contrast(value, zero.slope(), zero.level()), size));
  }

  private static void turn(double[] slope, double factor, int base, int period) {
    slope[period - 1] += factor;
    slope[base - 1] -= factor;
  }

  private static Optional<Comparison> withGaps(
      List<Cohort> cohorts, double n, int treated, List<Integer> pool, int period, int base) {
    Cohort own = cohorts.get(treated);
    int after = observed(cohorts, pool, period);
    int before = observed(cohorts, pool, base);
    if (Math.min(after, before) == 0 || Math.min(own.observed(period), own.observed(base)) == 0) {
      return Optional.empty();
    }
    double changed = mean(cohorts, pool, period) - mean(cohorts, pool, base);
    Contrast zero = Contrast.zero(cohorts);
    if (period != base) {
      zero.slope()[treated][period - 1] += n / own.observed(period);
      zero.slope()[treated][base - 1] -= n / own.observed(base);
      side(zero, cohorts, pool, period, -n / after);
      side(zero, cohorts, pool, base, n / before);
    }
    return Optional.of(
        new Comparison(
            new Contrast(own.change(base, period) - changed, zero.slope(), zero.level()),
            Math.min(after, before)));
  }

  /** What the controls of one period add: their distance from the controls' mean. */
  private static void side(
      Contrast sum, List<Cohort> cohorts, List<Integer> pool, int period, double factor) {
    double mean = mean(cohorts, pool, period);
    for (int c : pool) {
      if (cohorts.get(c).observed(period) > 0) {
        Cohort own = cohorts.get(c);
        double[] slope = sum.slope()[c];
        double apart = factor * (own.mean(period) - mean);
        slope[period - 1] += factor;
        slope[slope.length / 2 + period - 1] += apart;
        sum.level()[c] += apart * own.observed(period) / own.size();
      }
    }
  }

  private static int observed(List<Cohort> cohorts, List<Integer> pool, int period) {
    return pool.stream().mapToInt(c -> cohorts.get(c).observed(period)).sum();
  }

  private static double mean(List<Cohort> cohorts, List<Integer> pool, int period) {
    double sum = 0;
    for (int c : pool) {
      int seen = cohorts.get(c).observed(period);
      sum += seen == 0 ? 0 : seen * cohorts.get(c).mean(period);
    }
    return sum / observed(cohorts, pool, period);
  }
}
