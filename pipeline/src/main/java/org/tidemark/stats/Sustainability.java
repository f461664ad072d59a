package org.tidemark.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;

/**
 * What is left of a level after the programme has gone. Levels are {@code L = sum of numerators /
 * sum of denominators} over sites: before the programme, in its last year, after it. Ratio and
 * difference of the last two have percentile limits from sites drawn with replacement (Efron B. Ann
 * Stat 1979;7:1-26. doi:10.1214/aos/1176344552).
 *
 * <p>Retained gain: {@code (L_post - L_base) / (L_end - L_base)}, with Fieller's limits from the
 * sites' linearised sums and t of sites less one; it has no value where the gain's own limits hold
 * 0. Fieller EC. J R Stat Soc B 1954;16:175-185. doi:10.1111/j.2517-6161.1954.tb00159.x
 *
 * <p>Worked example: 40 of 100 before, 80 of 100 in the last year, 70 of 100 after: difference
 * -0.1, ratio 0.875, retained gain 0.75.
 *
 * @param difference level after less level at the end
 * @param differenceLimits its limits
 * @param ratio level after over level at the end
 * @param ratioLimits its limits
 * @param retained share of the gain that was kept; insufficient where there was no sure gain
 */
public record Sustainability(
    double difference,
    Interval differenceLimits,
    double ratio,
    Interval ratioLimits,
    Answer<Retained> retained) {
  /** Share of the level that has to be kept. */
  public static final double KEPT = 0.9;

  /** Fewest sites. */
  public static final int LEAST_SITES = 5;

  /** Whether the level was kept. */
  public enum Verdict {
    /** Nine tenths were kept, beyond chance. */
    SUSTAINED,
    /** They were not, beyond chance. */
    DECLINED,
    /** Chance does not let it be told. */
    UNCERTAIN
  }

  /**
   * The share of the gain that was kept.
   *
   * @param share may lie below 0 or above 1
   * @param limits Fieller's
   */
  public record Retained(double share, Interval limits) {}

  /**
   * What one site counted.
   *
   * @param base numerator and denominator before the programme
   * @param end those of its last year
   * @param post those after it
   */
  public record Site(double[] base, double[] end, double[] post) {}

  /**
   * The levels of sites compared.
   *
   * @param draws draws of the bootstrap
   * @param seed where they start
   */
  public static Answer<Sustainability> of(List<Site> sites, int draws, long seed) {
    if (sites.size() < LEAST_SITES) {
      return Answer.insufficient(Shortfall.TOO_FEW_UNITS);
    }
    double[][] base = sites.stream().map(Site::base).toArray(double[][]::new);
    double[][] end = sites.stream().map(Site::end).toArray(double[][]::new);
    double[][] post = sites.stream().map(Site::post).toArray(double[][]::new);
    double atEnd = level(end);
    double after = level(post);
    if (!(atEnd > 0) || !Double.isFinite(after)) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    double[][] drawn = drawn(end, post, draws, seed);
    if (drawn[0].length < draws / 2) {
      return Answer.insufficient(Shortfall.TOO_UNCERTAIN);
    }
    Interval ratio = percentiles(drawn[1]);
    return Answer.given(
        new Sustainability(
            after - atEnd, percentiles(drawn[0]), after / atEnd, ratio, retained(base, end, post)));
  }

  /**
   * Whether nine tenths of the level were kept. Where lower is better, the level at the end is
   * compared with that after: it must not have risen above ten ninths.
   */
  public Verdict verdict(boolean lowerIsBetter) {
    double worst = lowerIsBetter ? 1 / ratioLimits.upper() : ratioLimits.lower();
    double best = lowerIsBetter ? 1 / ratioLimits.lower() : ratioLimits.upper();
    if (worst > KEPT) {
      return Verdict.SUSTAINED;
    }
    return best < KEPT ? Verdict.DECLINED : Verdict.UNCERTAIN;
  }

  /** Whether a level is worse than another by more than may be lost of it. */
  public static boolean isLost(double level, double end, boolean lowerIsBetter) {
    return lowerIsBetter ? KEPT * level > end : level < KEPT * end;
  }

  private static double level(double[][] sums) {
    double numerator = 0;
    double denominator = 0;
    for (double[] sum : sums) {
      numerator += sum[0];
      denominator += sum[1];
    }
    return numerator / denominator;
  }

  /** Differences and ratios of drawn sites; draws in which a level has no value are left out. */
  private static double[][] drawn(double[][] end, double[][] post, int draws, long seed) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    double[] differences = new double[draws];
    double[] ratios = new double[draws];
    int told = 0;
    int n = end.length;
    for (int b = 0; b < draws; b++) {
      double[] sums = new double[4];
      for (int i = 0; i < n; i++) {
        int site = random.nextInt(n);
        sums[0] += end[site][0];
        sums[1] += end[site][1];
        sums[2] += post[site][0];
        sums[3] += post[site][1];
      }
      double atEnd = sums[0] / sums[1];
      double after = sums[2] / sums[3];
      if (atEnd > 0 && Double.isFinite(after / atEnd)) {
        differences[told] = after - atEnd;
        ratios[told++] = after / atEnd;
      }
    }
    return new double[][] {Arrays.copyOf(differences, told), Arrays.copyOf(ratios, told)};
  }

  private static Interval percentiles(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int tail = (int) Math.floor(Confidence.TAIL * sorted.length);
    return new Interval(sorted[tail], sorted[sorted.length - 1 - tail]);
  }

  private static Answer<Retained> retained(double[][] base, double[][] end, double[][] post) {
    double before = level(base);
    double gain = level(end) - before;
    double kept = level(post) - before;
    if (!Double.isFinite(before) || gain == 0) {
      return Answer.insufficient(Shortfall.NO_OBSERVATIONS);
    }
    int n = base.length;
    double[] a = new double[n];
    double[] b = new double[n];
    double[] zero = part(base);
    double[] last = part(end);
    double[] later = part(post);
    for (int i = 0; i < n; i++) {
      a[i] = later[i] - zero[i];
      b[i] = last[i] - zero[i];
    }
    double t = Quantiles.student(n - 1.0);
    return fieller(kept, gain, covariance(a, a), covariance(a, b), covariance(b, b), t)
        .map(limits -> Answer.given(new Retained(kept / gain, limits)))
        .orElseGet(() -> Answer.insufficient(Shortfall.TOO_UNCERTAIN));
  }

  /** What each site adds to the error of a level: {@code (x_i - L n_i) / sum n}. */
  private static double[] part(double[][] sums) {
    double level = level(sums);
    double total = Arrays.stream(sums).mapToDouble(s -> s[1]).sum();
    return Arrays.stream(sums).mapToDouble(s -> (s[0] - level * s[1]) / total).toArray();
  }

  private static double covariance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum * a.length / (a.length - 1.0);
  }

  /**
   * Fieller's limits of a/b: all r with {@code (a - r b)^2 <= t^2 (v_aa - 2 r v_ab + r^2 v_bb)};
   * empty where b does not differ from 0, as no bounded set has them then.
   */
  static Optional<Interval> fieller(
      double a, double b, double vaa, double vab, double vbb, double t) {
    double square = b * b - t * t * vbb;
    if (!(square > 0)) {
      return Optional.empty();
    }
    double middle = a * b - t * t * vab;
    double root = middle * middle - square * (a * a - t * t * vaa);
    double half = Math.sqrt(Math.max(0, root)) / square;
    return Optional.of(new Interval(middle / square - half, middle / square + half));
  }
}
