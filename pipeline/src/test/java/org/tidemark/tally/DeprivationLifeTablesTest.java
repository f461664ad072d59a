package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.catalogue.SurvivalDesign;
import org.tidemark.model.Refusal;
import org.tidemark.testing.SparkSessionExtension;

/** Each table has one hazard for all ages and years, by which it is known again. */
@DisplayName("Life tables by area and deprivation")
@ExtendWith(SparkSessionExtension.class)
class DeprivationLifeTablesTest {
  private static final StructType TABLE =
      StructType.fromDDL(
          "source_id string, area string, deprivation string, sex string, year int, age int,"
              + " hazard_per_day double");
  private static final int DAYS = 365;

  private record Part(String area, String deprivation, double hazard) {
    private List<Row> rows() {
      List<Row> rows = new ArrayList<>();
      for (String sex : List.of("1", "2")) {
        rows.add(RowFactory.create("life", area, deprivation, sex, 2000, 0, hazard));
      }
      return rows;
    }
  }

  private static LifeTables tables(SparkSession spark, Part... parts) {
    return tables(spark, Arrays.stream(parts).flatMap(p -> p.rows().stream()).toList());
  }

  private static LifeTables tables(SparkSession spark, List<Row> rows) {
    return LifeTables.of(spark.createDataFrame(rows, TABLE), Map.of("life", Beyond.NEAREST));
  }

  private static double hazard(LifeTables tables, String area, String deprivation) {
    return tables.of(new Place(area, deprivation)).map(h -> h.at(1, 20_000, 15_000)).orElse(-1.0);
  }

  private static SurvivalTallies netSurvival() {
    Analyses.Survival analysis =
        new Analyses.Survival(
            List.of(),
            "",
            "pohar-perme",
            "kaplan-meier",
            List.of(1),
            "complete",
            "",
            List.of("log"),
            SurvivalDesign.PLAIN);
    return SurvivalTallies.of(List.of(analysis), DAYS);
  }

  private static SurvivalPart part(Dataset<Row> cases, LifeTables tables) {
    return netSurvival().byStratum(cases, tables).collect().get(0).whole();
  }

  @Test
  void theFinestTableServesAPersonAndTheOwnAreaComesFirst(SparkSession spark) {
    LifeTables tables =
        tables(
            spark,
            new Part("North", "1", 1e-4),
            new Part("North", null, 2e-4),
            new Part("South", null, 3e-4),
            new Part(null, "1", 4e-4),
            new Part("", null, 5e-4));
    assertThat(hazard(tables, "North", "1")).isEqualTo(1e-4);
    assertThat(hazard(tables, "North", "2")).isEqualTo(2e-4);
    assertThat(hazard(tables, "North", "")).isEqualTo(2e-4);
    assertThat(hazard(tables, "South", "1")).isEqualTo(3e-4);
    assertThat(hazard(tables, "East", "1")).isEqualTo(4e-4);
    assertThat(hazard(tables, "East", "2")).isEqualTo(5e-4);
    assertThat(tables.areas()).containsExactly("", "North", "South");
  }

  @Test
  void netSurvivalIsThatOfTheGroupsOwnTables(SparkSession spark) {
    Part poor = new Part("North", "5", 3e-4);
    Part rich = new Part("North", "1", 1e-4);
    Tumours first = Tumours.none().and(30, "deprivation", "1");
    Tumours fifth = Tumours.none().and(20, "deprivation", "5", "age", 70);
    SurvivalPart both =
        part(Tumours.none().and(first).and(fifth).cases(spark, 3), tables(spark, poor, rich));
    SurvivalPart apart =
        part(first.cases(spark, 2), tables(spark, new Part("North", null, 1e-4)))
            .plus(part(fifth.cases(spark, 2), tables(spark, new Part("North", null, 3e-4))));
    assertThat(both.numbers()).isEqualTo(apart.numbers());
    SurvivalPart swapped =
        part(
            Tumours.none().and(first).and(fifth).cases(spark, 3),
            tables(spark, new Part("North", "5", 1e-4), new Part("North", "1", 3e-4)));
    assertThat(both.numbers()).isNotEqualTo(swapped.numbers());
  }

