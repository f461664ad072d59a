package org.tidemark.stats.panel;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Interval;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.linear.PositiveDefinite;

/**
 * The wild cluster bootstrap-t of a treatment's effect in a two-way regression, the null imposed:
 * residuals of the regression without treatment get one random sign a cluster, and the t of each
 * such sample is compared with the one observed. Cameron AC, Gelbach JB, Miller DL. Rev Econ Stat
 * 2008;90:414-427. doi:10.1162/rest.90.3.414
 *
 * <p>Up to 16 clusters all {@code 2^G} signs are gone through. Below 12 clusters these are too few,
 * and Webb's six weights are drawn instead: {@code -/+ sqrt(3/2), -/+ 1, -/+ sqrt(1/2)}. Webb MD.
 * Can J Econ 2023;56:839-858. doi:10.1111/caje.12661. Limits are the effects that the same test
 * does not reject.
 *
 * <p>Worked example: three clusters with Rademacher's signs have four pairs of samples that mirror
 * each other, of which the observed is one: no p below 1/4 is possible.
 *
 * @param t the observed t
 * @param p share of samples whose t is at least as far from 0
 * @param limits effects not rejected at 5 %; empty where the test cannot bound them
 * @param weights how clusters were weighted
 * @param samples how many samples there were
 */
