package org.tidemark.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.catalogue.RatioAnalysis;
import org.tidemark.stats.AgeRange;
import org.tidemark.tally.IncidenceStrata;
import org.tidemark.tally.RatioStrata;

/**
 * From compared strata to rows of {@code rate_ratio}: each stratum against one of them, against all
 * together, or against a reference population. What hinders a rate hinders its ratio, and is named;
 * a sex-limited cancer has nobody of the other sex to be compared with, and no row.
 */
public final class RatioEstimates implements Serializable {
  private static final long serialVersionUID = 1L;

  private final RatioAnalysis analysis;
  private final Map<String, double[]> standards;
  private final StructType schema;
  private final AgeRange ages;

  private RatioEstimates(
      RatioAnalysis analysis, Map<String, double[]> standards, StructType schema, AgeRange ages) {
    this.analysis = analysis;
    this.standards = standards;
    this.schema = schema;
    this.ages = ages;
  }

  /**
   * Estimates of one analysis.
   *
   * @param standards weights of the eighteen age groups by name of the standard population
   * @param schema the published table's
   */
  public static RatioEstimates of(
      RatioAnalysis analysis, Map<String, double[]> standards, StructType schema) {
    return new RatioEstimates(analysis, standards, schema, AgeRange.ALL);
  }

  /** Estimates of groups that only persons below an age belong to; their rows name the ages. */
  public RatioEstimates below(int age) {
    return new RatioEstimates(analysis, standards, schema, AgeRange.below(age));
  }

  /** The published rows of all strata of {@link RatioStrata}. */
  public Dataset<Row> rows(Dataset<Row> strata) {
    FlatMapFunction<Row, Row> estimate = this::figures;
    return strata.flatMap(estimate, Encoders.row(schema));
  }

  /** The published rows of one row of strata. */
  Iterator<Row> figures(Row row) {
    List<Row> members =
        row.<Row>getList(row.fieldIndex(RatioStrata.MEMBERS)).stream()
            .sorted(Comparator.comparing(this::member))
            .toList();
    List<Row> figures = new ArrayList<>();
    RatioFigures made = new RatioFigures(analysis, standards, ages);
    if (analysis.isByReference()) {
      Optional<ReferenceRates> rates = ReferenceRates.of(row);
      members.forEach(
          m ->
              made.byReference(
                  base(m).with("against", "reference").with("reference", analysis.reference()),
                  IncidenceStratum.of(m),
                  rates,
                  figures));
    } else if (analysis.against().equals(RatioAnalysis.ALL)) {
      againstAll(members, made, figures);
    } else {
      againstOne(members, made, figures);
    }
    return figures.iterator();
  }

  private void againstAll(List<Row> members, RatioFigures made, List<Row> figures) {
    IncidenceStratum all =
        IncidenceStratum.pooled(members.stream().map(IncidenceStratum::of).toList());
    String periods = PeriodOf.all(members.stream().map(RatioEstimates::period).toList());
    for (Row m : members) {
      Figure told = besides(base(m).with("against", "all"), m, "", periods);
      made.between(told, IncidenceStratum.of(m), all, figures);
    }
  }

  private void againstOne(List<Row> members, RatioFigures made, List<Row> figures) {
    Optional<Row> other =
        members.stream().filter(m -> member(m).equals(analysis.against())).findFirst();
    if (other.isEmpty() && analysis.compare().equals("sex")) {
      return;
    }
    for (Row m : members) {
      if (!member(m).equals(analysis.against())) {
        String period = other.map(RatioEstimates::period).orElse(period(m));
        Figure told = besides(base(m).with("against", "stratum"), m, analysis.against(), period);
        if (other.isEmpty()) {
          made.without(told, IncidenceStratum.of(m), "no figures to compare with", figures);
        } else {
          made.between(told, IncidenceStratum.of(m), IncidenceStratum.of(other.get()), figures);
        }
      }
    }
  }

  private Figure base(Row m) {
    String events = analysis.series().of() == RateAnalyses.Of.INCIDENCE ? "cases" : "deaths";
    Figure base =
        Figure.in(schema)
            .with("area", m.getAs("area"))
            .with("cancer", m.getAs("cancer"))
            .with("sex", m.getAs("sex"))
            .with("period", period(m))
            .with("events", events)
            .with("correction", analysis.series().correction());
    return ages.equals(AgeRange.ALL) ? base : base.with("age_group", ages.label());
  }

  /** The place, sex and years of the rate compared with. */
  private Figure besides(Figure base, Row m, String other, String period) {
    boolean area = analysis.compare().equals("area");
    boolean sex = analysis.compare().equals("sex");
    return base.with("against_area", area ? other : m.getAs("area"))
        .with("against_sex", sex ? other : m.getAs("sex"))
        .with("against_period", period);
  }

  private String member(Row m) {
    return analysis.compare().isEmpty() ? period(m) : m.getAs(analysis.compare());
  }

  private static String period(Row m) {
    return m.getAs(IncidenceStrata.PERIOD);
  }
}
