package org.tidemark.stats;

/**
 * The difference of two independent proportions with the hybrid score interval, method 10 of
 * Newcombe RG. Interval estimation for the difference between independent proportions: comparison
 * of eleven methods. Stat Med 1998;17:873-890.
 * doi:10.1002/(SICI)1097-0258(19980430)17:8&lt;873::AID-SIM779&gt;3.0.CO;2-I
 *
 * <p>With Wilson limits l and u of each: lower {@code d - sqrt((p1-l1)^2 + (u2-p2)^2)}, upper
 * {@code d + sqrt((u1-p1)^2 + (p2-l2)^2)}.
 *
 * @param first the first proportion
 * @param second the proportion taken off it
 * @param difference first less second, -1 to 1
 * @param limits the hybrid score interval
 */
public record DifferenceOfProportions(
    Proportion first, Proportion second, double difference, Interval limits) {
  /** The difference of two proportions. */
  public static DifferenceOfProportions of(Proportion first, Proportion second) {
    double d = first.share() - second.share();
    double down = Math.hypot(below(first), above(second));
    double up = Math.hypot(above(first), below(second));
    return new DifferenceOfProportions(
        first, second, d, new Interval(d - down, d + up).within(-1, 1));
  }

  private static double below(Proportion p) {
    return p.share() - p.wilson().lower();
  }

  private static double above(Proportion p) {
    return p.wilson().upper() - p.share();
  }
}
