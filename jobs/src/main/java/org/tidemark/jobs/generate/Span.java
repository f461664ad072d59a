package org.tidemark.jobs.generate;

import java.time.LocalDate;

/** The time that a report speaks of: a quarter (2021Q1) or a calendar year (2021). */
record Span(String label, LocalDate start, LocalDate end) {

  static Span of(Quarter quarter) {
    return new Span(quarter.label(), quarter.start(), quarter.end());
  }

  static Span of(int year) {
    return new Span(Integer.toString(year), LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
  }

  /** The quarter that it ends with. */
  Quarter last() {
    return Quarter.of(end);
  }

  int year() {
    return end.getYear();
  }
}
