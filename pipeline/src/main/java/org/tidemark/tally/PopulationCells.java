package org.tidemark.tally;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tidemark.model.AgeGroup;

/**
 * Person-years by area, sex and year: one row each, the eighteen age groups as an array in which a
 * group without a population row is null, and the index of the open last group.
 */
public final class PopulationCells {
  /** Person-years by age group; null where no row says so. */
  public static final String PERSON_YEARS = "person_years_by_age";

  /** Index of the first open-ended group; null where none is open. */
  public static final String OPEN = "open_group";

  private PopulationCells() {}

  /** No population at all: cases are published, rates are not. */
  public static Dataset<Row> none(SparkSession spark) {
    StructType schema =
        new StructType()
            .add("area", DataTypes.StringType)
            .add("sex", DataTypes.StringType)
            .add("year", DataTypes.IntegerType)
            .add(PERSON_YEARS, DataTypes.createArrayType(DataTypes.DoubleType))
            .add(OPEN, DataTypes.IntegerType);
    return spark.createDataFrame(List.<Row>of(), schema);
  }

  /** The cells of the {@code population} table. */
  public static Dataset<Row> of(Dataset<Row> population) {
    Column byAge =
        array(
            IntStream.range(0, AgeGroup.COUNT)
                .mapToObj(i -> sum(when(col("age_index").equalTo(i), col("population"))))
                .toArray(Column[]::new));
    return population
        .withColumn("age_index", expr("least(age_lower DIV 5, 17)"))
        .groupBy(expr("coalesce(area, '') AS area"), col("sex"), col("year"))
        .agg(
            byAge.cast("array<double>").as(PERSON_YEARS),
            min(when(col("age_upper").isNull(), col("age_index"))).cast("int").as(OPEN));
  }
}
