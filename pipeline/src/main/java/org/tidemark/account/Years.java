package org.tidemark.account;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.unsafe.types.UTF8String;

/** Counts the years of one date of the rows of one source. */
final class Years {
  private static final int DIGITS = 4;
  private static final int YEARS = 10_000;

  private final int at;
  private final boolean text;
  private final long[] records = new long[YEARS];
  private final long[] yearOnly = new long[YEARS];

  private Years(int at, boolean text) {
    this.at = at;
    this.text = text;
  }

  static Years of(StagedShape shape) {
    int at = shape.date();
    return new Years(at, at >= 0 && shape.row().apply(at).dataType() instanceof StringType);
  }

  /** Counts a row; one without a year counts nowhere. */
  void add(InternalRow row) {
    if (at < 0 || row.isNullAt(at)) {
      return;
    }
    if (text) {
      UTF8String date = row.getUTF8String(at);
      int year = year(date);
      if (year >= 0) {
        records[year]++;
        yearOnly[year] += date.numBytes() == DIGITS ? 1 : 0;
      }
    } else {
      int year = row.getInt(at);
      if (year >= 0 && year < YEARS) {
        records[year]++;
        yearOnly[year]++;
      }
    }
  }

  /** What was counted, by year. */
  List<YearCount> counts(String source, String field) {
    List<YearCount> counts = new ArrayList<>();
    for (int year = 0; year < YEARS; year++) {
      if (records[year] > 0) {
        counts.add(new YearCount(source, field, year, records[year], yearOnly[year]));
      }
    }
    return counts;
  }

  /** The number that a date begins with; -1 where it begins with none. */
  private static int year(UTF8String date) {
    if (date.numBytes() < DIGITS) {
      return -1;
    }
    int year = 0;
    for (int i = 0; i < DIGITS; i++) {
      int digit = date.getByte(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      year = 10 * year + digit;
    }
    return year;
  }
}
