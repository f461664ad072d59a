package org.tidemark.ingest;

import java.util.Arrays;

/**
 * A piece of a delimited file and the records that were cut from it. Blank lines are no records.
 * The bytes are not written again once the block is made.
 */
final class CsvBlock {
  private static final int FIRST_CAPACITY = 256;

  private final byte[] bytes;
  private final long offset;
  private final boolean skipsFirst;
  private int count;
  private int[] starts = new int[FIRST_CAPACITY];
  private int[] ends = new int[FIRST_CAPACITY];
  private IngestRule[] faults = new IngestRule[FIRST_CAPACITY];
  private int consumed;
  private boolean skipsOn;

  CsvBlock(byte[] bytes, long offset, boolean skipsFirst) {
    this.bytes = bytes;
    this.offset = offset;
    this.skipsFirst = skipsFirst;
  }

  void add(int start, int end, IngestRule fault) {
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, count * 2);
      ends = Arrays.copyOf(ends, count * 2);
      faults = Arrays.copyOf(faults, count * 2);
    }
    starts[count] = start;
    ends[count] = end;
    faults[count++] = fault;
  }

  /** Says how many bytes are done with, and whether the rest of an over-long line follows. */
  CsvBlock upTo(int position, boolean skipping) {
    consumed = position;
    skipsOn = skipping;
    return this;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where in the file the block begins. */
  long offset() {
    return offset;
  }

  /** Whether the block begins inside an over-long line, so that no reading can begin there. */
  boolean skipsFirst() {
    return skipsFirst;
  }

  boolean skipsOn() {
    return skipsOn;
  }

  /** Bytes from the block's begin to the first record of the next block. */
  int consumed() {
    return consumed;
  }

  int count() {
    return count;
  }

  int start(int record) {
    return starts[record];
  }

  /** The byte after the record, without its line end. */
  int end(int record) {
    return ends[record];
  }

  /** What cutting found wrong with the record, or null. */
  IngestRule fault(int record) {
    return faults[record];
  }
}
