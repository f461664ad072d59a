package org.tidemark.tally;

import java.util.HashMap;
import java.util.Map;
import org.apache.spark.sql.catalyst.InternalRow;
import org.tidemark.derive.Cases;

/**
 * Reads the persons of {@link FollowUpStrata} from rows as Spark holds them. Their few distinct
 * texts are decoded once, and a place is one object to all who live there.
 */
final class PersonRows {
  private static final int KEY = 0;
  private static final int AREA = 1;
  private static final int EXCLUDED = 8;
  private static final int FLAGS = 12;
  private static final int DEPRIVATION = 13;

  private final Codes texts = Codes.none();
  private final Map<Long, Place> places = new HashMap<>();

  private PersonRows() {}

  /** A reader that has met no text yet. */
  static PersonRows reader() {
    return new PersonRows();
  }

  /** The person of a row. */
  Person person(InternalRow row) {
    return new Person(
        text(row, KEY), place(row), text(row, EXCLUDED), text(row, FLAGS), followed(row));
  }

  private static Followed followed(InternalRow row) {
    return new Followed(
        whole(row, 2),
        whole(row, 3),
        row.isNullAt(4) ? middle(whole(row, 7)) : row.getInt(4),
        whole(row, 5),
        flag(row, 6),
        whole(row, 7),
        whole(row, 9),
        flag(row, 10),
        row.isNullAt(11) ? Followed.UNKNOWN_DAY : row.getInt(11));
  }

  private String text(InternalRow row, int column) {
    int number = number(row, column);
    return number == 0 ? "" : texts.string(number);
  }

  private Place place(InternalRow row) {
    int area = number(row, AREA);
    int deprivation = number(row, DEPRIVATION);
    return places.computeIfAbsent(
        (long) area << Integer.SIZE | deprivation,
        numbers -> new Place(text(row, AREA), text(row, DEPRIVATION)));
  }

  private int number(InternalRow row, int column) {
    return row.isNullAt(column) ? 0 : texts.of(row.getUTF8String(column));
  }

  /** The middle of a year: of a person who does not enter the day may be unknown. */
  private static int middle(int year) {
    return (int) ((year - 1970 + 0.5) * Cases.YEAR_DAYS);
  }

  private static int whole(InternalRow row, int column) {
    return row.isNullAt(column) ? 0 : row.getInt(column);
  }

  private static boolean flag(InternalRow row, int column) {
    return !row.isNullAt(column) && row.getBoolean(column);
  }
}
