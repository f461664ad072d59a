package org.tidemark.tally;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.bit_or;
import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.RelationalGroupedDataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.tidemark.catalogue.Analyses;

/**
 * Cases and person-years of every stratum of one incidence analysis: each cancer group in each
 * population, with and without cases, because no case among a counted population is a rate of zero.
 *
 * <p>Person-years are those of the years in which the area registered any case. A sex-limited group
 * has the person-years of its sex only. Cases in an area, sex, year or age group that has no
 * population row make their stratum's rates unknown, never infinite and never silently smaller; so
 * does a cell that is missing from an area's population ({@link PopulationCells#MISSING}).
 */
public final class IncidenceStrata {
  /** Whether some cases have no population to relate to. */
  public static final String UNCOVERED = "uncovered";

  /** Calendar years of the stratum, {@code 2019} or {@code 2015-2019}. */
  public static final String PERIOD = "period";

  /** The latest open group of the populations that were summed. */
  public static final String WIDEST = "widest_open_group";

  private static final String[] PLACE = {"area", "sex", "year"};
  private static final String[] STRATUM = {"area", "sex", "year", "cancer"};
  private static final String ALL = "";

  private final Dataset<Row> cells;
  private final Dataset<Row> population;
  private final Optional<OfferedGroups> offered;
  private final boolean byBand;
  private final Optional<String> uncounted;
  private final SparkSession spark;

  private IncidenceStrata(
      Dataset<Row> cells,
      Dataset<Row> population,
      Optional<OfferedGroups> offered,
      boolean byBand,
      Optional<String> uncounted) {
    this.cells = cells;
    this.population = population;
    this.offered = offered;
    this.byBand = byBand;
    this.uncounted = uncounted;
    this.spark = cells.sparkSession();
  }

  /**
   * Strata over the given cells.
   *
   * @param cases {@link CaseCells}
   * @param population {@link PopulationCells}
   */
  public static IncidenceStrata of(Dataset<Row> cases, Dataset<Row> population) {
    return new IncidenceStrata(
        cases, registered(cases, population), Optional.empty(), false, Optional.empty());
  }

  /**
   * Strata over deaths.
   *
   * @param deaths {@link CountCells}
   * @param population {@link PopulationCells}
   */
  public static IncidenceStrata ofDeaths(Dataset<Row> deaths, Dataset<Row> population) {
    return new IncidenceStrata(
        deaths, registered(deaths, population), Optional.empty(), true, Optional.empty());
  }

  /**
   * Strata over tumours and over cases that were sent as counts. Of an area that sends counts only
   * the groups that it sends have rates: what it does not send is not zero.
   *
   * @param tumours {@link CaseCells}; none where there is no registry of records
   * @param counts {@link CountCells}
   * @param population {@link PopulationCells}
   */
  public static IncidenceStrata ofCounts(
      Optional<Dataset<Row>> tumours, Dataset<Row> counts, Dataset<Row> population) {
    Dataset<Row> both =
        tumours.map(CountCells::ofTumours).map(t -> t.unionByName(counts)).orElse(counts);
    return new IncidenceStrata(
        both,
        registered(both, population),
        Optional.of(OfferedGroups.of(counts)),
        true,
        Optional.empty());
  }

  /**
   * Strata of cases that belong to no population: they are counted, and every figure that asks for
   * person-years says why it has none.
   *
   * @param cases {@link CaseCells}
   * @param reason in words for readers
   */
  public static IncidenceStrata withoutPopulation(Dataset<Row> cases, String reason) {
    return new IncidenceStrata(
        cases,
        PopulationCells.none(cases.sparkSession()),
        Optional.empty(),
        false,
        Optional.of(reason));
  }

  /** The populations of the areas and years that registered any case. */
  private static Dataset<Row> registered(Dataset<Row> cells, Dataset<Row> population) {
    Dataset<Row> registered =
        cells.where(col("grouping").equalTo(ALL)).select("area", "year").distinct();
    return population.join(registered, new String[] {"area", "year"}, "inner");
  }

