package org.tidemark.publish.page;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which cancers are most frequent, by age-standardised rate, among women and among men. */
final class IncidenceMessage {
  private static final String TOPIC = "Incidence";
  private final Reading reading;
  private final Names names;

  private IncidenceMessage(Reading reading) {
    this.reading = reading;
    this.names = reading.names();
  }

  static Message of(Reading reading) {
    return new IncidenceMessage(reading).message();
  }

  private Message message() {
    Rows rates = rates();
    Rows chosen = largestArea(rates.shown()).latest();
    List<Row> tops = tops(chosen);
    if (tops.isEmpty()) {
      return Message.absent(TOPIC, reading.absent("what.incidence", rates));
    }
    Row first = tops.get(0);
    String sentence =
        reading.say(
            tops.size() == 1 ? "incidence.one" : "incidence.two",
            "area",
            names.of(first, "area"),
            "period",
            Period.of(first.text("period")).words(),
            "first",
            figure(first),
            "second",
            figure(tops.get(tops.size() - 1)),
            "standard",
            names.of(first, "standard"),
            "known",
            known(tops) + skin());
    return new Message(
        TOPIC,
        Wording.rate(first.number("value")),
        reading.say(
            "incidence.unit",
            "cancer",
            Wording.inSentence(names.of(first, "cancer")),
            "people",
            names.people(first)),
        sentence + reading.caution(first));
  }

  private Rows rates() {
    return reading
        .table("incidence")
        .where("measure", "asr")
        .where("age_group", "")
        .prefer("standard", "segi-doll", "who-2000")
        .prefer("correction", "none", "unknown-age")
        .prefer("interval", "fay-feuer")
        .where("cancer", cancer -> !names.isCatchAll(cancer) && !names.isOtherSkin(cancer));
  }

  /** Rows of the area with most cases: the page speaks of one, the tables hold them all. */
  private static Rows largestArea(Rows rates) {
    return rates.by("area").values().stream()
        .max(Comparator.comparingDouble(rows -> rows.sum("cases")))
        .orElse(rates);
  }

  /** The top of women and of men, the higher rate first; of people where sexes are not told. */
  private static List<Row> tops(Rows rates) {
    List<Row> bySex =
        Stream.of("2", "1")
            .map(sex -> rates.where("sex", sex).top("value"))
            .flatMap(Optional::stream)
            .sorted(Comparator.comparingDouble((Row row) -> row.number("value")).reversed())
            .toList();
    return bySex.isEmpty() ? rates.where("sex", "").top("value").stream().toList() : bySex;
  }

  private String figure(Row row) {
    String interval =
        row.has("lower") && row.has("upper")
            ? Wording.interval(Wording.rate(row.number("lower")), Wording.rate(row.number("upper")))
            : "";
    return reading.say(
        "incidence.figure",
        "cancer",
        Wording.inSentence(names.of(row, "cancer")),
        "people",
        names.people(row),
        "value",
        Wording.rate(row.number("value")),
        "detail",
        Reading.detail(interval, Wording.plural(row.number("cases"), "case", "cases")));
  }

  /** Says that skin cancer other than melanoma is not ranked, where it was counted. */
  private String skin() {
    boolean counted =
        reading.table("incidence").distinct("cancer").stream().anyMatch(names::isOtherSkin);
    return counted ? reading.say("incidence.skin") : "";
  }

  /** The share of cases whose age was known; rates rest on these alone. */
  private String known(List<Row> tops) {
    if (!tops.stream().allMatch(row -> row.has("cases_unknown_age"))) {
      return "";
    }
    double known = tops.stream().mapToDouble(row -> row.number("cases")).sum();
    double all = known + tops.stream().mapToDouble(row -> row.number("cases_unknown_age")).sum();
    return reading.say("incidence.known", "share", Wording.percent(100 * known / all, all));
  }
}
