package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Indicator.Target;
import org.tidemark.catalogue.Indicator.Withhold;
import org.tidemark.stats.PoissonInterval;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.IndicatorTally.Cell;
import org.tidemark.tally.ReportCount;

final class IndicatorVerdictsTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());
  private static final ReportCount ALL = new ReportCount(4, 4, 10, 10, 0, 30);

  private static Measure measure(String statistic, Kind kind, boolean snapshot) {
    return new Measure(
        statistic, kind, "", "n", "d", kind == Kind.DURATION ? 1 : 100, snapshot, 12);
  }

  private static IndicatorTerms terms(Measure measure, Direction direction, double target) {
    return new IndicatorTerms(
        "X-01",
        "%",
        List.of(measure),
        direction,
        List.of(new Target(target, measure.statistic(), "", true)),
        List.of());
  }

  private static Cell cell(int measure, double over, double under) {
    return new Cell(measure, -1, BigDecimal.valueOf(over), BigDecimal.valueOf(under));
  }

  private static Row only(IndicatorTerms terms, ReportCount reports, Cell... cells) {
    List<Row> rows = rows(terms, reports, cells);
    assertThat(rows).hasSize(1);
    return rows.get(0);
  }

  private static List<Row> rows(IndicatorTerms terms, ReportCount reports, Cell... cells) {
    IndicatorTally tally =
        new IndicatorTally(
            "X-01",
            "programme",
            "sample",
            "year",
            "2023",
            "",
            List.of(cells),
            Optional.of(reports));
    Figure base = Figure.in(Figure.schema(CATALOGUE.published().get("indicator")));
    return IndicatorVerdicts.of(terms, tally).figures(base).stream().map(Figure::row).toList();
  }

  private static Object of(Row row, String column) {
    return row.get(Figure.schema(CATALOGUE.published().get("indicator")).fieldIndex(column));
  }

  @Test
  void aVerdictNeedsBothLimitsOnOneSide() {
    Measure share = measure("share", Kind.SHARE, false);
    Map<Double, String> upwards = Map.of(60.0, "met", 80.0, "unclear", 95.0, "missed");
    upwards.forEach(
        (target, verdict) ->
            assertThat(
                    of(only(terms(share, Direction.UP, target), ALL, cell(0, 80, 100)), "verdict"))
                .isEqualTo(verdict));
    assertThat(of(only(terms(share, Direction.DOWN, 95), ALL, cell(0, 80, 100)), "verdict"))
        .isEqualTo("met");
    assertThat(of(only(terms(share, Direction.DOWN, 60), ALL, cell(0, 80, 100)), "verdict"))
        .isEqualTo("missed");
  }

  @Test
  void noVerdictOverFewerThanTenNorWithoutDirection() {
    Measure share = measure("share", Kind.SHARE, false);
    assertThat(of(only(terms(share, Direction.UP, 1), ALL, cell(0, 9, 9)), "verdict")).isNull();
    assertThat(of(only(terms(share, Direction.CONTEXT, 1), ALL, cell(0, 99, 99)), "verdict"))
        .isNull();
  }

  @Test
  void underHalfOfTheReportsTheFigureIsWithheldAndUnderFourFifthsMarked() {
    IndicatorTerms terms = terms(measure("share", Kind.SHARE, false), Direction.UP, 60);
    Row withheld = only(terms, new ReportCount(4, 2, 9, 4, 0, 4), cell(0, 80, 100));
    assertThat(of(withheld, "status")).isEqualTo("INSUFFICIENT");
    assertThat(of(withheld, "value")).isNull();
    assertThat(of(withheld, "numerator")).as("nothing to compute it from").isNull();
    assertThat(of(withheld, "note")).isEqualTo("4 of 9 reports");
    Row marked = only(terms, new ReportCount(4, 3, 12, 9, 0, 9), cell(0, 80, 100));
    assertThat(of(marked, "status")).isEqualTo("LOW_COVERAGE");
    assertThat(of(marked, "value")).isEqualTo(80.0);
    assertThat(of(marked, "note")).isEqualTo("9 of 12 reports");
    Row half = only(terms, new ReportCount(4, 2, 12, 6, 0, 6), cell(0, 80, 100));
    assertThat(of(half, "status")).isEqualTo("LOW_COVERAGE");
  }

  @Test
  void aRateHasByarsLimitsAndAStockHasNone() {
    IndicatorTerms flow = terms(measure("rate", Kind.RATE, false), Direction.UP, 1);
    Row rate = only(flow, ALL, cell(0, 12, 40));
    assertThat((Double) of(rate, "value")).isCloseTo(30, within(1e-12));
    assertThat(of(rate, "method")).isEqualTo("byar");
    assertThat((Double) of(rate, "lower"))
        .isCloseTo(PoissonInterval.byar(12).lower() * 100 / 40, within(1e-12));
    IndicatorTerms stock = terms(measure("rate", Kind.RATE, true), Direction.UP, 1);
    Row staff = only(stock, ALL, cell(0, 2.5, 40));
    assertThat(of(staff, "value")).isEqualTo(6.25);
    assertThat(of(staff, "lower")).isNull();
    assertThat(of(staff, "verdict")).as("counted, so compared as it is").isEqualTo("met");
  }

  @Test
  void aShareOfMoreThanAllIsNoShare() {
    IndicatorTerms terms = terms(measure("share", Kind.SHARE, false), Direction.UP, 60);
    assertThat(of(only(terms, ALL, cell(0, 12, 10)), "status")).isEqualTo("INSUFFICIENT");
    assertThat(of(only(terms, ALL, cell(0, 0.5, 10)), "status")).isEqualTo("INSUFFICIENT");
  }

  @Test
  void theCompanionIsToldWhereItWithholdsTheRest() {
    IndicatorTerms terms =
        new IndicatorTerms(
            "X-01",
            "%",
            List.of(measure("share", Kind.SHARE, false), measure("known", Kind.SHARE, false)),
            Direction.UP,
            List.of(),
            List.of(new Withhold("known", 70)));
    List<Row> low = rows(terms, ALL, cell(0, 5, 6), cell(1, 6, 10));
    assertThat(of(low.get(0), "status")).isEqualTo("INSUFFICIENT");
    assertThat(of(low.get(0), "numerator")).isNull();
    assertThat(of(low.get(1), "value")).isEqualTo(60.0);
    List<Row> enough = rows(terms, ALL, cell(0, 5, 7), cell(1, 7, 10));
    assertThat(of(enough.get(0), "status")).isEqualTo("OK");
  }

  @Test
  void everybodyLostOrNobody() {
    IndicatorTerms terms = terms(measure("stay", Kind.RETENTION, false), Direction.UP, 80);
    Cell stayed = new Cell(0, 12, BigDecimal.ZERO, BigDecimal.valueOf(12));
    List<Row> rows = rows(terms, ALL, stayed);
    assertThat(rows).hasSize(3).allSatisfy(r -> assertThat(of(r, "value")).isEqualTo(100.0));
    assertThat(of(rows.get(0), "method")).as("nobody dropped out").isEqualTo("wilson");
    assertThat(of(rows(terms, ALL).get(0), "status")).isEqualTo("INSUFFICIENT");
  }

  @Test
  void aQuantileBeyondTheLastTimeIsWithheldWithItsBound() {
    IndicatorTerms terms = terms(measure("p90", Kind.DURATION, false), Direction.DOWN, 5);
    Cell reported = new Cell(0, 3, BigDecimal.valueOf(8), BigDecimal.valueOf(8));
    Cell stillOpen = new Cell(0, 22, BigDecimal.ZERO, BigDecimal.valueOf(2));
    Row row = only(terms, ALL, reported, stillOpen);
    assertThat(of(row, "status")).isEqualTo("INSUFFICIENT");
    assertThat(of(row, "value")).isNull();
    assertThat((String) of(row, "note")).startsWith("more than 22: ");
    Row reached = only(terms, ALL, reported);
    assertThat(of(reached, "value")).isEqualTo(3.0);
    assertThat((String) of(reached, "note")).doesNotContain("more than");
  }
}
