package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.SurvivalDesign;
import org.tidemark.derive.SurvivalExclusion;
import org.tidemark.testing.SparkSessionExtension;

@DisplayName("Tumours that do not enter survival are counted by their first reason")
@ExtendWith(SparkSessionExtension.class)
class SurvivalExclusionsTest {
  private static final List<String> REQUESTS = List.of("age-90-and-over", "autopsy", "male-breast");

  /** Every reason so often as it stands in the list, from 1, among tumours that enter. */
  private static Tumours everyReason() {
    return Tumours.none()
        .and(40)
        .and(1, "behaviour", "2")
        .and(2, "source_id", Tumours.UNFOLLOWED, "vital_status", "", "last_contact_date", "")
        .and(3, "basis", "0")
        .and(4, "vital_status", "9")
        .and(5, "last_contact_date", "2011-03")
        .and(6, "last_contact_date", "2010-02-28")
        .and(7, "last_contact_date", "2010-03-01")
        .and(8, "age", "")
        .and(9, "sex", "9");
  }

  private static Map<String, Long> counts(Dataset<Row> rows) {
    Map<String, Long> counts = new TreeMap<>();
    rows.collectAsList()
        .forEach(
            r ->
                counts.put(
                    String.join(
                        " ",
                        r.<String>getAs("rule"),
                        r.<String>getAs("severity"),
                        r.<String>getAs("source"),
                        r.<String>getAs("area"),
                        r.<String>getAs("period")),
                    r.<Long>getAs("count")));
    return counts;
  }

  @Test
  void everyReasonHasARuleASeverityAndItsCount(SparkSession spark) {
    Map<String, Long> counts = counts(SurvivalExclusions.of(everyReason().cases(spark, 3), 0));
    assertThat(counts)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "SURVIVAL-not-malignant scope source North 2010", 1L,
                "SURVIVAL-follow-up-not-supplied scope unfollowed North 2010", 2L,
                "SURVIVAL-death-certificate-only missing source North 2010", 3L,
                "SURVIVAL-no-follow-up missing source North 2010", 4L,
                "SURVIVAL-incomplete-dates missing source North 2010", 5L,
                "SURVIVAL-negative-follow-up invalid source North 2010", 6L,
                "SURVIVAL-zero-follow-up query source North 2010", 7L,
                "SURVIVAL-age-unknown missing source North 2010", 8L,
                "SURVIVAL-sex-unknown missing source North 2010", 9L));
    int byLifeTable = 1;
    assertThat(counts).hasSize(SurvivalExclusion.values().length - REQUESTS.size() - byLifeTable);
  }

  @Test
  void whoIsLeftOutOnRequestIsCountedOnceAmongTheRest(SparkSession spark) {
    Tumours tumours =
        everyReason()
            .and(2, "basis", "8")
            .and(3, "age", 90, "sex", "1", "topography", "C504")
            .and(4, "age", 89, "topography", "C501")
            .and(5, "age", 95, "last_contact_date", "2010-03-01")
            .and(6, "sex", "2", "topography", "C501");
    Map<String, Long> counts =
        counts(SurvivalExclusions.of(tumours.cases(spark, 3), List.of(leavingOut(REQUESTS)), 0));
    assertThat(counts)
        .containsEntry("SURVIVAL-autopsy scope source North 2010", 2L)
        .containsEntry("SURVIVAL-age-90-and-over scope source North 2010", 3L)
        .containsEntry("SURVIVAL-male-breast scope source North 2010", 4L)
        .containsEntry("SURVIVAL-zero-follow-up query source North 2010", 12L)
        .hasSize(SurvivalExclusion.values().length - 1);
  }

  private static Analyses.Survival leavingOut(List<String> requests) {
    SurvivalDesign plain = SurvivalDesign.PLAIN;
    return new Analyses.Survival(
        List.of(),
        "",
        "kaplan-meier",
        "kaplan-meier",
        List.of(1),
        "complete",
        "",
        List.of("log"),
        new SurvivalDesign(
            plain.window(),
            plain.diagnosed(),
            plain.breaks(),
            plain.form(),
            plain.weights(),
            List.of(),
            requests,
            "",
            List.of()));
  }

  @Test
  void aTumourIsCountedOnceUnderItsFirstReason(SparkSession spark) {
    Tumours tumours =
        Tumours.none()
            .and(1, "behaviour", "0", "basis", "0", "vital_status", "9", "age", "", "sex", "9")
            .and(1, "basis", "0", "last_contact_date", "2010-03-01")
            .and(1, "source_id", Tumours.UNFOLLOWED, "basis", "0");
    assertThat(counts(SurvivalExclusions.of(tumours.cases(spark, 1), 0)).keySet())
        .containsExactlyInAnyOrder(
            "SURVIVAL-not-malignant scope source North 2010",
            "SURVIVAL-death-certificate-only missing source North 2010",
            "SURVIVAL-follow-up-not-supplied scope unfollowed North 2010");
  }

  @Test
  void aSourceWithoutBehaviourSendsMalignantTumours(SparkSession spark) {
    Tumours tumours = Tumours.none().and(2, "behaviour", "");
    assertThat(SurvivalExclusions.of(tumours.cases(spark, 1), 0).count()).isZero();
  }

  @Test
  void noCountBelowTheThresholdIsTold(SparkSession spark) {
    Tumours tumours =
        Tumours.none()
            // One year is told; the two others only together.
            .and(5, "sex", "9")
            .and(4, "sex", "9", "incidence_date", "2011-03-01", "last_contact_date", "2013-01-01")
            .and(2, "sex", "9", "incidence_date", "2012-03-01", "last_contact_date", "2013-01-01")
            // Two areas that are told only together.
            .and(3, "age", "")
            .and(3, "age", "", "area", "South")
            // Not told at all.
            .and(4, "basis", "0");
    assertThat(counts(SurvivalExclusions.of(tumours.cases(spark, 2), 5)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "SURVIVAL-sex-unknown missing source North 2010", 5L,
                "SURVIVAL-sex-unknown missing source North ", 6L,
                "SURVIVAL-age-unknown missing source  ", 6L));
  }
}
