package org.tidemark.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Indicator.Withhold;
import org.tidemark.catalogue.Programme;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.evaluate.SiteSeries.SitePeriod;
import org.tidemark.stats.RateRatio;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.IndicatorTally.Cell;
import org.tidemark.tally.ReportCount;

final class ChangeRowsTest {
  private static final StructType SCHEMA =
      Figure.schema(CatalogueReader.read(Optional.empty()).published().get("evaluation"));
  private static final Programme.Design DESIGN = new Programme.Design("INTENSIVE", "quarter");
  private static final String START = "2022Q3";

  private static IndicatorTerms terms(Kind kind, List<Withhold> withhold) {
    List<Measure> measures = new ArrayList<>();
    measures.add(new Measure("figure", kind, "", "n", "d", 100, false, 0));
    withhold.forEach(
        w -> measures.add(new Measure(w.statistic(), Kind.SHARE, "", "n", "d", 100, false, 0)));
    return new IndicatorTerms("X-01", "%", measures, Direction.UP, List.of(), withhold);
  }

  private static SitePeriod period(
      String site, String period, String start, boolean comparison, int over, int under) {
    return new SitePeriod(
        new IndicatorTally(
            "X-01",
            "site",
            site,
            "quarter",
            period,
            "",
            List.of(
                new Cell(0, -1, BigDecimal.valueOf(over), BigDecimal.valueOf(under)),
                new Cell(1, -1, BigDecimal.valueOf(6), BigDecimal.valueOf(10))),
            Optional.of(new ReportCount(1, 1, 1, 1, 0, 3))),
        start,
        comparison);
  }

  private static void site(SiteSeries series, String site, int before, int after) {
    series.add(period(site, "2022Q1", START, false, before, 10));
    series.add(period(site, "2022Q2", START, false, before, 10));
    series.add(period(site, "2022Q3", START, false, after, 10));
    series.add(period(site, "2022Q4", START, false, after, 10));
  }

  private static List<Row> rows(IndicatorTerms terms, SiteSeries series) {
    Analyses.Evaluation entry = new Analyses.Evaluation("X-01", "pre-post");
    return ChangeRows.of(new Question(entry, terms, DESIGN), SCHEMA).rows(series);
  }

  private static Object of(Row row, String column) {
    return row.get(SCHEMA.fieldIndex(column));
  }

  @Test
  void ratesAreToldAsARatioWithExactLimits() {
    IndicatorTerms terms = terms(Kind.RATE, List.of());
    SiteSeries series = SiteSeries.of(terms);
    site(series, "A", 3, 9);
    Row row = rows(terms, series).get(0);
    RateRatio ratio = RateRatio.of(18, 20, 6, 20).get();
    assertThat((Double) of(row, "value")).isCloseTo(3, within(1e-12));
    assertThat(of(row, "lower")).isEqualTo(ratio.exact().lower());
    assertThat(of(row, "upper")).isEqualTo(ratio.exact().upper());
    assertThat((String) of(row, "note"))
        .startsWith("Change, not effect: ")
        .contains("higher from the start on than before");
  }

  @Test
  void theSquaresBesideAMeanAreNoValues() {
    IndicatorTerms terms = terms(Kind.MEAN, List.of());
    SiteSeries series = SiteSeries.of(terms);
    for (int q = 1; q <= 4; q++) {
      SitePeriod period = period("A", "2022Q" + q, START, false, q < 3 ? 30 : 40, 10);
      List<Cell> cells = new ArrayList<>(period.tally().cells());
      cells.add(0, new Cell(0, IndicatorTally.SQUARES, BigDecimal.valueOf(160), BigDecimal.TEN));
      IndicatorTally tally =
          new IndicatorTally(
              "X-01", "site", "A", "quarter", "2022Q" + q, "", cells, period.tally().reports());
      series.add(new SitePeriod(tally, START, false));
    }
    assertThat((Double) of(rows(terms, series).get(0), "value")).isCloseTo(100, within(1e-9));
  }

