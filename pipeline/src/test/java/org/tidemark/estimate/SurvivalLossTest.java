package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.tally.LifeTables;
import org.tidemark.tally.SurvivalTallies;
import org.tidemark.tally.Tumours;
import org.tidemark.testing.SparkSessionExtension;

@DisplayName("Loss to follow-up beside the figure, with what it could have hidden")
@ExtendWith(SparkSessionExtension.class)
class SurvivalLossTest {
  private static final StructType SCHEMA =
      Figure.schema(CatalogueReader.read(Optional.empty()).published().get("survival"));

  /** After half a year 12 of 52 are lost; after a year 20 of the 40 that are left die. */
  private static Tumours tumours(int lost) {
    return Tumours.none()
        .and(lost, "vital_status", "3", "last_contact_date", "2010-09-01")
        .and(20, "last_contact_date", "2011-03-01")
        .and(20, "vital_status", "1", "last_contact_date", "2013-03-01");
  }

  private static Row figure(SparkSession spark, int lost, int threshold, String method) {
    List<Analyses.Survival> all =
        List.of(
            new Analyses.Survival(
                List.of(), "", method, "kaplan-meier", List.of(1), "complete", "", List.of("log")));
    return SurvivalEstimates.of(all, Map.of(), SCHEMA, threshold)
        .rows(
            spark,
            SurvivalTallies.of(all, 366)
                .byStratum(tumours(lost).cases(spark, 3), LifeTables.none()))
        .first();
  }

  private static double number(Row row, String column) {
    return row.<Double>getAs(column);
  }

  @Test
  void hadTheyDiedOrLived(SparkSession spark) {
    Row row = figure(spark, 12, 0, "kaplan-meier");
    assertThat(row.<Long>getAs("lost")).isEqualTo(12);
    assertThat(number(row, "value")).isCloseTo(0.5, within(1e-12));
    assertThat(number(row, "if_lost_died")).isCloseTo(40 / 52.0 * 0.5, within(1e-12));
    assertThat(number(row, "if_lost_lived")).isCloseTo(32 / 52.0, within(1e-12));
  }

  @Test
  void whereNobodyWasLostThereIsNoBand(SparkSession spark) {
    Row row = figure(spark, 0, 5, "kaplan-meier");
    assertThat(row.<Long>getAs("lost")).isZero();
    assertThat(row.<Object>getAs("if_lost_died")).isNull();
  }

  @Test
  void aNumberThatIsTooSmallToTellIsNotToldByTheBand(SparkSession spark) {
    Row row = figure(spark, 3, 5, "kaplan-meier");
    assertThat(row.<Object>getAs("lost")).isNull();
    assertThat(row.<Object>getAs("if_lost_died")).isNull();
    assertThat(row.<Object>getAs("if_lost_lived")).isNull();
  }

  @Test
  void withoutALifeTableThereIsNoNetSurvival(SparkSession spark) {
    Row row = figure(spark, 12, 0, "pohar-perme");
    assertThat(row.<String>getAs("status")).isEqualTo("INSUFFICIENT");
    assertThat(row.<Long>getAs("lost")).isEqualTo(12);
  }
}
