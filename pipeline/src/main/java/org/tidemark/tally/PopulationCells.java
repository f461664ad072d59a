package org.tidemark.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tidemark.model.AgeGroup;
import org.tidemark.stats.AgeBand;
import org.tidemark.stats.PopulationByAge;

/**
 * Person-years by area, sex and year: one row each, the eighteen age groups as an array in which a
 * group without a population is null, the index of the open last group, what was assumed, and what
 * is missing. A mid-year population stands for as many person-years.
 */
public final class PopulationCells {
  /** Person-years by age group; null where no row says so. */
  public static final String PERSON_YEARS = "person_years_by_age";

  /** Index of the open last group; null where none is open. */
  public static final String OPEN = "open_group";

  /** What was assumed: a set of {@link PopulationAssumption}s. */
  public static final String ASSUMED = "assumed";

  /** The first cell without a population, by name; null where none is. */
  public static final String MISSING = "missing_population";

  private static final StructType COLUMNS =
      new StructType()
          .add("area", DataTypes.StringType)
          .add("sex", DataTypes.StringType)
          .add("year", DataTypes.IntegerType)
          .add(PERSON_YEARS, DataTypes.createArrayType(DataTypes.DoubleType))
          .add(OPEN, DataTypes.IntegerType)
          .add(ASSUMED, DataTypes.IntegerType)
          .add(MISSING, DataTypes.StringType);

  private PopulationCells() {}

  /** No population at all: cases are published, rates are not. */
  public static Dataset<Row> none(SparkSession spark) {
    return spark.createDataFrame(List.<Row>of(), COLUMNS);
  }

  /**
   * Collects the {@code population} table and brings it to one form; its size is bounded by areas,
   * ages and years, not by cases.
   *
   * @param population rows that count
   * @param rules what may be assumed, by source
   * @param lastYear the last year that may be asked for
   */
  public static HarmonisedPopulation harmonised(
      Dataset<Row> population, Map<String, PopulationRule> rules, int lastYear) {
    List<PopulationRow> rows =
        population
            .selectExpr(
                "source_id",
                "coalesce(area, '')",
                "sex",
                "CAST(year AS INT)",
                "CAST(age_lower AS INT)",
                "CAST(age_upper AS INT)",
                "population")
            .collectAsList()
            .stream()
            .map(PopulationCells::row)
            .toList();
    return HarmonisedPopulation.of(rows, rules, lastYear);
  }

  /** The cells of a population in one form. */
  public static Dataset<Row> of(SparkSession spark, HarmonisedPopulation population) {
    return spark.createDataFrame(
        population.slices().stream().map(PopulationCells::cells).toList(), COLUMNS);
  }

  private static Row cells(PopulationSlice slice) {
    List<Double> persons = new ArrayList<>();
    for (int g = 0; g < AgeGroup.COUNT; g++) {
      double known = slice.byAge().persons(g);
      persons.add(Double.isNaN(known) ? null : known);
    }
    int open = slice.byAge().open();
    return RowFactory.create(
        slice.area(),
        slice.sex(),
        slice.year(),
        persons,
        open == PopulationByAge.NONE_OPEN ? null : open,
        slice.assumed(),
        slice.missing());
  }

  private static PopulationRow row(Row row) {
    int upper = row.isNullAt(5) ? AgeBand.OPEN : row.getInt(5);
    return new PopulationRow(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getInt(3),
        new AgeBand(row.getInt(4), upper),
        ((Number) row.get(6)).doubleValue());
  }
}
