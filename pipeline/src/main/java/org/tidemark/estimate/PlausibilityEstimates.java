package org.tidemark.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.model.AgeGroup;
import org.tidemark.model.Status;
import org.tidemark.stats.AgeCurve;
import org.tidemark.stats.AgeSpecificCounts;
import org.tidemark.stats.Answer;
import org.tidemark.stats.PoissonTrend;
import org.tidemark.stats.Rate;
import org.tidemark.stats.RateRatio;
import org.tidemark.tally.SeriesStrata;

/**
 * Rows of {@code quality} that follow from counts by year and age: {@code mi}, deaths over cases of
 * the years that both registered, in percent, beside which 100 less five-year survival is to be
 * read; {@code stability}, how far yearly counts scatter about their own trend, 1 where by chance
 * alone; {@code age_curve}, the slope of the rates by age; {@code childhood_0_4} and so on, rates
 * of children, which vary little between populations and so show what is missed (Parkin DM, Bray F.
 * Eur J Cancer 2009;45:756-764, doi:10.1016/j.ejca.2008.11.033). None of them is passed or failed:
 * they are to be read beside those of like registries.
 */
public final class PlausibilityEstimates implements Serializable {
  /** The deaths of a series that has cases in {@link SeriesStrata#YEARS}. */
  public static final String DEATHS = "death_years";

  private static final long serialVersionUID = 1L;
  private static final double PERCENT = 100;

  /** The age groups 0-4, 5-9 and 10-14. */
  private static final int CHILDHOOD = 3;

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
    for (String index : asked.indices()) {
      if (index.equals("childhood")) {
        figures.addAll(childhood(base, row, cases));
        continue;
      }
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

  /** Rates of children, beside the band in which those of registries lie where one is known. */
  private List<Row> childhood(Figure base, Row row, YearlySeries series) {
    Optional<ReferenceRates> reference = ReferenceRates.of(row);
    AgeSpecificCounts counts = series.pooled();
    List<Row> rows = new ArrayList<>();
    for (int group = 0; group < CHILDHOOD; group++) {
      String ages = AgeGroup.label(group, AgeGroup.COUNT - 1);
      Figure told =
          base.with("index", "childhood_" + ages.replace('-', '_'))
              .with("numerator", counts.cases(group));
      if (!series.hindrance().isEmpty()) {
        rows.add(told.insufficient(series.hindrance()).row());
        continue;
      }
      Answer<Rate> rate = Rate.of(counts.cases(group), counts.personYears(group));
      Optional<double[]> band = reference.flatMap(bands(group));
      String place = rate.figure().map(r -> place(r.per100k(), band)).orElse("");
      rows.add(told.answer(rate.map(Rate::per100k), rate.map(Rate::exact)).remark(place).row());
    }
    return rows;
  }

  private static Function<ReferenceRates, Optional<double[]>> bands(int group) {
    return rates -> rates.band(group);
  }

  private String place(double rate, Optional<double[]> band) {
    if (band.isEmpty()) {
      return "per 100,000 person-years; no reference band";
    }
    double[] ends = band.get();
    String place = rate < ends[0] ? "below" : rate > ends[1] ? "above" : "within";
    return String.format(
        Locale.ROOT,
        "per 100,000 person-years; %s the band of %s, %.1f to %.1f",
        place,
        asked.reference(),
        ends[0],
        ends[1]);
  }

  private static String shape(AgeCurve curve) {
    String line =
        String.format(Locale.ROOT, "the line explains %.0f %%", PERCENT * curve.explained());
    return curve.falls() ? line + "; rates fall after 70" : line;
  }
}
