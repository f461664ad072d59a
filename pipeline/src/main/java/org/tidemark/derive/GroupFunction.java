package org.tidemark.derive;

import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF2;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.tidemark.coding.CancerGroups;

/**
 * The cancer groups of a tumour in every grouping that the programme uses, as a function of Spark
 * SQL. A tumour also stands in the empty group of the empty grouping, which is all tumours: so an
 * analysis that is not by cancer reads the same tally.
 */
public final class GroupFunction implements UDF2<String, String, List<Row>>, Serializable {
  /** The function's name in SQL. */
  public static final String NAME = "cancer_groups";

  private static final long serialVersionUID = 1L;
  private static final String ALL = "";

  private final Map<String, CancerGroups> groupings;
  private final Map<String, List<Row>> known = new ConcurrentHashMap<>();

  private GroupFunction(Map<String, CancerGroups> groupings) {
    this.groupings = new TreeMap<>(groupings);
  }

  /** Makes the function known to a session for the groupings in use. */
  public static void register(SparkSession spark, Map<String, CancerGroups> groupings) {
    StructField grouping = DataTypes.createStructField("grouping", DataTypes.StringType, false);
    StructField cancer = DataTypes.createStructField("cancer", DataTypes.StringType, false);
    spark
        .udf()
        .register(
            NAME,
            udf(
                new GroupFunction(groupings),
                DataTypes.createArrayType(
                    DataTypes.createStructType(new StructField[] {grouping, cancer}), false)));
  }

  @Override
  public List<Row> call(String topography, String morphology) {
    // Few distinct pairs, many tumours.
    return known.computeIfAbsent(
        topography + '/' + morphology, pair -> groupsOf(topography, morphology));
  }

  private List<Row> groupsOf(String topography, String morphology) {
    List<Row> rows = new ArrayList<>();
    rows.add(RowFactory.create(ALL, ALL));
    groupings.forEach(
        (name, groups) ->
            groups.of(topography, morphology).forEach(g -> rows.add(RowFactory.create(name, g))));
    return rows;
  }
}
