package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class ReportingStripTest {
  private static final String HEAD =
      "indicator,level,unit_id,period,stratum,statistic,value,numerator,denominator,status\n";

  private static Figure figure(String rows) {
    Reading reading = Fixture.reading(Fixture.table("indicator", HEAD + rows));
    return ReportingStrip.of(reading).figure().orElseThrow();
  }

  private static List<String> states(Figure figure, int site) {
    List<Cell> cells = figure.table().rows().get(site);
    return cells.subList(1, cells.size()).stream().map(Cell::text).toList();
  }

  @Test
  void tellsAllSixStatesApart() {
    Figure figure =
        figure(
            """
            REP-01,site,a,2023Q1,,share,100,4,4,OK
            REP-02,site,a,2023Q1,,share,100,4,4,OK
            REP-01,site,a,2023Q2,,share,100,4,4,OK
            REP-02,site,a,2023Q2,,share,75,3,4,OK
            REP-01,site,a,2023Q3,,share,50,2,4,OK
            REP-02,site,a,2023Q3,,share,50,2,4,OK
            REP-01,site,a,2023Q4,,share,0,0,4,OK
            REP-01,site,b,2023Q1,,share,,,,NOT_REPORTED
            REP-01,site,b,2023Q2,,share,,,,NOT_APPLICABLE
            REP-01,site,b,2023Q3,,share,,,,INSUFFICIENT
            """);
    assertThat(states(figure, 0))
        .containsExactly("All on time", "All, some late", "Some missing", "None arrived");
    assertThat(states(figure, 1))
        .containsExactly("None arrived", "None expected", "No figure", "None expected");
    assertThat(figure.title())
        .isEqualTo(
            "1 of 6 site-quarters were complete and on time; 1 came late, 1 in part, 2 not at all");
  }

  @Test
  void everyStateHasASymbolOfItsOwnBesideItsColour() {
    List<Mark> marks = figure("REP-01,site,a,2023Q1,,share,100,4,4,OK\n").layouts().get(0).marks();
    List<String> colours =
        marks.stream().map(Mark::css).filter(css -> css.startsWith("cell ")).distinct().toList();
    assertThat(colours).hasSize(ReportState.values().length - 1);
    assertThat(marks).extracting(Mark::css).contains("symbol light", "symbol", "half", "dot");
  }

  @Test
  void countsStandUnderTheStateInTheTable() {
    Figure figure = figure("REP-01,site,a,2023Q1,,share,50,2,4,OK\n");
    assertThat(figure.table().rows().get(0).get(1).under()).isEqualTo("2 of 4");
  }

  @Test
  void yearsMonthsAndStrataAreNotQuartersOfASite() {
    Reading reading =
        Fixture.reading(
            Fixture.table(
                "indicator",
                HEAD
                    + "REP-01,site,a,2023,,share,100,4,4,OK\n"
                    + "REP-01,programme,p,2023Q1,,share,100,4,4,OK\n"
                    + "REP-01,site,a,2023Q1,dataset=path,share,100,4,4,OK\n"));
    Panel panel = ReportingStrip.of(reading);
    assertThat(panel.figure()).isEmpty();
    assertThat(panel.absent()).isEqualTo("Reports by site and quarter: not computed in this run.");
  }

  @Test
  void drawingHoldsTheLastTwelveQuartersAndTheTableAll() {
    StringBuilder rows = new StringBuilder();
    for (int year = 2018; year <= 2022; year++) {
      for (int quarter = 1; quarter <= 4; quarter++) {
        rows.append(
            String.format(Locale.ROOT, "REP-01,site,a,%dQ%d,,share,100,4,4,OK%n", year, quarter));
      }
    }
    Figure figure = figure(rows.toString().replace("\r", ""));
    assertThat(figure.table().head()).hasSize(21);
    List<String> years =
        figure.layouts().get(0).marks().stream()
            .filter(mark -> mark.css().equals("tick strong"))
            .map(Mark::text)
            .toList();
    assertThat(years).containsExactly("2020", "2021", "2022");
    assertThat(figure.notes()).anyMatch(note -> note.contains("last 12 quarters"));
  }

  @Test
  void describesEachSiteInWords() {
    Figure figure =
        figure(
            "REP-01,site,amani,2023Q1,,share,100,4,4,OK\nREP-01,site,amani,2023Q2,,share,0,0,4,OK\n");
    assertThat(figure.layouts().get(0).desc())
        .isEqualTo("Amani Teaching Hospital: all on time 1, none arrived 1.");
  }
}
