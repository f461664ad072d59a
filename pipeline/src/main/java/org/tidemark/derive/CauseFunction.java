package org.tidemark.derive;

import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * The cancer groups of a cause of death by its ICD-10 code, as a function of Spark SQL. A code from
 * C00 to C97 is a malignant tumour and stands in the empty group of the empty grouping, all
 * cancers; other codes stand in the groups that name them, and in no group where none does.
 */
public final class CauseFunction implements UDF1<String, List<Row>>, Serializable {
  /** The function's name in SQL. */
  public static final String NAME = "cause_groups";

  private static final long serialVersionUID = 1L;
  private static final String ALL = "";

  private final TreeMap<String, Grouping.ByIcd10> groupings;
  private final Map<String, List<Row>> known = new ConcurrentHashMap<>();

  private CauseFunction(Map<String, Grouping.ByIcd10> groupings) {
    this.groupings = new TreeMap<>(groupings);
  }

  /** Makes the function known to a session for the groupings in use. */
  public static void register(SparkSession spark, Map<String, Grouping.ByIcd10> groupings) {
    StructField grouping = DataTypes.createStructField("grouping", DataTypes.StringType, false);
    StructField cancer = DataTypes.createStructField("cancer", DataTypes.StringType, false);
    spark
        .udf()
        .register(
            NAME,
            udf(
                new CauseFunction(groupings),
                DataTypes.createArrayType(
                    DataTypes.createStructType(new StructField[] {grouping, cancer}), false)));
  }

  @Override
  public List<Row> call(String cause) {
    return cause == null ? List.of() : known.computeIfAbsent(cause, this::groups);
  }

  private List<Row> groups(String cause) {
    String code = cause.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    boolean malignant = code.matches("C[0-8][0-9].*|C9[0-7].*");
    List<Row> groups = new ArrayList<>();
    if (malignant) {
      groups.add(RowFactory.create(ALL, ALL));
    }
    CodedTumour death = new CodedTumour(null, null, malignant ? "3" : "0", null, code);
    groupings.forEach(
        (name, grouping) ->
            grouping.of(death).forEach(group -> groups.add(RowFactory.create(name, group))));
    return groups;
  }
}
