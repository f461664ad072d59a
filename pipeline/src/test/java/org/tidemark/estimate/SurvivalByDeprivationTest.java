package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.catalogue.SurvivalDesign;
import org.tidemark.tally.LifeTables;
import org.tidemark.tally.SurvivalTallies;
import org.tidemark.tally.Tumours;
import org.tidemark.testing.SparkSessionExtension;

@DisplayName("Survival by group of deprivation")
@ExtendWith(SparkSessionExtension.class)
class SurvivalByDeprivationTest {
  private static final StructType SCHEMA =
      Figure.schema(CatalogueReader.read(Optional.empty()).published().get("survival"));

  private static final StructType LIFE =
      StructType.fromDDL(
          "source_id string, area string, deprivation string, sex string, year int, age int,"
              + " hazard_per_day double");

  private static Tumours group(int alive, int died, String deprivation) {
    return Tumours.none()
        .and(
            alive,
            "deprivation",
            deprivation,
            "vital_status",
            "1",
            "last_contact_date",
            "2015-03-01")
        .and(died, "deprivation", deprivation, "last_contact_date", "2010-09-01");
  }

  private static Tumours tumours() {
    return group(30, 10, "1").and(group(20, 20, "5")).and(group(15, 5, "")).and(group(3, 1, "no"));
  }

  private static Analyses.Survival analysis(String method, String... by) {
    return new Analyses.Survival(
        List.of(by),
        "",
        method,
        "kaplan-meier",
        List.of(1),
        "complete",
        "",
        List.of("log"),
        SurvivalDesign.PLAIN);
  }

  private static Map<String, Row> rows(
      SparkSession spark, LifeTables tables, Analyses.Survival... analyses) {
    List<Analyses.Survival> all = List.of(analyses);
    return SurvivalEstimates.of(all, Map.of(), SCHEMA, 0)
        .rows(spark, SurvivalTallies.of(all, 366).byStratum(tumours().cases(spark, 3), tables))
        .collectAsList()
        .stream()
        .collect(Collectors.toMap(row -> row.getAs("deprivation"), row -> row));
  }

  @Test
  void eachGroupHasItsOwnFigureAndThoseOfNoKnownGroupTheirs(SparkSession spark) {
    Map<String, Row> rows =
        rows(
            spark,
            LifeTables.none(),
            analysis("kaplan-meier", "deprivation"),
            analysis("kaplan-meier"));
    assertThat(rows).containsOnlyKeys("1", "5", "unknown", "");
    assertThat(rows.get("1").<Double>getAs("value")).isCloseTo(30 / 40.0, within(1e-12));
    assertThat(rows.get("5").<Double>getAs("value")).isCloseTo(20 / 40.0, within(1e-12));
    assertThat(rows.get("unknown").<Double>getAs("value")).isCloseTo(18 / 24.0, within(1e-12));
    assertThat(rows.get("").<Long>getAs("cases")).isEqualTo(104);
    assertThat(List.of("1", "5", "unknown"))
        .extracting(group -> rows.get(group).<Long>getAs("cases"))
        .containsExactly(40L, 40L, 24L);
    assertThat(rows.values()).allMatch(row -> row.getAs("period").equals("2010"));
  }

  @Test
  void netSurvivalOfAGroupRestsOnItsOwnLifeTable(SparkSession spark) {
    List<Row> life =
        List.of(
            RowFactory.create("life", "North", "1", "1", 2000, 0, 1e-5),
            RowFactory.create("life", "North", "1", "2", 2000, 0, 1e-5),
            RowFactory.create("life", "North", "5", "1", 2000, 0, 5e-4),
            RowFactory.create("life", "North", "5", "2", 2000, 0, 5e-4));
    LifeTables tables =
        LifeTables.of(spark.createDataFrame(life, LIFE), Map.of("life", Beyond.NEAREST));
    Map<String, Row> rows = rows(spark, tables, analysis("pohar-perme", "deprivation"));
    // Of an unknown group no life table is known: those do not enter, and have no row.
    assertThat(rows).containsOnlyKeys("1", "5");
    // All of a group share one daily hazard, which net survival gives back on each of 365 days.
    assertThat(rows.get("1").<Double>getAs("value"))
        .isCloseTo((0.75 + 1e-5) * Math.pow(1 + 1e-5, 364), within(1e-9));
    assertThat(rows.get("5").<Double>getAs("value"))
        .isCloseTo((0.5 + 5e-4) * Math.pow(1 + 5e-4, 364), within(1e-9));
  }
}
