package org.tidemark.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.testing.SparkSessionExtension;
import org.tidemark.testing.Staged;

/** Every record is stored once, where it belongs, and counted once. */
@ExtendWith(SparkSessionExtension.class)
class StagedTablesTest {
  private static final Staged ROWS =
      Staged.of("tumour", "tumour_id", "area", "incidence_date")
          .row("a.csv", 1, "t1", "north", "2019-03-01")
          .found("a.csv", 2, "RARE", "t2", "north", "2020")
          .found("a.csv", 3, "RARE ALSO-INVALID INVALID", "t3", "north", "2020")
          .refused("b.csv", 1, "TYPE-age", "t4", null, null)
          .found("b.csv", 2, "RARE", null, null, null);

  private static final Map<String, String> SEVERITIES =
      Map.of("RARE", "rare", "INVALID", "invalid", "ALSO-INVALID", "invalid");

  @TempDir private Path folder;

  @Test
  void acceptedRowsLieInTheirTableWithTheirPlaceAndFindings(SparkSession spark) {
    Dataset<Row> table = keep(spark).tables().get("tumour");
    assertThat(table.columns())
        .containsExactly(
            "tumour_id",
            "area",
            "incidence_date",
            "source_id",
            "source_file",
            "record_number",
            "findings");
    assertThat(table.collectAsList())
        .extracting(Row::mkString)
        .containsExactlyInAnyOrder(
            "t1north2019-03-01sourcea.csv1",
            "t2north2020sourcea.csv2RARE",
            "nullnullnullsourceb.csv2RARE");
  }

  @Test
  void yearsAreCountedOfAllRecordsAndThoseKnownToTheYearApart(SparkSession spark) {
    List<String> years =
        keep(spark).accounts().stream()
            .flatMap(a -> a.years().stream())
            .map(y -> y.field() + " " + y.year() + ": " + y.records() + ", " + y.yearOnly())
            .sorted()
            .toList();
    assertThat(String.join("; ", years)).contains("incidence_date 2019: 1, 0");
    assertThat(
            keep(spark).accounts().stream()
                .flatMap(a -> a.years().stream())
                .filter(y -> y.year() == 2020)
                .mapToLong(org.tidemark.account.YearCount::yearOnly)
                .sum())
        .isEqualTo(2);
  }

  @Test
  void refusedRecordsLieInTheQuarantineWithTheFirstRuleThatRefuses(SparkSession spark) {
    assertThat(keep(spark).quarantine().collectAsList())
        .extracting(row -> row.mkString("|"))
        .containsExactlyInAnyOrder(
            "source|a.csv|3|tumour|check|ALSO-INVALID|t3,north,2020",
            "source|b.csv|1|tumour|conform|TYPE-age|t4,,");
  }

  @Test
  void allRulesThatARecordBreaksAreKeptForTheWorkListRefusedOrNot(SparkSession spark) {
    assertThat(keep(spark).found().collectAsList())
        .extracting(row -> row.mkString("|"))
        .containsExactlyInAnyOrder(
            "source|a.csv|2|tumour|null|t2|north|2020|RARE",
            "source|a.csv|3|tumour|null|t3|north|2020|RARE ALSO-INVALID INVALID",
            "source|b.csv|1|tumour|null|t4|||TYPE-age",
            "source|b.csv|2|tumour|null|null|||RARE");
  }

  @Test
  void whatWasReviewedCountsAsOverriddenAndDoesNotRefuse(SparkSession spark) {
    Staged reviewed =
        Staged.of("tumour", "tumour_id", "area", "incidence_date")
            .found("a.csv", 1, "~RARE", "t1", "north", "2019")
            .found("a.csv", 2, "RARE ~INVALID", "t2", "north", "2019");
    org.tidemark.account.Staged staged =
        StagedTables.in(spark, folder.toUri())
            .keep(List.of(reviewed.part(spark, 1, List.of("tumour_id"), Optional.empty())));
    Dataset<Row> none = org.tidemark.resolve.Resolution.merged(staged);
    assertThat(staged.refused()).isZero();
    assertThat(Findings.of(spark, staged, none, List.of(), SEVERITIES).collectAsList())
        .extracting(row -> row.mkString("|"))
        .containsExactlyInAnyOrder(
            "INVALID|source|north|2019|1|overridden",
            "RARE|source|north|2019|1|overridden",
            "RARE|source|north|2019|1|rare");
  }

  @Test
  void onlyRowsWithANameAreInTheIndex(SparkSession spark) {
    assertThat(keep(spark).index().select("record_number").collectAsList())
        .extracting(row -> row.getLong(0))
        .containsExactlyInAnyOrder(1L, 2L);
  }

  @Test
  void everyRecordHasOneFate(SparkSession spark) {
    List<Fate> fates = keep(spark).accounts().stream().flatMap(a -> a.fates().stream()).toList();
    assertThat(fates.stream().mapToLong(Fate::records).sum()).isEqualTo(5);
    assertThat(fates)
        .filteredOn(f -> f.refusal() != null)
        .extracting(f -> f.file() + " " + f.refusedAt() + " " + f.refusal() + " " + f.records())
        .containsExactlyInAnyOrder("a.csv check ALSO-INVALID 1", "b.csv conform TYPE-age 1");
  }

