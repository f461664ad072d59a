package org.tidemark.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.stats.AgePeriodCohort;
import org.tidemark.stats.AgePeriodTable;
import org.tidemark.stats.AgeSpecificCounts;
import org.tidemark.stats.AnnualChange;
import org.tidemark.stats.Answer;
import org.tidemark.stats.ContinuousJoinpoint;
import org.tidemark.stats.DirectlyStandardisedRate;
import org.tidemark.stats.JoinpointPermutation;
import org.tidemark.stats.JoinpointSeries;
import org.tidemark.stats.Joinpoints;
import org.tidemark.stats.LogLinearTrend;
import org.tidemark.stats.PoissonTrend;

/**
 * From the years of a stratum to its rows of {@code trend}: annual changes in percent, one row a
 * method, and one a segment where joinpoints were looked for. Years without a rate are named, and
 * then there is no trend; years without a case are left out of logarithms, and the note says how
 * many.
 */
public final class TrendEstimates implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int PERMUTATIONS = 999;

  private final RateAnalyses.Trend trend;
  private final double[] weights;
  private final StructType schema;

  private TrendEstimates(RateAnalyses.Trend trend, double[] weights, StructType schema) {
    this.trend = trend;
    this.weights = weights.clone();
    this.schema = schema;
  }

  /**
   * Estimates of one analysis.
   *
   * @param weights of the standard population, eighteen age groups
   * @param schema the published table's
   */
  public static TrendEstimates of(RateAnalyses.Trend trend, double[] weights, StructType schema) {
    return new TrendEstimates(trend, weights, schema);
  }

  /** The published rows of all series. */
  public Dataset<Row> rows(Dataset<Row> series) {
    FlatMapFunction<Row, Row> estimate = this::figures;
    return series.flatMap(estimate, Encoders.row(schema));
  }

  private Iterator<Row> figures(Row row) {
    boolean spread = trend.series().correction().equals("unknown-age");
    YearlySeries series = YearlySeries.of(row, spread);
    Figure base =
        Figure.in(schema)
            .with("area", row.getAs("area"))
            .with("cancer", row.getAs("cancer"))
            .with("sex", row.getAs("sex"))
            .with("year_from", (long) series.first())
            .with("year_to", (long) series.last())
            .with("cases", series.cases());
    List<Figure> figures = new ArrayList<>();
    for (String method : trend.methods()) {
      Figure told = measured(base, method);
      if (!series.hindrance().isEmpty()) {
        figures.add(told.insufficient(series.hindrance()));
      } else {
        add(told, method, series, spread, figures);
      }
    }
    return figures.stream().map(Figure::row).iterator();
  }

  private Figure measured(Figure base, String method) {
    boolean standardised = List.of("eapc", "joinpoint", "joinpoint-continuous").contains(method);
    String of = trend.series().of().name().toLowerCase(Locale.ROOT);
    Figure told =
        base.with("method", method).with("measure", of + (standardised ? "_asr" : "_rate"));
    return standardised ? told.with("standard", trend.series().standard()) : told;
  }

  private void add(
      Figure base, String method, YearlySeries series, boolean spread, List<Figure> figures) {
    switch (method) {
      case "eapc" -> figures.add(eapc(base, series));
      case "eapc-poisson" ->
          figures.add(
              change(
                  base,
                  PoissonTrend.crude(series.years(), all(series, spread), personYears(series))
                      .map(PoissonTrend::change)));
      case "eapc-poisson-age" ->
          figures.add(
              change(
                  base,
                  PoissonTrend.byAge(series.years(), series.counts()).map(PoissonTrend::change)));
      case "drift" -> figures.add(drift(base, series));
      case "joinpoint-continuous" -> continuous(base, series, figures);
      default -> joinpoints(base, series, figures);
    }
  }

  private Figure eapc(Figure base, YearlySeries series) {
    Answer<LogLinearTrend> answer =
        series
            .rates(weights)
            .then(
                rates ->
                    LogLinearTrend.of(
                        series.years(),
                        rates.stream().mapToDouble(DirectlyStandardisedRate::asr).toArray()));
    return change(base, answer.map(LogLinearTrend::student))
        .remark(answer.figure().map(t -> leftOut(t.leftOut())).orElse(""));
  }

  private static Figure drift(Figure base, YearlySeries series) {
    Answer<AgePeriodCohort> answer =
        series.withoutGap().then(AgePeriodTable::ofYears).then(AgePeriodCohort::of);
    return change(base, answer.map(AgePeriodCohort::drift))
        .remark(
            answer
                .figure()
                .map(
                    a ->
                        String.format(
                            Locale.ROOT,
                            "p of bends: period %.3g, cohort %.3g",
                            a.periodBends(),
                            a.cohortBends()))
                .orElse(""));
  }

  private void joinpoints(Figure base, YearlySeries series, List<Figure> figures) {
    Answer<JoinpointSeries> logs = series.rates(weights).then(r -> series(series.years(), r));
    Answer<Joinpoints> answer = logs.then(this::chosen);
    Figure whole = base.with("method", "aapc");
    if (answer.shortfall().isPresent()) {
      figures.add(whole.insufficient(answer.shortfall().get().sentence()));
      return;
    }
    String left = leftOut(series.years().length - logs.get().size());
    figures.add(change(whole, answer.get().average()).remark(left));
    long number = 1;
    for (Joinpoints.Segment segment : answer.get().segments()) {
      Figure piece =
          base.with("segment", number++)
              .with("year_from", (long) segment.from())
              .with("year_to", (long) segment.to());
      figures.add(change(piece, segment.change()).remark(left));
    }
  }

  /** One joinpoint at any time: a change before and one after it, without limits. */
  private void continuous(Figure base, YearlySeries series, List<Figure> figures) {
    Answer<ContinuousJoinpoint> answer =
        series.rates(weights).then(r -> series(series.years(), r)).then(ContinuousJoinpoint::of);
    if (answer.shortfall().isPresent()) {
      figures.add(base.insufficient(answer.shortfall().get().sentence()));
      return;
    }
    ContinuousJoinpoint found = answer.get();
    String place = String.format(Locale.ROOT, "joinpoint at %.2f; no limits", found.time());
    figures.add(
        base.with("segment", 1L)
            .with("year_to", (long) Math.floor(found.time()))
            .ok(100 * Math.expm1(found.before()))
            .remark(place));
    figures.add(
        base.with("segment", 2L)
            .with("year_from", (long) Math.ceil(found.time()))
            .ok(100 * Math.expm1(found.after()))
            .remark(place));
  }

  private Answer<JoinpointSeries> series(int[] years, List<DirectlyStandardisedRate> rates) {
    double[] values = rates.stream().mapToDouble(DirectlyStandardisedRate::asr).toArray();
    double[] errors = rates.stream().mapToDouble(DirectlyStandardisedRate::poissonError).toArray();
    return trend.weights().equals("even")
        ? JoinpointSeries.even(years, values)
        : JoinpointSeries.weighted(years, values, errors);
  }

  private Answer<Joinpoints> chosen(JoinpointSeries series) {
    return switch (trend.joinpoints()) {
      case "bic" -> Joinpoints.byBic(series);
      case "permutation" ->
          Joinpoints.of(
              series,
              JoinpointPermutation.of(series, Joinpoints.MOST, PERMUTATIONS, series.size())
                  .count());
      default -> Joinpoints.of(series, Integer.parseInt(trend.joinpoints()));
    };
  }

  private static Figure change(Figure base, Answer<AnnualChange> change) {
    Figure told = base.answer(change.map(AnnualChange::percent), change.map(AnnualChange::limits));
    return change.figure().map(c -> told.with("se", c.error()).with("p", c.p())).orElse(told);
  }

  private static long[] all(YearlySeries series, boolean spread) {
    return series.counts().stream()
        .mapToLong(c -> c.knownAge() + (spread ? c.unknownAge() : 0))
        .toArray();
  }

  private static double[] personYears(YearlySeries series) {
    return series.counts().stream().mapToDouble(AgeSpecificCounts::personYears).toArray();
  }

  private static String leftOut(int years) {
    return years == 0 ? "" : years + " years without a case are left out";
  }
}