public record WildBootstrap(
    double t, double p, Optional<Interval> limits, Weights weights, int samples) {
  /** Up to so many clusters all signs are gone through. */
  private static final int ENUMERATED = 16;

  /** Below so many clusters Webb's weights are drawn. */
  private static final int WEBB_BELOW = 12;

  private static final double SMALL = 1e-9;
  private static final double[] WEBB = {
    -Math.sqrt(1.5), -1, -Math.sqrt(0.5), Math.sqrt(0.5), 1, Math.sqrt(1.5)
  };

  /** The random weight of a cluster. */
  public enum Weights {
    /** Plus or minus one, each combination once. */
    RADEMACHER_ENUMERATED,
    /** Plus or minus one, drawn. */
    RADEMACHER,
    /** Webb's six points, drawn. */
    WEBB;

    /** What suits a number of clusters. */
    public static Weights of(int clusters) {
      if (clusters < WEBB_BELOW) {
        return WEBB;
      }
      return clusters <= ENUMERATED ? RADEMACHER_ENUMERATED : RADEMACHER;
    }
  }

  /** The bootstrap with the weights that suit the number of clusters. */
  public static Answer<WildBootstrap> of(Panel panel, int draws, long seed) {
    return of(panel, Weights.of(panel.clusters()), draws, seed);
  }

  /**
   * The bootstrap.
   *
   * @param weights how clusters are weighted
   * @param draws how many samples are drawn, where they are
   * @param seed where the drawing starts
   */
  public static Answer<WildBootstrap> of(Panel panel, Weights weights, int draws, long seed) {
    if (panel.isEmpty() || panel.clusters() < 2) {
      return Answer.insufficient(Shortfall.TOO_FEW_UNITS);
    }
    Optional<Pieces> pieces = Pieces.of(panel);
    if (pieces.isEmpty()) {
      return Answer.insufficient(Shortfall.NOT_IDENTIFIED);
    }
    Pieces own = pieces.get();
    double[][] signs = signs(own.clusters(), weights, draws, seed);
    double t = own.statistic(0, ones(own.clusters()));
    if (!Double.isFinite(t)) {
      return Answer.insufficient(Shortfall.NO_VARIATION);
    }
    return Answer.given(
        new WildBootstrap(t, own.p(0, signs), limits(own, signs), weights, signs.length));
  }

  /** The p alone, without the search for limits. */
  public static Answer<Double> p(Panel panel, Weights weights, int draws, long seed) {
    return Pieces.of(panel)
        .map(own -> Answer.given(own.p(0, signs(own.clusters(), weights, draws, seed))))
        .orElseGet(() -> Answer.insufficient(Shortfall.NOT_IDENTIFIED));
  }

  private static double[] ones(int g) {
    double[] ones = new double[g];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static double[][] signs(int g, Weights weights, int draws, long seed) {
    if (weights == Weights.RADEMACHER_ENUMERATED) {
      double[][] all = new double[1 << g][g];
      for (int mask = 0; mask < all.length; mask++) {
        for (int c = 0; c < g; c++) {
          all[mask][c] = (mask >> c & 1) == 0 ? 1 : -1;
        }
      }
      return all;
    }
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(seed);
    double[][] drawn = new double[draws][g];
    for (double[] sample : drawn) {
      for (int c = 0; c < g; c++) {
        sample[c] =
            weights == Weights.WEBB
                ? WEBB[random.nextInt(WEBB.length)]
                : random.nextBoolean() ? 1 : -1;
      }
    }
    return drawn;
  }

  /** Outwards from the estimate until the test rejects, then halving. */
  private static Optional<Interval> limits(Pieces own, double[][] signs) {
    Optional<Double> lower = limit(own, signs, -1);
    Optional<Double> upper = limit(own, signs, 1);
    return lower.isPresent() && upper.isPresent()
        ? Optional.of(new Interval(lower.get(), upper.get()))
        : Optional.empty();
  }

  private static Optional<Double> limit(Pieces own, double[][] signs, int side) {
    double kept = own.effect();
    double step = 2 * own.error();
    double rejected = kept + side * step;
    for (int i = 0; own.p(rejected, signs) > 0.05; i++) {
      if (i == 6) {
        return Optional.empty();
      }
      kept = rejected;
      step *= 2;
      rejected = own.effect() + side * step;
    }
    for (int i = 0; i < 22; i++) {
      double middle = (kept + rejected) / 2;
      if (own.p(middle, signs) > 0.05) {
        kept = middle;
      } else {
        rejected = middle;
      }
    }
    return Optional.of(kept);
  }

  /**
   * What the t of a sample needs of each cluster. D is treatment without the effects of units and
   * periods, u the outcome likewise; a sample's residuals lose their own period effects again.
   */
  private static final class Pieces {
    private final double norm;
    private final double[] outcomeScore;
    private final double[] treatmentScore;
    private final double[][] outcomePeriods;
    private final double[][] treatmentPeriods;
    private final double[][] solved;

    private Pieces(
        double norm,
        double[] outcomeScore,
        double[] treatmentScore,
        double[][] outcomePeriods,
        double[][] treatmentPeriods,
        double[][] solved) {
      this.norm = norm;
      this.outcomeScore = outcomeScore;
      this.treatmentScore = treatmentScore;
      this.outcomePeriods = outcomePeriods;
      this.treatmentPeriods = treatmentPeriods;
      this.solved = solved;
    }

    static Optional<Pieces> of(Panel panel) {
      WithinUnits cells = WithinUnits.of(panel, List.of((i, t) -> panel.treated(i, t) ? 1 : 0));
      if (cells.width() < 2) {
        return Optional.empty();
      }
      Optional<PositiveDefinite> periods = PositiveDefinite.of(cells.crossProduct(1));
      if (periods.isEmpty()) {
        return Optional.empty();
      }
      double[] d = left(cells, periods.get(), cells.column(0));
      double[] u = left(cells, periods.get(), cells.outcomes());
      double norm = Arrays.stream(d).map(x -> x * x).sum();
      if (!(norm > 1e-9)) {
        return Optional.empty();
      }
      double[][] byPeriod = sums(cells, d);
      double[][] solved =
          Arrays.stream(byPeriod).map(periods.get()::solve).toArray(double[][]::new);
      return Optional.of(
          new Pieces(
              norm, scores(cells, d, u), scores(cells, d, d), sums(cells, u), byPeriod, solved));
    }

    private static double[] left(WithinUnits cells, PositiveDefinite periods, double[] v) {
      return cells.less(v, periods.solve(cells.times(v, 1)), 1);
    }

    private static double[] scores(WithinUnits cells, double[] a, double[] b) {
      double[] scores = new double[cells.clusters()];
      for (int r = 0; r < a.length; r++) {
        scores[cells.cluster(r)] += a[r] * b[r];
      }
      return scores;
    }

    private static double[][] sums(WithinUnits cells, double[] v) {
      double[][] sums = new double[cells.clusters()][cells.width() - 1];
      for (int r = 0; r < v.length; r++) {
        double[] x = cells.row(r);
        double[] sum = sums[cells.cluster(r)];
        for (int j = 0; j < sum.length; j++) {
          sum[j] += x[j + 1] * v[r];
        }
      }
      return sums;
    }

    int clusters() {
      return outcomeScore.length;
    }

    double effect() {
      return Arrays.stream(outcomeScore).sum() / norm;
    }

    double error() {
      double t = statistic(0, ones(clusters()));
      return t == 0 ? 1 / Math.sqrt(norm) : Math.abs(effect() / t);
    }

    /** The t, without a correction that all samples share, of the sample with these weights. */
    double statistic(double effect, double[] sign) {
      int g = sign.length;
      double[] score = new double[g];
      double sum = 0;
      double[] periods = new double[outcomePeriods[0].length];
      for (int c = 0; c < g; c++) {
        score[c] = sign[c] * (outcomeScore[c] - effect * treatmentScore[c]);
        sum += score[c];
        for (int j = 0; j < periods.length; j++) {
          periods[j] += sign[c] * (outcomePeriods[c][j] - effect * treatmentPeriods[c][j]);
        }
      }
      double squares = 0;
      for (int c = 0; c < g; c++) {
        double own = score[c] - sum / norm * treatmentScore[c];
        for (int j = 0; j < periods.length; j++) {
          own -= solved[c][j] * periods[j];
        }
        squares += own * own;
      }
      return sum / Math.sqrt(squares);
    }

    double p(double effect, double[][] signs) {
      double observed = Math.abs(statistic(effect, ones(clusters())));
      long far =
          Arrays.stream(signs)
              .filter(s -> !(Math.abs(statistic(effect, s)) < observed * (1 - SMALL)))
              .count();
      return (double) far / signs.length;
    }
  }
}
