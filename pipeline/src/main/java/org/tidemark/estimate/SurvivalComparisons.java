package org.tidemark.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.SurvivalDesign;
import org.tidemark.model.Status;
import org.tidemark.stats.Answer;
import org.tidemark.stats.NetLogRank;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.stats.SurvivalTally;
import org.tidemark.tally.SharedStrata;
import org.tidemark.tally.SurvivalKey;
import org.tidemark.tally.SurvivalPart;
import org.tidemark.tally.SurvivalStratum;
import scala.Tuple2;

/**
 * Whether groups of cases differ in net survival ({@link NetLogRank}), as rows of {@code
 * survival_comparison}: of each analysis that names what it compares, a test for each stratum of
 * its other dimensions and each horizon. A group with fewer cases or deaths than the audience may
 * see suppresses the test, which stands on them.
 */
public final class SurvivalComparisons implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String BETWEEN = "; ";

  private final List<Analyses.Survival> analyses;
  private final StructType schema;
  private final int threshold;
  private final SharedStrata shared;

  private SurvivalComparisons(List<Analyses.Survival> analyses, StructType schema, int threshold) {
    this.analyses = List.copyOf(analyses);
    this.schema = schema;
    this.threshold = threshold;
    this.shared = SharedStrata.of(analyses);
  }

  /**
   * Comparisons of the given analyses, if any asks for one.
   *
   * @param schema the published table's
   * @param threshold counts from 1 to below it are not told; 0 tells all
   */
  public static Optional<SurvivalComparisons> of(
      List<Analyses.Survival> analyses, StructType schema, int threshold) {
    return analyses.stream().anyMatch(a -> !a.design().compare().isEmpty())
        ? Optional.of(new SurvivalComparisons(analyses, schema, threshold))
        : Optional.empty();
  }

  /** The published rows of all strata of those analyses. */
  public Dataset<Row> rows(SparkSession spark, JavaRDD<SurvivalStratum> strata) {
    return spark.createDataFrame(
        strata
            .flatMapToPair(
                stratum ->
                    shared.keys(stratum.key()).stream()
                        .filter(key -> !design(key).compare().isEmpty())
                        .map(key -> new Tuple2<>(summed(key), new Tuple2<>(key, stratum.whole())))
                        .iterator())
            .groupByKey()
            .flatMap(stratum -> figures(stratum._1(), stratum._2())),
        schema);
  }

  private SurvivalDesign design(SurvivalKey key) {
    return analyses.get(key.analysis()).design();
  }

  /** The stratum without what is compared and within what. */
  private SurvivalKey summed(SurvivalKey key) {
    SurvivalKey all = key.without(design(key).compare());
    for (String dimension : design(key).within()) {
      all = all.without(dimension);
    }
    return all;
  }

  private Iterator<Row> figures(
      SurvivalKey key, Iterable<Tuple2<SurvivalKey, SurvivalPart>> parts) {
    Analyses.Survival analysis = analyses.get(key.analysis());
    SurvivalDesign design = analysis.design();
    Map<String, Map<String, SurvivalPart>> strata = new TreeMap<>();
    TreeSet<String> groups = new TreeSet<>();
    int[] years = {Integer.MAX_VALUE, Integer.MIN_VALUE};
    for (Tuple2<SurvivalKey, SurvivalPart> part : parts) {
      String group = part._1().value(design.compare());
      String stratum =
          String.join(BETWEEN, design.within().stream().map(part._1()::value).toList());
      if (!group.isEmpty() && !part._2().isEmpty()) {
        strata.computeIfAbsent(stratum, s -> new TreeMap<>()).put(group, part._2());
        groups.add(group);
        years[0] = Math.min(years[0], part._2().yearFrom());
        years[1] = Math.max(years[1], part._2().yearTo());
      }
    }
    List<Row> rows = new ArrayList<>();
    if (groups.size() > 1) {
      Figure base = base(key, analysis, groups, years);
      analysis.years().forEach(horizon -> rows.add(figure(base, strata, groups, horizon)));
    }
    return rows.iterator();
  }

  private Figure base(
      SurvivalKey key, Analyses.Survival analysis, TreeSet<String> groups, int[] years) {
    return SurvivalNames.of(schema, key, analysis, years[0], years[1])
        .with("method", SurvivalLines.named(analysis, "graffeo-perme"))
        .with("compared", analysis.design().compare())
        .with("within", String.join(BETWEEN, analysis.design().within()))
        .with("groups", String.join(BETWEEN, groups));
  }

  private Row figure(
      Figure base,
      Map<String, Map<String, SurvivalPart>> strata,
      TreeSet<String> groups,
      int years) {
    Figure timed = base.with("years", (double) years);
    List<List<SurvivalTally>> told = new ArrayList<>();
    int lacking = 0;
    for (Map<String, SurvivalPart> stratum : strata.values()) {
      if (stratum.size() < groups.size()) {
        lacking++;
        continue;
      }
      List<SurvivalTally> tallies = stratum.values().stream().map(SurvivalPart::tally).toList();
      if (tallies.stream().anyMatch(t -> small(t.cases()) || small(t.deaths()))) {
        return timed.status(Status.SUPPRESSED, "a group has few cases or deaths").row();
      }
      told.add(tallies);
    }
    if (told.isEmpty()) {
      return timed.insufficient("no stratum has cases of every group").row();
    }
    int days = (int) Math.floor(years * PopulationHazard.DAYS_IN_YEAR);
    String without = lacking == 0 ? "" : lacking + " strata lack a group and were left out";
    return answer(timed, NetLogRank.within(told, days)).remark(without).row();
  }

  private boolean small(long count) {
    return count > 0 && count < threshold;
  }

  private static Figure answer(Figure timed, Answer<NetLogRank> test) {
    if (test.shortfall().isPresent()) {
      return timed.insufficient(test.shortfall().get().sentence());
    }
    NetLogRank found = test.get();
    return timed
        .with("chi_squared", found.chiSquared())
        .with("degrees", (long) found.degrees())
        .with("p", found.p())
        .with("status", Status.OK.name());
  }
}
