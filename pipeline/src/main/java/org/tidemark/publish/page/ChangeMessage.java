package org.tidemark.publish.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What followed the start of the programme: its effect against sites without it where that was
 * asked for and can be told, else a difference before and after, and nothing causal.
 */
final class ChangeMessage {
  private static final String TOPIC = "Before and after";
  private static final String EFFECT = "Against sites without the programme";

  /** Methods that compare with other sites, as their names begin. */
  private static final List<String> COMPARING =
      List.of(EvaluationRows.STAGGERED, "sun-abraham", "twfe", "randomisation");

  private final Reading reading;

  private ChangeMessage(Reading reading) {
    this.reading = reading;
  }

  static Message of(Reading reading) {
    return new ChangeMessage(reading).message();
  }

  private Message message() {
    return effect().map(row -> message(EFFECT, "against", row)).orElseGet(this::change);
  }

  private Optional<Row> effect() {
    return EvaluationRows.answers(reading).stream()
        .filter(row -> COMPARING.stream().anyMatch(row.text("method")::startsWith))
        .filter(row -> row.has("value"))
        .min(Comparator.comparing(row -> !row.text("indicator").equals("OUT-01")));
  }

  private Message change() {
    Rows changes =
        reading.table("evaluation").where("method", "pre-post").prefer("indicator", "OUT-01");
    Optional<Row> chosen =
        changes.shown().prefer("cohort", "").prefer("time", "").stream().findFirst();
    return chosen
        .map(row -> message(TOPIC, "change", row))
        .orElseGet(() -> Message.absent(TOPIC, reading.absent("what.change", changes)));
  }

  private Message message(String topic, String words, Row row) {
    double value = row.number("value") * (isRatio(row) ? 1 : scale(row));
    String sign = value > 0 ? "+" : "";
    return new Message(
        topic,
        isRatio(row)
            ? "\u00d7" + Wording.NBSP + Wording.decimal(value, 2)
            : sign + Wording.rate(value),
        isRatio(row) || !isShare(row)
            ? reading.say(words + ".unit")
            : reading.say(words + ".unit_points"),
        sentence(words, row) + reading.caution(row));
  }

  private static boolean isRatio(Row row) {
    return row.text("estimand").contains("ratio");
  }

  private String sentence(String words, Row row) {
    boolean ratio = isRatio(row);
    String key = words + "." + (ratio ? "ratio" : direction(row));
    double scale = ratio ? 1 : scale(row);
    double value = row.number("value") * scale;
    double shown = key.endsWith(".down") ? -value : value;
    return reading.say(
        key,
        "value",
        ratio ? Wording.decimal(value, 2) : amount(row, shown),
        "detail",
        Reading.detail(interval(row, scale, ratio ? 2 : 1), p(row), sites(row)),
        "indicator",
        reading.names().indicatorName(row.text("indicator")));
  }

  private static String direction(Row row) {
    if (row.has("lower") && row.number("lower") > 0) {
      return "up";
    }
    return row.has("upper") && row.number("upper") < 0 ? "down" : "none";
  }

  private boolean isShare(Row row) {
    Rows shares = reading.table("indicator").where("indicator", row.text("indicator"));
    return reading
        .names()
        .indicator(row.text("indicator"))
        .map(i -> i.unit().startsWith("%"))
        .orElse(!shares.where("statistic", "share").isEmpty());
  }

  private double scale(Row row) {
    return isShare(row) ? Share.factor(reading.table("indicator").where("statistic", "share")) : 1;
  }

  private String amount(Row row, double value) {
    String number = Wording.rate(value);
    return isShare(row) ? reading.say("change.points", "value", number) : number;
  }

  private static String interval(Row row, double scale, int places) {
    return row.has("lower") && row.has("upper")
        ? Wording.interval(
            Wording.decimal(row.number("lower") * scale, places),
            Wording.decimal(row.number("upper") * scale, places))
        : "";
  }

  private static String p(Row row) {
    if (row.has("p_adjusted")) {
      return Wording.p(row.number("p_adjusted")) + ", " + EvaluationWords.adjustment(row);
    }
    return row.has("p") ? Wording.p(row.number("p")) : "";
  }

  private static String sites(Row row) {
    return row.has("units") ? Wording.plural(row.number("units"), "site", "sites") : "";
  }
}
