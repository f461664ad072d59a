package org.tidemark.conform;

import java.util.regex.Pattern;

/**
 * Reads of a registration number, four digits of a year and four of a series, the year alone: the
 * number would name a patient, and nothing is to be stored, or hashed, that it can be tried
 * against. Any other form is unknown.
 *
 * @param number the column that holds it
 */
record YearOfNumber(Cell number) implements FieldReading {
  private static final long serialVersionUID = 1L;
  private static final Pattern FORM = Pattern.compile("(19[5-9]|20[0-9])[0-9]{5}");
  private static final int YEAR = 4;

  @Override
  public FieldReader reader() {
    return new Reader(number);
  }

  /** The year of a number; null where it is in no such form. */
  static String year(String number) {
    return number != null && FORM.matcher(number.strip()).matches()
        ? number.strip().substring(0, YEAR)
        : null;
  }

  private static final class Reader extends FieldReader {
    private final Cell number;

    Reader(Cell number) {
      this.number = number;
    }

    @Override
    Value read(String[] cells) {
      return value(year(number.text(cells)));
    }
  }
}
