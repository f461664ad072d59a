package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tidemark.model.Status;

/** Grouped or not, rows are asked as if each question went through all of them. */
class RowsTest {
  private static final long SEED = 11;

  private static Map<String, String> cells(String area, String sex, String value, Status status) {
    Map<String, String> cells = new LinkedHashMap<>();
    cells.put("area", area);
    cells.put("sex", sex);
    cells.put("value", value);
    cells.put("status", status.name());
    return cells;
  }

  private static Rows rows() {
    List<Map<String, String>> cells = new ArrayList<>();
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      cells.add(
          cells(
              List.of("", "North", "South", "Norther").get(random.nextInt(4)),
              List.of("1", "2").get(random.nextInt(2)),
              Integer.toString(i),
              Status.values()[random.nextInt(Status.values().length)]));
    }
    return Rows.of(cells);
  }

  @Test
  void rowsOfAValueAreThoseThatAScanFindsInTheSameOrder() {
    Rows rows = rows();
    for (String area : List.of("", "North", "South", "Norther", "West")) {
      for (String sex : List.of("1", "2", "3")) {
        assertThat(rows.where("area", area).where("sex", sex).list())
            .isEqualTo(
                rows.filter(r -> r.text("area").equals(area) && r.text("sex").equals(sex)).list());
      }
    }
  }

  @Test
  void severalValuesAndPredicatesKeepTheCanonicalOrder() {
    Rows rows = rows();
    List<Row> scanned = rows.filter(r -> List.of("South", "North").contains(r.text("area"))).list();
    assertThat(rows.where("area", "South", "North").list()).isEqualTo(scanned).isSorted();
    assertThat(rows.where("area", area -> area.endsWith("th")).list()).isEqualTo(scanned);
  }

  @Test
  void eachValueIsAskedOnce() {
    List<String> asked = new ArrayList<>();
    rows()
        .where(
            "area",
            area -> {
              asked.add(area);
              return true;
            });
    assertThat(asked).containsExactly("", "North", "Norther", "South");
  }

  @Test
  void aColumnThatNoRowHasIsEmptyInAll() {
    Rows rows = rows();
    assertThat(rows.where("stage", "").list()).isEqualTo(rows.list());
    assertThat(rows.where("stage", "1").isEmpty()).isTrue();
  }

  @Test
  void theValueOfAHiddenRowIsEmptyInItsGroupToo() {
    Rows rows = rows();
    Rows hidden = rows.where("value", "");
    assertThat(hidden.size()).isPositive();
    assertThat(hidden.list()).noneMatch(Row::shown);
    assertThat(rows.size(Status.SUPPRESSED))
        .isEqualTo(rows.filter(r -> r.status() == Status.SUPPRESSED).size())
        .isPositive();
  }

  @Test
  void orderGoesColumnByColumnAndShorterTextComesFirst() {
    List<Map<String, String>> cells =
        new ArrayList<>(
            List.of(
                cells("", "2", "9", Status.OK),
                cells("North", "1", "1", Status.OK),
                cells("North", "2", "0", Status.OK),
                cells("Norther", "1", "0", Status.OK)));
    List<String> expected = List.of("9", "1", "0", "0");
    Collections.shuffle(cells, new Random(SEED));
    assertThat(Rows.of(cells).stream().map(r -> r.text("value"))).isEqualTo(expected);
  }
}
