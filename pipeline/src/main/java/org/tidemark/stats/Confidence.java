package org.tidemark.stats;

/**
 * The one confidence level of every published limit: 95 % in two equal tails. Held in one place, so
 * that no two tables can disagree in the last digit of a normal quantile.
 */
public final class Confidence {
  /** Probability left in each tail. */
  public static final double TAIL = 0.025;

  /** Quantile of the standard normal distribution above which {@link #TAIL} lies. */
  public static final double Z = 1.959963984540054;

  private Confidence() {}
}
