package org.tidemark.stats;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.statistics.distribution.PoissonDistribution;

/**
 * The exact limits of a Poisson count as epitools finds them: by Brent's search for a root between
 * 0 and five times the count and four, which ends when it knows the root to {@code 2^-13} events.
 */
final class RootSearch {
  /** How far from the root the search may end, in events. */
  static final double ENDS = 0x1p-13;

  private static final double LEAST = 2 * Math.ulp(1.0);

  private RootSearch() {}

  static Interval limits(long events) {
    int count = Math.toIntExact(events);
    double most = 5.0 * count + 4;
    double upper = between(mean -> below(count, mean) - Confidence.TAIL, most);
    double lower =
        count == 0 ? 0 : between(mean -> 1 - below(count - 1, mean) - Confidence.TAIL, most);
    return new Interval(lower, upper);
  }

  private static double below(int count, double mean) {
    return mean == 0 ? 1 : PoissonDistribution.of(mean).cumulativeProbability(count);
  }

  /** Brent RP. Algorithms for Minimization without Derivatives, 1973, chapter 4. */
  private static double between(DoubleUnaryOperator f, double most) {
    double a = 0;
    double b = most;
    double fa = f.applyAsDouble(a);
    double fb = f.applyAsDouble(b);
    double c = a;
    double fc = fa;
    while (true) {
      double before = b - a;
      if (Math.abs(fc) < Math.abs(fb)) {
        a = b;
        b = c;
        c = a;
        fa = fb;
        fb = fc;
        fc = fa;
      }
      double least = LEAST * Math.abs(b) + ENDS / 2;
      double half = (c - b) / 2;
      if (Math.abs(half) <= least || fb == 0) {
        return b;
      }
      boolean closer = Math.abs(before) >= least && Math.abs(fa) > Math.abs(fb);
      double step = closer ? step(a, b, c, fa, fb, fc, before, least) : half;
      a = b;
      fa = fb;
      b += Math.abs(step) < least ? Math.copySign(least, step) : step;
      fb = f.applyAsDouble(b);
      if (Math.signum(fb) == Math.signum(fc)) {
        c = a;
        fc = fa;
      }
    }
  }

  /** By the line or the parabola through the points, unless it leaves what is known. */
  private static double step(
      double a, double b, double c, double fa, double fb, double fc, double before, double least) {
    double far = c - b;
    double s = fb / fa;
    double p = far * s;
    double q = 1 - s;
    if (a != c) {
      double u = fa / fc;
      double v = fb / fc;
      p = s * (far * u * (u - v) - (b - a) * (v - 1));
      q = (u - 1) * (v - 1) * (s - 1);
    }
    q = p > 0 ? -q : q;
    p = Math.abs(p);
    boolean inside = p < 0.75 * far * q - Math.abs(least * q) / 2 && p < Math.abs(before * q / 2);
    return inside ? p / q : far / 2;
  }
}
