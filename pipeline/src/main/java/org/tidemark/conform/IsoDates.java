package org.tidemark.conform;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import org.tidemark.catalogue.DateForm;
import org.tidemark.model.PartialDate;
import org.tidemark.model.SolarCalendar;

/** The ISO 8601 forms of the shared schema. */
final class IsoDates {
  /** Dates of the precision that is known. */
  static final CellType READER = DateReader.of(DateForm.iso(SolarCalendar.GREGORIAN));

  private static final DateTimeFormatter STORED =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

  private IsoDates() {}

  /** A local date and time; a bare date is its midnight. */
  static Object dateTime(String text) {
    if (text.length() == 10) {
      Object day = READER.read(text);
      return day instanceof String iso && PartialDate.exact(iso)
          ? iso + "T00:00:00"
          : CellType.NOT_OF_TYPE;
    }
    try {
      return STORED.format(LocalDateTime.parse(text.replace(' ', 'T').replaceFirst("Z$", "")));
    } catch (DateTimeParseException notADateTime) {
      return CellType.NOT_OF_TYPE;
    }
  }
}