  @Test
  void whatIsReadAtAHorizonOrCountedOnceIsNotSummed() {
    for (Kind kind : List.of(Kind.SURVIVAL, Kind.ATTAINMENT, Kind.DISTINCT, Kind.DURATION)) {
      IndicatorTerms terms = terms(kind, List.of());
      SiteSeries series = SiteSeries.of(terms);
      site(series, "A", 3, 9);
      Row row = rows(terms, series).get(0);
      assertThat(of(row, "status")).isEqualTo("INSUFFICIENT");
      assertThat((String) of(row, "note")).contains("compares shares, rates, ratios and means");
    }
  }

  @Test
  void fewerThanFiveSitesGiveNoMeanOfSites() {
    IndicatorTerms terms = terms(Kind.SHARE, List.of());
    SiteSeries series = SiteSeries.of(terms);
    List.of("A", "B", "C", "D").forEach(s -> site(series, s, 4, 6));
    List<Row> rows = rows(terms, series);
    assertThat(of(rows.get(0), "status")).isEqualTo("OK");
    assertThat(of(rows.get(0), "units")).isEqualTo(4L);
    assertThat(of(rows.get(1), "status")).isEqualTo("INSUFFICIENT");
    assertThat((String) of(rows.get(1), "note")).startsWith("fewer than 5 sites");
  }

  @Test
  void theMeanOfSitesIsTestedInThreeWays() {
    IndicatorTerms terms = terms(Kind.SHARE, List.of());
    SiteSeries series = SiteSeries.of(terms);
    int after = 5;
    for (String site : List.of("A", "B", "C", "D", "E")) {
      site(series, site, 4, after++);
    }
    Row row = rows(terms, series).get(1);
    // Five rises of 10 to 50 points: 2 of 32 combinations of signs are as far from even.
    assertThat((Double) of(row, "p")).isEqualTo(0.0625);
    assertThat((String) of(row, "assumptions"))
        .startsWith("t: p 0.0")
        .endsWith("signed ranks: p 0.063");
  }

  @Test
  void withoutATreatedSiteThereIsARowThatSaysSo() {
    IndicatorTerms terms = terms(Kind.SHARE, List.of());
    SiteSeries series = SiteSeries.of(terms);
    series.add(period("A", "2022Q1", "", false, 1, 2));
    series.add(period("C", "2022Q1", "", true, 1, 2));
    List<Row> rows = rows(terms, series);
    assertThat(rows).hasSize(2).allSatisfy(r -> assertThat(of(r, "value")).isNull());
    assertThat(of(rows.get(0), "status")).isEqualTo("INSUFFICIENT");
  }

  @Test
  void sixReportedMonthsAreAskedOfEachSide() {
    IndicatorTerms terms = terms(Kind.SHARE, List.of());
    SiteSeries series = SiteSeries.of(terms);
    series.add(period("A", "2022Q2", START, false, 1, 10));
    series.add(period("A", "2022Q3", START, false, 5, 10));
    series.add(period("A", "2022Q4", START, false, 5, 10));
    Row row = rows(terms, series).get(0);
    assertThat(of(row, "status")).isEqualTo("INSUFFICIENT");
    assertThat((String) of(row, "note"))
        .contains("no site with 6 reported months")
        .contains("left out: 1 ");
  }

  @Test
  void aLowCompanionShareWithholdsTheChange() {
    IndicatorTerms terms = terms(Kind.SHARE, List.of(new Withhold("known", 70)));
    SiteSeries series = SiteSeries.of(terms);
    site(series, "A", 4, 6);
    assertThat(of(rows(terms, series).get(0), "note")).isEqualTo("known is below 70 on a side");
  }

  @Test
  void timesAreNotCompared() {
    IndicatorTerms terms = terms(Kind.DURATION, List.of());
    SiteSeries series = SiteSeries.of(terms);
    site(series, "A", 4, 6);
    assertThat(of(rows(terms, series).get(0), "status")).isEqualTo("INSUFFICIENT");
  }

  @Test
  void anAmountIsComparedWithoutAnInterval() {
    IndicatorTerms terms = terms(Kind.RATIO, List.of());
    SiteSeries series = SiteSeries.of(terms);
    site(series, "A", 4, 6);
    Row row = rows(terms, series).get(0);
    assertThat((Double) of(row, "value")).isCloseTo(20, within(1e-9));
    assertThat(of(row, "lower")).isNull();
    assertThat((String) of(row, "note")).endsWith("no interval is given");
  }
}
