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
import org.tidemark.stats.AgePeriodTable;
import org.tidemark.stats.AgeRange;
import org.tidemark.stats.AgeSpecificCounts;
import org.tidemark.stats.Answer;
import org.tidemark.stats.DirectlyStandardisedRate;
import org.tidemark.stats.Projection;

/**
 * From the years of a stratum to its rows of {@code projection}: the standardised rate of each
 * five-year period to come, and, as a back-test, that of past periods as it would have been
 * foretold from those before them, beside what was observed.
 */
public final class ProjectionEstimates implements Serializable {
  private static final long serialVersionUID = 1L;

  private final RateAnalyses.Projection projection;
  private final double[] weights;
  private final StructType schema;

  private ProjectionEstimates(
      RateAnalyses.Projection projection, double[] weights, StructType schema) {
    this.projection = projection;
    this.weights = weights.clone();
    this.schema = schema;
  }

  /**
   * Estimates of one analysis.
   *
   * @param weights of the standard population, eighteen age groups
   * @param schema the published table's
   */
  public static ProjectionEstimates of(
      RateAnalyses.Projection projection, double[] weights, StructType schema) {
    return new ProjectionEstimates(projection, weights, schema);
  }

  /** The published rows of all series. */
  public Dataset<Row> rows(Dataset<Row> series) {
    FlatMapFunction<Row, Row> estimate = this::figures;
    return series.flatMap(estimate, Encoders.row(schema));
  }

  private Iterator<Row> figures(Row row) {
    YearlySeries series = YearlySeries.of(row, false);
    String of = projection.series().of().name().toLowerCase(Locale.ROOT);
    Figure base =
        Figure.in(schema)
            .with("area", row.getAs("area"))
            .with("cancer", row.getAs("cancer"))
            .with("sex", row.getAs("sex"))
            .with("measure", of + "_asr")
            .with("standard", projection.series().standard())
            .with("cases", series.cases());
    List<Figure> figures = new ArrayList<>();
    Answer<AgePeriodTable> table = series.withoutGap().then(AgePeriodTable::ofYears);
    if (!series.hindrance().isEmpty() || table.shortfall().isPresent()) {
      String why =
          series.hindrance().isEmpty()
              ? table.shortfall().orElseThrow().sentence()
              : series.hindrance();
      figures.add(
          base.with("kind", "projected")
              .with("period", label(series.last(), 0, projection.periods()))
              .insufficient(why));
    } else {
      ahead(base, table.get(), series.last(), figures);
      backTest(base, table.get(), series.last(), figures);
    }
    return figures.stream().map(Figure::row).iterator();
  }

  private void ahead(Figure base, AgePeriodTable table, int last, List<Figure> figures) {
    Figure told = base.with("kind", "projected").with("base", label(last, -table.periods(), 0));
    add(told, table, projection.periods(), last, figures);
  }

  private void backTest(Figure base, AgePeriodTable table, int last, List<Figure> figures) {
    int held = projection.backTest();
    if (held == 0 || held >= table.periods()) {
      return;
    }
    int known = last - held * AgePeriodTable.WIDTH;
    Figure told =
        base.with("kind", "back-test").with("base", label(known, -(table.periods() - held), 0));
    List<Figure> foretold = new ArrayList<>();
    add(told, table.without(held), held, known, foretold);
    for (int i = 0; i < foretold.size(); i++) {
      Answer<Double> seen = observed(table, table.periods() - held + i);
      figures.add(
          foretold.size() == held && seen.figure().isPresent()
              ? foretold.get(i).with("observed", seen.get())
              : foretold.get(i));
    }
  }

  private void add(Figure base, AgePeriodTable table, int periods, int last, List<Figure> figures) {
    Answer<Projection> answer = Projection.of(table, weights, periods);
    if (answer.shortfall().isPresent()) {
      figures.add(
          base.with("period", label(last, 0, periods))
              .insufficient(answer.shortfall().get().sentence()));
      return;
    }
    String note =
        String.format(
            Locale.ROOT,
            "drift of %s, cut; over-dispersion %.3g",
            answer.get().recent() ? "the last two periods" : "all periods",
            answer.get().dispersion());
    int step = 0;
    for (Projection.Period period : answer.get().periods()) {
      figures.add(
          base.with("period", label(last, step, step + 1))
              .ok(period.asr())
              .with(period.limits())
              .with("se", period.error())
              .with("note", note));
      step++;
    }
  }

  private Answer<Double> observed(AgePeriodTable table, int period) {
    long[] cases = new long[AgeSpecificCounts.GROUPS];
    double[] personYears = new double[AgeSpecificCounts.GROUPS];
    for (int age = 0; age < table.ages(); age++) {
      cases[age] = table.cases(age, period);
      personYears[age] = table.personYears(age, period);
    }
    AgeSpecificCounts counts = AgeSpecificCounts.of(cases, 0, personYears);
    return DirectlyStandardisedRate.of(counts, weights, AgeRange.ALL)
        .map(DirectlyStandardisedRate::asr);
  }

  /** The years from a number of periods after a year to another number. */
  private static String label(int last, int from, int to) {
    int width = AgePeriodTable.WIDTH;
    return (last + 1 + from * width) + "-" + (last + to * width);
  }
}
