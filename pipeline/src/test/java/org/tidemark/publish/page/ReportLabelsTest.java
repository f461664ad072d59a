package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.CodeTable;

class ReportLabelsTest {
  private static final CodeTable GROUPS =
      new CodeTable(
          "cancer_groups",
          List.of("code", "grouping", "label"),
          List.of(
              Map.of("code", "C50", "grouping", "ci5", "label", "Breast"),
              Map.of("code", "C50", "grouping", "ci5", "label", "Breast again"),
              Map.of("code", "C61", "grouping", "globocan", "label", "Prostate")));

  private static final Check CHECK =
      new Check(
          "AGE-RANGE",
          1,
          "tumour",
          Check.Severity.INVALID,
          List.of("age"),
          "",
          "age > 0",
          "IARC",
          Map.of("en", "The age is not between 0 and 120 years."));

  private static final Catalogue CATALOGUE =
      new Catalogue(
          Map.of(),
          Map.of(),
          Map.of(),
          List.of(CHECK),
          List.of(),
          Map.of(),
          Map.of("cancer_groups", GROUPS),
          Map.of(),
          new Analyses(List.of(), List.of(), List.of(), List.of(), List.of(), List.of()),
          "1");

  @Test
  void groupsOfTheProgrammesGroupingAndRulesHaveWords() {
    assertThat(ReportLabels.of(CATALOGUE, "ci5", "en"))
        .containsOnly(
            Map.entry("cancer/C50", "Breast"),
            Map.entry("rule/AGE-RANGE", "The age is not between 0 and 120 years."));
  }

  @Test
  void aLanguageWithoutWordsKeepsTheCode() {
    assertThat(ReportLabels.of(CATALOGUE, "globocan", "xx"))
        .containsEntry("rule/AGE-RANGE", "AGE-RANGE")
        .containsEntry("cancer/C61", "Prostate");
  }
}
