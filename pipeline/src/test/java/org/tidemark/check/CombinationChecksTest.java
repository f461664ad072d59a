package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.TextFormat;
import org.tidemark.testing.SparkSessionExtension;
import org.tidemark.testing.Staged;

/**
 * The shipped checks of tumours over whole rows: findings by rule tables, and decisions on them.
 */
@ExtendWith(SparkSessionExtension.class)
class CombinationChecksTest {
  private static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

  private static final String[] FIELDS = {
    "registry_id",
    "tumour_id",
    "sex",
    "birth_date",
    "age",
    "age_days",
    "incidence_date",
    "topography",
    "morphology",
    "behaviour",
    "grade",
    "basis"
  };

  /** All that the fields above do not hold; of these nothing is asked. */
  private static final List<String> OTHERS =
      Grid.CATALOGUE.tables().get("tumour").fields().stream()
          .map(Field::name)
          .filter(name -> !List.of(FIELDS).contains(name))
          .toList();

  private static final List<Check> CHECKS =
      Grid.CATALOGUE.checks().stream().filter(c -> c.table().equals("tumour")).toList();

  @Test
  void everyRuleTableIsAskedInOneFunction(SparkSession spark) {
    assertThat(findings(spark, "n,1,2,,3,,2003,C509,8500,3,1,1"))
        .isEqualTo("AGE-TOPOGRAPHY CHILDHOOD-AGE BASIS-MORPHOLOGY");
    assertThat(findings(spark, "n,1,1,,50,,2003,C569,8441,3,5,7"))
        .isEqualTo("SEX-TOPOGRAPHY-MALE SEX-MORPHOLOGY GRADE-MORPHOLOGY");
    assertThat(findings(spark, "n,1,2,,50,,2003,C509,8500,3,1,7")).isEmpty();
  }

  @Test
  void theAgeMayComeFromDaysOrFromCompleteDates(SparkSession spark) {
    assertThat(findings(spark, "n,1,2,,,1000,2003,C539,8070,3,,7"))
        .isEqualTo("AGE-TOPOGRAPHY CHILDHOOD-AGE");
    assertThat(findings(spark, "n,1,2,2000-06-30,,,2003-06-29,C539,8070,3,,7", "age"))
        .isEqualTo("AGE-TOPOGRAPHY CHILDHOOD-AGE");
    assertThat(findings(spark, "n,1,2,2000-06,,,2003-06-29,C539,8070,3,,7", "age")).isEmpty();
  }

  @Test
  void aTableOnFieldsThatTheSourceDoesNotSupplyIsNotApplicable(SparkSession spark) {
    String record = "n,1,2,,3,,2003,C509,8500,3,1,1";
    assertThat(findings(spark, record, "basis", "behaviour")).isEqualTo("AGE-TOPOGRAPHY");
    assertThat(findings(spark, record, "age", "age_days", "birth_date"))
        .isEqualTo("BASIS-MORPHOLOGY");
  }

  @Test
  void codesThatAreNoneBreakNoRuleTable(SparkSession spark) {
    assertThat(findings(spark, "n,1,x,,-5,,2003,Z99,12,q,z,??"))
        .doesNotContain("AGE-TOP", "SEX-M", "GRADE-M", "BASIS-M", "SITE-H", "MORPHOLOGY-B");
  }

  @Test
  void aDecisionOverridesItsRuleOfItsTumourAlone(SparkSession spark) {
    Dataset<Row> decisions =
        overrides(spark, "n,1,AGE-TOPOGRAPHY", "n,1,SITE-HISTOLOGY", "m,1,CHILDHOOD-AGE");
    String record = "n,1,2,,3,,2003,C509,8500,3,1,1";
    assertThat(verdict(spark, record, Optional.of(decisions)))
        .isEqualTo("~AGE-TOPOGRAPHY CHILDHOOD-AGE BASIS-MORPHOLOGY");
    assertThat(verdict(spark, record.replace("n,1", "n,2"), Optional.of(decisions)))
        .isEqualTo("AGE-TOPOGRAPHY CHILDHOOD-AGE BASIS-MORPHOLOGY");
  }

  @Test
  void whatCannotBeIsNotOverridden(SparkSession spark) {
    Dataset<Row> decisions = overrides(spark, "n,1,GRADE-MORPHOLOGY", "n,1,CODE-sex");
    assertThat(verdict(spark, "n,1,8,,50,,2003,C509,8500,3,7,7", Optional.of(decisions)))
        .isEqualTo("CODE-sex GRADE-MORPHOLOGY");
  }

  @Test
  void everyTumourStaysOneRowWhateverWasDecided(SparkSession spark) {
    Staged rows =
        Staged.of("tumour", FIELDS)
            .row("a.csv", 1, cells("n,1,2,,3,,2003,C509,8500,3,1,1"))
            .row("a.csv", 2, cells("n,1,2,,3,,2003,C509,8500,3,1,1"))
            .row("a.csv", 3, cells(",,2,,3,,2003,C509,8500,3,1,1"));
    Dataset<Row> twice = overrides(spark, "n,1,AGE-TOPOGRAPHY", "n,1,AGE-TOPOGRAPHY");
    Dataset<Row> plain = Checks.of(CHECKS, mapping(), AS_OF).verdicts(rows.conformed(spark));
    Dataset<Row> decided =
        Checks.of(CHECKS, mapping(), AS_OF)
            .heeding(Optional.of(twice))
            .verdicts(rows.conformed(spark));
    assertThat(decided.columns()).isEqualTo(plain.columns());
    assertThat(decided.select(StagedColumns.RECORD).collectAsList())
        .extracting(r -> r.getLong(0))
        .containsExactlyInAnyOrder(1L, 2L, 3L);
  }

  private static String findings(SparkSession spark, String record, String... notSupplied) {
    Staged rows = Staged.of("tumour", FIELDS).row("a.csv", 1, cells(record));
    return Checks.of(CHECKS, mapping(notSupplied), AS_OF)
        .verdicts(rows.conformed(spark))
        .first()
        .<String>getAs(StagedColumns.FINDINGS)
        .replace("AGE-MISSING", "")
        .strip();
  }

  private static String verdict(
      SparkSession spark, String record, Optional<Dataset<Row>> overrides) {
    Staged rows = Staged.of("tumour", FIELDS).row("a.csv", 1, cells(record));
    return Checks.of(CHECKS, mapping(), AS_OF)
        .heeding(overrides)
        .verdicts(rows.conformed(spark))
        .first()
        .getAs(StagedColumns.FINDINGS);
  }

  private static Dataset<Row> overrides(SparkSession spark, String... decisions) {
    Staged rows = Staged.of("override", "registry_id", "tumour_id", "rule");
    for (int i = 0; i < decisions.length; i++) {
      rows.row("decisions.csv", i + 1, cells(decisions[i]));
    }
    return rows.conformed(spark).withColumn("reason", functions.lit("seen the slide"));
  }

  private static String[] cells(String record) {
    String[] cells = record.split(",", -1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = cells[i].isEmpty() ? null : cells[i];
    }
    return cells;
  }

  private static Mapping mapping(String... notSupplied) {
    List<String> absent = new java.util.ArrayList<>(OTHERS);
    absent.addAll(List.of(notSupplied));
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
        absent,
        false,
        false);
  }
}
