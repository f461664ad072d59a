package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.testing.SparkSessionExtension;

/**
 * Ages 0, 1-4, 5-79 and 80+ in the periods 2000-2004 and 2005-2009, by probability and expectancy.
 */
@DisplayName("Life tables by age group and period")
@ExtendWith(SparkSessionExtension.class)
class AbridgedLifeTablesTest {
  private static final StructType TABLE =
      StructType.fromDDL(
          "source_id string, area string, sex string, year int, year_upper int, age int,"
              + " age_upper int, prob_death double, life_expectancy double");

  private static List<Row> rows(int... periods) {
    List<Row> rows = new ArrayList<>();
    for (int from : periods) {
      for (int sex = 1; sex <= 2; sex++) {
        int to = from + 4;
        rows.add(RowFactory.create("life", "A", "" + sex, from, to, 0, 0, 0.1, 60.0));
        rows.add(RowFactory.create("life", "A", "" + sex, from, to, 1, 4, 0.04, 65.0));
        rows.add(RowFactory.create("life", "A", "" + sex, from, to, 5, 79, 0.75, 63.0));
        rows.add(RowFactory.create("life", "A", "" + sex, from, to, 80, null, 1.0, 8.0));
      }
    }
    return rows;
  }

  private static LifeTables tables(SparkSession spark, List<Row> rows, Beyond beyond) {
    return LifeTables.of(spark.createDataFrame(rows, TABLE), Map.of("life", beyond));
  }

  private static int day(String date) {
    return Math.toIntExact(LocalDate.parse(date).toEpochDay());
  }

  private static int age(double years) {
    return (int) Math.ceil(years * PopulationHazard.DAYS_IN_YEAR);
  }

  @Test
  void theHazardIsConstantWithinAGroupAndTheLastOneHasNoEnd(SparkSession spark) {
    PopulationHazard hazard = tables(spark, rows(2000, 2005), Beyond.ERROR).of("A").orElseThrow();
    double yearly = PopulationHazard.DAYS_IN_YEAR;
    for (double age : new double[] {1, 2.5, 4.9}) {
      assertThat(hazard.at(1, age(age), day("2004-12-31")) * yearly)
          .isCloseTo(-Math.log(0.96) / 4, within(1e-12));
    }
    assertThat(hazard.at(2, age(60), day("2009-12-31")) * yearly)
        .isCloseTo(-Math.log(0.25) / 75, within(1e-12));
    assertThat(hazard.at(2, age(109), day("2005-01-01")) * yearly).isCloseTo(0.125, within(1e-12));
    assertThatThrownBy(() -> hazard.at(1, age(60), day("2010-01-01")))
        .hasMessageContaining("last period");
  }

  @Test
  void followUpMayReachTheEndsThatTheTableSays(SparkSession spark) {
    LifeTables tables = tables(spark, rows(2000, 2005), Beyond.ERROR);
    assertThatCode(() -> tables.requireCell(Place.of("A"), 1, 105, 2009))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> tables.requireCell(Place.of("A"), 1, 50, 2010))
        .hasMessageContaining("there is no row for area 'A', sex 1, year 2010, age 50");
  }

  @Test
  void yearsBetweenPeriodsAndOverlapsAreRefused(SparkSession spark) {
    assertThatThrownBy(() -> tables(spark, rows(2000, 2010), Beyond.ERROR).of("A"))
        .hasMessageContaining("there is no row for area 'A', sex 1, year 2005");
    assertThatCode(() -> tables(spark, rows(2000, 2010), Beyond.NEAREST).of("A"))
        .doesNotThrowAnyException();
    assertThatThrownBy(() -> tables(spark, rows(2000, 2003), Beyond.NEAREST).of("A"))
        .hasMessageContaining("the period from 2000 and the one from 2003 overlap");
  }

  @Test
  void aGroupThatIsMissingIsNamed(SparkSession spark) {
    List<Row> gap = new ArrayList<>(rows(2000));
    gap.removeIf(r -> r.getInt(5) == 1);
    assertThatThrownBy(() -> tables(spark, gap, Beyond.NEAREST))
        .hasMessageContaining("life table of source life")
        .hasMessageContaining("area 'A', sex 1, year 2000: the row of age 0 lacks an end");
  }

  @Test
  void whatWasAssumedIsWrittenDownWhateverTheOrder(SparkSession spark) {
    List<Row> rows = rows(2000, 2005);
    LifeTables tables = tables(spark, rows, Beyond.ERROR);
    List<String> told =
        Assumed.rows(spark, tables.assumed()).collectAsList().stream()
            .map(r -> r.getString(0) + " " + r.getString(3) + " " + r.getLong(4))
            .toList();
    assertThat(told)
        .containsExactly(
            "LIFE-TABLE-ABRIDGED 2000 4",
            "LIFE-TABLE-ABRIDGED 2005 4",
            "LIFE-TABLE-CLOSED 2000 2",
            "LIFE-TABLE-CLOSED 2005 2",
            "LIFE-TABLE-YEARS 2000 8",
            "LIFE-TABLE-YEARS 2005 8");
    Collections.reverse(rows);
    assertThat(tables(spark, rows, Beyond.ERROR).assumed()).isEqualTo(tables.assumed());
  }

  @Test
  void smoothedToSingleYearsItKeepsTheSurvivorsThatAreGiven(SparkSession spark) {
    PopulationHazard groups = tables(spark, rows(2000), Beyond.NEAREST).of("A").orElseThrow();
    PopulationHazard years =
        LifeTables.of(
                spark.createDataFrame(rows(2000), TABLE),
                Map.of("life", Beyond.NEAREST),
                java.util.Set.of("life"))
            .of("A")
            .orElseThrow();
    double all = 0;
    double smooth = 0;
    for (int age = 1; age < 80; age++) {
      all += groups.at(1, age(age), day("2001-01-01"));
      smooth += years.at(1, age(age), day("2001-01-01"));
    }
    assertThat(smooth).isCloseTo(all, org.assertj.core.api.Assertions.within(1e-12));
    assertThat(years.at(1, age(2), day("2001-01-01")))
        .isNotEqualTo(groups.at(1, age(2), day("2001-01-01")));
  }
}
