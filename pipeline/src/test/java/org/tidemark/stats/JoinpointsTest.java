package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Joinpoints")
class JoinpointsTest {
  private static final double TOLERANCE = 1e-8;
  private static final int[] YEARS = {
    1990, 1991, 1992, 1993, 1994, 1995, 1996, 1997, 1998, 1999, 2000, 2001, 2002, 2003, 2004, 2005
  };

  @Test
  void agreesWithTheReferenceOverWholeYears() {
    List<CSVRecord> rows = Reference.rows("trends/expected_joinpoint_grid.csv");
    assertThat(rows).hasSize(20);
    for (CSVRecord row : rows) {
      JoinpointSeries series = series(row, row.get("weights").equals("wls"));
      Joinpoints none = Joinpoints.of(series, 0).get();
      Reference.close(row, "slope_0jp", none.segments().get(0).change().get().slope(), TOLERANCE);
      relative(row, "rss_0jp", none.rss());
      Reference.close(row, "bic_0", none.bic(), TOLERANCE);
      one(row, Joinpoints.of(series, 1).get());
    }
  }

  private static void one(CSVRecord row, Joinpoints one) {
    assertThat(one.segments().get(1).from()).isEqualTo(Reference.integer(row, "joinpoint_year"));
    for (int s = 0; s < 2; s++) {
      AnnualChange change = one.segments().get(s).change().get();
      String n = Integer.toString(s + 1);
      Reference.close(row, "slope_" + n, change.slope(), TOLERANCE);
      Reference.close(row, "se_" + n, change.error(), TOLERANCE);
      Reference.close(row, "apc_" + n, change.percent(), TOLERANCE);
      Reference.close(row, "apc_" + n + "_lower", change.limits().lower(), TOLERANCE);
      Reference.close(row, "apc_" + n + "_upper", change.limits().upper(), TOLERANCE);
    }
    relative(row, "rss_1jp", one.rss());
    Reference.close(row, "bic_1", one.bic(), TOLERANCE);
    AnnualChange average = one.average().get();
    Reference.close(row, "aapc", average.percent(), TOLERANCE);
    Reference.close(row, "aapc_se_log", average.error(), TOLERANCE);
    Reference.close(row, "aapc_lower", average.limits().lower(), TOLERANCE);
    Reference.close(row, "aapc_upper", average.limits().upper(), TOLERANCE);
  }

  private static void relative(CSVRecord row, String column, double actual) {
    Reference.near(row, column, actual, TOLERANCE);
  }

  /** The true minimum over all times; the package may stop in a local one. */
  @Test
  void aJoinpointAtAnyTimeReachesTheTrueMinimum() {
    List<CSVRecord> rows = Reference.rows("trends/expected_segmented.csv");
    assertThat(rows).hasSize(10);
    for (CSVRecord row : rows) {
      ContinuousJoinpoint found = ContinuousJoinpoint.of(series(row, false)).get();
      assertThat(found.rss())
          .as("record %d", row.getRecordNumber())
          .isLessThanOrEqualTo(Reference.number(row, "rss_profile") * (1 + 1e-6));
    }
  }

  private static JoinpointSeries series(CSVRecord wanted, boolean weighted) {
    List<CSVRecord> rows =
        Reference.rows("trends/series.csv").stream()
            .filter(r -> r.get("registry").equals(wanted.get("registry")))
            .filter(r -> r.get("sex").equals(wanted.get("sex")))
            .toList();
    int[] years = rows.stream().mapToInt(r -> Reference.integer(r, "year")).toArray();
    double[] rates = rows.stream().mapToDouble(r -> Reference.number(r, "asr")).toArray();
    double[] errors = rows.stream().mapToDouble(r -> Reference.number(r, "se_poisson")).toArray();
    return weighted
        ? JoinpointSeries.weighted(years, rates, errors).get()
        : JoinpointSeries.even(years, rates).get();
  }

