package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A figure, or why there is none: whatever the edge, no number that is not one. */
@DisplayName("What comes of no case, one case, all cases and ties")
class EdgeFiguresTest {
  private static final LimitScale[] SCALES = LimitScale.values();

  private static void sound(Object figure) {
    assertThat(String.valueOf(figure)).doesNotContain("NaN", "Infinity", "@");
  }

  private static double[] ones() {
    double[] ones = new double[AgeSpecificCounts.GROUPS];
    Arrays.fill(ones, 1);
    return ones;
  }

  private static int[] years(int n) {
    return IntStream.range(2000, 2000 + n).toArray();
  }

  private static AgeSpecificCounts counts(long each, double personYears) {
    long[] cases = new long[AgeSpecificCounts.GROUPS];
    double[] years = new double[AgeSpecificCounts.GROUPS];
    Arrays.fill(cases, each);
    Arrays.fill(years, personYears);
    return AgeSpecificCounts.of(cases, each, years);
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 1000})
  void ratesByAge(long each) {
    for (double years : new double[] {0, 1, 1e7}) {
      AgeSpecificCounts counts = counts(each, years);
      sound(AgeSpecificRates.of(counts));
      sound(CumulativeRate.upTo74(counts));
      sound(AgeCurve.of(counts));
      sound(DirectlyStandardisedRate.of(counts, ones(), AgeRange.ALL));
      sound(DirectlyStandardisedRate.of(counts, ones(), AgeRange.UP_TO_74));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 12})
  void trendsOfFewOrEqualYears(int n) {
    for (long cases : new long[] {0, 1, 50}) {
      double[] rates = new double[n];
      double[] persons = new double[n];
      Arrays.fill(rates, cases);
      Arrays.fill(persons, 1000);
      sound(LogLinearTrend.of(years(n), rates));
      sound(
          PoissonTrend.crude(
              years(n), LongStream.generate(() -> cases).limit(n).toArray(), persons));
      sound(
          PoissonTrend.byAge(
              years(n), IntStream.range(0, n).mapToObj(y -> counts(cases, 1000)).toList()));
      Answer<JoinpointSeries> series = JoinpointSeries.even(years(n), rates);
      sound(series.then(Joinpoints::byBic));
      sound(series.then(ContinuousJoinpoint::of));
      sound(series.map(s -> JoinpointPermutation.of(s, 2, 19, 1)));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void periods(int periods) {
    for (long each : new long[] {0, 1, 40}) {
      long[][] cases = new long[AgeSpecificCounts.GROUPS][periods];
      double[][] persons = new double[AgeSpecificCounts.GROUPS][periods];
      Arrays.stream(cases).forEach(row -> Arrays.fill(row, each));
      Arrays.stream(persons).forEach(row -> Arrays.fill(row, 1000.0));
      Answer<AgePeriodTable> table = AgePeriodTable.of(cases, persons);
      sound(table.then(AgePeriodCohort::of));
      sound(table.then(t -> Projection.of(t, ones(), 2)));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 10, 1_000_000})
  void sharesOfNobodyAndOfAll(long trials) {
    for (long events : new long[] {0, Math.min(1, trials), trials}) {
      long[] hits = new long[12];
      long[] all = new long[12];
      Arrays.fill(hits, events);
      Arrays.fill(all, trials);
      sound(Benchmark.of(hits, all, 0.5, true));
      sound(OrderedShares.slope(hits, all));
      sound(OrderedShares.concentration(hits, all));
      sound(OrderedShares.erreygers(hits, all));
      Inequality.of(hits, all, 50, 1).figure().ifPresent(EdgeFiguresTest::indices);
      sound(EstimateChange.ofShares(events, trials, trials, trials));
      sound(Proportion.of(events, trials).map(p -> DifferenceOfProportions.of(p, p)));
      sound(trials == 0 ? 0 : FunnelPlot.ofShares(hits, all));
      double[] expected = new double[12];
      Arrays.fill(expected, 1e-6);
      sound(FunnelPlot.ofRatios(hits, expected, 1));
    }
  }

  private static void indices(Inequality i) {
    sound(List.of(i.slope(), i.logisticSlope(), i.relative(), i.concentration(), i.gap()));
    sound(List.of(i.relativeConcentration(), i.erreygers(), i.wagstaff(), i.ratio()));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1_000_000_000})
  void completeness(long n) {
    for (long other : new long[] {0, 1, 1_000_000_000}) {
      long both = Math.min(n, other);
      sound(TwoSourceCompleteness.of(n, other, 0));
      sound(TwoSourceCompleteness.of(n, other, both));
      sound(DeathCertificateCompleteness.of(both, n, other));
      sound(ThreeSourceCompleteness.of(new long[] {n, other, n, other, n, other, n}));
      CountChange change = CountChange.of(n, other);
      assertThat(change.p()).isBetween(0.0, 1.0);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 6, 30})
  void valuesThatTie(int n) {
    for (double value : new double[] {0, 1, -1e150}) {
      double[] same = new double[n];
      Arrays.fill(same, value);
      sound(Mean.of(same));
      sound(Quantile.median(same));
      sound(SignedRanks.of(same));
      sound(PairedDifferences.of(same, new double[n]));
    }
    boolean[] seen = new boolean[n];
    Arrays.fill(seen, true);
    for (LimitScale scale : SCALES) {
      sound(CensoredQuantile.median(new double[n], seen, scale));
      sound(CensoredQuantile.median(new double[n], new boolean[n], scale));
    }
  }

  /** How the follow-up of a few cases may end. */
  enum Ends {
    ALL_DEAD_AT_ONCE(1, 1, 0),
    ALL_DEAD_ON_ONE_DAY(100, 100, 0),
    NOBODY_DIES(100, 2000, 3),
    ONE_CASE(100, 100, 1),
    DEATHS_TIE_WITH_LOSSES(400, 400, 2),
    THE_LAST_DIES(50, 900, 0);

    private final int first;
    private final int last;
    private final int alive;

    Ends(int first, int last, int alive) {
      this.first = first;
      this.last = last;
      this.alive = alive;
    }

    SurvivalTally tally(PopulationHazard hazard) {
      SurvivalTally tally = SurvivalTally.empty(1827);
      for (int i = 0; i < (this == ONE_CASE ? 1 : 3); i++) {
        int time = i == 0 ? first : last;
        tally.add(29_000, 0, time, i >= alive, hazard, 1);
      }
      return tally;
    }
  }

  @ParameterizedTest
  @EnumSource(Ends.class)
  void survival(Ends ends) {
    for (PopulationHazard hazard : hazards()) {
      SurvivalTally tally = ends.tally(hazard);
      for (PoharPerme.Transform form : PoharPerme.Transform.values()) {
        curve(PoharPerme.estimate(tally, form));
        curve(EdererTwo.estimate(tally, form));
        curve(BrennerWeights.net(new double[] {1, 2}, List.of(tally, tally), form));
      }
      curve(KaplanMeier.estimate(tally));
      crude(AalenJohansen.estimate(EventTable.byCause(tally)));
      crude(CroninFeuer.cancer(tally, 365));
      crude(CroninFeuer.other(tally, 365));
      sound(NetLogRank.of(List.of(tally, Ends.THE_LAST_DIES.tally(hazard)), 1827));
    }
  }

  private static List<PopulationHazard> hazards() {
    double[][][] none = new double[1][2][1];
    return List.of(
        PopulationHazard.nearest(new double[] {0, 25_000}, new int[] {0}, none),
        SyntheticHazard.yearly(1));
  }

  private static void curve(SurvivalCurve curve) {
    for (LimitScale scale : SCALES) {
      for (double years : new double[] {0, 0.1, 1, 2.4, 5}) {
        sound(curve.at(years, scale));
        curve
            .at(years, scale)
            .figure()
            .ifPresent(p -> assertThat(p.limits().contains(p.survival())).isTrue());
        sound(curve.given(years, years + 1, scale));
      }
    }
  }

  private static void crude(Answer<CrudeCurve> curve) {
    for (LimitScale scale : new LimitScale[] {LimitScale.PLAIN, LimitScale.LOG}) {
      for (double day : new double[] {0, 50, 100.5, 365}) {
        sound(curve.then(c -> c.at(day, scale)));
        sound(curve.then(c -> c.lost(day, scale)));
      }
    }
  }
}
