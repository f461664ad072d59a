package org.tidemark.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether a share reaches a target beyond chance: met where its 95 % limits lie on the good side,
 * not met where they lie on the other, compatible where the target is between them.
 *
 * <p>Where the share is one of several sites the limits are those of Student's t on the sites'
 * log-odds, {@code log((x + 1/2) / (n - x + 1/2))}: patients of a site are alike, and Wilson's
 * limits would take them for independent. Haldane JBS. Ann Hum Genet 1956;20:309-311.
 * doi:10.1111/j.1469-1809.1955.tb01285.x
 *
 * @param share the share over all sites
 * @param limits its limits
 * @param verdict what they say of the target
 * @param bySites whether the limits come from the differences between sites
 */
public record Benchmark(double share, Interval limits, Verdict verdict, boolean bySites) {
  /** Fewest trials from which a verdict is given. */
  public static final int LEAST_TRIALS = 10;

  /** Fewest sites from which their differences are told. */
  public static final int LEAST_SITES = 5;

  /** What the limits say. */
  public enum Verdict {
    /** The target is reached, beyond chance. */
    MET,
    /** The target is missed, beyond chance. */
    NOT_MET,
    /** Chance does not let it be told. */
    COMPATIBLE
  }

  /**
   * The verdict on sites together.
   *
   * @param events of each site
   * @param trials of each site
   * @param target the share to reach
   * @param upward whether more is better
   */
  public static Answer<Benchmark> of(long[] events, long[] trials, double target, boolean upward) {
    long all = 0;
    long hits = 0;
    List<Double> odds = new ArrayList<>();
    for (int i = 0; i < events.length; i++) {
      Require.events(events[i], trials[i], "a site of a benchmark");
      all += trials[i];
      hits += events[i];
      if (trials[i] > 0) {
        odds.add(Math.log((events[i] + 0.5) / (trials[i] - events[i] + 0.5)));
      }
    }
    if (all < LEAST_TRIALS) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    Proportion share = Proportion.of(hits, all).get();
    if (odds.size() < LEAST_SITES) {
      Verdict verdict = verdict(share.wilson(), target, upward);
      return Answer.given(new Benchmark(share.share(), share.wilson(), verdict, false));
    }
    double[] values = odds.stream().mapToDouble(Double::doubleValue).toArray();
    return Mean.of(values).map(mean -> clustered(share, mean, target, upward));
  }

  /** The spread of the mean log-odds, laid around the share of all patients. */
  private static Benchmark clustered(Proportion share, Mean mean, double target, boolean upward) {
    double half = mean.limits().upper() - mean.mean();
    double centre = Math.log((share.events() + 0.5) / (share.trials() - share.events() + 0.5));
    Interval own = new Interval(expit(centre - half), expit(centre + half));
    Interval wilson = share.wilson();
    // Sites that happen to agree do not make the share surer than its patients do.
    Interval limits =
        new Interval(Math.min(own.lower(), wilson.lower()), Math.max(own.upper(), wilson.upper()));
    return new Benchmark(share.share(), limits, verdict(limits, target, upward), true);
  }

  /**
   * The verdict on a survival of sites together, their mean weighted by cases. Limits are symmetric
   * on the complementary log-log scale; the error of the mean is that of a ratio of totals over
   * sites with Student's t, {@code k / (k - 1) sum n^2 (S - mean)^2 / (sum n)^2} for five sites or
   * more, and never below that of their patients.
   *
   * @param survivals of each site; a net survival may exceed 1
   * @param cases of each site, above 0
   * @param error standard error of the mean from the sites' own
   * @param target the survival to reach
   * @param upward whether more is better
   */
  public static Answer<Benchmark> ofSurvivals(
      double[] survivals, double[] cases, double error, double target, boolean upward) {
    double all = Arrays.stream(cases).sum();
    double mean = 0;
    for (int i = 0; i < cases.length; i++) {
      mean += survivals[i] * cases[i] / all;
    }
    if (all < LEAST_TRIALS) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    if (mean <= 0 || mean >= 1) {
      return Answer.insufficient(Shortfall.TOO_UNCERTAIN);
    }
    boolean bySites = cases.length >= LEAST_SITES;
    double half = Confidence.Z * error;
    if (bySites) {
      half = Math.max(half, Quantiles.student(cases.length - 1.0) * spread(survivals, cases, mean));
    }
    double factor = Math.exp(half / (mean * -Math.log(mean)));
    Interval limits = new Interval(Math.pow(mean, factor), Math.pow(mean, 1 / factor));
    return Answer.given(new Benchmark(mean, limits, verdict(limits, target, upward), bySites));
  }

  /** The error of a mean weighted by cases, from how the sites differ. */
  private static double spread(double[] survivals, double[] cases, double mean) {
    double squares = 0;
    for (int i = 0; i < cases.length; i++) {
      squares += Math.pow(cases[i] * (survivals[i] - mean), 2);
    }
    double sites = cases.length;
    return Math.sqrt(sites / (sites - 1) * squares) / Arrays.stream(cases).sum();
  }

  private static double expit(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static Verdict verdict(Interval limits, double target, boolean upward) {
    if (limits.lower() > target) {
      return upward ? Verdict.MET : Verdict.NOT_MET;
    }
    if (limits.upper() < target) {
      return upward ? Verdict.NOT_MET : Verdict.MET;
    }
    return Verdict.COMPATIBLE;
  }
}
