package org.tidemark.jobs.generate;

import java.time.LocalDate;

/** Calendar days as numbers: their ISO 8601 text, made once, and completed years between them. */
final class Days {
  private static final int FIRST = (int) LocalDate.of(1900, 1, 1).toEpochDay();
  private static final int LAST = (int) LocalDate.of(2024, 1, 1).toEpochDay();

  private final String[] texts = new String[LAST - FIRST + 1];
  private final int[] dates = new int[LAST - FIRST + 1];

  /** The days from 1900 to the start of 2024. */
  static Days create() {
    Days days = new Days();
    for (int day = FIRST; day <= LAST; day++) {
      LocalDate date = LocalDate.ofEpochDay(day);
      days.texts[day - FIRST] = date.toString();
      days.dates[day - FIRST] =
          date.getYear() * 10_000 + date.getMonthValue() * 100 + date.getDayOfMonth();
    }
    return days;
  }

  private Days() {}

  /** ISO 8601 text of an epoch day. */
  String text(int day) {
    return texts[day - FIRST];
  }

  /** Calendar year of an epoch day. */
  int year(int day) {
    return dates[day - FIRST] / 10_000;
  }

  /** Completed years from one epoch day to another. */
  int yearsBetween(int from, int to) {
    return (dates[to - FIRST] - dates[from - FIRST]) / 10_000;
  }
}
