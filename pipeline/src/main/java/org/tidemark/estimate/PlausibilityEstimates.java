package org.tidemark.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.model.Status;
import org.tidemark.stats.AgeCurve;
import org.tidemark.stats.AgeSpecificCounts;
import org.tidemark.stats.Answer;
import org.tidemark.stats.PoissonTrend;
import org.tidemark.stats.RateRatio;
import org.tidemark.tally.SeriesStrata;

/**
 * Rows of {@code quality} that follow from counts by year and age: {@code mi}, deaths over cases of
 * the years that both registered, in percent, beside which 100 less five-year survival is to be
 * read; {@code stability}, how far yearly counts scatter about their own trend, 1 where by chance
 * alone; {@code age_curve}, the slope of the rates by age. None of them is passed or failed: they
 * are to be read beside those of like registries.
 */
public final class PlausibilityEstimates implements Serializable {
  /** The deaths of a series that has cases in {@link SeriesStrata#YEARS}. */
  public static final String DEATHS = "death_years";

  private static final long serialVersionUID = 1L;
  private static final double PERCENT = 100;

  private final RateAnalyses.Plausibility asked;
  private final StructType schema;

  private PlausibilityEstimates(RateAnalyses.Plausibility asked, StructType schema) {
    this.asked = asked;
    this.schema = schema;
  }

  /** Estimates of one analysis, in the schema of the published table. */
  public static PlausibilityEstimates of(RateAnalyses.Plausibility asked, StructType schema) {
    return new PlausibilityEstimates(asked, schema);
  }

  /**
   * The published rows of all series.
   *
   * @param series of cases, with the deaths of the same stratum or null
   */
  public Dataset<Row> rows(Dataset<Row> series) {
    FlatMapFunction<Row, Row> estimate = this::figures;
    return series.flatMap(estimate, Encoders.row(schema));
  }

  private Iterator<Row> figures(Row row) {
    YearlySeries cases = YearlySeries.of(row, false);
    Figure base =
        Figure.in(schema)
            .with("area", row.getAs("area"))
            .with("cancer", row.getAs("cancer"))
            .with("sex", row.getAs("sex"))
            .with("period", period(cases.first(), cases.last()));
    List<Row> figures = new ArrayList<>();
    for (String index : indices()) {
      Figure told = base.with("index", index.replace('-', '_'));
      Figure figure =
          switch (index) {
            case "mi" -> mortality(told, row, cases);
            case "stability" -> stability(told, cases);
            default -> ageCurve(told, cases);
          };
      figures.add(figure.row());
    }
    return figures.iterator();
  }

  /** The indices of this table; the ratio too where it is laid beside survival. */
  private Set<String> indices() {
    Set<String> indices = new LinkedHashSet<>(asked.indices());
    if (indices.remove("mi-survival")) {
      indices.add("mi");
    }
    return indices;
  }

  /** Deaths over cases; both are Poisson counts of the same person-years. */
  private static Figure mortality(Figure base, Row row, YearlySeries cases) {
    int at = row.fieldIndex(DEATHS);
    if (row.isNullAt(at)) {
      return base.status(Status.NOT_APPLICABLE, "no deaths of these years");
    }
    Map<Integer, Long> died = new TreeMap<>();
    YearlySeries deaths = YearlySeries.of(row.getList(at), false);
    for (int i = 0; i < deaths.years().length; i++) {
      died.put(deaths.years()[i], all(deaths.strata().get(i)));
    }
    int[] both = Arrays.stream(cases.years()).filter(died::containsKey).toArray();
    if (both.length == 0) {
      return base.status(Status.NOT_APPLICABLE, "no deaths of these years");
    }
    long numerator = Arrays.stream(both).mapToLong(died::get).sum();
    long denominator = 0;
    for (int i = 0; i < cases.years().length; i++) {
      denominator += died.containsKey(cases.years()[i]) ? all(cases.strata().get(i)) : 0;
    }
    Answer<RateRatio> ratio = RateRatio.of(numerator, 1, denominator, 1);
    return base.with("period", period(both[0], both[both.length - 1]))
        .with("numerator", numerator)
        .with("denominator", denominator)
        .answer(ratio.map(r -> r.ratio() * PERCENT), ratio.map(r -> r.exact().scaled(PERCENT)));
  }

  private static String period(int from, int to) {
    return from == to ? Integer.toString(from) : from + "-" + to;
  }

  private static long all(IncidenceStratum stratum) {
    return stratum.allCases();
  }

  private static Figure stability(Figure base, YearlySeries series) {
    Figure told = base.with("denominator", series.cases());
    if (!series.hindrance().isEmpty()) {
      return told.insufficient(series.hindrance());
    }
    long[] cases = series.strata().stream().mapToLong(IncidenceStratum::allCases).toArray();
    double[] years = series.counts().stream().mapToDouble(AgeSpecificCounts::personYears).toArray();
    Answer<PoissonTrend> trend = PoissonTrend.crude(series.years(), cases, years);
    if (trend.figure().map(t -> t.freedom() < 1).orElse(true)) {
      return told.insufficient("fewer than three years with cases");
    }
    double p = trend.get().scatter();
    return told.ok(trend.get().deviance() / trend.get().freedom())
        .with("note", String.format(Locale.ROOT, "p of no more than chance %.3g", p));
  }

  private static Figure ageCurve(Figure base, YearlySeries series) {
    Figure told = base.with("denominator", series.cases());
    if (!series.hindrance().isEmpty()) {
      return told.insufficient(series.hindrance());
    }
    Answer<AgeCurve> curve = AgeCurve.of(series.pooled());
    return told.answer(curve.map(AgeCurve::slope), curve.map(AgeCurve::limits))
        .remark(curve.figure().map(PlausibilityEstimates::shape).orElse(""));
  }

  private static String shape(AgeCurve curve) {
    String line =
        String.format(Locale.ROOT, "the line explains %.0f %%", PERCENT * curve.explained());
    return curve.falls() ? line + "; rates fall after 70" : line;
  }
}
