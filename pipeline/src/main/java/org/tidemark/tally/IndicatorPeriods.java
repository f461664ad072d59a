package org.tidemark.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Periods that figures are published for. A month is {@code 202301}, a quarter {@code 2023Q1}, a
 * year {@code 2023}, all of them {@code all}. The span is the length's name.
 */
public final class IndicatorPeriods {
  private static final int MONTH_LENGTH = 7;
  private static final int YEAR_LENGTH = 4;
  private static final Pattern WRITTEN = Pattern.compile("\\d{4}(Q[1-4]|0[1-9]|1[0-2])?");

  private IndicatorPeriods() {}

  /**
   * A period.
   *
   * @param span month, quarter, year, all
   * @param name as published
   */
  record Period(String span, String name) {}

  /** The periods that hold a month, {@code 2023-01}; a year alone is held by longer ones only. */
  static List<Period> holding(String month, Collection<String> spans) {
    List<Period> periods = new ArrayList<>();
    for (String span : spans) {
      containing(month, span).ifPresent(name -> periods.add(new Period(span, name)));
    }
    return periods;
  }

  /**
   * The period of a span that holds a month; empty where only the year is known and the span is
   * shorter.
   *
   * @param month {@code 2023-01} or {@code 2023}
   * @param span month, quarter, year or all
   */
  public static Optional<String> containing(String month, String span) {
    boolean exact = month.length() == MONTH_LENGTH;
    return switch (span) {
      case "month" -> exact ? Optional.of(month.replace("-", "")) : Optional.empty();
      case "quarter" -> exact ? Optional.of(quarter(month)) : Optional.empty();
      case "year" -> Optional.of(month.substring(0, YEAR_LENGTH));
      default -> Optional.of("all");
    };
  }

  /** How many months a period of the span has; 0 where it has no end. */
  static int months(String span) {
    return switch (span) {
      case "month" -> 1;
      case "quarter" -> 3;
      case "year" -> 12;
      default -> 0;
    };
  }

  /**
   * The months of a period as the shared schema writes it: 2023, 2023Q1, 202301 or 2023-01; none
   * where it is none of these.
   */
  static List<String> monthsOf(String period) {
    String plain = period.replace("-", "");
    if (!WRITTEN.matcher(plain).matches()) {
      return List.of();
    }
    String year = plain.substring(0, YEAR_LENGTH);
    String rest = plain.substring(YEAR_LENGTH);
    if (rest.isEmpty()) {
      return months(year, 1, 12);
    }
    int number = Integer.parseInt(rest.replace("Q", ""));
    return rest.startsWith("Q")
        ? months(year, 3 * number - 2, 3 * number)
        : months(year, number, number);
  }

  private static List<String> months(String year, int from, int to) {
    List<String> months = new ArrayList<>();
    for (int m = from; m <= to; m++) {
      months.add(year + (m < 10 ? "-0" : "-") + m);
    }
    return months;
  }

  private static String quarter(String month) {
    int number = (Integer.parseInt(month.substring(YEAR_LENGTH + 1)) + 2) / 3;
    return month.substring(0, YEAR_LENGTH) + "Q" + number;
  }
}
