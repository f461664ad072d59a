package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;

@DisplayName("This publication beside the last one")
class ReleaseComparisonTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(java.util.Optional.empty());
  private static final StructType SCHEMA = Figure.schema(CATALOGUE.published().get("comparison"));

  private static ReleaseComparison of(String table) {
    return ReleaseComparison.of(CATALOGUE.published().get(table), 0.05, SCHEMA);
  }

  private static Map<String, String> figure(String cancer, String... columnsAndValues) {
    Map<String, String> row = new HashMap<>(Map.of("cancer", cancer, "measure", "cases"));
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      row.put(columnsAndValues[i], columnsAndValues[i + 1]);
    }
    return row;
  }

  private static Map<String, String> count(String cancer, long n) {
    return figure(cancer, "value", Long.toString(n), "cases", Long.toString(n));
  }

  private static List<Row> kind(List<Row> rows, String kind) {
    return rows.stream().filter(r -> r.get(at("kind")).equals(kind)).toList();
  }

  private static int at(String column) {
    return SCHEMA.fieldIndex(column);
  }

  @Test
  void aCountThatDoublesIsAJumpAndChanceIsNot() {
    List<Map<String, String>> before =
        List.of(count("C16", 100), count("C22", 50), count("C61", 9));
    List<Map<String, String>> after = List.of(count("C16", 205), count("C22", 57), count("C34", 4));
    List<Row> rows = of("incidence").rows(before, after);
    assertThat(kind(rows, "jump"))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.getString(at("figure"))).isEqualTo("cancer=C16; measure=cases");
              assertThat(r.getString(at("test"))).isEqualTo("skellam");
              assertThat(r.getDouble(at("before"))).isEqualTo(100);
              assertThat(r.getDouble(at("after"))).isEqualTo(205);
              // Of two comparisons the smaller p is doubled.
              assertThat(r.getDouble(at("p_adjusted"))).isEqualTo(2 * r.getDouble(at("p")));
            });
    assertThat(kind(rows, "came")).extracting(r -> r.getDouble(at("after"))).containsExactly(4.0);
    assertThat(kind(rows, "went")).extracting(r -> r.getDouble(at("before"))).containsExactly(9.0);
    assertThat(kind(rows, "summary"))
        .singleElement()
        .satisfies(
            r -> {
              assertThat(r.getLong(at("compared"))).isEqualTo(2);
              assertThat(r.getLong(at("jumps"))).isOne();
            });
  }

  /** Estimates are compared by their errors, shares by their counts, what is hidden not at all. */
  @Test
  void eachKindOfFigureHasItsTest() {
    Map<String, String> rate = figure("C16", "value", "10", "se", "1", "cases", "100");
    Map<String, String> later = figure("C16", "value", "20", "se", "1", "cases", "101");
    assertThat(FigureTest.of(rate, later).orElseThrow().name()).isEqualTo("normal");
    assertThat(kind(of("incidence").rows(List.of(rate), List.of(later)), "jump")).hasSize(1);
    Map<String, String> share =
        figure("C16", "value", "50", "numerator", "50", "denominator", "100");
    Map<String, String> less =
        figure("C16", "value", "10", "numerator", "10", "denominator", "100");
    assertThat(FigureTest.of(share, less).orElseThrow().name()).isEqualTo("shares");
    Map<String, String> hidden = figure("C16", "value", "", "cases", "");
    assertThat(FigureTest.of(count("C16", 7), hidden)).isEmpty();
    assertThat(FigureTest.of(figure("C16", "value", "3"), figure("C16", "value", "9"))).isEmpty();
  }

  @Test
  void theSameTableTwiceHasNoJump() {
    List<Map<String, String>> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(count("C" + i, i));
    }
    List<Row> compared = of("incidence").rows(rows, rows);
    assertThat(compared).hasSize(1);
    assertThat(compared.get(0).getString(at("status"))).isEqualTo("OK");
    assertThat(of("incidence").first().getString(at("note"))).contains("no earlier publication");
  }
}
