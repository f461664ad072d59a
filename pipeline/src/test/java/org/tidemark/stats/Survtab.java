package org.tidemark.stats;

import java.util.List;
import java.util.function.Predicate;

/**
 * Net survival by intervals from plain sums, as the formulas are written down, with the weights
 * that they ask for or those that popEpi takes instead.
 *
 * <p>popEpi lets the expected survival rise from the start of an interval to its middle; of who
 * comes under observation inside an interval it lets it fall to the middle of what is left of it;
 * and its breaks lie {@code 2^-26} years before their place.
 */
final class Survtab {
  private static final double SHIFT = 0x1p-26;

  /** Whose weights. */
  enum Weights {
    OURS,
    THEIRS
  }

  /** The sums of one interval; those weighted are named after the reference's columns. */
  static final class Sums {
    private double persons;
    private double censored;
    private double personsWeighted;
    private double censoredWeighted;
    private double deathsWeighted;
    private double squares;
    private double expectedWeighted;
    private double timeWeighted;

    double deathsWeighted() {
      return deathsWeighted;
    }

    double squares() {
      return squares;
    }

    double expectedWeighted() {
      return expectedWeighted;
    }

    double timeWeighted() {
      return timeWeighted;
    }
  }

  private final double[] breaks;
  private final Sums[] sums;
  private final Weights weights;
  private final PieceHazard hazard;

  private Survtab(double[] breaks, Weights weights) {
    this.breaks = breaks;
    this.weights = weights;
    this.hazard = Sire.hazard();
    this.sums = new Sums[breaks.length - 1];
    java.util.Arrays.setAll(sums, k -> new Sums());
  }

  static Survtab of(
      List<Sire.Case> cases,
      Predicate<Sire.Case> belongs,
      double[] breaks,
      boolean period,
      Weights weights) {
    Survtab table = new Survtab(breaks, weights);
    double from = period ? 2008 : 0;
    double until = period ? 2013 : 9999;
    cases.stream()
        .filter(belongs)
        .flatMap(c -> c.observed(from, until).stream())
        .forEach(table::add);
    return table;
  }

  private void add(IntervalTally.Person person) {
    double cumulative = 0;
    for (int k = 0; k < sums.length && breaks[k] < person.exit(); k++) {
      double end = Math.min(breaks[k + 1], person.exit());
      double from = Math.min(Math.max(breaks[k], person.entry()), end);
      double early = from - breaks[k];
      double before = early > 0 ? at(person, breaks[k], from) : 0;
      double after = end > from ? at(person, from, end) : 0;
      if (end > person.entry()) {
        double exponent = exponent(k, cumulative, early, before, after);
        piece(sums[k], Math.exp(exponent), end - from, after, end == person.exit(), person.end());
      }
      cumulative += before * early + after * (end - from);
    }
  }

  private double exponent(int k, double cumulative, double early, double before, double after) {
    double width = breaks[k + 1] - breaks[k];
    if (weights == Weights.OURS) {
      return cumulative + after * width / 2;
    }
    double shifted = width - SHIFT;
    return early == 0
        ? cumulative - after * shifted / 2
        : cumulative
            + before * Math.min(shifted / 2, early)
            + after * Math.max(0, shifted - early) / 2;
  }

  private double at(IntervalTally.Person person, double from, double to) {
    double middle = (from + to) / 2;
    return hazard.perYear(person.sex(), person.age() + middle, person.calendar() + middle);
  }

  private static void piece(
      Sums sums,
      double weight,
      double length,
      double perYear,
      boolean last,
      IntervalTally.End end) {
    sums.persons++;
    sums.personsWeighted += weight;
    sums.timeWeighted += weight * length;
    sums.expectedWeighted += weight * length * perYear;
    if (last && end == IntervalTally.End.ALIVE) {
      sums.censored++;
      sums.censoredWeighted += weight;
    } else if (last) {
      sums.deathsWeighted += weight;
      sums.squares += weight * weight;
    }
  }

  Sums sums(int k) {
    return sums[k];
  }

  /** The survival at a break by either form; the form by person-years takes late entries too. */
  SurvivalPoint at(double years, IntervalSurvival.Form form, LimitScale scale) {
    double value = 1;
    double variance = 0;
    for (int k = 0; k < sums.length && breaks[k + 1] < years + 1e-9; k++) {
      Sums s = sums[k];
      double excess = s.deathsWeighted - s.expectedWeighted;
      if (form == IntervalSurvival.Form.HAZARD) {
        double scaled = (breaks[k + 1] - breaks[k]) / s.timeWeighted;
        value *= Math.exp(-scaled * excess);
        variance += scaled * scaled * s.squares;
      } else {
        double exposed = s.persons - s.censored / 2;
        value *= 1 - excess / (s.personsWeighted - s.censoredWeighted / 2);
        variance += s.squares / (exposed * exposed);
      }
    }
    double error = Math.sqrt(variance);
    Interval limits = scale.limits(value, error).get();
    return new SurvivalPoint(years, 0, 10, value, error, value * error, limits);
  }
}