  /** A series drawn with its bends: both ways of choosing find them, and no more. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2})
  void bendsThatAreThereAreFound(int bends) {
    int[] years = new int[27];
    Arrays.setAll(years, i -> 1990 + i);
    SplittableRandom random = new SplittableRandom(bends + 5);
    double[] rates = new double[years.length];
    for (int i = 0; i < rates.length; i++) {
      double log = 3 + 0.05 * i;
      log -= bends > 0 ? 0.1 * Math.max(0, i - 9) : 0;
      log += bends > 1 ? 0.12 * Math.max(0, i - 18) : 0;
      rates[i] = Math.exp(log + 0.01 * (random.nextDouble() - 0.5));
    }
    JoinpointSeries series = JoinpointSeries.even(years, rates).get();
    assertThat(JoinpointPermutation.of(series, 3, 199, 1).count()).isEqualTo(bends);
    Joinpoints chosen = Joinpoints.of(series, bends).get();
    assertThat(chosen.segments().get(0).change().get().percent()).isCloseTo(5.127, within(0.2));
    if (bends > 0) {
      assertThat(Joinpoints.byBic(series).get().count()).isBetween(bends, bends + 1);
      assertThat(chosen.segments().get(1).from()).isBetween(1998, 2000);
    }
  }

  /** The growing factor answers as the whole model does, for every number of joinpoints. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4})
  void theSearchAndTheModelAgree(int count) {
    double[] rates = new SplittableRandom(count + 11).doubles(YEARS.length, 5, 20).toArray();
    JoinpointSeries series = JoinpointSeries.even(YEARS, rates).get();
    JoinpointSearch.Best best = JoinpointSearch.in(series).best(count);
    assertThat(Joinpoints.at(series, best.at()).get().rss())
        .isCloseTo(best.rss(), within(1e-10 * (1 + best.rss())));
    if (count == 2) {
      assertThat(best.rss()).isCloseTo(everyPair(series), within(1e-10));
    }
  }

  private static double everyPair(JoinpointSeries series) {
    double least = Double.MAX_VALUE;
    for (int a = 2; a < series.size(); a++) {
      for (int b = a + 3; b < series.size() - 2; b++) {
        least = Math.min(least, Joinpoints.at(series, new int[] {a, b}).get().rss());
      }
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void limitsContainTheEstimateAndMoreJoinpointsFitBetter(long seed) {
    double[] rates = new SplittableRandom(seed).doubles(YEARS.length, 5, 20).toArray();
    JoinpointSeries series = JoinpointSeries.even(YEARS, rates).get();
    double before = Double.MAX_VALUE;
    for (int k = 0; k <= 3; k++) {
      Joinpoints fit = Joinpoints.of(series, k).get();
      assertThat(fit.rss()).isLessThanOrEqualTo(before * (1 + 1e-12));
      before = fit.rss();
      for (Joinpoints.Segment segment : fit.segments()) {
        AnnualChange change = segment.change().get();
        assertThat(change.limits().contains(change.percent())).isTrue();
      }
      AnnualChange average = fit.average().get();
      assertThat(average.limits().contains(average.percent())).isTrue();
    }
    assertThat(ContinuousJoinpoint.of(series).get().rss())
        .isLessThanOrEqualTo(Joinpoints.of(series, 1).get().rss() * (1 + 1e-12));
  }

  @Test
  void anExactLineGetsNoJoinpoint() {
    double[] rates = new double[YEARS.length];
    Arrays.setAll(rates, i -> 10 * Math.pow(1.03, i));
    JoinpointSeries series = JoinpointSeries.even(YEARS, rates).get();
    Joinpoints chosen = Joinpoints.byBic(series).get();
    assertThat(chosen.count()).isZero();
    assertThat(chosen.average().get().percent()).isCloseTo(3, within(1e-9));
  }

  @Test
  void fewYearsBearNoJoinpoint() {
    assertThat(JoinpointSeries.even(new int[] {1, 2, 3}, new double[] {1, 2, 3}).shortfall())
        .contains(Shortfall.TOO_FEW_OBSERVATIONS);
    JoinpointSeries four =
        JoinpointSeries.even(new int[] {4, 3, 2, 1}, new double[] {4, 3, 2, 1}).get();
    assertThat(Joinpoints.of(four, 1).shortfall()).contains(Shortfall.TOO_FEW_OBSERVATIONS);
    assertThat(Joinpoints.byBic(four).get().count()).isZero();
    assertThat(JoinpointPermutation.of(four, 5, 9, 1)).isEqualTo(new JoinpointPermutation(0, 1));
    assertThat(Joinpoints.most(25)).isEqualTo(4);
    assertThat(Joinpoints.most(40)).isEqualTo(5);
  }
}
