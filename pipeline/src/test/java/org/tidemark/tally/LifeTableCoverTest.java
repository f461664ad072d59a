package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
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
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.model.Refusal;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.testing.SparkSessionExtension;

/**
 * A table of the ages 98 to 100 and the years 2000 to 2002; its last age gives a probability of 1,
 * for men in every year, for women in 2002 only.
 */
@DisplayName("Life tables against the follow-up of the cases")
@ExtendWith(SparkSessionExtension.class)
class LifeTableCoverTest {
  private static final StructType TABLE =
      StructType.fromDDL(
          "source_id string, area string, sex string, year int, age int, hazard_per_day double, prob_death_year double");
  private static final StructType PERSONS =
      StructType.fromDDL(
          "area string, deprivation string, sex int, age_in_days int, diagnosis_day int, follow_up_days int");

  /** The first whole day of age 100. */
  private static final int AGE_100 = (int) Math.ceil(100 * PopulationHazard.DAYS_IN_YEAR);

  private static final int HORIZON = 2000;

  private static LifeTables tables(SparkSession spark, Beyond beyond) {
    List<Row> rows = new ArrayList<>();
    for (int year = 2000; year <= 2002; year++) {
      for (int sex = 1; sex <= 2; sex++) {
        rows.add(RowFactory.create("life", "", "" + sex, year, 98, 1e-3, null));
        rows.add(RowFactory.create("life", "", "" + sex, year, 99, null, 0.5));
        boolean certain = sex == 1 || year == 2002;
        rows.add(RowFactory.create("life", "", "" + sex, year, 100, null, certain ? 1.0 : 0.9));
      }
    }
    return LifeTables.of(spark.createDataFrame(rows, TABLE), Map.of("life", beyond));
  }

  private static Row person(int sex, int ageDays, String diagnosed, int days) {
    int day = Math.toIntExact(LocalDate.parse(diagnosed).toEpochDay());
    return RowFactory.create("North", "", sex, ageDays, day, days);
  }

  private static void require(SparkSession spark, Beyond beyond, Row... persons) {
    Dataset<Row> rows = spark.createDataFrame(List.of(persons), PERSONS);
    LifeTableCover.require(rows, tables(spark, beyond), HORIZON);
  }

  @Test
  void aRowOfCertainDeathThatNobodyReachesDoesNoHarm(SparkSession spark) {
    Row untilTheDayBefore = person(1, AGE_100 - 300, "2000-05-01", 300);
    assertThatCode(() -> require(spark, Beyond.ERROR, untilTheDayBefore))
        .doesNotThrowAnyException();
    assertThatCode(() -> require(spark, Beyond.NEAREST, untilTheDayBefore))
        .doesNotThrowAnyException();
  }

  @Test
  void followUpByOneDayIntoCertainDeathIsRefusedByTheNameOfTheRow(SparkSession spark) {
    Row oneDayMore = person(1, AGE_100 - 300, "2000-05-01", 301);
    for (Beyond beyond : Beyond.values()) {
      assertThatThrownBy(() -> require(spark, beyond, oneDayMore))
          .isInstanceOf(Refusal.class)
          .hasMessageContaining("life table of source life")
          .hasMessageContaining("area 'North', sex 1, year 2000, age 100")
          .hasMessageContaining("close the table at an older age")
          .hasMessageContaining("below 1")
          .extracting(e -> ((Refusal) e).kind())
          .isEqualTo(Refusal.Kind.OPERATOR);
    }
  }

  @Test
  void onlyTheFollowUpThatIsTalliedCounts(SparkSession spark) {
    Row longAfterTheHorizon = person(1, AGE_100 - HORIZON, "1998-01-01", 9000);
    assertThatCode(() -> require(spark, Beyond.NEAREST, longAfterTheHorizon))
        .doesNotThrowAnyException();
  }

  @Test
  void theLastRowHoldsForAllOlderAgesWhereTheNearestDoes(SparkSession spark) {
    Row muchOlder = person(1, AGE_100 + 2000, "2001-01-01", 10);
    assertThatThrownBy(() -> require(spark, Beyond.NEAREST, muchOlder))
        .hasMessageContaining("sex 1, year 2001, age 100");
  }

  @Test
  void certainDeathOfTheOtherSexOrOfOtherYearsIsNoMatter(SparkSession spark) {
    Row woman = person(2, AGE_100 - 10, "2001-01-01", 100);
    assertThatCode(() -> require(spark, Beyond.ERROR, woman)).doesNotThrowAnyException();
    Row later = person(2, AGE_100 - 10, "2001-12-01", 100);
    assertThatThrownBy(() -> require(spark, Beyond.ERROR, later))
        .hasMessageContaining("sex 2, year 2002, age 100");
  }

  @Test
  void theOtherRowsKeepTheirHazards(SparkSession spark) {
    PopulationHazard hazard = tables(spark, Beyond.NEAREST).of("North").orElseThrow();
    int day = Math.toIntExact(LocalDate.parse("2001-06-01").toEpochDay());
    assertThat(hazard.at(1, AGE_100 - 1, day)).isEqualTo(PopulationHazard.perDay(0.5));
    assertThat(hazard.at(1, AGE_100 - 400, day)).isEqualTo(1e-3);
    assertThat(hazard.at(2, AGE_100, day)).isEqualTo(PopulationHazard.perDay(0.9));
  }

  @Test
  void aTableThatEndsTooEarlyIsRefusedByTheNameOfTheMissingRow(SparkSession spark) {
    Row intoNextYear = person(2, AGE_100 - 700, "2002-12-01", 60);
    assertThatThrownBy(() -> require(spark, Beyond.ERROR, intoNextYear))
        .hasMessageContaining("there is no row for area 'North', sex 2, year 2003, age 98");
    assertThatCode(() -> require(spark, Beyond.NEAREST, intoNextYear)).doesNotThrowAnyException();
  }
}
