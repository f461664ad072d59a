package org.tidemark.stats;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * p values of a family of questions, adjusted for their number.
 *
 * <p>Holm: the i-th smallest of m is {@code max over j <= i of (m - j + 1) p_j}; the chance that
 * any true null of the family is rejected stays below the level. Holm S. Scand J Stat 1979;6:65-70.
 *
 * <p>Benjamini and Hochberg: {@code min over j >= i of m p_j / j}; the expected share of true nulls
 * among those rejected stays below it. Benjamini Y, Hochberg Y. J R Stat Soc B 1995;57:289-300.
 * doi:10.1111/j.2517-6161.1995.tb02031.x
 *
 * <p>Worked example: 0.01, 0.04, 0.03 become 0.03, 0.06, 0.06 by Holm and 0.03, 0.04, 0.04 by
 * Benjamini and Hochberg.
 */
public final class Multiplicity {
  private Multiplicity() {}

  /** Adjusted by Holm, in the order given. */
  public static double[] holm(double[] p) {
    int[] order = order(p);
    double[] adjusted = new double[p.length];
    double least = 0;
    for (int i = 0; i < order.length; i++) {
      least = Math.max(least, Math.min(1, (p.length - i) * p[order[i]]));
      adjusted[order[i]] = least;
    }
    return adjusted;
  }

  /** Adjusted by Benjamini and Hochberg, in the order given. */
  public static double[] benjaminiHochberg(double[] p) {
    int[] order = order(p);
    double[] adjusted = new double[p.length];
    double most = 1;
    for (int i = order.length - 1; i >= 0; i--) {
      most = Math.min(most, p.length * p[order[i]] / (i + 1));
      adjusted[order[i]] = most;
    }
    return adjusted;
  }

  private static int[] order(double[] p) {
    for (double one : p) {
      Require.that(one >= 0 && one <= 1, "a p value lies between 0 and 1");
    }
    return IntStream.range(0, p.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
