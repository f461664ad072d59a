package org.tidemark.conform;

import org.apache.spark.unsafe.types.UTF8String;
import org.tidemark.account.ValueHash;

/** Reads one stored value a record. It remembers, and is not for several threads. */
abstract class FieldReader {
  /** How many values it remembers: a power of two. */
  static final int SLOTS = 1 << 9;

  private final ValueHash hash = new ValueHash();

  /**
   * A value as it is stored.
   *
   * @param stored in Spark's internal form; null for unknown
   * @param high first half of its hash
   * @param low second half
   */
  record Value(Object stored, long high, long low) {}

  /** The value of a record's cells. */
  abstract Value read(String[] cells);

  /** Whether what could not be read was a date of a thirteenth month. */
  boolean thirteenthMonth(String[] cells) {
    return false;
  }

  /** Where a text of that hash code is remembered. */
  static int slot(int code) {
    return (code ^ code >>> 9 ^ code >>> 18) & (SLOTS - 1);
  }

  /** What was read, as it is stored. */
  final Value value(Object read) {
    Object stored = read instanceof String text ? UTF8String.fromString(text) : read;
    long[] halves = hash.begin().add(stored).end();
    return new Value(stored, halves[0], halves[1]);
  }
}
