package org.tidemark.tally;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.tidemark.catalogue.Programme;
import scala.Tuple2;

/**
 * From site reports to the sums behind every indicator: one scan a relation, one row a figure.
 *
 * <p>A figure of an area, a country or the programme is the sum over its reporting sites, numerator
 * and denominator each by itself. A month whose report was owed and did not come, or was not owed
 * at all, leaves both sums, whatever rows there are for it; where nothing is known of a report,
 * rows count. Of a state only the last of a site in the period counts; how long a state holds is
 * for the relation to say.
 *
 * <p>The tasks that read a relation add it up by site, month and stratum. What remains of a site is
 * small, and meets in one task with what is known of its reports; the rest is plain sums.
 */
public final class IndicatorTallies {
  private static final String REPORTS =
      """
      SELECT e.site_id, replace(coalesce(d.tables, e.dataset), ' ', '') AS tables, e.period,
        e.expected, s.dataset IS NOT NULL AS came
      FROM report_expectation e
      LEFT JOIN dataset d ON d.dataset = e.dataset
      LEFT JOIN (SELECT DISTINCT dataset, site_id, period FROM report_submission
          WHERE completed_at IS NOT NULL) s
        ON s.dataset = e.dataset AND s.site_id = e.site_id AND s.period = e.period
      WHERE e.site_id IS NOT NULL AND e.period IS NOT NULL AND e.expected IS NOT NULL
      """;
  private static final String PLACES =
      """
      SELECT site_id, coalesce(valid_from, '') AS valid_from, area, country,
        replace(services, ' ', '') AS services
      FROM site WHERE site_id IS NOT NULL
      """;

  /** What every tally reads, whichever the indicators. */
  static final List<String> TABLES =
      List.of("site", "dataset", "report_expectation", "report_submission");

  private final SparkSession spark;
  private final Programme programme;
  private final IndicatorRequest request;

  private IndicatorTallies(SparkSession spark, Programme programme, IndicatorRequest request) {
    this.spark = spark;
    this.programme = programme;
    this.request = request;
  }

  /**
   * Tallies of what the programme asks for.
   *
   * @param spark a session in which tables and views are in place
   */
  public static IndicatorTallies of(
      SparkSession spark, Programme programme, IndicatorRequest request) {
    return new IndicatorTallies(spark, programme, request);
  }

  /**
   * One row a figure, as {@link IndicatorTally#from} reads it. The rows serve the estimates and the
   * evaluation: keep them (persist) where both are asked for.
   */
  public Dataset<Row> rows() {
    IndicatorPlan plan = IndicatorPlan.of(request, programme);
    int partitions = Integer.parseInt(spark.conf().get("spark.sql.shuffle.partitions"));
    JavaPairRDD<IndicatorKey, IndicatorSum> sums =
        facts()
            .partitionBy(new HashPartitioner(partitions))
            .mapPartitionsToPair(facts -> figures(plan, facts));
    JavaRDD<Row> rows = together(sums, partitions).mapPartitions(IndicatorTallies::rows);
    return spark.createDataFrame(rows, IndicatorTally.schema());
  }

  /** What has the same key comes into the same partition; into one nothing need be sent. */
  private static <K, V> JavaPairRDD<K, V> together(JavaPairRDD<K, V> pairs, int partitions) {
    return partitions == 1 ? pairs.coalesce(1) : pairs.partitionBy(new HashPartitioner(partitions));
  }

  /** All figures of the sites of a partition, those of the same unit already added up. */
  private static Iterator<Tuple2<IndicatorKey, IndicatorSum>> figures(
      IndicatorPlan plan, Iterator<Tuple2<String, SiteFact>> facts) {
    Map<String, List<SiteFact>> sites = new LinkedHashMap<>();
    facts.forEachRemaining(
        fact -> sites.computeIfAbsent(fact._1(), site -> new ArrayList<>()).add(fact._2()));
    List<Tuple2<IndicatorKey, IndicatorSum>> figures = new ArrayList<>();
    sites.forEach((site, own) -> figures.addAll(SiteFigures.of(plan, site, own)));
    return added(figures.iterator()).entrySet().stream()
        .map(e -> new Tuple2<>(e.getKey(), e.getValue()))
        .iterator();
  }

  private static Iterator<Row> rows(Iterator<Tuple2<IndicatorKey, IndicatorSum>> figures) {
    return added(figures).entrySet().stream()
        .flatMap(e -> IndicatorTally.of(e.getKey(), e.getValue()).stream())
        .map(IndicatorTally::row)
        .iterator();
  }

  private static Map<IndicatorKey, IndicatorSum> added(
      Iterator<Tuple2<IndicatorKey, IndicatorSum>> figures) {
    Map<IndicatorKey, List<IndicatorSum>> parts = new LinkedHashMap<>();
    figures.forEachRemaining(
        f -> parts.computeIfAbsent(f._1(), key -> new ArrayList<>()).add(f._2()));
    Map<IndicatorKey, IndicatorSum> sums = new LinkedHashMap<>();
    parts.forEach((key, own) -> sums.put(key, IndicatorSum.of(own)));
    return sums;
  }

  private JavaPairRDD<String, SiteFact> facts() {
    List<JavaPairRDD<String, SiteFact>> facts = new ArrayList<>();
    facts.add(bySite(spark.sql(PLACES), IndicatorTallies::place));
    facts.add(bySite(spark.sql(REPORTS), IndicatorTallies::report));
    // Each relation is a plan of its own; to make them takes longer than to run them.
    facts.addAll(request.counted().parallelStream().map(this::facts).toList());
    return facts.stream().reduce(JavaPairRDD::union).orElseThrow();
  }

  private JavaPairRDD<String, SiteFact> facts(String relation) {
    IndicatorMeasures measures =
        IndicatorMeasures.of(relation, List.copyOf(request.indicators().values()));
    RelationSums sums = RelationSums.of(measures);
    return IndicatorRelation.of(spark.table(relation), measures)
        .rows(programme.asOf())
        .toJavaRDD()
        .mapPartitionsToPair(sums::of);
  }

  private static JavaPairRDD<String, SiteFact> bySite(Dataset<Row> rows, Reading reading) {
    return rows.toJavaRDD().mapToPair(row -> new Tuple2<>(row.getString(0), reading.of(row)));
  }

  /** From a row whose first column is the site to a fact. */
  private interface Reading extends java.io.Serializable {
    SiteFact of(Row row);
  }

  private static SiteFact place(Row row) {
    return new SiteFact.Place(
        row.getString(1), row.getString(2), row.getString(3), row.getString(4));
  }

  private static SiteFact report(Row row) {
    return new SiteFact.Report(
        row.getString(1), row.getString(2), row.getBoolean(3), row.getBoolean(4));
  }
}
