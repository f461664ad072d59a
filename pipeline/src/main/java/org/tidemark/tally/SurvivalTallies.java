package org.tidemark.tally;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Analyses;
import scala.Tuple2;

/**
 * From persons to survival tallies by stratum. Each person walks once through the daily grid,
 * inside the reading task; only tallies are shuffled, and they add up to the same bits in any
 * order.
 */
public final class SurvivalTallies implements Serializable {
  private static final long serialVersionUID = 1L;

  private final List<Analyses.Survival> analyses;
  private final int horizon;

  private SurvivalTallies(List<Analyses.Survival> analyses, int horizon) {
    this.analyses = List.copyOf(analyses);
    this.horizon = horizon;
  }

  /**
   * Tallies for the given analyses.
   *
   * @param horizon the longest follow-up any of them needs, in days
   */
  public static SurvivalTallies of(List<Analyses.Survival> analyses, int horizon) {
    return new SurvivalTallies(analyses, horizon);
  }

  /**
   * The tally of every stratum of every analysis.
   *
   * @param cases {@code derive}'s cases
   * @param lifeTables population hazards by area
   */
  public JavaPairRDD<SurvivalKey, SurvivalPart> byStratum(
      Dataset<Row> cases, LifeTables lifeTables) {
    Dataset<Row> persons = FollowUpStrata.persons(cases, analyses);
    LifeTableCover.require(
        persons.where(col(FollowUpStrata.EXCLUSION).isNull()), lifeTables, horizon);
    JavaSparkContext context =
        JavaSparkContext.fromSparkContext(cases.sparkSession().sparkContext());
    Broadcast<LifeTables> tables = context.broadcast(lifeTables);
    return persons
        .toJavaRDD()
        .mapPartitionsToPair(rows -> new TallyingIterator(rows, tables.value(), horizon))
        .reduceByKey(SurvivalPart::plus)
        .flatMapToPair(this::rolledUp)
        .reduceByKey(SurvivalPart::plus);
  }

  private Iterator<Tuple2<SurvivalKey, SurvivalPart>> rolledUp(Tuple2<String, SurvivalPart> fine) {
    return SurvivalKey.rollUps(fine._1(), analyses).stream()
        .map(key -> new Tuple2<>(key, fine._2()))
        .iterator();
  }
}
