package org.tidemark.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.tidemark.evaluate.SiteQuestions.SCHEMA;
import static org.tidemark.evaluate.SiteQuestions.of;
import static org.tidemark.evaluate.SiteQuestions.one;
import static org.tidemark.evaluate.SiteQuestions.question;

import java.util.List;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;

/**
 * Twelve sites start in 2012 and gain 30 points. The programme leaves four of them in 2016 and four
 * in 2018, which loses them 20 of these points; all others go on. One site starts in 2016 only, and
 * two serve for comparison.
 */
final class LeavingTest {
  private static final int LOST = 200;

  private static SiteQuestions sites() {
    SiteQuestions sites = SiteQuestions.none();
    for (int i = 0; i < 12; i++) {
      int exit = i < 4 ? 2016 : i < 8 ? 2018 : 9999;
      SitePart part = new SitePart("2012", exit == 9999 ? "" : "" + exit, false);
      for (int year = 2010; year <= 2020; year++) {
        int wave = 10 * (year - 2010) + (i * 7 + year * 3) % 5;
        int gained = (year >= 2012 ? 300 : 0) - (year >= exit ? LOST : 0);
        sites.and("S%02d".formatted(i), part, year, 300 + 5 * i + wave + gained);
      }
    }
    for (int year = 2010; year <= 2020; year++) {
      int late = year >= 2016 ? 300 : 0;
      sites.and("LATE", new SitePart("2016", "", false), year, 300 + late + year % 3);
      sites.and("C1", new SitePart("", "", true), year, 900);
      sites.and("C2", new SitePart("", "", true), year, 10);
    }
    return sites;
  }

  @Test
  void whatSitesLoseIsToldAgainstThoseStillIn() {
    Question asked = question("callaway-santanna", "from", "exit");
    List<Row> rows = StaggeredRows.of(asked, sites().panel(), SCHEMA);
    Row row = one(rows, "leaving-callaway-santanna", "leaving: mean of the cohorts' effects");
    assertThat((Double) of(row, "value")).isCloseTo(-20, within(0.3));
    assertThat((Double) of(row, "upper")).isLessThan(-15);
    assertThat(of(row, "units")).isEqualTo(12L);
    assertThat(of(row, "treated")).isEqualTo(8L);
    assertThat(of(row, "periods")).isEqualTo(9L);
    assertThat(of(row, "reading"))
        .isEqualTo("Lower than had the programme stayed, beyond chance, which is worse.");
    assertThat((String) of(row, "estimand")).contains("against sites still in the programme");
    assertThat(of(row, "question")).isEqualTo("What changes when the programme leaves?");
    assertThat(rows)
        .allSatisfy(r -> assertThat((String) of(r, "estimand")).startsWith("leaving: "));
  }

  @Test
  void theEffectOfTheStartIsAnotherQuestion() {
    List<Row> rows = StaggeredRows.of(question("callaway-santanna"), sites().panel(), SCHEMA);
    Row row = one(rows, "callaway-santanna", "mean of the cohorts' effects");
    assertThat(of(row, "units")).isEqualTo(15L);
    assertThat((Double) of(row, "value")).isGreaterThan(10);
  }

  @Test
  void sustainabilityHasItBesideItsOwnFigures() {
    List<Row> rows = SustainabilityRows.of(question("sustainability"), sites().panel(), SCHEMA);
    Row row = one(rows, "effect-of-leaving", "leaving: mean of the cohorts' effects");
    assertThat((Double) of(row, "value")).isCloseTo(-20, within(0.3));
    assertThat(of(row, "family")).isNull();
    Row year =
        rows.stream()
            .filter(r -> of(r, "method").equals("effect-of-leaving"))
            .filter(r -> "e+1".equals(of(r, "time")))
            .findFirst()
            .orElseThrow();
    assertThat((Double) of(year, "value")).isCloseTo(-20, within(0.6));
  }

  @Test
  void withoutAnyExitThereIsNothingToTell() {
    SiteQuestions sites = SiteQuestions.none();
    for (int year = 2010; year <= 2014; year++) {
      sites.and("A", new SitePart("2012", "", false), year, 500);
    }
    Question asked = question("callaway-santanna", "from", "exit");
    List<Row> rows = StaggeredRows.of(asked, sites.panel(), SCHEMA);
    assertThat(rows).hasSize(1);
    assertThat(of(rows.get(0), "status")).isEqualTo("INSUFFICIENT");
    assertThat(of(rows.get(0), "note"))
        .isEqualTo("the programme left no site that it had treated for a year");
  }

  @Test
  void errorsGoByCountryWhereAskedFor() {
    SiteQuestions sites = SiteQuestions.none();
    for (int i = 0; i < 12; i++) {
      String start = i % 2 == 0 ? "2013" : "";
      String country = i == 11 ? "" : "C" + i / 3;
      SitePart part = new SitePart(start, "", start.isEmpty(), "area" + i, country);
      for (int year = 2010; year <= 2016; year++) {
        int common = 40 * ((i / 3 + year) % 3);
        int gained = !start.isEmpty() && year >= 2013 ? 100 : 0;
        sites.and("S%02d".formatted(i), part, year, 300 + common + gained + (i * year) % 7);
      }
    }
    SitePanel bySite = sites.panel();
    SitePanel byCountry = bySite.clusteredBy("country");
    for (String method : List.of("callaway-santanna", "did")) {
      Row one = answer(method, bySite);
      Row other = answer(method, byCountry);
      assertThat(of(one, "clusters")).isEqualTo(12L);
      // Four countries; the site without one stands alone.
      assertThat(of(other, "clusters")).isEqualTo(5L);
      assertThat(of(other, "value")).isEqualTo(of(one, "value"));
      assertThat(of(other, "se")).isNotEqualTo(of(one, "se"));
    }
    assertThat(bySite.clusteredBy("area").panel(false).clusters()).isEqualTo(12);
  }

  private static Row answer(String method, SitePanel panel) {
    return method.equals("did")
        ? one(DifferenceRows.of(question(method), panel, SCHEMA), "twfe", "mean effect")
        : one(StaggeredRows.of(question(method), panel, SCHEMA), method, "mean of the cohorts'");
  }

  @Test
  void sitesWithGapsTakePartWhereAskedFor() {
    SiteQuestions sites = SiteQuestions.none();
    for (int i = 0; i < 12; i++) {
      SitePart part = new SitePart(i < 6 ? "2013" : "", "", i >= 6);
      for (int year = 2010; year <= 2016; year++) {
        if (i % 3 != 0 || year != 2011) {
          int gained = i < 6 && year >= 2013 ? 100 : 0;
          sites.and("S%02d".formatted(i), part, year, 300 + 10 * i + gained);
        }
      }
    }
    Row balanced = answer("callaway-santanna", sites.panel());
    assertThat(of(balanced, "units")).isEqualTo(8L);
    assertThat((String) of(balanced, "note")).contains("4 sites left out that lack a period");
    Question asked = question("callaway-santanna", "panel", "unbalanced");
    List<Row> rows = StaggeredRows.of(asked, sites.panel(), SCHEMA);
    Row all = one(rows, "callaway-santanna", "mean of the cohorts'");
    assertThat(of(all, "units")).isEqualTo(12L);
    assertThat((Double) of(all, "value")).isCloseTo(10, within(1e-9));
    assertThat((String) of(all, "estimand")).endsWith("sites with gaps too");
    assertThat(of(all, "note")).isNull();
  }
}
