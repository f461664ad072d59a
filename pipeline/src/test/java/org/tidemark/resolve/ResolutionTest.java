package org.tidemark.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.account.Census;
import org.tidemark.account.Ledger;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.testing.SparkSessionExtension;
import org.tidemark.testing.Staged;

/** Each record counts once, whatever was sent twice. */
@ExtendWith(SparkSessionExtension.class)
class ResolutionTest {
  private static final Map<String, TableSchema> SCHEMAS =
      Map.of(
          "tumour", schema("tumour", List.of("tumour_id"), Optional.empty()),
          "tb_case", schema("tb_case", List.of("tb_case_id"), Optional.of("submission_id")),
          "report_submission",
              schema("report_submission", List.of("submission_id"), Optional.empty()));

  private static final Staged TUMOURS =
      Staged.of("tumour_id", "age")
          .row("a.csv", 1, "t1", "50")
          .row("a.csv", 2, "t2", "60")
          .row("b.csv", 1, "t1", "50")
          .row("b.csv", 2, "t2", "61")
          .row("b.csv", 3, null, "50")
          .row("b.csv", 4, null, "50")
          .refused("b.csv", 5, "CODE-sex", "t1", "50");

  private static final Staged SUBMISSIONS =
      Staged.of("submission_id", "dataset", "site_id", "period", "version")
          .row("s.csv", 1, "S1", "tb", "A", "2021Q1", "1")
          .row("s.csv", 2, "S2", "tb", "A", "2021Q1", "2")
          .row("s.csv", 3, "S3", "tb", "B", "2021Q1", "1");

  private static final Staged CASES =
      Staged.of("tb_case_id", "submission_id")
          .row("c.csv", 1, "c1", "S1")
          .row("c.csv", 2, "c2", "S1")
          .row("d.csv", 1, "c1", "S2")
          .row("c.csv", 3, "c3", "S3")
          .row("c.csv", 4, "c4", null);

  @Test
  void exactDuplicatesAndRowsOfTheSameKeyCountOnce(SparkSession spark) {
    Dataset<Row> merged = merged(spark, 2);
    assertThat(reasons(merged, "tumour")).containsExactlyInAnyOrder("duplicate", "same-key");
    assertThat(counting(spark, merged, "tumour", TUMOURS))
        .as("rows without a key are never merged; refused rows are not rows")
        .hasSize(4);
  }

  @Test
  void aLaterVersionReplacesTheRowsOfTheEarlier(SparkSession spark) {
    Dataset<Row> merged = merged(spark, 2);
    assertThat(reasons(merged, "tb_case")).containsExactly("superseded", "superseded");
    assertThat(counting(spark, merged, "tb_case", CASES))
        .extracting(r -> r.<String>getAs("tb_case_id"))
        .containsExactlyInAnyOrder("c1", "c3", "c4");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void theChoiceDoesNotDependOnPartitions(int partitions, SparkSession spark) {
    List<Row> once = counting(spark, merged(spark, 1), "tumour", TUMOURS);
    List<Row> again = counting(spark, merged(spark, partitions), "tumour", TUMOURS);
    assertThat(again).containsExactlyInAnyOrderElementsOf(once);
  }

  @Test
  void aKeyPartThatMayBeAbsentStillNamesTheRow(SparkSession spark) {
    // A population for all areas, sent twice, must not be twice the population.
    Staged population =
        Staged.of("area", "year").row("a.csv", 1, null, "2019").row("b.csv", 1, null, "2019");
    TableSchema schema =
        new TableSchema(
            "population",
            "population",
            List.of(
                new Field(
                    "area", FieldType.STRING, false, false, "", List.of(), "", "area", "test"),
                new Field(
                    "year", FieldType.STRING, true, false, "", List.of(), "", "year", "test")),
            List.of("area", "year"),
            Optional.empty());
    Dataset<Row> merged =
        Resolution.merged(
            Map.of("population", population.dataset(spark, 2)), Map.of("population", schema));
    assertThat(reasons(merged, "population")).containsExactly("duplicate");
  }

  @Test
  void theCensusAccountsForEveryRow(SparkSession spark) {
    var accounting = Ledger.of(Census.of(staged(spark, 2), merged(spark, 2)));
    assertThat(accounting.total("ingest").recordsIn()).isEqualTo(15);
    assertThat(accounting.total("check").rejected()).isEqualTo(1);
    assertThat(accounting.total("resolve").merged()).isEqualTo(4);
    assertThat(accounting.total("resolve").accepted()).isEqualTo(10);
  }

  private static Dataset<Row> merged(SparkSession spark, int partitions) {
    return Resolution.merged(staged(spark, partitions), SCHEMAS);
  }

  private static Map<String, Dataset<Row>> staged(SparkSession spark, int partitions) {
    return Map.of(
        "tumour", TUMOURS.dataset(spark, partitions),
        "tb_case", CASES.dataset(spark, partitions),
        "report_submission", SUBMISSIONS.dataset(spark, partitions));
  }

  private static List<String> reasons(Dataset<Row> merged, String table) {
    return merged
        .where(org.apache.spark.sql.functions.col(Resolution.TABLE).equalTo(table))
        .select(StagedColumns.MERGED)
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .toList();
  }

  private static List<Row> counting(
      SparkSession spark, Dataset<Row> merged, String table, Staged rows) {
    return Resolution.counting(table, rows.dataset(spark, 2), merged).collectAsList();
  }

  private static TableSchema schema(String name, List<String> key, Optional<String> submission) {
    return new TableSchema(name, name, List.of(), key, submission);
  }
}
