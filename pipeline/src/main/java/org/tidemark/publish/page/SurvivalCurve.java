package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;

/** Net survival after diagnosis, with its band and how many were still followed. */
final class SurvivalCurve {
  private final Reading reading;
  private final List<Row> rows;

  private SurvivalCurve(Reading reading, List<Row> rows) {
    this.reading = reading;
    this.rows = rows;
  }

  static Panel of(Reading reading) {
    Rows overall = SurvivalRows.overall(reading);
    List<Row> shown = overall.shown().stream().sorted(SurvivalRows.byYears()).toList();
    return shown.isEmpty()
        ? Panel.absent(reading.absent("what.survival", overall))
        : Panel.of(new SurvivalCurve(reading, shown).figure());
  }

  private Figure figure() {
    Row last = rows.get(rows.size() - 1);
    String title =
        reading.say(
            "survival.title",
            "value",
            percent(last),
            "years",
            Wording.plural(last.number("years"), "year", "years"));
    String subtitle =
        reading.say(
            "survival.subtitle",
            "who",
            SurvivalRows.who(reading, last),
            "period",
            Period.of(last.text("period")).words(),
            "method",
            reading.names().of(last, "method"));
    return new Figure(
        "survival",
        title,
        subtitle,
        SurvivalDrawing.of(rows, title).layouts(),
        List.of(reading.say("survival.note")),
        table());
  }

  private Table table() {
    List<List<Cell>> cells = new ArrayList<>();
    for (Row row : rows) {
      cells.add(
          List.of(
              Cell.of(Wording.decimal(row.number("years"), 0)),
              Cell.of(percent(row)),
              Cell.of(limits(row)),
              Cell.of(row.has("at_risk") ? Wording.count(row.number("at_risk")) : ""),
              Cell.of(row.has("deaths") ? Wording.count(row.number("deaths")) : "")));
    }
    return new Table(
        "survival-table",
        reading.say("survival.caption"),
        List.of("Years", "Net survival", "95 % CI", "At risk", "Deaths so far"),
        1,
        cells);
  }

  static String percent(Row row) {
    return Wording.percent(100 * row.number("value"), row.number("cases"));
  }

  static String limits(Row row) {
    double cases = row.number("cases");
    return row.has("lower") && row.has("upper")
        ? Wording.share(100 * row.number("lower"), cases)
            + " to "
            + Wording.share(100 * row.number("upper"), cases)
        : "";
  }
}
