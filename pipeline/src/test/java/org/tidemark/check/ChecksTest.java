package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
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

/** Declared checks in one scan: findings, and what is not applicable. */
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
  void everyFailureIsFoundInTheOrderOfDeclaration(SparkSession spark) {
    assertThat(findings(spark, "7", "2024-06-01", null, "7"))
        .isEqualTo("CODE-sex DATE-FUTURE MISS-AGE");
    assertThat(findings(spark, "1", "2020-01-01", "99", "7")).isEqualTo("RARE-AGE");
    assertThat(findings(spark, "1", "2020-01-01", "50", "7")).isEmpty();
  }

  @Test
  void onlyInvalidChecksRefuse() {
    assertThat(Checks.refusing(CHECKS))
        .containsExactlyInAnyOrder("CODE-sex", "DATE-FUTURE", "REQ-basis");
  }

  @Test
  void nullIsNotAPass(SparkSession spark) {
    assertThat(findings(spark, null, "2020-01-01", "50", "7")).isEqualTo("CODE-sex");
  }

  @Test
  void aCheckOnAFieldThatTheSourceDoesNotSupplyIsNotApplicable(SparkSession spark) {
    assertThat(findings(spark, "1", "2020-01-01", "50", null)).isEqualTo("REQ-basis");
    assertThat(findings(spark, "1", "2020-01-01", "50", null, "basis")).isEmpty();
  }

  @Test
  void theColumnsComeInTheOrderThatStagingReads(SparkSession spark) {
    List<String> expected = new ArrayList<>(List.of("sex", "date", "age", "basis"));
    expected.addAll(StagedColumns.STORED);
    expected.addAll(StagedColumns.PASSING);
    assertThat(checked(spark, mapping(), "1", "2020-01-01", "50", "7").columns())
        .containsExactlyElementsOf(expected);
  }

  @Test
  void outcomesNameTheChecksThatSayNothingOfARecord(SparkSession spark) {
    assertThat(silent(spark, mapping(), "1", "2020-01-01", "50", "7")).isEmpty();
    assertThat(silent(spark, mapping(), "7", null, null, "7")).isEqualTo("DATE-FUTURE RARE-AGE");
    assertThat(silent(spark, mapping("age", "basis"), "1", null, null, null))
        .isEqualTo("DATE-FUTURE RARE-AGE MISS-AGE REQ-basis");
  }

  @Test
  void aRuleTableSaysNothingWhereACodeIsNotKnown(SparkSession spark) {
    List<Check> byTable =
        Grid.CATALOGUE.checks().stream().filter(c -> c.id().equals("AGE-TOPOGRAPHY")).toList();
    for (String age : new String[] {"3", "70", null}) {
      Dataset<Row> rows =
          Staged.of("tumour", "age", "topography").row("a.csv", 1, age, "C619").conformed(spark);
      Row row =
          Checks.of(byTable, mapping(), AS_OF).tellingApplicability(true).verdicts(rows).first();
      assertThat(row.<String>getAs(StagedColumns.NOT_APPLICABLE))
          .isEqualTo(age == null ? "AGE-TOPOGRAPHY" : "");
      assertThat(row.<String>getAs(StagedColumns.FINDINGS))
          .isEqualTo("3".equals(age) ? "AGE-TOPOGRAPHY" : "");
    }
  }

  private static String silent(SparkSession spark, Mapping mapping, String... cells) {
    return Checks.of(CHECKS, mapping, AS_OF)
        .tellingApplicability(true)
        .verdicts(
            Staged.of("tumour", "sex", "date", "age", "basis")
                .row("a.csv", 1, cells)
                .conformed(spark))
        .first()
        .getAs(StagedColumns.NOT_APPLICABLE);
  }

  private static String findings(
      SparkSession spark, String sex, String date, String age, String basis, String... absent) {
    return checked(spark, mapping(absent), sex, date, age, basis)
        .first()
        .getAs(StagedColumns.FINDINGS);
  }

  private static Dataset<Row> checked(SparkSession spark, Mapping mapping, String... cells) {
    return Checks.of(CHECKS, mapping, AS_OF)
        .verdicts(
            Staged.of("tumour", "sex", "date", "age", "basis")
                .row("a.csv", 1, cells)
                .conformed(spark));
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
