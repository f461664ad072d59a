package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Check.Severity;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.TextFormat;
import org.tidemark.testing.SparkSessionExtension;
import org.tidemark.testing.Staged;

/** Declared checks in one scan: refusals, findings, and what is not applicable. */
@ExtendWith(SparkSessionExtension.class)
class ChecksTest {
  private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

  private static final List<Check> CHECKS =
      List.of(
          check("CODE-sex", Severity.INVALID, List.of("sex"), "", "sex IN ('1', '2')"),
          check(
              "DATE-FUTURE",
              Severity.INVALID,
              List.of("date"),
              "date IS NOT NULL",
              "date <= as_of"),
          check("RARE-AGE", Severity.RARE, List.of("age"), "age IS NOT NULL", "age < '99'"),
          check("MISS-AGE", Severity.MISSING, List.of("age"), "", "age IS NOT NULL"),
          check("REQ-basis", Severity.INVALID, List.of("basis"), "", "basis IS NOT NULL"));

  @Test
  void theFirstInvalidCheckRefusesAndEveryFailureIsFound(SparkSession spark) {
    Row row = verdict(spark, "7", "2024-06-01", null, "7");
    assertThat(row.<String>getAs(StagedColumns.REFUSED_AT)).isEqualTo("check");
    assertThat(row.<String>getAs(StagedColumns.REFUSAL)).isEqualTo("CODE-sex");
    assertThat(row.<String>getList(row.fieldIndex(StagedColumns.FINDINGS)))
        .containsExactly("CODE-sex", "DATE-FUTURE", "MISS-AGE");
  }

  @Test
  void findingsThatAreNotInvalidDoNotRefuse(SparkSession spark) {
    Row row = verdict(spark, "1", "2020-01-01", "99", "7");
    assertThat(row.<String>getAs(StagedColumns.REFUSAL)).isNull();
    assertThat(row.<String>getAs(StagedColumns.REFUSED_AT)).isNull();
    assertThat(row.<String>getList(row.fieldIndex(StagedColumns.FINDINGS)))
        .containsExactly("RARE-AGE");
  }

  @Test
  void nullIsNotAPass(SparkSession spark) {
    assertThat(verdict(spark, null, "2020-01-01", "50", "7").<String>getAs(StagedColumns.REFUSAL))
        .isEqualTo("CODE-sex");
  }

  @Test
  void aCheckOnAFieldThatTheSourceDoesNotSupplyIsNotApplicable(SparkSession spark) {
    Row supplied = verdict(spark, "1", "2020-01-01", "50", null);
    assertThat(supplied.<String>getAs(StagedColumns.REFUSAL)).isEqualTo("REQ-basis");
    Row notSupplied = verdict(spark, "1", "2020-01-01", "50", null, "basis");
    assertThat(notSupplied.<String>getAs(StagedColumns.REFUSAL)).isNull();
  }

  @Test
  void anEarlierRefusalStandsAndIsNotCheckedAgain(SparkSession spark) {
    Row row =
        Checks.verdicts(
                Staged.of("sex", "date", "age", "basis")
                    .refused("a.csv", 1, "EARLIER", "7", null, null, null)
                    .dataset(spark, 1),
                CHECKS,
                mapping(),
                AS_OF)
            .first();
    assertThat(row.<String>getAs(StagedColumns.REFUSAL)).isEqualTo("EARLIER");
    assertThat(row.<String>getList(row.fieldIndex(StagedColumns.FINDINGS))).isEmpty();
  }

  private static Row verdict(
      SparkSession spark, String sex, String date, String age, String basis, String... absent) {
    return Checks.verdicts(
            Staged.of("sex", "date", "age", "basis")
                .row("a.csv", 1, sex, date, age, basis)
                .dataset(spark, 1),
            CHECKS,
            mapping(absent),
            AS_OF)
        .first();
  }

  private static Mapping mapping(String... notSupplied) {
    return new Mapping(
        "m",
        "tumour",
        TextFormat.STANDARD,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(notSupplied),
        false,
        false);
  }

  private static Check check(
      String id, Severity severity, List<String> fields, String applies, String pass) {
    return new Check(id, 1, "tumour", severity, fields, applies, pass, "test", Map.of());
  }
}
