package org.tidemark.publish.page;

import java.util.Optional;

/** Stage at diagnosis, time to the pathology report, and how many reports stand behind them. */
final class IndicatorMessages {
  private final Reading reading;
  private final IndicatorRows rows;
  private final Figures figures;

  private IndicatorMessages(Reading reading) {
    this.reading = reading;
    this.rows = IndicatorRows.of(reading);
    this.figures = reading.figures();
  }

  static IndicatorMessages of(Reading reading) {
    return new IndicatorMessages(reading);
  }

  Message stage() {
    return rows.newest("OUT-01", "share")
        .map(row -> message("Stage at diagnosis", "out01", row, stageKnown(row)))
        .orElseGet(() -> absent("Stage at diagnosis", "what.out01", "OUT-01", "share"));
  }

  Message pathology() {
    return rows.newest("PAT-01", "median")
        .map(row -> message("Pathology", "pat01", row, tail(row)))
        .orElseGet(() -> absent("Pathology", "what.pat01", "PAT-01", "median"));
  }

  Message reporting() {
    return rows.newest("REP-01", "share")
        .map(row -> new Message("Reporting", figures.value(row), "", reportingSentence(row)))
        .orElseGet(() -> absent("Reporting", "what.reporting", "REP-01", "share"));
  }

  private Message message(String topic, String key, Row row, String tail) {
    String unit = figures.unitWords(row);
    String figure = unit.isEmpty() ? figures.value(row) : figures.number(row);
    return new Message(
        topic, figure, reading.say(key + ".unit", "unit", unit), sentence(key, row, tail));
  }

  private Message absent(String topic, String key, String indicator, String statistic) {
    return Message.absent(topic, reading.absent(key, rows.widest(indicator, statistic)));
  }

  private String sentence(String key, Row row, String tail) {
    return reading.say(
            key,
            "period",
            periodAndUnit(row),
            "value",
            figures.value(row),
            "detail",
            Reading.detail(figures.interval(row), figures.counts(row)),
            "tail",
            tail,
            "coverage",
            coverage(row))
        + reading.caution(row);
  }

  private String reportingSentence(Row row) {
    Optional<Row> onTime = rows.beside(row, "REP-02", "share");
    return reading.say(
            "reporting",
            "period",
            periodAndUnit(row),
            "value",
            figures.value(row),
            "detail",
            Reading.detail(figures.interval(row), figures.counts(row)),
            "ontime",
            onTime.map(r -> reading.say("reporting.ontime", "value", figures.value(r))).orElse(""))
        + reading.caution(row);
  }

  private String stageKnown(Row row) {
    return rows.beside(row, "OUT-01", "share_known")
        .map(known -> reading.say("out01.known", "value", figures.value(known)))
        .orElse("");
  }

  private String tail(Row median) {
    return rows.beside(median, "PAT-01", "p90")
        .map(row -> reading.say("pat01.tail", "value", figures.value(row)))
        .orElse("");
  }

  /** The period, and the unit where the figure does not speak for the whole programme. */
  private String periodAndUnit(Row row) {
    String period = Period.of(row.text("period")).words();
    return row.text("level").equals("programme")
        ? period
        : period + " (" + reading.names().of("unit_id", row.text("unit_id")) + ")";
  }

  private String coverage(Row row) {
    return row.has("sites_reporting") && row.has("sites_expected")
        ? reading.say(
            "coverage",
            "reporting",
            row.text("sites_reporting"),
            "expected",
            Wording.plural(row.number("sites_expected"), "site", "sites"))
        : "";
  }
}
