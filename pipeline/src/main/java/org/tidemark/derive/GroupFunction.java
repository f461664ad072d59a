package org.tidemark.derive;

import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF5;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * The cancer groups of a tumour in every grouping that the programme uses, as a function of Spark
 * SQL over topography, morphology, behaviour, sex and age in years.
 */
public final class GroupFunction
    implements UDF5<String, String, String, String, Integer, List<Row>>, Serializable {
  /** The function's name in SQL. */
  public static final String NAME = "cancer_groups";

  private static final long serialVersionUID = 1L;

  private final Classification classification;
  private final boolean converts;
  private final Map<String, List<Row>> known = new ConcurrentHashMap<>();

  private GroupFunction(Classification classification) {
    this.classification = classification;
    this.converts = classification.converts();
  }

  /** Makes the function known to a session for the groupings in use. */
  public static void register(SparkSession spark, Classification classification) {
    StructField grouping = DataTypes.createStructField("grouping", DataTypes.StringType, false);
    StructField cancer = DataTypes.createStructField("cancer", DataTypes.StringType, false);
    spark
        .udf()
        .register(
            NAME,
            udf(
                new GroupFunction(classification),
                DataTypes.createArrayType(
                    DataTypes.createStructType(new StructField[] {grouping, cancer}), false)));
  }

  @Override
  public List<Row> call(
      String topography, String morphology, String behaviour, String sex, Integer age) {
    Integer band = classification.band(age);
    // Few distinct combinations, many tumours. The sex matters to the ICD-10 alone.
    String key =
        topography
            + '/'
            + morphology
            + '/'
            + behaviour
            + (converts ? '/' + sex : "")
            + (band == null ? "" : "<" + band);
    return known.computeIfAbsent(
        key,
        tumour ->
            classification.of(topography, morphology, behaviour, sex, band).stream()
                .map(g -> RowFactory.create(g.grouping(), g.cancer()))
                .toList());
  }
}
