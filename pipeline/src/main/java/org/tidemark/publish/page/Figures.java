package org.tidemark.publish.page;

import java.util.Locale;
import java.util.Optional;
import org.tidemark.catalogue.Indicator;

/** How a row of {@code indicator} is written: its value, interval and counts with their units. */
final class Figures {
  private static final String UNIT_SPACE = Wording.NBSP;

  private final Names names;
  private final double factor;

  private Figures(Names names, double factor) {
    this.names = names;
    this.factor = factor;
  }

  static Figures of(Names names, Rows indicators) {
    return new Figures(names, Share.factor(indicators.where("statistic", "share")));
  }

  String value(Row row) {
    return number(row) + unit(row);
  }

  /** The value without its unit. */
  String number(Row row) {
    return number(row, row.number("value"));
  }

  /** The unit of a duration, as days; empty where the value has none in words. */
  String unitWords(Row row) {
    return isDuration(row) ? unit(row).substring(UNIT_SPACE.length()) : "";
  }

  /** The interval in words, or empty where the figure is no sample and has none. */
  String interval(Row row) {
    return row.has("lower") && row.has("upper")
        ? Wording.interval(number(row, row.number("lower")), number(row, row.number("upper")))
        : "";
  }

  String target(Row row) {
    if (!row.has("target")) {
      return "";
    }
    double target = row.number("target") * (isShare(row) ? factor : 1);
    return (target == Math.rint(target) ? Wording.count(target) : Wording.rate(target)) + unit(row);
  }

  /** The counts behind the value: 104 of 179. */
  String counts(Row row) {
    if (!row.has("denominator")) {
      return "";
    }
    String denominator = amount(row, "denominator");
    if (isDuration(row) || !row.has("numerator")) {
      return "n" + UNIT_SPACE + "=" + UNIT_SPACE + denominator;
    }
    String between = row.text("statistic").equals("rate") ? " per " : " of ";
    return amount(row, "numerator") + between + denominator;
  }

  private static String amount(Row row, String column) {
    double amount = row.number(column);
    return amount == Math.rint(amount) ? Wording.count(amount) : Wording.rate(amount);
  }

  private String number(Row row, double value) {
    if (isShare(row)) {
      return Wording.share(value * factor, row.has("denominator") ? row.number("denominator") : 0);
    }
    return isDuration(row) && value == Math.rint(value)
        ? Wording.count(value)
        : Wording.rate(value);
  }

  private String unit(Row row) {
    if (isShare(row)) {
      return UNIT_SPACE + "%";
    }
    if (!isDuration(row)) {
      return "";
    }
    String one = row.number("value") == 1 ? "day" : "days";
    return UNIT_SPACE + (declared(row).startsWith("w") ? "working " + one : one);
  }

  private boolean isShare(Row row) {
    String statistic = row.text("statistic");
    return statistic.startsWith("share")
        || statistic.equals("ratio") && declared(row).startsWith("%");
  }

  private static boolean isDuration(Row row) {
    String statistic = row.text("statistic");
    return statistic.equals("median") || statistic.equals("p90") || statistic.equals("mean");
  }

  private String declared(Row row) {
    Optional<Indicator> indicator = names.indicator(row.text("indicator"));
    return indicator.map(i -> i.unit().toLowerCase(Locale.ROOT)).orElse("");
  }
}
