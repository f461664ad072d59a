package org.tidemark.jobs.generate;

/**
 * Systematic sampling: of a series of events with given probabilities as many happen as their sum
 * says, to the nearest one below or above. A site's quarter has few cases, and a share of few cases
 * drawn one by one would hide the effect behind noise that only many more rows could average out.
 */
final class Evenly {
  private double sum;

  private Evenly(double start) {
    this.sum = start;
  }

  /** A series that starts at random. */
  static Evenly from(Chance chance) {
    return new Evenly(chance.between(0, 999_999) / 1e6);
  }

  boolean happens(double probability) {
    sum += probability;
    boolean whole = sum >= 1;
    sum -= whole ? 1 : 0;
    return whole;
  }
}
