package org.tidemark.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Source;
import org.tidemark.derive.Cases;
import org.tidemark.derive.Classification;
import org.tidemark.derive.GroupFunction;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.tally.LifeTables;
import org.tidemark.tally.SurvivalPart;
import org.tidemark.tally.SurvivalTallies;

/**
 * Pohar Perme to five years from Parquet: processor time a person-day against a bare,
 * single-threaded loop over arrays doing the same four sums. Arguments: the registry's CSV, its
 * life table's CSV, an empty folder, the number of pairs.
 */
public final class NetSurvivalBench {
  private static final int HORIZON = (int) Math.ceil(5 * PopulationHazard.DAYS_IN_YEAR);

  private final SparkSession spark;
  private final String parquet;
  private final LifeTables lifeTables;

  private NetSurvivalBench(SparkSession spark, String parquet, LifeTables lifeTables) {
    this.spark = spark;
    this.parquet = parquet;
    this.lifeTables = lifeTables;
  }

  /** Runs the pairs and prints medians. */
  public static void main(String[] args) {
    Bench bench = Bench.start();
    SparkSession spark = bench.spark();
    String parquet = args[2] + "/tumour.parquet";
    Bench.conformed(spark, "tumour", args[0]).write().parquet(parquet);
    LifeTables lifeTables =
        LifeTables.of(
            Bench.conformed(spark, "life_table", args[1])
                .withColumn("source_id", org.apache.spark.sql.functions.lit("life")),
            Map.of("life", Source.Beyond.NEAREST));
    GroupFunction.register(spark, Classification.of(Map.of()));
    NetSurvivalBench run = new NetSurvivalBench(spark, parquet, lifeTables);
    run.pairs(bench, Integer.parseInt(args[3]));
    spark.stop();
  }

  private void pairs(Bench bench, int pairs) {
    BareLoop loop = BareLoop.of(persons(), lifeTables.of(area()).orElseThrow(), HORIZON);
    Bench.say("persons %d, person-days %d", loop.persons(), loop.personDays());
    double[] ours = new double[pairs];
    double[] bare = new double[pairs];
    double[] wall = new double[pairs];
    double[] ratio = new double[pairs];
    long[] first = null;
    for (int i = -2; i < pairs; i++) {
      // Other partitions each time: the result must not change by a bit.
      int partitions = new int[] {0, 1, 2, 7, 200}[Math.floorMod(i, 5)];
      List<long[]> result = new ArrayList<>();
      long[] elapsed = new long[1];
      double own =
          (double)
                  bench.taskNanos(
                      () -> elapsed[0] = Bench.wallNanos(() -> result.add(tally(partitions))))
              / loop.personDays();
      double one = cpuNanos(loop::run) / (double) loop.personDays();
      first = first == null ? result.get(0) : first;
      if (!Arrays.equals(first, result.get(0))) {
        throw new IllegalStateException("the tally depends on partitions");
      }
      Bench.say("  partitions %3d: %.3f ns, bare loop %.3f ns", partitions, own, one);
      if (i >= 0) {
        ours[i] = own;
        bare[i] = one;
        ratio[i] = own / one;
        wall[i] = elapsed[0] / 1e9;
      }
    }
    Bench.say(
        "pipeline  %.3f ns of processor a person-day, wall %.2f s",
        Bench.median(ours), Bench.median(wall));
    Bench.say("bare loop %.3f ns", Bench.median(bare));
    Bench.say("ratio     %.2f (median of %d pairs)", Bench.median(ratio), pairs);
  }

  /** The generated registry has one area. */
  private String area() {
    return persons().select("area").first().getString(0);
  }

  private Dataset<Row> persons() {
    return Cases.of(spark.read().parquet(parquet));
  }

  private long[] tally(int partitions) {
    Dataset<Row> cases = persons();
    Analyses.Survival overall =
        new Analyses.Survival(
            List.of(),
            "",
            "pohar-perme",
            "kaplan-meier",
            List.of(1, 3, 5),
            "complete",
            "",
            List.of("log"));
    SurvivalPart part =
        SurvivalTallies.of(List.of(overall), HORIZON)
            .byStratum(partitions == 0 ? cases : cases.coalesce(partitions), lifeTables)
            .first()
            .whole();
    return part.numbers();
  }

  private static long cpuNanos(Runnable work) {
    var threads = ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadCpuTime();
    work.run();
    return threads.getCurrentThreadCpuTime() - before;
  }
}