  @Test
  void anUnknownGroupIsLeftOutByReasonWhereTablesAreByDeprivationAlone(SparkSession spark) {
    LifeTables tables = tables(spark, new Part("North", "1", 1e-4), new Part("South", null, 1e-4));
    Dataset<Row> cases =
        Tumours.none()
            .and(30, "deprivation", "1")
            .and(7)
            .and(4, "deprivation", "unknown")
            .and(2, "age", "")
            .and(10, "area", "South")
            .and(5, "area", "East")
            .cases(spark, 3);
    SurvivalPart part = part(cases, tables);
    assertThat(part.tally().cases()).isEqualTo(45);
    assertThat(part.reasons())
        .containsExactlyInAnyOrderEntriesOf(Map.of("deprivation-unknown", 11L, "age-unknown", 2L));
    assertThat(
            SurvivalExclusions.of(tables.judged(cases), 0).collectAsList().stream()
                .filter(r -> r.<String>getAs("rule").equals("SURVIVAL-deprivation-unknown"))
                .map(r -> r.getAs("area") + " " + r.getAs("severity") + " " + r.getAs("count")))
        .containsExactly("North missing 11");
  }

  @Test
  void tablesOfAllAreasByDeprivationAskItOfAreasWithoutTheirOwn(SparkSession spark) {
    LifeTables tables = tables(spark, new Part(null, "1", 1e-4), new Part("South", null, 1e-4));
    Dataset<Row> cases =
        Tumours.none()
            .and(3, "area", "South")
            .and(4)
            .and(5, "area", "", "deprivation", "")
            .and(6, "deprivation", "1")
            .cases(spark, 2);
    SurvivalPart part = part(cases, tables);
    assertThat(part.tally().cases()).isEqualTo(9);
    assertThat(part.reasons()).containsExactly(Map.entry("deprivation-unknown", 9L));
  }

  @Test
  void withoutTablesByDeprivationNothingIsAskedOfAPerson(SparkSession spark) {
    LifeTables tables = tables(spark, new Part("North", null, 1e-4));
    Dataset<Row> cases = Tumours.none().and(3).and(2, "deprivation", "4").cases(spark, 2);
    assertThat(tables.judged(cases)).isSameAs(cases);
    assertThat(part(cases, tables).tally().cases()).isEqualTo(5);
  }

  @Test
  void aGroupWithoutATableIsRefusedByTheNameOfTheCell(SparkSession spark) {
    LifeTables tables = tables(spark, new Part("North", "1", 1e-4), new Part("North", "2", 1e-4));
    Dataset<Row> third = Tumours.none().and(9, "deprivation", "3").cases(spark, 2);
    assertThatThrownBy(() -> netSurvival().requireCover(tables, third))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("life table of source life")
        .hasMessageContaining(
            "there is no row for area 'North', deprivation '3', sex 1, year 2010, age 60");
    Dataset<Row> second = Tumours.none().and(9, "deprivation", "2").cases(spark, 2);
    assertThatCode(() -> netSurvival().requireCover(tables, second)).doesNotThrowAnyException();
  }

  @Test
  void aCellThatAGroupLacksIsNamed(SparkSession spark) {
    List<Row> rows = new ArrayList<>(new Part("North", "1", 1e-4).rows());
    rows.addAll(new Part("North", "2", 1e-4).rows());
    rows.add(RowFactory.create("life", "North", "2", "1", 2005, 50, 1e-4));
    LifeTables tables = tables(spark, rows);
    assertThatCode(() -> tables.of(new Place("North", "1"))).doesNotThrowAnyException();
    assertThatThrownBy(tables::requireWhole)
        .hasMessageContaining("no row for area 'North', deprivation '2', sex 1, year 2005, age 0");
  }
}
