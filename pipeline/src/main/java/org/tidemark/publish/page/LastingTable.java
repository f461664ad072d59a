package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What was left after the programme had gone: a line for each question and year after exit. */
final class LastingTable {
  private static final List<String> YEARS = List.of("first", "second");

  private LastingTable() {}

  /** Empty where nobody asked. */
  static Optional<Table> of(Reading reading) {
    List<List<Cell>> lines = new ArrayList<>();
    for (Rows question : questions(reading)) {
      for (String year : YEARS) {
        line(reading, question, year).ifPresent(lines::add);
      }
    }
    List<String> head =
        List.of("Question", "Reading", "Level kept", "Level, change", "Gain left", "Sites");
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Table("lasting-table", reading.say("lasting.caption"), head, 2, lines));
  }

  /** How long the level held, one sentence a question. */
  static List<String> losses(Reading reading) {
    return questions(reading).stream()
        .flatMap(question -> begins(question, "median periods").stream())
        .map(row -> loss(reading, row))
        .toList();
  }

  private static List<Rows> questions(Reading reading) {
    Rows rows = EvaluationRows.all(reading).where("method", EvaluationRows.LASTING);
    return EvaluationRows.questions(rows);
  }

  private static Rows begins(Rows rows, String words) {
    return rows.where("estimand", estimand -> estimand.startsWith(words));
  }

  private static Optional<List<Cell>> line(Reading reading, Rows question, String year) {
    String after = "level in the " + year + " year after exit ";
    Optional<Row> change = begins(question, after + "less").stream().findFirst();
    return change.map(
        row ->
            List.of(
                new Cell(
                    reading.names().of(row, "question"),
                    reading.say("lasting." + year)
                        + " \u00b7 "
                        + EvaluationWords.indicator(reading, row),
                    ""),
                EvaluationWords.reading(reading, row),
                part(reading, begins(question, after + "over")),
                EvaluationWords.figure(reading, row),
                part(reading, gain(question, year)),
                EvaluationWords.sites(reading, row)));
  }

  private static Rows gain(Rows question, String year) {
    return begins(question, "share of the gain that is left in the " + year + " year");
  }

  private static Cell part(Reading reading, Rows rows) {
    Optional<Row> shown = rows.shown().stream().findFirst();
    Optional<Row> other = rows.stream().findFirst();
    return shown
        .map(EvaluationWords::part)
        .or(() -> other.map(row -> missing(reading, row)))
        .orElseGet(() -> EvaluationWords.none(reading));
  }

  private static Cell missing(Reading reading, Row row) {
    String why = Wording.capital(reading.say("short." + row.status()));
    return new Cell(why, row.text("note"), "none");
  }

  private static String loss(Reading reading, Row row) {
    String indicator = EvaluationWords.indicator(reading, row);
    if (!row.shown()) {
      String why = row.has("note") ? row.text("note") : reading.say("short." + row.status());
      return reading.say("lasting.no_loss", "indicator", indicator, "why", why);
    }
    String periods = Wording.plural(row.number("value"), "period", "periods");
    String limits =
        row.has("lower") && row.has("upper")
            ? Wording.interval(
                Wording.count(row.number("lower")), Wording.count(row.number("upper")))
            : reading.say("lasting.open");
    String lost = row.text("estimand").contains("above") ? "lasting.rise" : "lasting.loss";
    return reading.say(lost, "indicator", indicator, "periods", periods, "detail", limits);
  }
}
