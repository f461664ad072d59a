package org.tidemark.estimate;

import java.util.List;
import java.util.stream.Stream;

/** Calendar years as published, {@code 2019} or {@code 2015-2019}. */
final class PeriodOf {
  private PeriodOf() {}

  /** A period from one year to another. */
  static String years(String from, String to) {
    return from.equals(to) ? from : from + "-" + to;
  }

  /** The years from the first of some periods to the last. */
  static String all(List<String> periods) {
    List<String> years = periods.stream().flatMap(p -> Stream.of(p.split("-"))).sorted().toList();
    return years.isEmpty() ? "" : years(years.get(0), years.get(years.size() - 1));
  }
}
