package org.tidemark.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Programme;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.IndicatorTally.Cell;
import org.tidemark.testing.SparkSessionExtension;

/**
 * Two treated sites, quintiles of 200 patients each: before the start 20, 30 … 60 of 100 are found
 * early, from it on 50 in all but the richest, 60. A comparison site has no part in it.
 */
@DisplayName("Inequality between groups, from tallies to published rows")
@ExtendWith(SparkSessionExtension.class)
class EquityRowsTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());
  private static final StructType SCHEMA = SiteQuestions.SCHEMA;
  private static final String BEFORE = "before the start";
  private static final String AFTER = "from the start on";

  private static List<Row> open;
  private static List<Row> hidden;

  @BeforeAll
  static void evaluate(SparkSession spark) {
    open = rows(spark, Threshold.NONE);
    hidden = rows(spark, new Threshold(5, 300));
  }

  private static List<Row> rows(SparkSession spark, Threshold threshold) {
    List<Row> tallies = new ArrayList<>();
    for (String site : List.of("A", "B", "C")) {
      for (int quintile = 1; quintile <= 5; quintile++) {
        int share = 10 + 10 * quintile;
        tallies.add(tally(site, "2020", "ses=" + quintile, site.equals("C") ? 100 : share));
        tallies.add(tally(site, "2021", "ses=" + quintile, quintile == 5 ? 60 : 50));
      }
      tallies.add(tally(site, "2020", "ses=unknown", 3));
      tallies.add(tally(site, "2020", "", 40));
      tallies.add(tally(site, "2021", "", 52));
    }
    List<Row> engagements =
        List.of(
            RowFactory.create("A", "INTENSIVE", "2021-01-01", false),
            RowFactory.create("B", "INTENSIVE", "2021-01-01", false),
            RowFactory.create("C", "PLANNING", "2021-01-01", true));
    return Evaluations.of(programme(), CATALOGUE.indicators(), SCHEMA, threshold)
        .rows(
            spark.createDataFrame(tallies, IndicatorTally.schema()),
            spark.createDataFrame(
                engagements,
                StructType.fromDDL(
                    "site_id string, phase string, start_date string, is_comparison boolean")))
        .collectAsList();
  }

  private static Row tally(String site, String period, String stratum, int early) {
    Cell share = new Cell(0, -1, BigDecimal.valueOf(early), BigDecimal.valueOf(100));
    Cell known = new Cell(1, -1, BigDecimal.valueOf(100), BigDecimal.valueOf(100));
    return new IndicatorTally(
            "OUT-01",
            "site",
            site,
            "year",
            period,
            stratum,
            List.of(share, known),
            Optional.empty())
        .row();
  }

  private static Programme programme() {
    Analyses.Evaluation asked =
        new Analyses.Evaluation(
            "OUT-01", "equity", Map.of("stratum", "ses", "draws", "999", "seed", "1"));
    return new Programme(
        "equity",
        Map.of("en", "Equity"),
        LocalDate.of(2021, 12, 31),
        "file:/",
        List.of(),
        Map.of(),
        new Analyses(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(asked)),
        "ci5",
        new Programme.Design("INTENSIVE", "year"),
        new Programme.Acceptance(0, true),
        List.of("en"),
        "none");
  }

  private static Object of(Row row, String column) {
    return row.get(SCHEMA.fieldIndex(column));
  }

  private static double value(String method, String when) {
    Row row =
        open.stream()
            .filter(r -> of(r, "method").equals(method))
            .filter(r -> ((String) of(r, "estimand")).endsWith(when))
            .findFirst()
            .orElseThrow();
    double value = (Double) of(row, "value");
    assertThat((Double) of(row, "lower")).isLessThanOrEqualTo(value);
    assertThat((Double) of(row, "upper")).isGreaterThanOrEqualTo(value);
    return value;
  }

  @Test
  void indicesBeforeTheStartAreThoseWorkedByHand() {
    // Ranks 0.1, 0.3 … 0.9, the share rises by 0.1 a step.
    assertThat(value("equity-sii", BEFORE)).isCloseTo(0.5, within(1e-12));
    assertThat(value("equity-aci", BEFORE)).isCloseTo(0.08, within(1e-12));
    assertThat(value("equity-rci", BEFORE)).isCloseTo(0.2, within(1e-12));
    assertThat(value("equity-erreygers", BEFORE)).isCloseTo(0.32, within(1e-12));
    assertThat(value("equity-wagstaff", BEFORE)).isCloseTo(1 / 3.0, within(1e-12));
    assertThat(value("equity-gap", BEFORE)).isCloseTo(0.4, within(1e-12));
    double top = value("equity-sii-logit", BEFORE);
    assertThat(top).isCloseTo(0.5, within(0.02));
    // P(1) / P(0) of the same line, whose difference the index above is.
    double ratio = value("equity-rii", BEFORE);
    assertThat(ratio).isBetween(3.0, 5.0);
    assertThat(top / (ratio - 1)).isBetween(0.1, 0.25);
  }

  @Test
  void fromTheStartOnTheyAreSmaller() {
    assertThat(value("equity-sii", AFTER)).isCloseTo(0.1, within(1e-12));
    assertThat(value("equity-gap", AFTER)).isCloseTo(0.1, within(1e-12));
    assertThat(value("equity-rii", AFTER)).isBetween(1.0, 1.5);
  }

  @Test
  void theTableOfGroupsStandsBesideThem() {
    List<Row> groups = open.stream().filter(r -> of(r, "method").equals("equity-group")).toList();
    assertThat(groups).hasSize(10);
    assertThat(groups.stream().map(r -> of(r, "cohort")))
        .containsExactly("1", "2", "3", "4", "5", "1", "2", "3", "4", "5");
    assertThat((Double) of(groups.get(0), "value")).isCloseTo(20, within(1e-12));
    assertThat(of(groups.get(0), "units")).isEqualTo(2L);
  }

  @Test
  void whereAGroupIsHiddenItsIndicesAre() {
    assertThat(hidden).isNotEmpty();
    assertThat(hidden)
        .allSatisfy(
            r -> {
              assertThat(of(r, "status")).isEqualTo("SUPPRESSED");
              assertThat(of(r, "value")).isNull();
            });
  }
}
