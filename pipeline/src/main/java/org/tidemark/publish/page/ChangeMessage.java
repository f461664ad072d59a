package org.tidemark.publish.page;

import java.util.Optional;

/** What followed the start of the programme: a difference before and after, and nothing causal. */
final class ChangeMessage {
  private static final String TOPIC = "Before and after";
  private final Reading reading;

  private ChangeMessage(Reading reading) {
    this.reading = reading;
  }

  static Message of(Reading reading) {
    return new ChangeMessage(reading).message();
  }

  private Message message() {
    Rows changes =
        reading.table("evaluation").where("method", "pre-post").prefer("indicator", "OUT-01");
    Optional<Row> chosen =
        changes.shown().prefer("cohort", "").prefer("time", "").stream().findFirst();
    return chosen
        .map(this::message)
        .orElseGet(() -> Message.absent(TOPIC, reading.absent("what.change", changes)));
  }

  private Message message(Row row) {
    double value = row.number("value") * (isRatio(row) ? 1 : scale(row));
    String sign = value > 0 ? "+" : "";
    return new Message(
        TOPIC,
        isRatio(row)
            ? "\u00d7" + Wording.NBSP + Wording.decimal(value, 2)
            : sign + Wording.rate(value),
        isRatio(row) || !isShare(row)
            ? reading.say("change.unit")
            : reading.say("change.unit_points"),
        sentence(row) + reading.caution(row));
  }

  private static boolean isRatio(Row row) {
    return row.text("estimand").contains("ratio");
  }

  private String sentence(Row row) {
    boolean ratio = isRatio(row);
    String key = ratio ? "change.ratio" : "change." + direction(row);
    double scale = ratio ? 1 : scale(row);
    double value = row.number("value") * scale;
    double shown = key.equals("change.down") ? -value : value;
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
    return row.has("p") ? Wording.p(row.number("p")) : "";
  }

  private static String sites(Row row) {
    return row.has("units") ? Wording.plural(row.number("units"), "site", "sites") : "";
  }
}