  /**
   * One row a stratum of the analysis.
   *
   * @param analysis what to stratify by
   * @param groups published cancer groups with the only sex each is reported for, or empty; one
   *     empty group where the analysis is not by cancer
   */
  public Dataset<Row> strata(Analyses.Incidence analysis, Map<String, String> groups) {
    boolean byCancer = analysis.by().contains("cancer");
    Dataset<Row> names = names(groups);
    Dataset<Row> counted =
        cells
            .where(col("grouping").equalTo(byCancer ? analysis.grouping() : ALL))
            .join(broadcast(names), "cancer")
            .where(col("only_sex").isin(ALL).or(col("only_sex").equalTo(col("sex"))))
            .join(population, PLACE, "left")
            .withColumn(UNCOVERED, expr(uncovered()));
    Column open = byBand ? min(CountCells.OPEN) : lit(null).cast("int");
    Dataset<Row> cases =
        masked(counted, analysis.by())
            .groupBy(columns(STRATUM))
            .agg(
                Vectors.sumOf(CaseCells.CASES, CaseCells.AGES).as(CaseCells.CASES),
                max(UNCOVERED).as(UNCOVERED),
                min("calendar").as("case_from"),
                max("calendar").as("case_to"),
                open.as(CountCells.OPEN));
    Dataset<Row> strata =
        persons(analysis.by(), names).join(cases, STRATUM, "full").withColumn(PERIOD, period());
    // The lowest open group, of populations and counts; without a population there is none.
    Column lowest =
        expr(
            "IF(%1$s IS NULL, NULL, least(%1$s, %2$s))"
                .formatted(PopulationCells.OPEN, CountCells.OPEN));
    if (uncounted.isPresent()) {
      return strata.withColumn(PopulationCells.MISSING, lit(uncounted.get()));
    }
    return byBand ? strata.withColumn(PopulationCells.OPEN, lowest) : strata;
  }

  /** Person-years of every cancer group in every population of the analysis. */
  private Dataset<Row> persons(List<String> by, Dataset<Row> names) {
    Dataset<Row> scoped =
        by.contains("sex")
            ? population.withColumn("scope", col("sex"))
            : population.withColumn("scope", explode(array(lit(ALL), col("sex"))));
    Column fits =
        by.contains("sex")
            ? col("only_sex").isin(ALL).or(col("only_sex").equalTo(col("scope")))
            : col("only_sex").equalTo(col("scope"));
    if (offered.isPresent()) {
      Dataset<Row> crossed = offered.get().among(scoped.join(broadcast(names), fits));
      return summed(masked(crossed, by).groupBy(columns(STRATUM)));
    }
    return summed(masked(scoped, by).groupBy(columns("area", "sex", "year", "scope")))
        .join(broadcast(names), fits)
        .drop("scope", "only_sex");
  }

  private static Dataset<Row> summed(RelationalGroupedDataset populations) {
    return populations.agg(
        Vectors.sumOf(PopulationCells.PERSON_YEARS, CaseCells.AGES - 1)
            .as(PopulationCells.PERSON_YEARS),
        min(PopulationCells.OPEN).as(PopulationCells.OPEN),
        max(PopulationCells.OPEN).as(WIDEST),
        bit_or(col(PopulationCells.ASSUMED)).as(PopulationCells.ASSUMED),
        min(PopulationCells.MISSING).as(PopulationCells.MISSING),
        min("calendar").as("from"),
        max("calendar").as("to"));
  }

  private Dataset<Row> names(Map<String, String> groups) {
    List<Row> rows =
        groups.entrySet().stream().map(e -> RowFactory.create(e.getKey(), e.getValue())).toList();
    return spark.createDataFrame(
        rows,
        DataTypes.createStructType(
            List.of(
                DataTypes.createStructField("cancer", DataTypes.StringType, false),
                DataTypes.createStructField("only_sex", DataTypes.StringType, false))));
  }

  /** Dimensions that the analysis does not name become empty: their values are summed over. */
  private static Dataset<Row> masked(Dataset<Row> rows, List<String> by) {
    Dataset<Row> result = rows.withColumn("calendar", col("year"));
    for (String dimension : PLACE) {
      Column kept = by.contains(dimension) ? col(dimension).cast("string") : lit(ALL);
      result = result.withColumn(dimension, kept);
    }
    return result;
  }

  private static String uncovered() {
    return "exists(sequence(0, 17), i -> %s[i] > 0 AND coalesce(%s[least(i, coalesce(%s, 17))], 0) <= 0)"
        .formatted(CaseCells.CASES, PopulationCells.PERSON_YEARS, PopulationCells.OPEN);
  }

  private static Column period() {
    Column from = coalesce(col("from"), col("case_from")).cast("string");
    Column to = coalesce(col("to"), col("case_to")).cast("string");
    return org.apache
        .spark
        .sql
        .functions
        .when(from.equalTo(to), from)
        .otherwise(concat_ws("-", from, to));
  }

  private static Column[] columns(String... names) {
    return java.util.Arrays.stream(names).map(c -> col(c)).toArray(Column[]::new);
  }
}
