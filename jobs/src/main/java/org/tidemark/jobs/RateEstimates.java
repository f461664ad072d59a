package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.catalogue.RatioAnalysis;
import org.tidemark.derive.Classification;
import org.tidemark.derive.Grouping;
import org.tidemark.derive.Groupings;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.IncidenceEstimates;
import org.tidemark.estimate.ProjectionEstimates;
import org.tidemark.estimate.RatioEstimates;
import org.tidemark.estimate.TrendEstimates;
import org.tidemark.tally.IncidenceStrata;
import org.tidemark.tally.RatioStrata;
import org.tidemark.tally.SeriesStrata;

/** From strata of events and person-years to rows of the tables of rates. */
final class RateEstimates {
  private final Catalogue catalogue;
  private final Programme programme;
  private final Classification classification;

  RateEstimates(Catalogue catalogue, Programme programme, Classification classification) {
    this.catalogue = catalogue;
    this.programme = programme;
    this.classification = classification;
  }

  /** Rows of {@code incidence}, with why there are no rates where there are none. */
  Dataset<Row> rates(IncidenceStrata strata, Analyses.Incidence analysis, String withoutRates) {
    return rates(strata, analysis, classification.groupings(), schema("incidence"), withoutRates);
  }

  /** Rows of a table of rates. */
  Dataset<Row> rates(
      IncidenceStrata strata,
      Analyses.Incidence analysis,
      Map<String, Grouping> groupings,
      StructType schema,
      String withoutRates) {
    IncidenceEstimates estimates =
        IncidenceEstimates.of(analysis, standards(analysis.standards()), schema)
            .without(withoutRates);
    if (!analysis.by().contains("cancer")) {
      return estimates.rows(strata.strata(analysis, Map.of("", "")));
    }
    Grouping grouping = groupings.get(analysis.grouping());
    boolean all = grouping.belowAge() == Grouping.ALL_AGES;
    return (all ? estimates : estimates.below(grouping.belowAge()))
        .rows(strata.strata(analysis, grouping.published()));
  }

  /** Rows of {@code rate_ratio}. */
  Dataset<Row> ratios(
      IncidenceStrata strata,
      RatioAnalysis asked,
      Map<String, Grouping> groupings,
      Optional<Dataset<Row>> references) {
    RatioEstimates estimates =
        RatioEstimates.of(asked, standards(asked.standards()), schema("rate_ratio"));
    boolean byCancer = asked.series().by().contains("cancer");
    Grouping grouping = byCancer ? groupings.get(asked.series().grouping()) : null;
    Map<String, String> names = byCancer ? grouping.published() : Map.of("", "");
    boolean all = !byCancer || grouping.belowAge() == Grouping.ALL_AGES;
    return (all ? estimates : estimates.below(grouping.belowAge()))
        .rows(RatioStrata.of(strata.strata(asked.strata(), names), asked, references));
  }

  /**
   * Rows of {@code trend} and {@code projection}, by table.
   *
   * @param told which series to give, by what they are by
   */
  Map<String, List<Dataset<Row>>> series(
      IncidenceStrata strata,
      RateAnalyses.Of of,
      Map<String, Grouping> groupings,
      Predicate<List<String>> told) {
    List<Dataset<Row>> trends = new ArrayList<>();
    for (RateAnalyses.Trend trend : programme.analyses().rates().trends()) {
      if (trend.series().of() == of && told.test(trend.series().by())) {
        trends.add(
            TrendEstimates.of(trend, standard(trend.series()), schema("trend"))
                .rows(years(strata, trend.series(), groupings)));
      }
    }
    List<Dataset<Row>> projections = new ArrayList<>();
    for (RateAnalyses.Projection ahead : programme.analyses().rates().projections()) {
      if (ahead.series().of() == of && told.test(ahead.series().by())) {
        projections.add(
            ProjectionEstimates.of(ahead, standard(ahead.series()), schema("projection"))
                .rows(years(strata, ahead.series(), groupings)));
      }
    }
    return Map.of("trend", trends, "projection", projections);
  }

  /** The years of each series, one row a series. */
  static Dataset<Row> years(
      IncidenceStrata strata, RateAnalyses.Series series, Map<String, Grouping> groupings) {
    Map<String, String> names =
        series.by().contains("cancer")
            ? groupings.get(series.grouping()).published()
            : Map.of("", "");
    return SeriesStrata.of(strata.strata(series.yearly(), names));
  }

  private Map<String, double[]> standards(List<String> names) {
    Map<String, double[]> standards = new LinkedHashMap<>();
    names.forEach(s -> standards.put(s, Groupings.standard(catalogue, s)));
    return standards;
  }

  private double[] standard(RateAnalyses.Series series) {
    return Groupings.standard(catalogue, series.standard());
  }

  private StructType schema(String table) {
    return Figure.schema(catalogue.published().get(table));
  }
}
