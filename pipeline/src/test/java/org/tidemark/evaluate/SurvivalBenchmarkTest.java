package org.tidemark.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.stats.Benchmark;
import org.tidemark.stats.Benchmark.Verdict;

@DisplayName("Net survival against a target; what other methods say of outcomes they cannot take")
class SurvivalBenchmarkTest {
  private static final double[] SITES = {0.5, 0.6, 0.4, 0.55, 0.45};
  private static final double[] CASES = {100, 100, 100, 100, 100};

  private static Benchmark against(double error, double target, boolean upward) {
    return Benchmark.ofSurvivals(SITES, CASES, error, target, upward).get();
  }

  private static Row row(SurvivalSites sites) {
    List<Row> rows =
        BenchmarkRows.of(
            sites.question("benchmark"), sites.panel(), SiteQuestions.SCHEMA, Threshold.NONE);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  /**
   * By hand: spread sqrt(5/4 * (0 + 100 + 100 + 25 + 25)) / 500 = 0.035355, t of 4 degrees
   * 2.776445, limits 0.5^exp(-/+ 2.776445 * 0.035355 / (0.5 ln 2)).
   */
  @Test
  void limitsComeFromTheSitesDifferences() {
    Benchmark benchmark = against(0.01, 0.7, true);
    assertThat(benchmark.share()).isCloseTo(0.5, within(1e-12));
    assertThat(benchmark.limits().lower()).isCloseTo(0.3984806152, within(1e-8));
    assertThat(benchmark.limits().upper()).isCloseTo(0.5932277991, within(1e-8));
    assertThat(benchmark.verdict()).isEqualTo(Verdict.NOT_MET);
    assertThat(against(0.01, 0.55, true).verdict()).isEqualTo(Verdict.COMPATIBLE);
    assertThat(against(0.01, 0.3, true).verdict()).isEqualTo(Verdict.MET);
    assertThat(against(0.01, 0.7, false).verdict()).isEqualTo(Verdict.MET);
  }

  @Test
  void limitsAreNeverNarrowerThanThoseOfThePatients() {
    assertThat(against(0.2, 0.7, true).verdict()).isEqualTo(Verdict.COMPATIBLE);
    Benchmark one =
        Benchmark.ofSurvivals(new double[] {0.5}, new double[] {100}, 0.02, 0.7, true).get();
    assertThat(one.bySites()).isFalse();
    assertThat(one.limits().lower()).isCloseTo(0.4601736437, within(1e-8));
  }

  @Test
  void aDeclaredTargetIsJudged() {
    SurvivalSites sites =
        SurvivalSites.withTarget(SurvivalSites.target(75))
            .and("A", 0.5, 0.04, 50)
            .and("B", 0.6, 0.04, 40);
    Row row = row(sites);
    assertThat(SiteQuestions.of(row, "status")).isEqualTo("OK");
    assertThat((Double) SiteQuestions.of(row, "value")).isCloseTo(55, within(1e-9));
    assertThat(SiteQuestions.of(row, "reading")).isEqualTo("The target is not met, beyond chance.");
    assertThat(SiteQuestions.of(row, "estimand").toString()).startsWith("net survival over");
  }

  @Test
  void withoutTargetOrErrorNothingIsJudged() {
    assertThat(SiteQuestions.of(row(SurvivalSites.withTarget().and("A", 0.5, 0.04, 50)), "note"))
        .isEqualTo("the indicator has no target to reach");
    SurvivalSites gone =
        SurvivalSites.withTarget(SurvivalSites.target(75))
            .and("A", 0.5, 0.04, 50)
            .and("B", 0, 0, 100);
    assertThat(SiteQuestions.of(row(gone), "note"))
        .isEqualTo("net survival of a site has no standard error");
  }

  @Test
  void inequalityOfNetSurvivalSaysWhereItIsTold() {
    SurvivalSites sites = SurvivalSites.withTarget().and("A", 0.5, 0.04, 50);
    List<Row> rows =
        EquityRows.of(
            sites.question("equity"),
            sites.panel(),
            GroupSums.of(sites.question("equity").indicator()),
            SiteQuestions.SCHEMA,
            Threshold.NONE);
    assertThat(rows).hasSize(2);
    for (Row row : rows) {
      assertThat(SiteQuestions.of(row, "status")).isEqualTo("INSUFFICIENT");
      assertThat(SiteQuestions.of(row, "note").toString()).contains("by site, not by group");
    }
  }

  @Test
  void aReasonNamesWhatToAskForInstead() {
    Map<Kind, String> words =
        Map.of(
            Kind.DURATION, "share within so many days",
            Kind.ATTAINMENT, "indicator of kind share",
            Kind.SURVIVAL, "indicator of kind share");
    words.forEach(
        (kind, word) ->
            assertThat(
                    Unserved.shares("a funnel", new Measure("x", kind, "", "n", "d", 1, false, 0)))
                .startsWith("a funnel asks for shares of whole counts")
                .contains(word));
  }
}
