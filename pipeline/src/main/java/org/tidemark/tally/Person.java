package org.tidemark.tally;

import org.apache.spark.sql.Row;
import org.tidemark.derive.Cases;

/**
 * One person of {@link FollowUpStrata}.
 *
 * @param key the finest stratum
 * @param place residence, by area and deprivation
 * @param excluded why the person does not enter, empty where it does
 * @param flags labels of {@link org.tidemark.derive.SurvivalExclusion} that some analyses ask for
 *     and that hold, a blank before and after each
 * @param followed the follow-up of one who enters
 */
record Person(String key, Place place, String excluded, String flags, Followed followed) {

  static Person of(Row row) {
    return new Person(
        row.getString(0),
        new Place(row.getString(1), row.getString(13)),
        row.isNullAt(8) ? "" : row.getString(8),
        row.isNullAt(12) ? "" : row.getString(12),
        new Followed(
            whole(row, 2),
            whole(row, 3),
            row.isNullAt(4) ? middle(whole(row, 7)) : row.getInt(4),
            whole(row, 5),
            flag(row, 6),
            whole(row, 7),
            whole(row, 9),
            flag(row, 10),
            row.isNullAt(11) ? Followed.UNKNOWN_DAY : row.getInt(11)));
  }

  /** The middle of a year: of a person who does not enter the day may be unknown. */
  private static int middle(int year) {
    return (int) ((year - 1970 + 0.5) * Cases.YEAR_DAYS);
  }

  private static int whole(Row row, int column) {
    return row.isNullAt(column) ? 0 : row.getInt(column);
  }

  private static boolean flag(Row row, int column) {
    return !row.isNullAt(column) && row.getBoolean(column);
  }
}
