package org.tidemark.stats;

import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.tidemark.stats.linear.LeastSquares;

/**
 * Whether groups of cases have the same net survival: a test of the kind of the log-rank test, on
 * numbers at risk, deaths and expected deaths that are weighted by the inverse of the expected
 * survival, as {@link PoharPerme}. Grafféo N, Castell F, Belot A, Giorgi R. A log-rank-type test to
 * compare net survival distributions. Biometrics 2016;72:760-769. doi:10.1111/biom.12477
 *
 * <p>With Y_h the weighted number at risk of group h and N_h its weighted excess deaths, {@code Z_h
 * = sum over days of dN_h - (Y_h / Y) dN}, of covariance {@code sum over days and groups l of ((h =
 * l) - Y_h / Y) ((j = l) - Y_j / Y) [sum over deaths of l of 1/S^2]}. Of k groups the first k - 1
 * make a chi-squared with k - 1 degrees of freedom. Without population hazard Z is that of the
 * log-rank test, and each death adds to the variance what it moved. Days on which a group has
 * nobody at risk, and those after, are left out.
 *
 * <p>Within strata, as of age: Z and its covariance are those of each stratum, summed. A stratum in
 * which a group has nobody says nothing.
 *
 * @param chiSquared the test statistic
 * @param degrees degrees of freedom
 * @param p probability of so large a statistic where all groups have the same net survival
 */
public record NetLogRank(double chiSquared, int degrees, double p) {
  /**
   * The test.
   *
   * @param groups two tallies or more, none of them empty
   * @param days last day of follow-up to compare
   */
  public static Answer<NetLogRank> of(List<SurvivalTally> groups, int days) {
    return within(List.of(groups), days);
  }

  /**
   * The test within strata.
   *
   * @param strata the same groups in the same order in each stratum, two or more
   * @param days last day of follow-up to compare
   */
  public static Answer<NetLogRank> within(List<List<SurvivalTally>> strata, int days) {
    Require.that(!strata.isEmpty(), "one stratum or more to compare groups in");
    int groups = strata.get(0).size();
    Require.that(groups >= 2, "two groups or more to compare");
    double[] z = new double[groups - 1];
    double[][] covariance = new double[groups - 1][groups - 1];
    boolean any = false;
    for (List<SurvivalTally> stratum : strata) {
      Require.that(stratum.size() == groups, "the same groups in every stratum");
      List<DailySums> sums = stratum.stream().map(DailySums::of).toList();
      int last = Math.min(days, sums.stream().mapToInt(s -> s.last).min().orElse(0));
      for (DailySums group : sums) {
        Answer<Integer> readable = group.weightedUpTo(last);
        if (last > 0 && readable.shortfall().isPresent()) {
          return Answer.insufficient(readable.shortfall().get());
        }
      }
      add(sums, last, z, covariance);
      any |= last > 0;
    }
    return any ? test(z, covariance) : Answer.insufficient(Shortfall.NO_OBSERVATIONS);
  }

  private static void add(List<DailySums> groups, int last, double[] z, double[][] covariance) {
    for (int t = 1; t <= last; t++) {
      double weight = 0;
      double excess = 0;
      for (DailySums group : groups) {
        weight += group.weightAfter[t];
        excess += excess(group, t);
      }
      for (int h = 0; h < z.length; h++) {
        double share = groups.get(h).weightAfter[t] / weight;
        z[h] += excess(groups.get(h), t) - share * excess;
      }
      addCovariance(groups, t, weight, covariance);
    }
  }

  private static Answer<NetLogRank> test(double[] z, double[][] covariance) {
    Optional<LeastSquares> solved = LeastSquares.of(covariance, z);
    if (solved.isEmpty()) {
      return Answer.insufficient(Shortfall.NO_VARIATION);
    }
    double statistic = 0;
    for (int h = 0; h < z.length; h++) {
      statistic += z[h] * solved.get().coefficient(h);
    }
    double p = ChiSquaredDistribution.of(z.length).survivalProbability(statistic);
    return Answer.given(new NetLogRank(statistic, z.length, p));
  }

  /** Weighted deaths of a day less the weighted expected ones. */
  private static double excess(DailySums group, int t) {
    return group.deathWeight[t] - (group.hazardBefore[t] + group.hazardAfter[t]) / 2;
  }

  private static void addCovariance(
      List<DailySums> groups, int t, double weight, double[][] covariance) {
    for (int l = 0; l < groups.size(); l++) {
      double squares = groups.get(l).deathSquare[t];
      for (int h = 0; h < covariance.length && squares > 0; h++) {
        double ofH = (h == l ? 1 : 0) - groups.get(h).weightAfter[t] / weight;
        for (int j = 0; j < covariance.length; j++) {
          double ofJ = (j == l ? 1 : 0) - groups.get(j).weightAfter[t] / weight;
          covariance[h][j] += ofH * ofJ * squares;
        }
      }
    }
  }
}
