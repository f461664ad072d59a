package org.tidemark.bench;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Programme;
import org.tidemark.derive.Cases;
import org.tidemark.derive.Classification;
import org.tidemark.derive.GroupFunction;
import org.tidemark.derive.Groupings;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.IncidenceEstimates;
import org.tidemark.tally.CaseCells;
import org.tidemark.tally.HarmonisedPopulation;
import org.tidemark.tally.IncidenceStrata;
import org.tidemark.tally.PopulationCells;

/**
 * Age-standardised rates of 20 sites by sex and year from Parquet, with the scan and the tally of a
 * run. Arguments: {@code prepare}, the registry's CSV and the Parquet to write; {@code groups} and
 * the Parquet, for the sites of its codes, which the peer joins; {@code run}, the Parquet, the
 * population's CSV and the number of repetitions, of which the first is cold code.
 *
 * <p>A run prints the seconds of each repetition, then every rate.
 */
public final class RatesBench {
  private static final String GROUPING = "ci5";
  private static final List<String> SITES =
      List.of(
          "C01-C02", "C03-C06", "C16", "C18", "C19-C20", "C22", "C25", "C33-C34", "C43", "C44",
          "C50", "C53", "C54", "C56", "C61", "C64", "C67", "C70-C72", "C73", "C92-C94");

  private final SparkSession spark;
  private final Catalogue catalogue = CatalogueReader.read(Optional.empty());
  private final Classification classification;
  private final String parquet;

  private RatesBench(SparkSession spark, String parquet) {
    this.spark = spark;
    this.parquet = parquet;
    this.classification = Groupings.of(catalogue, List.of(GROUPING), Programme.Coding.STANDARD);
    GroupFunction.register(spark, classification);
  }

  /** Prepares, prints groups, or runs. */
  public static void main(String[] args) {
    SparkSession spark = Bench.start().spark();
    switch (args[0]) {
      case "prepare" ->
          Bench.conformed(spark, "tumour", args[1])
              .withColumn("source_id", lit("registry"))
              .write()
              .parquet(args[2]);
      case "groups" -> new RatesBench(spark, args[1]).groups();
      default -> new RatesBench(spark, args[1]).run(args[2], Integer.parseInt(args[3]));
    }
    spark.stop();
  }

  private void groups() {
    Cases.of(spark.read().parquet(parquet))
        .select("topography", "morphology", "groups")
        .where("behaviour = '3'")
        .distinct()
        .selectExpr("topography", "morphology", "explode(groups) AS group")
        .where(col("group.grouping").equalTo(GROUPING))
        .where(col("group.cancer").isin(SITES.toArray()))
        .select("topography", "morphology", "group.cancer")
        .collectAsList()
        .forEach(r -> Bench.say("%s,%s,%s", r.getString(0), r.getString(1), r.getString(2)));
  }

  private void run(String population, int repetitions) {
    HarmonisedPopulation persons =
        PopulationCells.harmonised(
            Bench.conformed(spark, "population", population)
                .withColumn("source_id", lit("population")),
            Map.of(),
            2023);
    List<Row> rates = new ArrayList<>();
    for (int i = 0; i < repetitions; i++) {
      rates.clear();
      long before = processorNanos();
      double wall = Bench.wallNanos(() -> rates.addAll(rates(persons))) / 1e9;
      Bench.say(
          "run %d: %.2f s wall, %.2f s processor", i + 1, wall, (processorNanos() - before) / 1e9);
    }
    rates.stream()
        .sorted(Comparator.comparing(r -> r.mkString(",")))
        .forEach(
            r ->
                Bench.say(
                    "rate,%s,%s,%s,%s",
                    r.getAs("cancer"), r.getAs("sex"), r.getAs("period"), r.getAs("value")));
  }

  private List<Row> rates(HarmonisedPopulation persons) {
    Dataset<Row> cells =
        CaseCells.of(Cases.of(spark.read().parquet(parquet)), classification, false)
            .persist(StorageLevel.MEMORY_AND_DISK());
    Analyses.Incidence analysis =
        new Analyses.Incidence(
            List.of("cancer", "sex", "year"),
            GROUPING,
            List.of("segi-doll"),
            List.of("none"),
            List.of("fay-feuer"));
    Map<String, String> sites = new TreeMap<>(published());
    sites.keySet().retainAll(SITES);
    StructType schema = Figure.schema(catalogue.published().get("incidence"));
    double[] weights = Groupings.standard(catalogue, "segi-doll");
    List<Row> rows =
        IncidenceEstimates.of(analysis, Map.of("segi-doll", weights), schema)
            .rows(
                IncidenceStrata.of(cells, PopulationCells.of(spark, persons))
                    .strata(analysis, sites))
            .where("measure = 'asr'")
            .collectAsList();
    cells.unpersist(true);
    return rows;
  }

  private Map<String, String> published() {
    return classification.groupings().get(GROUPING).published();
  }

  /** Processor time of the whole process, the compiler's and the collector's included. */
  private static long processorNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }
}
