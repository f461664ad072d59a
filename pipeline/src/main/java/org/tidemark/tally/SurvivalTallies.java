package org.tidemark.tally;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Analyses;
import scala.Tuple2;

/**
 * From persons to survival tallies by stratum. Persons or sums are shuffled, whichever are shorter
 * ({@link Gathering}), and come to the same bits in any order.
 */
public final class SurvivalTallies implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NO_CLOSING = 1 << 27;

  private final List<Analyses.Survival> analyses;
  private final List<SurvivalSlice> slices;
  private final int[] sliceOf;
  private final SharedStrata shared;
  private final int horizon;
  private final int closing;

  private SurvivalTallies(List<Analyses.Survival> analyses, int horizon, int closing) {
    this.analyses = List.copyOf(analyses);
    this.slices = SurvivalSlice.of(analyses, closing);
    this.sliceOf =
        analyses.stream().mapToInt(a -> SurvivalSlice.index(slices, a, closing)).toArray();
    this.shared = SharedStrata.of(analyses);
    this.horizon = horizon;
    this.closing = closing;
  }

  /**
   * Tallies for the given analyses, at a cut-off that no follow-up reaches.
   *
   * @param horizon the longest follow-up any of them needs, in days
   */
  public static SurvivalTallies of(List<Analyses.Survival> analyses, int horizon) {
    return of(analyses, horizon, NO_CLOSING);
  }

  /**
   * Tallies for the given analyses.
   *
   * @param horizon the longest follow-up any of them needs, in days
   * @param closing the cut-off, days since 1970-01-01
   */
  public static SurvivalTallies of(List<Analyses.Survival> analyses, int horizon, int closing) {
    return new SurvivalTallies(analyses, horizon, closing);
  }

  /**
   * The tally of every stratum of every analysis.
   *
   * @param cases {@code derive}'s cases
   * @param lifeTables population hazards by area and deprivation
   */
  public JavaRDD<SurvivalStratum> byStratum(Dataset<Row> cases, LifeTables lifeTables) {
    Dataset<Row> persons = FollowUpStrata.persons(cases, analyses, lifeTables);
    requireCover(persons, lifeTables);
    Gathering gathering =
        new Gathering(slices, horizon, closing, Gathering.sent(lifeTables, cases));
    return gathering
        .byStratum(persons.queryExecution().toRdd().toJavaRDD())
        .flatMapToPair(this::rolledUp)
        .reduceByKey(gathering::plus)
        .mapToPair(share -> new Tuple2<>(share._1().standardised(), share))
        .groupByKey()
        .map(shares -> stratum(shares, gathering));
  }

  private static SurvivalStratum stratum(
      Tuple2<SurvivalKey, Iterable<Tuple2<SurvivalKey, SurvivalShare>>> shares,
      Gathering gathering) {
    Map<String, SurvivalPart> byAge = new TreeMap<>();
    shares._2().forEach(share -> byAge.put(share._1().weightedAge(), gathering.part(share._2())));
    return new SurvivalStratum(shares._1(), byAge);
  }

  /**
   * Refuses life tables, by the name of a cell, that do not cover everybody who is followed: what
   * {@link #byStratum} does first.
   *
   * @param cases {@code derive}'s cases
   */
  public void requireCover(LifeTables lifeTables, Dataset<Row> cases) {
    requireCover(FollowUpStrata.persons(cases, analyses, lifeTables), lifeTables);
  }

  private void requireCover(Dataset<Row> persons, LifeTables lifeTables) {
    LifeTableCover.require(
        persons.where(col(FollowUpStrata.EXCLUSION).isNull()), lifeTables, horizon);
  }

  private Iterator<Tuple2<SurvivalKey, SurvivalShare>> rolledUp(
      Tuple2<FinestStratum, SurvivalShare> fine) {
    return SurvivalKey.rollUps(fine._1().key(), analyses).stream()
        .filter(key -> shared.keeps(key.analysis()))
        .filter(key -> sliceOf[key.analysis()] == fine._1().slice())
        .map(key -> new Tuple2<>(key, fine._2()))
        .iterator();
  }
}
