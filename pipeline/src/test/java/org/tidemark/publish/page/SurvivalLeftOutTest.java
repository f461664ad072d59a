package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.DisclosureProfile;

class SurvivalLeftOutTest {
  private static final PublishedRows FINDINGS =
      Fixture.table(
          "finding",
          """
          rule,severity,source,area,period,count
          SURVIVAL-zero-follow-up,query,colrec,Slovenia,1994,12
          SURVIVAL-zero-follow-up,query,colrec,Slovenia,1995,1
          SURVIVAL-follow-up-not-supplied,scope,north,North,2008,9707
          SURVIVAL-age-unknown,missing,colrec,Slovenia,,7
          SURVIVAL-age-unknown,missing,west,West,,6
          sex-site,invalid,north,north,2009,8
          """);

  private final Reading reading = Fixture.reading(FINDINGS);

  @Test
  void theSentenceCountsTheReasonsTheCommonestFirst() {
    assertThat(SurvivalLeftOut.sentence(reading))
        .contains(
            "9,733 tumours did not enter survival: 9,707 (no follow-up supplied by the registry),"
                + " 13 (age unknown) and 13 (last contact on the day of diagnosis).");
    assertThat(LeftOutSentences.of(reading)).contains(SurvivalLeftOut.sentence(reading).get());
  }

  @Test
  void theTableNamesTheSourcesOfEachReason() {
    Table table = SurvivalLeftOut.table(reading).orElseThrow();
    assertThat(table.rows().stream().map(row -> row.stream().map(Cell::text).toList()))
        .containsExactly(
            List.of("No follow-up supplied by the registry", "North", "9,707"),
            List.of("Age unknown", "colrec, west", "13"),
            List.of("Last contact on the day of diagnosis", "colrec", "13"));
    assertThat(table.caption()).endsWith("by reason; counts below 5 are left out");
  }

  @Test
  void whereNothingIsHiddenTheCaptionSaysNothingOfIt() {
    ReportHead bare = Fixture.head();
    ReportHead open =
        new ReportHead(
            bare.title(),
            bare.asOf(),
            bare.runId(),
            bare.versions(),
            bare.labels(),
            bare.indicators(),
            new DisclosureProfile("none", 0, 0, 16));
    assertThat(SurvivalLeftOut.table(Reading.of(open, FINDINGS)).orElseThrow().caption())
        .endsWith("survival, by reason");
  }

  @Test
  void theFindingsOfTheChecksAreToldApart() {
    Table checks = LeftOut.of(reading).get(1);
    assertThat(checks.id()).isEqualTo("finding-table");
    assertThat(checks.rows()).hasSize(1);
    assertThat(checks.rows().get(0).get(0).text()).isEqualTo("sex-site");
  }

  @Test
  void withoutExclusionsNothingIsSaid() {
    Reading full = Fixture.reading(Fixture.full());
    assertThat(SurvivalLeftOut.sentence(full)).isEmpty();
    assertThat(SurvivalLeftOut.table(full)).isEmpty();
  }
}
