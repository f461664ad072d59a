package org.tidemark.disclose;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tidemark.disclose.Spans.Span;

/** Reads a period as months since the year 0. */
final class PeriodSpan {
  private static final int YEAR = 12;
  private static final int QUARTER = 3;
  private static final Span EVER = new Span(0, 10_000 * YEAR);
  private static final Pattern PERIOD =
      Pattern.compile("(\\d{4})(?:-(\\d{4})|Q([1-4])|-?(0[1-9]|1[0-2]))?");

  private PeriodSpan() {}

  /** The years of two columns as one period. */
  static String name(String period) {
    int gap = period.indexOf(' ');
    if (gap < 0) {
      return period;
    }
    String from = period.substring(0, gap);
    String to = period.substring(gap + 1);
    return from.equals(to) ? from : from + "-" + to;
  }

  static Optional<Span> of(String period) {
    if (period.equals("all") || period.isEmpty()) {
      return Optional.of(EVER);
    }
    Matcher found = PERIOD.matcher(period);
    return found.matches() ? Optional.of(span(found)) : Optional.empty();
  }

  private static Span span(Matcher found) {
    int january = Integer.parseInt(found.group(1)) * YEAR;
    if (found.group(2) != null) {
      return new Span(january, (Integer.parseInt(found.group(2)) + 1) * YEAR);
    }
    if (found.group(3) != null) {
      int from = january + (Integer.parseInt(found.group(3)) - 1) * QUARTER;
      return new Span(from, from + QUARTER);
    }
    if (found.group(4) != null) {
      int from = january + Integer.parseInt(found.group(4)) - 1;
      return new Span(from, from + 1);
    }
    return new Span(january, january + YEAR);
  }
}
