package org.tidemark.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.account.Census;
import org.tidemark.account.Fate;
import org.tidemark.account.Ledger;
import org.tidemark.account.Precedence;
import org.tidemark.account.StagedColumns;
import org.tidemark.account.StagedTables;
import org.tidemark.testing.SparkSessionExtension;
import org.tidemark.testing.Staged;

/** Each record counts once, whatever was sent twice. */
@ExtendWith(SparkSessionExtension.class)
class ResolutionTest {
  private static final Staged TUMOURS =
      Staged.of("tumour", "tumour_id", "age")
          .row("a.csv", 1, "t1", "50")
          .row("a.csv", 2, "t2", "60")
          .row("b.csv", 1, "t1", "50")
          .row("b.csv", 2, "t2", "61")
          .row("b.csv", 3, null, "50")
          .row("b.csv", 4, null, "50")
          .found("b.csv", 5, "INVALID", "t1", "50");

  private static final Staged SUBMISSIONS =
      Staged.of(
              "report_submission",
              "submission_id",
              "dataset",
              "site_id",
              "period",
              "version",
              "withdrawn_at")
          .row("s.csv", 1, "S1", "tb", "A", "2021Q1", "1", null)
          .row("s.csv", 2, "S2", "tb", "A", "2021Q1", "2", null)
          .row("s.csv", 3, "S3", "tb", "B", "2021Q1", "1", null);

  private static final Staged CASES =
      Staged.of("tb_case", "tb_case_id", "submission_id")
          .row("c.csv", 1, "c1", "S1")
          .row("c.csv", 2, "c2", "S1")
          .row("d.csv", 1, "c1", "S2")
          .row("c.csv", 3, "c3", "S3")
          .row("c.csv", 4, "c4", null);

  @TempDir private Path folder;

  @Test
  void exactDuplicatesAndRowsOfTheSameKeyCountOnce(SparkSession spark) {
    var staged = staged(spark, 2);
    Dataset<Row> merged = Resolution.merged(staged);
    assertThat(reasons(merged, "tumour")).containsExactlyInAnyOrder("duplicate", "same-key");
    assertThat(counting(staged, merged, "tumour"))
        .as("rows without a key are never merged; refused rows are not rows")
        .hasSize(4);
  }

  @Test
  void ofRowsOfTheSameKeyTheMostTrustedCounts(SparkSession spark) {
    var rule = Precedence.Rule.of("age", "listed", List.of("61", "60"));
    var part = TUMOURS.part(spark, 2, List.of("tumour_id"), Optional.empty());
    var staged =
        StagedTables.in(spark, folder.toUri())
            .keep(
                List.of(
                    new StagedTables.Part(
                        part.shape().preferring(new Precedence(List.of(rule), "")), part.rows())));
    assertThat(counting(staged, Resolution.merged(staged), "tumour"))
        .extracting(r -> r.<String>getAs("age"))
        .as("of t2 the record with 61")
        .containsExactlyInAnyOrder("50", "61", "50", "50");
  }

  @Test
  void aLaterVersionReplacesTheRowsOfTheEarlier(SparkSession spark) {
    var staged = staged(spark, 2);
    Dataset<Row> merged = Resolution.merged(staged);
    assertThat(reasons(merged, "tb_case")).containsExactly("superseded", "superseded");
    assertThat(counting(staged, merged, "tb_case"))
        .extracting(r -> r.<String>getAs("tb_case_id"))
        .containsExactlyInAnyOrder("c1", "c3", "c4");
    assertThat(reasons(merged, "report_submission"))
        .as("that a submission was replaced remains known")
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 7})
  void theChoiceDoesNotDependOnPartitions(int partitions, SparkSession spark) {
    var once = staged(spark, 1);
    var again =
        StagedTables.in(spark, folder.resolve("again").toUri()).keep(parts(spark, partitions));
    assertThat(counting(again, Resolution.merged(again), "tumour"))
        .containsExactlyInAnyOrderElementsOf(counting(once, Resolution.merged(once), "tumour"));
  }

  @Test
  void aKeyPartThatMayBeAbsentStillNamesTheRow(SparkSession spark) {
    // A population for all areas, sent twice, must not be twice the population.
    var population =
        Staged.of("population", "area", "year")
            .row("a.csv", 1, null, "2019")
            .row("b.csv", 1, null, "2019")
            .row("b.csv", 2, null, "2020")
            .part(spark, 2, List.of("area", "year"), Optional.empty());
    var staged = StagedTables.in(spark, folder.toUri()).keep(List.of(population));
    assertThat(reasons(Resolution.merged(staged), "population")).containsExactly("duplicate");
  }

  @Test
  void theCensusAccountsForEveryRow(SparkSession spark) {
    var staged = staged(spark, 2);
    List<Fate> fates = Census.of(staged.accounts(), Resolution.merged(staged));
    var accounting = Ledger.of(fates);
    assertThat(accounting.total("ingest").recordsIn()).isEqualTo(15);
    assertThat(accounting.total("check").rejected()).isEqualTo(1);
    assertThat(accounting.total("resolve").merged()).isEqualTo(4);
    assertThat(accounting.total("resolve").accepted()).isEqualTo(10);
  }

  @Test
  void whatCountsHasTheSameNameHoweverOftenItWasSent(SparkSession spark) {
    Staged once = Staged.of("tumour", "tumour_id", "age").row("a.csv", 1, "t1", "50");
    Staged twice =
        Staged.of("tumour", "tumour_id", "age")
            .row("b.csv", 7, "t1", "50")
            .row("c.csv", 8, "t1", "50");
    assertThat(name(spark, "twice", twice)).isEqualTo(name(spark, "once", once));
  }

  private String name(SparkSession spark, String place, Staged rows) {
    var staged =
        StagedTables.in(spark, folder.resolve(place).toUri())
            .keep(List.of(rows.part(spark, 2, List.of("tumour_id"), Optional.empty())));
    return Census.contentHash(Census.of(staged.accounts(), Resolution.merged(staged)));
  }

  private static List<Row> counting(
      org.tidemark.account.Staged staged, Dataset<Row> merged, String table) {
    return Resolution.counting(table, staged.tables().get(table), merged).collectAsList();
  }

  private org.tidemark.account.Staged staged(SparkSession spark, int partitions) {
    return StagedTables.in(spark, folder.toUri()).keep(parts(spark, partitions));
  }

  private static List<StagedTables.Part> parts(SparkSession spark, int partitions) {
    return List.of(
        TUMOURS.part(spark, partitions, List.of("tumour_id"), Optional.empty()),
        CASES.part(spark, partitions, List.of("tb_case_id"), Optional.of("submission_id")),
        SUBMISSIONS.part(spark, partitions, List.of("submission_id"), Optional.empty()));
  }

  private static List<String> reasons(Dataset<Row> merged, String table) {
    return merged
        .where(org.apache.spark.sql.functions.col(StagedColumns.TABLE).equalTo(table))
        .select(StagedColumns.MERGED)
        .collectAsList()
        .stream()
        .map(r -> r.getString(0))
        .toList();
  }
}
