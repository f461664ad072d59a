package org.tidemark.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import org.tidemark.stats.Answer;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.Shortfall;
import org.tidemark.tally.LifeTables;
import org.tidemark.tally.SharedStrata;
import org.tidemark.tally.SurvivalKey;
import org.tidemark.tally.SurvivalPart;
import org.tidemark.tally.SurvivalStratum;

/**
 * From survival tallies to the rows of {@code survival}: the curves of each analysis ({@link
 * SurvivalLines}) at each horizon asked for, with each kind of limits; age-standardised where the
 * analysis asks for it. Survival is a share, which for net survival may exceed one. The note of a
 * row says how many cases of its stratum did not enter, and why, and what was assumed of its life
 * tables.
 */
public final class SurvivalEstimates implements Serializable {
  private static final long serialVersionUID = 1L;

  /** With fewer at risk at its time a figure is not given. */
  private static final long FEWEST_AT_RISK = 10;

  private final List<Analyses.Survival> analyses;
  private final Map<String, Map<String, Double>> weights;
  private final StructType schema;
  private final int threshold;
  private final LifeTableNotes lifeTables;
  private final SharedStrata shared;

  private SurvivalEstimates(
      List<Analyses.Survival> analyses,
      Map<String, Map<String, Double>> weights,
      StructType schema,
      int threshold,
      LifeTableNotes lifeTables) {
    this.analyses = List.copyOf(analyses);
    this.weights = weights;
    this.schema = schema;
    this.threshold = threshold;
    this.lifeTables = lifeTables;
    this.shared = SharedStrata.of(analyses);
  }

  /**
   * Estimates of the given analyses.
   *
   * @param weights standard → age group → weight, in the order of age
   * @param schema the published table's
   * @param threshold counts from 1 to below it are not told in a note; 0 tells all
   */
  public static SurvivalEstimates of(
      List<Analyses.Survival> analyses,
      Map<String, Map<String, Double>> weights,
      StructType schema,
      int threshold) {
    return new SurvivalEstimates(analyses, weights, schema, threshold, LifeTableNotes.NONE);
  }

  /** The same, their notes saying what was assumed of the life tables that they rest on. */
  public SurvivalEstimates restingOn(LifeTables tables) {
    return new SurvivalEstimates(analyses, weights, schema, threshold, LifeTableNotes.of(tables));
  }

  /** The published rows of all strata. */
  public Dataset<Row> rows(SparkSession spark, JavaRDD<SurvivalStratum> strata) {
    return spark.createDataFrame(
        strata.flatMap(
            stratum ->
                shared.keys(stratum.key()).stream()
                    .flatMap(key -> figures(key, stratum).stream())
                    .iterator()),
        schema);
  }

  private List<Row> figures(SurvivalKey key, SurvivalStratum stratum) {
    Analyses.Survival analysis = analyses.get(key.analysis());
    SurvivalPart whole = stratum.whole();
    if (whole.isEmpty()) {
      return List.of();
    }
    Figure base =
        SurvivalNames.of(schema, key, analysis, whole.yearFrom(), whole.yearTo())
            .with("cases", whole.tally().cases())
            .with("not_included", ExclusionNote.listed(whole.reasons(), threshold));
    List<Figure> figures =
        analysis.ageStandard().isEmpty()
            ? plain(base, analysis, whole)
            : standardised(base, analysis, whole, stratum);
    String note = ExclusionNote.of(whole.reasons(), threshold);
    String causes =
        ExclusionNote.causes(analysis.method(), whole.more().unknownCauses(), threshold);
    String tables = lifeTables.of(analysis, key.value("area"));
    return figures.stream()
        .map(figure -> figure.remark(note).remark(causes).remark(tables).row())
        .toList();
  }

  private List<Figure> plain(Figure base, Analyses.Survival analysis, SurvivalPart part) {
    List<Figure> figures = new ArrayList<>();
    LossBand band = LossBand.of(analysis, part, threshold);
    for (SurvivalLine line : SurvivalLines.of(analysis, part)) {
      Figure named = base.with("measure", line.measure()).with("method", line.method());
      for (int years : analysis.years()) {
        for (String interval : years > line.after() ? analysis.intervals() : List.<String>of()) {
          Figure figure = named.with("years", (double) years).with("interval", interval);
          figures.add(figure(band.beside(figure, line, years), line, years, scale(interval)));
        }
      }
    }
    return figures;
  }

  private static Figure figure(Figure figure, SurvivalLine line, int years, LimitScale scale) {
    Answer<Reading> answer = line.curve().at(years, scale);
    if (answer.shortfall().isPresent()) {
      return figure.insufficient(answer.shortfall().get().sentence());
    }
    Reading reading = answer.get();
    if (reading.atRisk() < FEWEST_AT_RISK) {
      return figure
          .with("at_risk", reading.atRisk())
          .with("deaths", reading.deaths())
          .insufficient(Shortfall.TOO_FEW_AT_RISK.sentence());
    }
    return figure
        .with("se", reading.error())
        .with("at_risk", reading.atRisk())
        .with("deaths", reading.deaths())
        .answer(Answer.given(reading.value()), reading.limits());
  }

  private List<Figure> standardised(
      Figure plain, Analyses.Survival analysis, SurvivalPart whole, SurvivalStratum tallied) {
    StandardisedStratum stratum =
        StandardisedStratum.of(weights.get(analysis.ageStandard()), tallied, whole);
    LossBand band = LossBand.of(analysis, whole, threshold);
    Figure base = plain.with("age_standard", analysis.ageStandard());
    if (analysis.design().weights().equals("individual")) {
      SurvivalLine line = stratum.individuallyWeighted(analysis);
      return lines(base, analysis, line, (years, scale) -> line.curve().at(years, scale), band);
    }
    List<Figure> figures = new ArrayList<>();
    List<List<SurvivalLine>> byAge =
        stratum.byAge().stream().map(part -> SurvivalLines.of(analysis, part)).toList();
    for (int i = 0; i < byAge.get(0).size(); i++) {
      int at = i;
      List<SurvivalLine> groups = byAge.stream().map(lines -> lines.get(at)).toList();
      figures.addAll(
          lines(
              base,
              analysis,
              groups.get(0),
              (years, scale) -> stratum.weighted(groups, years, scale),
              band));
    }
    return figures;
  }

  /** Rows without numbers at risk, for they are not those of one curve. */
  private static List<Figure> lines(
      Figure base,
      Analyses.Survival analysis,
      SurvivalLine names,
      SurvivalLine.Curve curve,
      LossBand band) {
    List<Figure> figures = new ArrayList<>();
    Figure named = base.with("measure", names.measure()).with("method", names.method());
    for (int years : analysis.years()) {
      for (String interval : analysis.intervals()) {
        Figure figure =
            band.counted(named.with("years", (double) years).with("interval", interval), years);
        Answer<Reading> answer = curve.at(years, scale(interval));
        if (answer.figure().isPresent() && answer.get().atRisk() < FEWEST_AT_RISK) {
          figures.add(figure.insufficient(Shortfall.TOO_FEW_AT_RISK.sentence()));
          continue;
        }
        figures.add(
            (answer.figure().isPresent() ? figure.with("se", answer.get().error()) : figure)
                .answer(answer.map(Reading::value), answer.then(Reading::limits)));
      }
    }
    return figures;
  }

  private static LimitScale scale(String interval) {
    return LimitScale.valueOf(interval.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
