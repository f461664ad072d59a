package org.tidemark.publish.page;

import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A published period: {@code all}, years (2019, 2015-2019), a quarter (2019Q1) or a month (201901).
 * The natural order is by end, then by length; {@code all} comes first, because the newest figure
 * speaks before the sum of all.
 *
 * @param code as published
 * @param firstMonth months since year 0
 * @param lastMonth the same, of its last month
 */
record Period(String code, int firstMonth, int lastMonth) implements Comparable<Period> {
  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");
  private static final Pattern QUARTER = Pattern.compile("(\\d{4})-?Q([1-4])");
  private static final Pattern MONTH = Pattern.compile("(\\d{4})-?(0[1-9]|1[0-2])");

  static Period of(String code) {
    Matcher years = YEARS.matcher(code);
    if (years.matches()) {
      String last = years.group(2) == null ? years.group(1) : years.group(2);
      return new Period(code, month(years.group(1), 0), month(last, 11));
    }
    Matcher quarter = QUARTER.matcher(code);
    if (quarter.matches()) {
      int first = month(quarter.group(1), 3 * (Integer.parseInt(quarter.group(2)) - 1));
      return new Period(code, first, first + 2);
    }
    Matcher month = MONTH.matcher(code);
    if (month.matches()) {
      int only = month(month.group(1), Integer.parseInt(month.group(2)) - 1);
      return new Period(code, only, only);
    }
    return new Period(code, -1, -1);
  }

  private static int month(String year, int index) {
    return 12 * Integer.parseInt(year) + index;
  }

  boolean isQuarter() {
    return lastMonth - firstMonth == 2 && lastMonth >= 0;
  }

  /** Words for a reader: 2008 to 2010, 2023 Q4, March 2023, all periods. */
  String words() {
    if (lastMonth < 0) {
      return code.isEmpty() || code.equals("all") ? "all periods" : code;
    }
    int months = lastMonth - firstMonth + 1;
    if (months == 1) {
      return Wording.month(firstMonth % 12 + 1) + " " + firstMonth / 12;
    }
    if (months == 3) {
      return String.format(Locale.ROOT, "%d Q%d", firstMonth / 12, firstMonth % 12 / 3 + 1);
    }
    return months == 12
        ? Integer.toString(firstMonth / 12)
        : firstMonth / 12 + " to " + lastMonth / 12;
  }

  @Override
  public int compareTo(Period other) {
    return Comparator.comparingInt(Period::lastMonth)
        .thenComparing(Comparator.comparingInt(Period::firstMonth).reversed())
        .thenComparing(Period::code)
        .compare(this, other);
  }
}
