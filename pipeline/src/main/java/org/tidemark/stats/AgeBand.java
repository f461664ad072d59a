package org.tidemark.stats;

import java.util.Comparator;

/**
 * Ages from one completed year to another, both included.
 *
 * @param lower the first
 * @param upper the last; {@link #OPEN} where the band has no end
 */
public record AgeBand(int lower, int upper) implements Comparable<AgeBand> {
  /** The last age of a band without end. */
  public static final int OPEN = Integer.MAX_VALUE;

  /** All ages: the band of a total. */
  public static final AgeBand ALL = new AgeBand(0, OPEN);

  /** By age; a band comes before those inside it. */
  private static final Comparator<AgeBand> ORDER =
      Comparator.comparingInt(AgeBand::lower)
          .thenComparing(Comparator.comparingInt(AgeBand::upper).reversed());

  /** Checks the ages. */
  public AgeBand {
    Require.that(lower >= 0 && upper >= lower, "an age band must not end before it begins");
  }

  /** Whether it has no end. */
  public boolean open() {
    return upper == OPEN;
  }

  /** Whether it holds all ages of another. */
  public boolean contains(AgeBand other) {
    return lower <= other.lower && upper >= other.upper;
  }

  /** As people write it: {@code 5-9}, {@code 0}, {@code 75+}. */
  public String label() {
    if (open()) {
      return lower + "+";
    }
    return lower == upper ? Integer.toString(lower) : lower + "-" + upper;
  }

  @Override
  public int compareTo(AgeBand other) {
    return ORDER.compare(this, other);
  }
}
