package org.tidemark.publish.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How numbers are written: percentages without decimals below 100 in the denominator and with one
 * from there on, rates with one, p with three and never as zero, "to" inside intervals.
 */
final class Wording {
  /** Keeps a number and its unit on one line. */
  static final String NBSP = "\u00a0";

  private static final Set<String> EPONYMS =
      Set.of("Hodgkin", "Kaposi", "Merkel", "Wilms", "Ewing", "Burkitt");

  private Wording() {}

  /** A whole number with thousands separators. */
  static String count(double n) {
    return decimal(n, 0);
  }

  static String rate(double value) {
    return decimal(value, 1);
  }

  /** A percentage without its sign, rounded by the size of its denominator. */
  static String share(double percent, double denominator) {
    return decimal(percent, denominator < 100 ? 0 : 1);
  }

  static String percent(double percent, double denominator) {
    return share(percent, denominator) + NBSP + "%";
  }

  static String p(double p) {
    return p < 0.001 ? "p" + NBSP + "<" + NBSP + "0.001" : "p" + NBSP + "=" + NBSP + decimal(p, 3);
  }

  static String interval(String lower, String upper) {
    return "95" + NBSP + "%" + NBSP + "CI" + NBSP + lower + " to " + upper;
  }

  static String date(LocalDate date) {
    return date.getDayOfMonth() + NBSP + month(date.getMonthValue()) + " " + date.getYear();
  }

  static String month(int number) {
    return Month.of(number).getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /** A list in words: a, b and c. */
  static String list(List<String> items) {
    if (items.size() < 2) {
      return String.join("", items);
    }
    int last = items.size() - 1;
    return String.join(", ", items.subList(0, last)) + " and " + items.get(last);
  }

  static String plural(double n, String one, String many) {
    return count(n) + " " + (n == 1 ? one : many);
  }

  static String capital(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  /** A label in the middle of a sentence: in lower case, unless it is a name or an acronym. */
  static String inSentence(String label) {
    boolean name = EPONYMS.stream().anyMatch(label::startsWith);
    boolean acronym = label.length() < 2 || !Character.isLowerCase(label.charAt(1));
    return name || acronym
        ? label
        : label.substring(0, 1).toLowerCase(Locale.ROOT) + label.substring(1);
  }

  /** A label where there is no room for more than so many letters. */
  static String cut(String label, int letters) {
    return label.length() <= letters ? label : label.substring(0, letters - 1).strip() + "\u2026";
  }

  static String decimal(double value, int places) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP);
    // A true minus sign; BigDecimal has no negative zero, so none can appear.
    return String.format(Locale.ROOT, "%,." + places + "f", rounded).replace('-', '\u2212');
  }
}
