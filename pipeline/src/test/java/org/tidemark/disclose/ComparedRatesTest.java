package org.tidemark.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.estimate.Figure;

@DisplayName("A ratio hides what either of its counts hides")
class ComparedRatesTest {
  private static final TableSchema RATIO = Publications.CATALOGUE.published().get("rate_ratio");

  private static Row ratio(String area, String against, long cases, long other) {
    return Figure.in(Figure.schema(RATIO))
        .with("area", area)
        .with("cancer", "C50")
        .with("sex", "2")
        .with("period", "2019")
        .with("events", "cases")
        .with("against", "stratum")
        .with("against_area", against)
        .with("against_sex", "2")
        .with("against_period", "2019")
        .with("measure", "rate_ratio")
        .with("correction", "unknown-age")
        .with("interval", "exact")
        .with("cases", cases)
        .with("cases_against", other)
        .ok((double) cases / other)
        .row();
  }

  private static Row cases(String area, long cases) {
    return Figure.in(Figure.schema(Publications.INCIDENCE))
        .with("area", area)
        .with("cancer", "C50")
        .with("sex", "2")
        .with("period", "2019")
        .with("measure", "cases")
        .with("correction", "none")
        .with("cases", cases)
        .ok(cases)
        .row();
  }

  private static String status(Row row) {
    return row.getString(Figure.schema(RATIO).fieldIndex("status"));
  }

  private static Object value(Row row) {
    return row.get(Figure.schema(RATIO).fieldIndex("value"));
  }

  private static List<Row> shown(List<Row> ratios, List<Row> incidence) {
    return Publications.disclosure(1)
        .apply(Map.of(RATIO, ratios, Publications.INCIDENCE, incidence))
        .tables()
        .get("rate_ratio");
  }

  @Test
  void aSmallCountOnEitherSide() {
    List<Row> rows =
        shown(List.of(ratio("A", "B", 40, 3), ratio("C", "D", 40, 50)), List.of(cases("A", 40)));
    assertThat(status(rows.get(0))).isEqualTo("SUPPRESSED");
    assertThat(value(rows.get(0))).isNull();
    assertThat(status(rows.get(1))).isEqualTo("OK");
  }

  /** B is hidden in incidence to keep C: then no ratio may tell it either. */
  @Test
  void aCountThatIsHiddenForTheSakeOfAnother() {
    List<Row> incidence = List.of(cases("", 120), cases("A", 80), cases("B", 37), cases("C", 3));
    List<Row> rows = shown(List.of(ratio("A", "B", 80, 37), ratio("B", "A", 37, 80)), incidence);
    assertThat(rows).allSatisfy(r -> assertThat(status(r)).isEqualTo("SUPPRESSED"));
    List<Row> whole = List.of(cases("", 157), cases("A", 80), cases("B", 37), cases("C", 40));
    assertThat(shown(List.of(ratio("A", "B", 80, 37)), whole))
        .allSatisfy(r -> assertThat(status(r)).isEqualTo("OK"));
  }
}
