package org.tidemark.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import org.tidemark.model.AgeGroup;
import org.tidemark.stats.AgeRange;
import org.tidemark.stats.AgeSpecificCounts;
import org.tidemark.stats.AgeSpecificRates;
import org.tidemark.stats.Answer;
import org.tidemark.stats.CumulativeRate;
import org.tidemark.stats.DirectlyStandardisedRate;
import org.tidemark.stats.Interval;
import org.tidemark.stats.Rate;
import org.tidemark.tally.IncidenceStrata;

/**
 * From the tally of a stratum to its rows of {@code incidence}: cases, crude, age-specific,
 * age-standardised and truncated rates, cumulative rate and risk, each under each correction for
 * unknown age asked for. {@code none} leaves cases of unknown age out of every rate; {@code
 * unknown-age} spreads them over the known ages in proportion. Rates per 100,000 person-years,
 * cumulative figures in percent.
 */
public final class IncidenceEstimates implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String UNKNOWN_AGE = "unknown-age";

  private final Analyses.Incidence analysis;
  private final Map<String, double[]> standards;
  private final StructType schema;
  private final AgeRange ages;
  private final String withoutRates;

  private IncidenceEstimates(
      Analyses.Incidence analysis,
      Map<String, double[]> standards,
      StructType schema,
      AgeRange ages,
      String withoutRates) {
    this.analysis = analysis;
    this.standards = standards;
    this.schema = schema;
    this.ages = ages;
    this.withoutRates = withoutRates;
  }

  /**
   * Estimates of one analysis.
   *
   * @param standards weights of the eighteen age groups by name of the standard population
   * @param schema the published table's
   */
  public static IncidenceEstimates of(
      Analyses.Incidence analysis, Map<String, double[]> standards, StructType schema) {
    return new IncidenceEstimates(analysis, standards, schema, AgeRange.ALL, "");
  }

  /**
   * Estimates of cases that are no incidence: how many there are, and that they have no rate.
   *
   * @param reason why; empty where they have
   */
  public IncidenceEstimates without(String reason) {
    return new IncidenceEstimates(analysis, standards, schema, ages, reason);
  }

  /**
   * Estimates of groups that only persons below an age belong to: of the rates, the crude and the
   * standardised one over their ages alone, and those by age group. Their rows name the ages.
   *
   * @param belowAge the age, at the border of two age groups
   */
  public IncidenceEstimates below(int belowAge) {
    return new IncidenceEstimates(
        analysis, standards, schema, AgeRange.below(belowAge), withoutRates);
  }

  /** The published rows of all strata. */
  public Dataset<Row> rows(Dataset<Row> strata) {
    FlatMapFunction<Row, Row> estimate = this::figures;
    return strata.flatMap(estimate, Encoders.row(schema));
  }

  /** The published rows of one stratum. */
  Iterator<Row> figures(Row row) {
    IncidenceStratum stratum = IncidenceStratum.of(row);
    Figure base =
        Figure.in(schema)
            .with("area", row.getAs("area"))
            .with("cancer", row.getAs("cancer"))
            .with("sex", row.getAs("sex"))
            .with("period", row.getAs(IncidenceStrata.PERIOD))
            .with("cases", stratum.knownAge())
            .with("cases_unknown_age", stratum.unknownAge());
    if (limited()) {
      base = base.with("age_group", ages.label());
    }
    List<Figure> figures = new ArrayList<>();
    figures.add(measure(base, "cases", "none").ok(stratum.allCases()).remark(withoutRates));
    String hindrance = withoutRates.isEmpty() ? stratum.hindrance() : withoutRates;
    if (!hindrance.isEmpty()) {
      figures.add(measure(base, "crude_rate", "none").insufficient(hindrance));
    } else {
      rates(base, stratum, figures);
    }
    // The count of cases owes nothing to the population.
    Row cases = figures.remove(0).row();
    return Stream.concat(
            Stream.of(cases), figures.stream().map(f -> f.remark(stratum.remark()).row()))
        .iterator();
  }

  private void rates(Figure base, IncidenceStratum stratum, List<Figure> figures) {
    AgeSpecificCounts known = stratum.counts(false);
    double years = limited() ? known.personYears(ages) : known.personYears();
    Figure told = base.with("person_years", years);
    ageSpecific(told, stratum, known, figures);
    for (String correction : analysis.corrections()) {
      boolean corrected = correction.equals(UNKNOWN_AGE);
      AgeSpecificCounts counts = stratum.counts(corrected);
      long events = corrected ? stratum.allCases() : stratum.knownAge();
      crude(measure(told, "crude_rate", correction), Rate.of(events, years), figures);
      if (!limited()) {
        cumulative(told, correction, CumulativeRate.upTo74(counts), figures);
      }
      standards.forEach(
          (name, weights) -> {
            Figure asr = measure(told, "asr", correction).with("standard", name);
            standardised(asr, counts, weights, ages, figures);
            if (limited()) {
              return;
            }
            Figure truncated = measure(told, "truncated_asr", correction).with("standard", name);
            standardised(
                truncated.with("age_group", "35-64"),
                counts,
                weights,
                AgeRange.TRUNCATED_35_64,
                figures);
          });
    }
  }

  private boolean limited() {
    return !ages.equals(AgeRange.ALL);
  }

  private void ageSpecific(
      Figure base, IncidenceStratum stratum, AgeSpecificCounts counts, List<Figure> figures) {
    List<Answer<Rate>> rates = AgeSpecificRates.of(counts);
    for (int i = 0; i <= Math.min(stratum.open(), ages.last()); i++) {
      Figure figure =
          measure(base, "age_specific_rate", "none")
              .with("age_group", AgeGroup.label(i, stratum.open()))
              .with("interval", "exact")
              .with("cases", counts.pooledCases(i))
              .with("cases_unknown_age", null)
              .with("person_years", counts.personYears(i));
      figures.add(figure.answer(rates.get(i).map(Rate::per100k), rates.get(i).map(Rate::exact)));
    }
  }

  private void crude(Figure base, Answer<Rate> rate, List<Figure> figures) {
    figures.add(
        base.with("interval", "exact").answer(rate.map(Rate::per100k), rate.map(Rate::exact)));
    if (analysis.intervals().contains("byar")) {
      figures.add(
          base.with("interval", "byar").answer(rate.map(Rate::per100k), rate.map(Rate::byar)));
    }
  }

  private static void cumulative(
      Figure base, String correction, Answer<CumulativeRate> answer, List<Figure> figures) {
    Figure rate = measure(base, "cumulative_rate", correction).with("interval", "normal");
    figures.add(
        withError(rate, answer.map(CumulativeRate::rateError))
            .answer(answer.map(CumulativeRate::rate), answer.map(CumulativeRate::rateLimits)));
    Figure risk = measure(base, "cumulative_risk", correction).with("interval", "normal");
    figures.add(
        withError(risk, answer.map(CumulativeRate::riskError))
            .answer(answer.map(CumulativeRate::risk), answer.map(CumulativeRate::riskLimits)));
  }

  private void standardised(
      Figure base,
      AgeSpecificCounts counts,
      double[] weights,
      AgeRange range,
      List<Figure> figures) {
    Answer<DirectlyStandardisedRate> answer = DirectlyStandardisedRate.of(counts, weights, range);
    Figure told =
        answer.figure().isEmpty()
            ? base
            : base.with("cases", answer.get().cases())
                .with("person_years", answer.get().personYears());
    for (String interval : analysis.intervals()) {
      if (RateLimits.STANDARDISED.containsKey(interval)) {
        RateLimits limits = RateLimits.STANDARDISED.get(interval);
        Answer<Interval> both = answer.then(limits::of);
        figures.add(
            withError(told.with("interval", interval), answer.map(limits::error))
                .answer(answer.map(DirectlyStandardisedRate::asr), both));
      }
    }
  }

  private static Figure withError(Figure figure, Answer<Double> error) {
    return error.figure().isPresent() ? figure.with("se", error.get()) : figure;
  }

  private static Figure measure(Figure base, String measure, String correction) {
    return base.with("measure", measure).with("correction", correction);
  }
}
