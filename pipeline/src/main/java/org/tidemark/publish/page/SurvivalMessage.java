package org.tidemark.publish.page;

import java.util.Optional;

/** Net survival five years after diagnosis. */
final class SurvivalMessage {
  private static final String TOPIC = "Survival";

  private SurvivalMessage() {}

  static Message of(Reading reading) {
    Rows overall = SurvivalRows.at(SurvivalRows.overall(reading), 5);
    Optional<Row> five = overall.shown().top("cases");
    return five.map(row -> message(reading, row))
        .orElseGet(() -> Message.absent(TOPIC, reading.absent("what.survival", overall)));
  }

  private static Message message(Reading reading, Row row) {
    return new Message(
        TOPIC, SurvivalCurve.percent(row), reading.say("survival.unit"), sentence(reading, row));
  }

  private static String sentence(Reading reading, Row row) {
    String atRisk =
        row.has("at_risk")
            ? reading.say("survival.at_risk", "n", Wording.count(row.number("at_risk")))
            : "";
    String cases = Wording.plural(row.number("cases"), "case", "cases");
    String who = SurvivalRows.who(reading, row) + ", " + cases;
    return reading.say(
            "survival.five",
            "value",
            Wording.percent(100 * row.number("value"), row.number("cases")),
            "detail",
            Reading.detail(interval(row), who, atRisk))
        + reading.caution(row);
  }

  /** The interval of a survival row, in percent; empty where it has none. */
  static String interval(Row row) {
    double cases = row.number("cases");
    return row.has("lower") && row.has("upper")
        ? Wording.interval(
            Wording.share(100 * row.number("lower"), cases),
            Wording.share(100 * row.number("upper"), cases))
        : "";
  }
}
