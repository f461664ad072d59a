package org.tidemark.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.evaluate.SiteQuestions.of;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Net survival of sites in a funnel")
class SurvivalFunnelRowsTest {
  private static List<Row> rows(SurvivalSites sites, Threshold threshold) {
    return FunnelRows.of(sites.question("funnel"), sites.panel(), SiteQuestions.SCHEMA, threshold);
  }

  private static List<Row> site(List<Row> rows, String site) {
    return rows.stream().filter(r -> site.equals(of(r, "cohort"))).toList();
  }

  /**
   * By hand: the target is the mean of 0.3, 0.5 and 0.7; the limits are those of the stats test.
   */
  @Test
  void theCommonSurvivalHasLimitsByTheSitesPrecision() {
    SurvivalSites sites =
        SurvivalSites.withTarget()
            .and("A", 0.3, 0.05, 70)
            .and("B", 0.5, 0.10, 50)
            .and("C", 0.7, 0.05, 30);
    List<Row> rows = rows(sites, Threshold.NONE);
    assertThat(rows).hasSize(6);
    Row a = site(rows, "A").get(0);
    assertThat((Double) of(a, "value")).isCloseTo(30, within(1e-9));
    assertThat((Double) of(a, "lower")).isCloseTo(39.865406, within(1e-4));
    assertThat((Double) of(a, "upper")).isCloseTo(59.308123, within(1e-4));
    assertThat(of(a, "reading")).isEqualTo("Lower than expected by chance alone, 99.8 % limits.");
    assertThat(of(site(rows, "B").get(0), "reading")).isEqualTo("As expected by chance alone.");
    assertThat((Double) of(site(rows, "B").get(0), "lower")).isLessThan((Double) of(a, "lower"));
    assertThat(of(site(rows, "C").get(0), "reading"))
        .isEqualTo("Higher than expected by chance alone, 99.8 % limits.");
  }

  @Test
  void aSiteThatCannotBeJudgedSaysWhyAndLeavesTheOthers() {
    SurvivalSites sites =
        SurvivalSites.withTarget()
            .and("ABOVE", 1.02, 0.02, 5)
            .and("GONE", 0, 0, 100)
            .and("MID", 0.5, 0.05, 50)
            .and("NOERROR", 0.6, 0, 40);
    List<Row> rows = rows(sites, Threshold.NONE);
    for (String site : List.of("ABOVE", "GONE")) {
      assertThat(of(site(rows, site).get(0), "status")).isEqualTo("INSUFFICIENT");
      assertThat(of(site(rows, site).get(0), "note").toString()).contains("not inside 0 to 1");
    }
    assertThat(of(site(rows, "NOERROR").get(0), "note"))
        .isEqualTo("net survival of the site has no standard error");
    assertThat(site(rows, "MID")).hasSize(2);
    assertThat(of(site(rows, "MID").get(0), "status")).isEqualTo("OK");
    assertThat(of(site(rows, "MID").get(0), "units")).isEqualTo(4L);
  }

  @Test
  void aSiteOfFewDeathsIsHidden() {
    SurvivalSites sites =
        SurvivalSites.withTarget().and("FEW", 0.97, 0.02, 3).and("MANY", 0.5, 0.05, 50);
    List<Row> rows = rows(sites, new Threshold(5, 10));
    assertThat(site(rows, "FEW")).hasSize(1);
    assertThat(of(site(rows, "FEW").get(0), "status")).isEqualTo("SUPPRESSED");
    assertThat(of(site(rows, "FEW").get(0), "value")).isNull();
    assertThat(of(site(rows, "MANY").get(0), "status")).isEqualTo("OK");
  }

  @Test
  void noFunnelStandsAroundASurvivalOfAll() {
    List<Row> rows = rows(SurvivalSites.withTarget().and("A", 1.02, 0.02, 5), Threshold.NONE);
    assertThat(rows).hasSize(1);
    assertThat(of(rows.get(0), "status")).isEqualTo("INSUFFICIENT");
  }
}
