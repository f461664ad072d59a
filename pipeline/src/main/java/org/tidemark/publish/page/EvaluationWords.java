package org.tidemark.publish.page;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a row of {@code evaluation} is written: its value with its unit, limits, p, sites. */
final class EvaluationWords {
  private static final int FINE = 2;

  /** What {@code evaluate} says of an adjusted p, without its first word. */
  private static final Pattern ADJUSTED =
      Pattern.compile("p (adjusted over \\d+ answers by [A-Z][A-Za-z ]*)");

  private EvaluationWords() {}

  /** The value with its sign and unit. */
  static String value(Reading reading, Row row) {
    double value = row.number("value");
    if (isShare(row)) {
      return Wording.rate(value) + Wording.NBSP + "%";
    }
    return isPoints(row)
        ? reading.say("effect.points", "value", signed(row, value))
        : signed(row, value);
  }

  /** A number with its sign, where it is a difference. */
  static String signed(Row row, double value) {
    String number = number(row, value);
    return value > 0 && !isShare(row) ? "+" + number : number;
  }

  /** The limits in words; empty where there are none. */
  static String interval(Row row) {
    return row.has("lower") && row.has("upper")
        ? Wording.interval(number(row, row.number("lower")), number(row, row.number("upper")))
        : "";
  }

  /** A part of one in percent, with its limits. */
  static Cell part(Row row) {
    String limits =
        row.has("lower") && row.has("upper")
            ? Wording.interval(
                Wording.rate(100 * row.number("lower")), Wording.rate(100 * row.number("upper")))
            : "";
    return Cell.of(Wording.rate(100 * row.number("value")) + Wording.NBSP + "%", limits);
  }

  /** The value above its limits. */
  static Cell figure(Reading reading, Row row) {
    return row.shown() ? Cell.of(value(reading, row), interval(row)) : none(reading);
  }

  /** The p that counts: adjusted, where the question belongs to a family. */
  static Cell p(Reading reading, Row row) {
    if (row.has("p_adjusted")) {
      String alone = row.has("p") ? Wording.p(row.number("p")) : "";
      String under = reading.say("effect.adjusted", "how", adjustment(row), "p", alone);
      return Cell.of(Wording.p(row.number("p_adjusted")), under);
    }
    return row.has("p") ? Cell.of(Wording.p(row.number("p"))) : none(reading);
  }

  /** How p was adjusted, as the row's note tells it; without a method where it does not. */
  static String adjustment(Row row) {
    Matcher note = ADJUSTED.matcher(row.text("note"));
    return note.find() ? note.group(1) : "adjusted for the family of questions";
  }

  /** How many sites, and how many of them treated. */
  static Cell sites(Reading reading, Row row) {
    if (!row.has("units")) {
      return none(reading);
    }
    String treated =
        row.has("treated")
            ? reading.say("effect.treated", "n", Wording.count(row.number("treated")))
            : "";
    return Cell.of(Wording.count(row.number("units")), treated);
  }

  /** What the row says in one sentence, or why it says nothing. */
  static Cell reading(Reading reading, Row row) {
    if (!row.shown()) {
      String why = Wording.capital(reading.say("short." + row.status()));
      return new Cell(why, Wording.capital(row.text("note")), "none");
    }
    return Cell.of(row.text("reading"), Wording.capital(reading.say("short." + row.status())));
  }

  /** The question; beneath it the indicator that it asks about. */
  static Cell question(Reading reading, Row row) {
    return Cell.of(reading.names().of(row, "question"), indicator(reading, row));
  }

  /** Code and name of the indicator. */
  static String indicator(Reading reading, Row row) {
    String code = row.text("indicator");
    String name = reading.names().indicatorName(code);
    return name.equals(code) ? code : code + " \u00b7 " + name;
  }

  static Cell none(Reading reading) {
    return Cell.none(reading.say("effect.none"));
  }

  static boolean isPoints(Row row) {
    return row.text("estimand").contains("percentage points");
  }

  /** A share itself, not a difference of shares. */
  private static boolean isShare(Row row) {
    return row.text("estimand").startsWith("share ");
  }

  private static String number(Row row, double value) {
    boolean index = row.text("method").startsWith("equity") && !isShare(row);
    return index ? Wording.decimal(value, FINE) : Wording.rate(value);
  }
}
