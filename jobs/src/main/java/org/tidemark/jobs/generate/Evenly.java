package org.tidemark.jobs.generate;

/**
 * Systematic sampling: of a series of events with given probabilities as many happen as their sum
 * says, to the nearest one below or above. A site's quarter has few cases, and a share of few cases
 * drawn one by one would hide the effect behind noise that only many more rows could average out.
 */
final class Evenly {
  private static final double GOLDEN = (StrictMath.sqrt(5) - 1) / 2;

  private double sum;

  private Evenly(double start) {
    this.sum = start;
  }

  /** A series that starts at random. */
  static Evenly from(Chance chance) {
    return new Evenly(chance.between(0, 999_999) / 1e6);
  }

  /**
   * A positive time with that median, log-logistic: the next of a series of levels between 0 and 1
   * that are spread evenly however few of them are taken (steps of the golden section).
   */
  double time(double median, double spread) {
    sum = (sum + GOLDEN) % 1;
    double level = 0.001 + 0.998 * sum;
    return median * StrictMath.exp(spread * StrictMath.log(level / (1 - level)));
  }

  boolean happens(double probability) {
    sum += probability;
    boolean whole = sum >= 1;
    sum -= whole ? 1 : 0;
    return whole;
  }
}
