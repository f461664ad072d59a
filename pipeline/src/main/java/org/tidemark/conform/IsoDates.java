package org.tidemark.conform;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The ISO 8601 forms of the shared schema. */
final class IsoDates {
  static final DatePattern YEAR = DatePattern.of("yyyy");
  static final DatePattern MONTH = DatePattern.of("yyyy-MM");
  static final DatePattern DAY = DatePattern.of("yyyy-MM-dd");
  private static final DateTimeFormatter STORED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private IsoDates() {}

  /** A local date and time; a bare date is its midnight. */
  static Object dateTime(String text) {
    if (text.length() == 10) {
      String day = DAY.read(text);
      return day == null || day.length() != 10 ? CellType.NOT_OF_TYPE : day + "T00:00:00";
    }
    try {
      return STORED.format(LocalDateTime.parse(text.replace(' ', 'T').replaceFirst("Z$", "")));
    } catch (DateTimeParseException notADateTime) {
      return CellType.NOT_OF_TYPE;
    }
  }
}
