package org.tidemark.stats.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Reference;
import org.tidemark.stats.Shortfall;

final class InterruptedSeriesTest {
  private static final List<String> TERMS =
      List.of("(Intercept)", "month", "post", "since", "s12", "c12");

  private static InterruptedSeries reference(boolean seasonal) {
    List<CSVRecord> rows = Reference.rows("program-evaluation/its_series.csv");
    int start =
        rows.stream()
            .filter(r -> r.get("post").equals("1"))
            .mapToInt(r -> Reference.integer(r, "month"))
            .min()
            .orElseThrow();
    return InterruptedSeries.of(
            rows.stream().mapToInt(r -> Reference.integer(r, "month")).toArray(),
            rows.stream().mapToDouble(r -> Reference.number(r, "y")).toArray(),
            start,
            12,
            seasonal ? 1 : 0)
        .get();
  }

  @Test
  void meetsTheReference() {
    for (CSVRecord row : Reference.rows("program-evaluation/expected_its.csv")) {
      InterruptedSeries series = reference(row.get("model").equals("seasonal"));
      SeriesFit fit =
          switch (row.get("vcov")) {
            case "ols" -> SeriesEstimators.ordinary(series).get();
            case "nw_lag3" -> SeriesEstimators.neweyWest(series, 3, false).get();
            case "nw_lag3_adj" -> SeriesEstimators.neweyWest(series, 3, true).get();
            case "nw_lag6" -> SeriesEstimators.neweyWest(series, 6, false).get();
            default -> SeriesEstimators.neweyWest(series, 0, true).get();
          };
      Effect effect = fit.coefficient(TERMS.indexOf(row.get("term")));
      Reference.close(row, "estimate", effect.value(), 1e-9);
      Reference.close(row, "se", effect.se().getAsDouble(), 1e-9);
      Reference.near(row, "p_t", effect.p().getAsDouble(), 1e-5);
    }
  }

  /** A course with errors that last, the same each time. */
  private static InterruptedSeries generated(int n, double rho, double level, double slope) {
    double[] y = new double[n];
    double u = 0;
    for (int t = 1; t <= n; t++) {
      u = rho * u + Math.sin(12.9898 * t) * Math.cos(78.233 * t * t);
      boolean after = t > n / 2;
      y[t - 1] = 10 + 0.2 * t + (after ? level + slope * (t - n / 2 - 1) : 0) + u;
    }
    return InterruptedSeries.of(IntStream.rangeClosed(1, n).toArray(), y, n / 2 + 1, 12, 0).get();
  }

  @Test
  void effectsAddUp() {
    SeriesFit fit = AutoregressiveSeries.restricted(generated(48, 0.5, 3, 0.4)).get();
    assertThat(fit.after(12).value())
        .isCloseTo(fit.level().value() + 12 * fit.slope().value(), within(1e-10));
    assertThat(fit.after(0).value()).isCloseTo(fit.level().value(), within(1e-12));
    assertThat(fit.level().value()).isBetween(1.5, 4.5);
    assertThat(fit.autocorrelation()).isBetween(0.2, 0.8);
  }

  @Test
  void withoutAutocorrelationAllWaysAgree() {
    InterruptedSeries series = generated(60, 0, 2, 0);
    Effect ols = SeriesEstimators.ordinary(series).get().level();
    SeriesFit reml = AutoregressiveSeries.restricted(series).get();
    assertThat(reml.autocorrelation()).isBetween(-0.35, 0.35);
    assertThat(reml.level().value()).isCloseTo(ols.value(), within(0.2));
    assertThat(reml.level().df().getAsDouble()).isBetween(15.0, 60.0);
    assertThat(SeriesEstimators.praisWinsten(series).get().level().value())
        .isCloseTo(ols.value(), within(0.2));
  }

  @Test
  void aFixedPointOfPraisAndWinstenIsLeastSquaresAtItsOwnCorrelation() {
    InterruptedSeries series = generated(40, 0.6, 1, 0.1);
    SeriesFit fit = SeriesEstimators.praisWinsten(series).get();
    double[] again =
        SeriesEstimators.whitened(series, fit.autocorrelation()).orElseThrow().coefficients();
    assertThat(again[2]).isCloseTo(fit.level().value(), within(1e-9));
    assertThat(fit.level().se().getAsDouble())
        .isGreaterThan(SeriesEstimators.ordinary(series).get().level().se().getAsDouble());
  }

  @Test
  void moveAndScaleOfTheOutcomeCarryOver() {
    InterruptedSeries series = generated(30, 0.4, 2, 0.2);
    double[] y = series.values();
    double[] moved = java.util.Arrays.stream(y).map(v -> 7 - 3 * v).toArray();
    Effect here = AutoregressiveSeries.restricted(series).get().after(6);
    Effect there =
        AutoregressiveSeries.restricted(
                InterruptedSeries.of(series.times(), moved, 16, 12, 0).get())
            .get()
            .after(6);
    assertThat(there.value()).isCloseTo(-3 * here.value(), within(1e-5));
    assertThat(there.se().getAsDouble()).isCloseTo(3 * here.se().getAsDouble(), within(1e-5));
    assertThat(there.df().getAsDouble()).isCloseTo(here.df().getAsDouble(), within(0.05));
  }

  @Test
  void shortSeriesAreNotJudged() {
    int[] t = IntStream.rangeClosed(1, 11).toArray();
    assertThat(InterruptedSeries.of(t, new double[11], 9, 12, 0).shortfall())
        .contains(Shortfall.TOO_FEW_PERIODS);
    assertThat(InterruptedSeries.of(t, new double[11], 8, 12, 0).shortfall())
        .contains(Shortfall.TOO_FEW_PERIODS);
  }

  @Test
  void gapsAreBridged() {
    InterruptedSeries whole = generated(40, 0.5, 2, 0.1);
    int[] kept = IntStream.range(0, 40).filter(i -> i != 10 && i != 11 && i != 30).toArray();
    int[] times = java.util.Arrays.stream(kept).map(i -> i + 1).toArray();
    double[] values = java.util.Arrays.stream(kept).mapToDouble(i -> whole.values()[i]).toArray();
    InterruptedSeries gaps = InterruptedSeries.of(times, values, 21, 12, 0).get();
    assertThat(AutoregressiveSeries.restricted(gaps).get().level().value())
        .isCloseTo(AutoregressiveSeries.restricted(whole).get().level().value(), within(0.8));
  }
}
