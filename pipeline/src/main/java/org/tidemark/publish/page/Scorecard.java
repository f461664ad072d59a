package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tidemark.catalogue.Indicator;

/** Each indicator at the widest published level: value, interval, counts, target, verdict. */
final class Scorecard {
  private static final List<String> STATISTICS =
      List.of("share", "rate", "ratio", "median", "p90", "mean", "count");

  private final Reading reading;
  private final Figures figures;
  private final IndicatorRows rows;

  private Scorecard(Reading reading) {
    this.reading = reading;
    this.figures = reading.figures();
    this.rows = IndicatorRows.of(reading);
  }

  static Optional<Table> of(Reading reading) {
    List<List<Cell>> lines = new Scorecard(reading).lines();
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Table(
                "scorecard-table",
                reading.say("scorecard.caption"),
                List.of("Indicator", "Verdict", "Value", "Target", "Based on"),
                2,
                lines));
  }

  private List<List<Cell>> lines() {
    List<List<Cell>> lines = new ArrayList<>();
    Rows all = reading.table("indicator").where("stratum", "");
    all.by("indicator")
        .forEach(
            (code, own) ->
                ordered(own).forEach(statistic -> line(code, statistic).ifPresent(lines::add)));
    return lines;
  }

  private static Stream<String> ordered(Rows rows) {
    List<String> present = List.copyOf(rows.distinct("statistic"));
    return Stream.concat(
        STATISTICS.stream().filter(present::contains),
        present.stream().filter(s -> !STATISTICS.contains(s)));
  }

  private Optional<List<Cell>> line(String code, String statistic) {
    Optional<Row> figure = rows.newest(code, statistic);
    return figure
        .or(() -> rows.widest(code, statistic).latest().stream().findFirst())
        .map(row -> List.of(name(row), verdict(row), value(row), target(row), basis(row)));
  }

  private Cell name(Row row) {
    String code = row.text("indicator");
    String statistic = reading.names().of("statistic", row.text("statistic"));
    String level = row.text("level").equals("programme") ? "" : ", " + row.text("unit_id");
    String name = reading.names().indicatorName(code);
    return new Cell(
        name,
        (name.equals(code) ? "" : code + " \u00b7 ")
            + statistic
            + " \u00b7 "
            + Period.of(row.text("period")).words()
            + level,
        "");
  }

  private Cell value(Row row) {
    return row.shown()
        ? Cell.of(figures.value(row), figures.interval(row))
        : Cell.none(Wording.capital(reading.say("short." + row.status())));
  }

  private Cell target(Row row) {
    if (!row.has("target")) {
      return Cell.of("none set");
    }
    boolean verified =
        reading
            .names()
            .indicator(row.text("indicator"))
            .flatMap(Indicator::target)
            .map(Indicator.Target::verified)
            .orElse(false);
    return Cell.of(figures.target(row), verified ? "" : reading.say("scorecard.unverified"));
  }

  private Cell verdict(Row row) {
    if (!row.shown() || !row.has("verdict")) {
      return Cell.none(row.has("target") ? "No verdict" : "No target");
    }
    String verdict = row.text("verdict");
    return new Cell(reading.names().of("verdict", verdict), "", "verdict " + verdict);
  }

  private Cell basis(Row row) {
    String sites =
        row.has("sites_expected")
            ? row.text("sites_reporting")
                + " of "
                + Wording.plural(row.number("sites_expected"), "site", "sites")
            : "";
    String mark =
        switch (row.status()) {
          case LOW_COVERAGE, LOW_RELIABILITY -> ", " + reading.say("short." + row.status());
          default -> "";
        };
    return Cell.of(row.shown() ? figures.counts(row) : "", sites + mark);
  }
}
