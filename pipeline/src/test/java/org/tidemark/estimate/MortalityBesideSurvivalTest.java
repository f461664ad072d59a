package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.CatalogueReader;

@DisplayName("Deaths over cases beside 100 less five-year survival")
class MortalityBesideSurvivalTest {
  private static final StructType SCHEMA =
      Figure.schema(CatalogueReader.read(Optional.empty()).published().get("mi_survival"));

  private static Map<String, String> row(String... columnsAndValues) {
    Map<String, String> row = new HashMap<>();
    List.of("area", "site_id", "cancer", "sex", "age_group", "stage", "period", "age_standard")
        .forEach(column -> row.put(column, ""));
    List.of("approach", "measure", "method", "interval", "se", "cases", "index", "value", "status")
        .forEach(column -> row.put(column, ""));
    row.putAll(Map.of("years", "5", "numerator", "60", "denominator", "100"));
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.put(columnsAndValues[i], columnsAndValues[i + 1]);
    }
    return row;
  }

  private static Map<String, String> ratio(String cancer, String value, String status) {
    return row("index", "mi", "cancer", cancer, "value", value, "status", status);
  }

  private static Map<String, String> lived(String cancer, String measure, String value) {
    return row("cancer", cancer, "measure", measure, "value", value, "se", "0.03", "cases", "90");
  }

  private static Row one(List<Map<String, String>> quality, List<Map<String, String>> survival) {
    List<Row> rows = MortalityBesideSurvival.rows(quality, survival, SCHEMA);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static String text(Row row, String column) {
    return row.getString(SCHEMA.fieldIndex(column));
  }

  @Test
  void theDifferenceOfTheTwoWithItsLimits() {
    Row row =
        one(
            List.of(ratio("C18", "60", "OK"), row("index", "stability", "cancer", "C18")),
            List.of(
                lived("C18", "observed", "0.30"),
                lived("C18", "net", "0.45"),
                lived("C19", "net", "0.90")));
    double error = Math.hypot(60 * Math.sqrt(1 / 60.0 + 1 / 100.0), 3);
    assertThat(row.getDouble(SCHEMA.fieldIndex("mi"))).isEqualTo(60);
    assertThat(row.getDouble(SCHEMA.fieldIndex("fatality"))).isCloseTo(55, within(1e-9));
    assertThat(row.getDouble(SCHEMA.fieldIndex("value"))).isCloseTo(5, within(1e-9));
    assertThat(row.getDouble(SCHEMA.fieldIndex("lower")))
        .isCloseTo(5 - 1.959963984540054 * error, within(1e-9));
    assertThat(row.getDouble(SCHEMA.fieldIndex("upper")))
        .isCloseTo(5 + 1.959963984540054 * error, within(1e-9));
    assertThat(text(row, "status")).isEqualTo("OK");
  }

  @Test
  void withoutEitherOfThemThereIsNoDifference() {
    Row alone = one(List.of(ratio("C18", "60", "OK")), List.of(lived("C19", "net", "0.9")));
    assertThat(text(alone, "status")).isEqualTo("INSUFFICIENT");
    assertThat(text(alone, "note")).contains("no five-year survival");
    Row noDeaths =
        one(List.of(ratio("C18", "", "NOT_APPLICABLE")), List.of(lived("C18", "net", "0.9")));
    assertThat(text(noDeaths, "status")).isEqualTo("INSUFFICIENT");
    assertThat(text(noDeaths, "note")).contains("NOT_APPLICABLE");
  }

  @Test
  void whatIsHiddenStaysHidden() {
    Map<String, String> hidden = lived("C18", "net", "");
    hidden.put("status", "SUPPRESSED");
    Row row = one(List.of(ratio("C18", "60", "OK")), List.of(hidden));
    assertThat(text(row, "status")).isEqualTo("SUPPRESSED");
    assertThat(row.isNullAt(SCHEMA.fieldIndex("value"))).isTrue();
    assertThat(row.isNullAt(SCHEMA.fieldIndex("mi"))).isTrue();
  }
}
