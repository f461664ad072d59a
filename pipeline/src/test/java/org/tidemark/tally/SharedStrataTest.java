package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Analyses;

final class SharedStrataTest {
  private static final SurvivalKey MEN = SurvivalKey.all(0).with("sex", "1");

  private static Analyses.Survival analysis(
      List<String> by, String method, int years, String approach, String standard) {
    return new Analyses.Survival(
        by, "", method, "kaplan-meier", List.of(years), approach, standard, List.of("log"));
  }

  private static List<Integer> speaksFor(Analyses.Survival... analyses) {
    return SharedStrata.of(List.of(analyses)).keys(MEN).stream()
        .map(SurvivalKey::analysis)
        .toList();
  }

  @Test
  void methodsAndHorizonsOfTheSameStrataShareTheirTallies() {
    assertThat(
            speaksFor(
                analysis(List.of("sex", "area"), "pohar-perme", 5, "complete", ""),
                analysis(List.of("area", "sex"), "ederer-2", 1, "complete", "")))
        .containsExactly(0, 1);
  }

  @Test
  void otherStrataWindowsAndAgeStandardsHaveTheirOwn() {
    assertThat(
            speaksFor(
                analysis(List.of("sex"), "pohar-perme", 5, "complete", ""),
                analysis(List.of("sex", "area"), "pohar-perme", 5, "complete", ""),
                analysis(List.of("sex"), "pohar-perme", 5, "cohort", ""),
                analysis(List.of("sex"), "pohar-perme", 5, "complete", "icss-1")))
        .containsExactly(0);
  }

  @Test
  void aCohortIsOfThoseWhoCouldBeFollowedAsLong() {
    assertThat(
            speaksFor(
                analysis(List.of("sex"), "pohar-perme", 5, "cohort", ""),
                analysis(List.of("sex"), "kaplan-meier", 5, "cohort", ""),
                analysis(List.of("sex"), "pohar-perme", 10, "cohort", "")))
        .containsExactly(0, 1);
  }

  @Test
  void theStratumStaysWhatItIs() {
    SharedStrata shared =
        SharedStrata.of(
            List.of(
                analysis(List.of("sex"), "pohar-perme", 5, "complete", ""),
                analysis(List.of("sex"), "kaplan-meier", 5, "complete", "")));
    assertThat(shared.keeps(0)).isTrue();
    assertThat(shared.keeps(1)).isFalse();
    assertThat(shared.keys(MEN)).containsExactly(MEN, MEN.of(1));
    assertThat(MEN.of(1).value("sex")).isEqualTo("1");
  }
}
