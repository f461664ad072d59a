package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tidemark.model.Status;

class RowTest {
  private static Row row(Status status) {
    return Row.of(
        Map.of(
            "value", "3.5", "cases", "3", "note", "three", "target", "5", "status", "" + status));
  }

  @ParameterizedTest
  @EnumSource(names = {"OK", "LOW_COVERAGE", "LOW_RELIABILITY"})
  void figuresOfShownRowsAreThere(Status status) {
    assertThat(row(status).shown()).isTrue();
    assertThat(row(status).number("value")).isEqualTo(3.5);
    assertThat(row(status).text("note")).isEqualTo("three");
  }

  @ParameterizedTest
  @EnumSource(names = {"SUPPRESSED", "INSUFFICIENT", "NOT_REPORTED", "NOT_APPLICABLE"})
  void figuresOfOtherRowsAreGoneWhateverTheCellsHeld(Status status) {
    assertThat(row(status).shown()).isFalse();
    assertThat(row(status).has("value")).isFalse();
    assertThat(row(status).has("cases")).isFalse();
    assertThat(row(status).number("value")).isNaN();
    assertThat(row(status).text("target")).isEqualTo("5");
  }

  @Test
  void noteOfASuppressedRowIsGoneToo() {
    assertThat(row(Status.SUPPRESSED).has("note")).isFalse();
    assertThat(row(Status.INSUFFICIENT).has("note")).isTrue();
  }

  @Test
  void rowWithoutAStatusColumnIsOkAndWithoutAValueIsNotShown() {
    Row finding = Row.of(Map.of("rule", "sex-site", "count", "8"));
    assertThat(finding.status()).isEqualTo(Status.OK);
    assertThat(finding.shown()).isFalse();
  }

  @Test
  void unknownStatusIsADefectAndNotAPass() {
    assertThatThrownBy(() -> Row.of(Map.of("status", "FINE")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void preferTakesTheFirstValueThatOccursAndElseAll() {
    Rows rows =
        Rows.of(List.of(Map.of("interval", "log"), Map.of("interval", "plain"), Map.of("x", "y")));
    assertThat(rows.prefer("interval", "fay-feuer", "plain", "log").size()).isEqualTo(1);
    assertThat(rows.prefer("interval", "byar").size()).isEqualTo(3);
  }

  @Test
  void tiesOfTheTopAreBrokenByContentNotByOrder() {
    Map<String, String> a = Map.of("cancer", "a", "value", "2");
    Map<String, String> b = Map.of("cancer", "b", "value", "2");
    assertThat(Rows.of(List.of(a, b)).top("value")).isEqualTo(Rows.of(List.of(b, a)).top("value"));
    assertThat(Rows.of(List.of(a, b)).top("value").orElseThrow().text("cancer")).isEqualTo("a");
  }

  @Test
  void latestIsTheLastEndThenTheLongest() {
    Rows rows =
        Rows.of(
            List.of(
                Map.of("period", "all"),
                Map.of("period", "2022"),
                Map.of("period", "2023Q4"),
                Map.of("period", "2023"),
                Map.of("period", "2023Q3")));
    assertThat(rows.latest().distinct("period")).containsExactly("2023");
  }
}
