package org.tidemark.bench;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Source;
import org.tidemark.derive.Cases;
import org.tidemark.derive.Classification;
import org.tidemark.derive.GroupFunction;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.SurvivalEstimates;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.tally.LifeTables;
import org.tidemark.tally.SurvivalTallies;

/**
 * Pohar Perme at 1, 3 and 5 years from conformed Parquet, as relsurv estimates it from a data frame
 * that somebody has prepared: the tally and the estimate of a run, without its checks, its search
 * for what was sent twice, and its accounting. Arguments: {@code prepare}, the registry's CSV and
 * the Parquet to write; or {@code run}, the Parquet, the life table's CSV, the number of
 * repetitions, of which the first is cold code, and the dimensions of the strata, if any.
 */
public final class SurvivalPeer {
  private static final int HORIZON = (int) Math.ceil(5 * PopulationHazard.DAYS_IN_YEAR);

  private SurvivalPeer() {}

  /** Prepares or runs. */
  public static void main(String[] args) {
    SparkSession spark = Bench.start().spark();
    if (args[0].equals("prepare")) {
      Bench.conformed(spark, "tumour", args[1]).write().parquet(args[2]);
    } else {
      run(
          spark,
          args[1],
          args[2],
          Integer.parseInt(args[3]),
          List.copyOf(List.of(args).subList(4, args.length)));
    }
    spark.stop();
  }

  private static void run(
      SparkSession spark, String parquet, String life, int repetitions, List<String> by) {
    GroupFunction.register(spark, Classification.of(Map.of()));
    Dataset<Row> table =
        Bench.conformed(spark, "life_table", life).withColumn("source_id", lit("life"));
    LifeTables lifeTables = LifeTables.of(table, Map.of("life", Source.Beyond.NEAREST));
    List<Row> figures = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      figures.clear();
      double seconds =
          Bench.wallNanos(() -> figures.addAll(figures(spark, parquet, lifeTables, by))) / 1e9;
      Bench.say("run %d: %.2f s wall", i + 1, seconds);
    }
    figures.stream()
        .limit(3)
        .forEach(r -> Bench.say("%s years: %s", r.getAs("years"), r.getAs("value")));
  }

  private static List<Row> figures(
      SparkSession spark, String parquet, LifeTables lifeTables, List<String> by) {
    List<Analyses.Survival> analyses =
        List.of(
            new Analyses.Survival(
                by,
                "",
                "pohar-perme",
                "kaplan-meier",
                List.of(1, 3, 5),
                "complete",
                "",
                List.of("log")));
    StructType schema =
        Figure.schema(CatalogueReader.read(Optional.empty()).published().get("survival"));
    return SurvivalEstimates.of(analyses, Map.of(), schema, 0)
        .rows(
            spark,
            SurvivalTallies.of(analyses, HORIZON)
                .byStratum(Cases.of(spark.read().parquet(parquet)), lifeTables))
        .collectAsList();
  }
}