  @Test
  void findingsAreCountedByRuleAreaAndYearAndNotOfRecordsThatNeverReachedTheChecks(
      SparkSession spark) {
    org.tidemark.account.Staged staged = keep(spark);
    assertThat(staged.broken()).isEqualTo(4);
    Dataset<Row> none = org.tidemark.resolve.Resolution.merged(staged);
    assertThat(Findings.of(spark, staged, none, List.of(), SEVERITIES).collectAsList())
        .extracting(row -> row.mkString("|"))
        .containsExactly(
            "ALSO-INVALID|source|north|2020|1|invalid",
            "INVALID|source|north|2020|1|invalid",
            "RARE|source|||1|rare",
            "RARE|source|north|2020|2|rare");
  }

  @Test
  void findingsOfRowsThatCountThroughAnotherOneAreLeftOut(SparkSession spark) {
    Staged twice =
        Staged.of("tumour", "tumour_id", "area", "incidence_date")
            .found("a.csv", 1, "RARE", "t1", "north", "2019")
            .found("b.csv", 1, "RARE", "t1", "north", "2019");
    org.tidemark.account.Staged staged =
        StagedTables.in(spark, folder.toUri())
            .keep(List.of(twice.part(spark, 2, List.of("tumour_id"), Optional.empty())));
    Dataset<Row> merged = org.tidemark.resolve.Resolution.merged(staged);
    assertThat(
            Findings.of(spark, staged, merged, List.of("tumour"), Map.of("RARE", "rare"))
                .collectAsList())
        .extracting(row -> row.mkString("|"))
        .containsExactly("RARE|source|north|2019|1|rare");
  }

  @Test
  void filesOfAFewEqualRecordsWithoutIdsMayBeOfOtherPatientsAndCount(SparkSession spark) {
    assertThat(hadAlready(spark, AlreadyHad.FEWEST - 1)).isZero();
  }

  @Test
  void aFileOfManyRecordsThatAllCameInAnotherCountsOnce(SparkSession spark) {
    assertThat(hadAlready(spark, AlreadyHad.FEWEST)).isEqualTo(AlreadyHad.FEWEST);
  }

  /** How many records of two files with the same nameless records were had already. */
  private long hadAlready(SparkSession spark, int records) {
    Staged sent = Staged.of("tumour", "tumour_id", "area", "incidence_date");
    for (int i = 1; i <= records; i++) {
      String year = Integer.toString(1990 + i);
      sent = sent.row("a.csv", i, null, "north", year).row("b.csv", i, null, "north", year);
    }
    return StagedTables.in(spark, folder.toUri())
        .keep(List.of(sent.part(spark, 2, List.of("tumour_id"), Optional.empty())))
        .accounts()
        .stream()
        .flatMap(a -> a.fates().stream())
        .filter(f -> AlreadyHad.REASON.equals(f.merged()))
        .mapToLong(Fate::records)
        .sum();
  }

  @Test
  void aTableWithoutRowsIsThereAndEmpty(SparkSession spark) {
    org.tidemark.account.Staged staged =
        StagedTables.in(spark, folder.toUri())
            .keep(
                List.of(
                    Staged.of("site", "site_id")
                        .part(spark, 1, List.of("site_id"), Optional.empty())));
    assertThat(staged.tables().get("site").columns()).contains("site_id", "record_number");
    assertThat(staged.tables().get("site").count()).isZero();
    assertThat(staged.refused()).isZero();
  }

  @Test
  void aTaskThatFailsHalfwayLeavesNothingAndItsNextTryCountsOnce(SparkSession spark)
      throws IOException {
    AtomicInteger tries = new AtomicInteger();
    StagedShape shape = ROWS.part(spark, 1, List.of("tumour_id"), Optional.empty()).shape();
    List<org.apache.spark.sql.catalyst.InternalRow> rows =
        ROWS.part(spark, 1, List.of("tumour_id"), Optional.empty())
            .rows()
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .map(org.apache.spark.sql.catalyst.InternalRow::copy)
            .collect();
    StagedPart keeper =
        StagedPart.of(shape, folder.toString(), new org.apache.hadoop.conf.Configuration());
    for (int broken = 2; broken >= 0; broken--) {
      int most = broken == 0 ? Integer.MAX_VALUE : broken;
      try {
        PartCount count = keeper.keep("0", failing(rows, most), tries.incrementAndGet());
        assertThat(count.kept()).isEqualTo(3);
        assertThat(most).isEqualTo(Integer.MAX_VALUE);
      } catch (IllegalStateException asked) {
        assertThat(files()).as("after a failure").isEmpty();
      }
    }
    assertThat(tries).hasValue(3);
    assertThat(files()).hasSize(4);
    assertThat(spark.read().parquet(folder.resolve("tumour").toString()).count()).isEqualTo(3);
  }

  private static java.util.Iterator<org.apache.spark.sql.catalyst.InternalRow> failing(
      List<org.apache.spark.sql.catalyst.InternalRow> rows, int after) {
    AtomicInteger given = new AtomicInteger();
    return rows.stream()
        .peek(
            row -> {
              if (given.getAndIncrement() == after) {
                throw new IllegalStateException("asked to fail");
              }
            })
        .iterator();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .filter(f -> !f.getFileName().toString().endsWith(".crc"))
          .toList();
    }
  }

  private org.tidemark.account.Staged keep(SparkSession spark) {
    return StagedTables.in(spark, folder.toUri())
        .keep(List.of(ROWS.part(spark, 2, List.of("tumour_id"), Optional.empty())));
  }
}
