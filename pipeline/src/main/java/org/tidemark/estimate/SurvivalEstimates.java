package org.tidemark.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import org.tidemark.stats.AgeStandardisedSurvival;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Interval;
import org.tidemark.stats.KaplanMeier;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.PoharPerme;
import org.tidemark.stats.PoharPerme.Transform;
import org.tidemark.stats.SurvivalCurve;
import org.tidemark.stats.SurvivalPoint;
import org.tidemark.stats.SurvivalTally;
import org.tidemark.tally.SurvivalKey;
import org.tidemark.tally.SurvivalPart;
import scala.Tuple2;

/**
 * From survival tallies to the rows of {@code survival}: observed survival by Kaplan–Meier and net
 * survival by Pohar Perme on the daily grid, at each horizon asked for, with each kind of limits;
 * age-standardised where the analysis asks for it. Survival is a share, which for net survival may
 * exceed one. The note of a row says how many cases of its stratum did not enter, and why.
 */
public final class SurvivalEstimates implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String KAPLAN_MEIER = "kaplan-meier";

  private final List<Analyses.Survival> analyses;
  private final Map<String, Map<String, Double>> weights;
  private final StructType schema;
  private final int threshold;

  private SurvivalEstimates(
      List<Analyses.Survival> analyses,
      Map<String, Map<String, Double>> weights,
      StructType schema,
      int threshold) {
    this.analyses = List.copyOf(analyses);
    this.weights = weights;
    this.schema = schema;
    this.threshold = threshold;
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
    return new SurvivalEstimates(analyses, weights, schema, threshold);
  }

  /** The published rows of all strata; the age groups of a standardised stratum come together. */
  public Dataset<Row> rows(SparkSession spark, JavaPairRDD<SurvivalKey, SurvivalPart> parts) {
    return spark.createDataFrame(
        parts
            .mapToPair(part -> new Tuple2<>(part._1().standardised(), part))
            .groupByKey()
            .flatMap(stratum -> figures(stratum._1(), stratum._2())),
        schema);
  }

  private Iterator<Row> figures(
      SurvivalKey key, Iterable<Tuple2<SurvivalKey, SurvivalPart>> parts) {
    Analyses.Survival analysis = analyses.get(key.analysis());
    SurvivalPart whole = whole(parts);
    if (whole.isEmpty()) {
      return Collections.emptyIterator();
    }
    List<Figure> figures = new ArrayList<>();
    Figure base = base(key, analysis, whole);
    if (analysis.ageStandard().isEmpty()) {
      plain(base, analysis, whole.tally(), figures);
    } else {
      standardised(base, analysis, parts, figures);
    }
    String note = ExclusionNote.of(whole.reasons(), threshold);
    return figures.stream().map(figure -> figure.remark(note).row()).iterator();
  }

  private static SurvivalPart whole(Iterable<Tuple2<SurvivalKey, SurvivalPart>> parts) {
    SurvivalPart whole = null;
    for (Tuple2<SurvivalKey, SurvivalPart> part : parts) {
      whole = whole == null ? part._2() : whole.plus(part._2());
    }
    return whole;
  }

  private void plain(
      Figure base, Analyses.Survival analysis, SurvivalTally tally, List<Figure> figures) {
    SurvivalCurve curve = curve(analysis, tally);
    for (int years : analysis.years()) {
      for (String interval : analysis.intervals()) {
        Figure figure = base.with("years", (double) years).with("interval", interval);
        Answer<SurvivalPoint> point = curve.at(years, scale(interval));
        figures.add(
            observed(figure, curve, point)
                .answer(point.map(SurvivalPoint::survival), point.map(SurvivalPoint::limits)));
      }
    }
  }

  private static Figure observed(Figure figure, SurvivalCurve curve, Answer<SurvivalPoint> point) {
    if (point.figure().isEmpty()) {
      return figure;
    }
    SurvivalPoint at = point.get();
    return figure
        .with("se", at.error())
        .with("at_risk", at.atRisk())
        .with("deaths", curve.deaths(at.day()));
  }

  private void standardised(
      Figure plain,
      Analyses.Survival analysis,
      Iterable<Tuple2<SurvivalKey, SurvivalPart>> parts,
      List<Figure> figures) {
    Map<String, Double> standard = weights.get(analysis.ageStandard());
    StandardisedStratum stratum = StandardisedStratum.of(standard, parts);
    Figure base = plain.with("age_standard", analysis.ageStandard());
    List<SurvivalCurve> curves =
        stratum.byAge().stream().map(tally -> curve(analysis, tally)).toList();
    for (int years : analysis.years()) {
      List<Answer<SurvivalPoint>> points =
          curves.stream().map(curve -> curve.at(years, LimitScale.LOG)).toList();
      Answer<AgeStandardisedSurvival> answer =
          AgeStandardisedSurvival.of(stratum.weights(), points);
      for (String interval : analysis.intervals()) {
        Figure figure = base.with("years", (double) years).with("interval", interval);
        figures.add(
            (answer.figure().isPresent() ? figure.with("se", answer.get().error()) : figure)
                .answer(
                    answer.map(AgeStandardisedSurvival::survival),
                    answer.map(s -> limits(s, interval))));
      }
    }
  }

  private static Interval limits(AgeStandardisedSurvival survival, String interval) {
    return interval.equals("plain") ? survival.plain() : survival.log();
  }

  private static SurvivalCurve curve(Analyses.Survival analysis, SurvivalTally tally) {
    if (analysis.method().equals(KAPLAN_MEIER)) {
      return KaplanMeier.estimate(tally);
    }
    return PoharPerme.estimate(
        tally,
        analysis.transform().equals("fleming-harrington")
            ? Transform.FLEMING_HARRINGTON
            : Transform.KAPLAN_MEIER);
  }

  private Figure base(SurvivalKey key, Analyses.Survival analysis, SurvivalPart part) {
    boolean observed = analysis.method().equals(KAPLAN_MEIER);
    return Figure.in(schema)
        .with("area", key.area())
        .with("cancer", key.cancer())
        .with("sex", key.sex())
        .with("age_group", key.ageGroup())
        .with("stage", key.stage())
        .with("period", part.period())
        .with("approach", analysis.approach())
        .with("measure", observed ? "observed" : "net")
        .with("method", observed ? KAPLAN_MEIER : method(analysis))
        .with("cases", part.tally().cases());
  }

  private static String method(Analyses.Survival analysis) {
    return analysis.transform().equals("fleming-harrington")
        ? "pohar-perme-fleming-harrington"
        : "pohar-perme";
  }

  private static LimitScale scale(String interval) {
    return LimitScale.valueOf(interval.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
