package org.tidemark.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.tidemark.derive.Cases;
import org.tidemark.derive.Classification;
import org.tidemark.derive.GroupFunction;

/**
 * Tumours that count, for tests: each a malignant one, followed to its death, but for what is said.
 */
public final class Tumours {
  /** The source without follow-up. */
  public static final String UNFOLLOWED = "unfollowed";

  private static final StructType SCHEMA =
      StructType.fromDDL(
          "source_id string, site_id string, area string, sex string, birth_date string, age int,"
              + " age_days int, incidence_date string, topography string, morphology string,"
              + " behaviour string, basis string, basis_scheme string, grade string, stage string,"
              + " vital_status string, last_contact_date string, cause_of_death string,"
              + " cause_of_death_revision string, registration_date string, sources string,"
              + " source_count bigint, dcn string, deprivation string");

  private static final Map<String, Object> ORDINARY =
      Map.ofEntries(
          Map.entry("source_id", "source"),
          Map.entry("area", "North"),
          Map.entry("sex", "1"),
          Map.entry("age", 60),
          Map.entry("incidence_date", "2010-03-01"),
          Map.entry("topography", "C189"),
          Map.entry("morphology", "8140"),
          Map.entry("behaviour", "3"),
          Map.entry("basis", "7"),
          Map.entry("stage", "2"),
          Map.entry("vital_status", "2"),
          Map.entry("last_contact_date", "2011-03-01"));

  private final List<Row> rows = new ArrayList<>();

  private Tumours() {}

  /** No tumours yet. */
  public static Tumours none() {
    return new Tumours();
  }

  /** So many tumours more, with the fields and values that follow; an empty text is no value. */
  public Tumours and(int times, Object... fieldsAndValues) {
    Map<String, Object> cells = new java.util.HashMap<>(ORDINARY);
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      cells.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    cells.values().removeIf(""::equals);
    Row row = RowFactory.create(List.of(SCHEMA.fieldNames()).stream().map(cells::get).toArray());
    for (int i = 0; i < times; i++) {
      rows.add(row);
    }
    return this;
  }

  /** The tumours of another list too. */
  public Tumours and(Tumours others) {
    rows.addAll(others.rows);
    return this;
  }

  /** The cases that are derived from them. */
  public Dataset<Row> cases(SparkSession spark, int partitions) {
    GroupFunction.register(spark, Classification.of(Map.of()));
    return Cases.of(
        spark.createDataFrame(rows, SCHEMA).repartition(partitions), List.of(UNFOLLOWED));
  }
}
