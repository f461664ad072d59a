package org.tidemark.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.stats.panel.Panel;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.IndicatorTally.Cell;
import org.tidemark.tally.ReadyTallies;

final class SitePanelTest {
  private static final SitePart STARTS = new SitePart("2022Q2", "", false);
  private static final SitePart LATER = new SitePart("", "", true);

  private static IndicatorTerms terms(Kind kind) {
    Indicator.Kind wanted = kind;
    return CatalogueReader.read(Optional.empty()).indicators().values().stream()
        .map(IndicatorTerms::of)
        .filter(t -> t.withhold().isEmpty())
        .filter(
            t -> {
              Measure measure = t.measures().get(SitePanel.outcomeOf(t));
              return measure.kind() == wanted && !measure.snapshot();
            })
        .findFirst()
        .orElseThrow();
  }

  private static IndicatorTally tally(
      IndicatorTerms terms, String level, String site, String period, Cell... cells) {
    return new IndicatorTally(
        terms.code(), level, site, "quarter", period, "", List.of(cells), Optional.empty());
  }

  private static Cell cell(IndicatorTerms terms, int length, int over, int under) {
    return new Cell(
        SitePanel.outcomeOf(terms), length, BigDecimal.valueOf(over), BigDecimal.valueOf(under));
  }

  @Test
  void reportsStandBeforeReadyFigures() {
    IndicatorTerms terms = terms(Kind.SHARE);
    SiteCollection sites = SiteCollection.of(terms);
    sites.add(tally(terms, ReadyTallies.LEVEL, "A", "2022Q1", cell(terms, -1, 1, 10)), STARTS);
    sites.add(tally(terms, "site", "A", "2022Q1", cell(terms, -1, 5, 10)), STARTS);
    sites.add(tally(terms, ReadyTallies.LEVEL, "A", "2022Q2", cell(terms, -1, 2, 10)), STARTS);
    sites.add(tally(terms, ReadyTallies.LEVEL, "A", "2022Q2", cell(terms, -1, 4, 10)), STARTS);
    sites.add(tally(terms, "site", "B", "2022Q3", cell(terms, -1, 9, 10)), LATER);
    SitePanel panel = sites.panel("quarter");
    double per = panel.measure().per();
    Panel outcome = panel.panel(false);
    assertThat(outcome.outcome(0, 1)).isCloseTo(0.5 * per, within(1e-12));
    // Two ready months of one quarter add up.
    assertThat(outcome.outcome(0, 2)).isCloseTo(0.3 * per, within(1e-12));
    assertThat(outcome.observed(0, 3)).isFalse();
    assertThat(outcome.first(0)).isEqualTo(2);
    assertThat(outcome.first(1)).isEqualTo(Panel.NEVER);
    assertThat(panel.coverage()).isEqualTo(0.5);
    assertThat(panel.label(2)).isEqualTo("2022Q2");
  }

  @Test
  void timesEnterAsTheSitesOwnMedians() {
    IndicatorTerms terms = terms(Kind.DURATION);
    SiteCollection sites = SiteCollection.of(terms);
    sites.add(
        tally(
            terms,
            "site",
            "A",
            "2022Q1",
            cell(terms, 10, 3, 3),
            cell(terms, 20, 4, 4),
            cell(terms, 40, 2, 2)),
        STARTS);
    SitePanel panel = sites.panel("quarter");
    assertThat(panel.panel(false).outcome(0, 1)).isEqualTo(20);
    assertThat(panel.shortfall()).isEmpty();
    assertThat(panel.pooledShortfall()).startsWith("figures of sites do not add up");
  }

  @Test
  void aStartBeforeTheFirstFigureTreatsEveryPeriod() {
    IndicatorTerms terms = terms(Kind.SHARE);
    SiteCollection sites = SiteCollection.of(terms);
    SitePart early = new SitePart("2019Q4", "", false);
    sites.add(tally(terms, "site", "A", "2022Q1", cell(terms, -1, 5, 10)), early);
    assertThat(sites.panel("quarter").panel(false).first(0)).isEqualTo(1);
  }

  @Test
  void periodsAreNumbersThatFollowEachOther() {
    assertThat(Periods.number("2023Q1") - Periods.number("2022Q4")).isEqualTo(1);
    assertThat(Periods.number("202301") - Periods.number("202212")).isEqualTo(1);
    for (String period : List.of("2022Q4", "2023Q1")) {
      assertThat(Periods.name(Periods.number(period), "quarter")).isEqualTo(period);
    }
    assertThat(Periods.name(Periods.number("202212"), "month")).isEqualTo("202212");
    assertThat(Periods.name(Periods.number("2022"), "year")).isEqualTo("2022");
  }
}
