package org.tidemark.ingest;

import java.io.Serializable;

/**
 * Bounds on what a submitted file may ask of the machine, and the grain of reading.
 *
 * @param recordBytes a longer record is refused
 * @param recordLines lines that a quoted cell may span where the mapping allows line breaks; a
 *     quote still open after them refuses the line that opened it
 * @param columns a wider file is refused
 * @param inflationRatio inflated bytes allowed for each compressed byte
 * @param inflationFloor inflated bytes below which the ratio is not looked at
 * @param inflatedBytes inflated bytes allowed in any one file
 * @param sheetBytes bytes allowed in a spreadsheet, which is held in memory
 * @param blockBytes bytes that are cut and decoded at once
 * @param sliceBytes distance between the places where a task may start to read
 * @param taskBytes bytes that one task reads at most, when it is not one slice alone
 */
public record IngestLimits(
    int recordBytes,
    int recordLines,
    int columns,
    int inflationRatio,
    long inflationFloor,
    long inflatedBytes,
    long sheetBytes,
    int blockBytes,
    long sliceBytes,
    long taskBytes)
    implements Serializable {
  private static final int KB = 1 << 10;
  private static final int MB = 1 << 20;

  /** The limits that the documentation states. */
  public static final IngestLimits STANDARD =
      new IngestLimits(
          MB, 50, 2_000, 100, 16L * MB, 64L * KB * MB, 64L * MB, 256 * KB, 4L * MB, 32L * MB);

  /** Checks that every bound is positive. */
  public IngestLimits {
    if (recordBytes < 1 || recordLines < 1 || columns < 1 || blockBytes < 1) {
      throw new IllegalArgumentException("a limit of ingest must be positive");
    }
    if (inflationRatio < 1 || inflatedBytes < 1 || sliceBytes < 1 || taskBytes < 1) {
      throw new IllegalArgumentException("a limit of ingest must be positive");
    }
  }

  /** The same limits with another grain of reading. */
  public IngestLimits withGrain(int block, long slice, long task) {
    return new IngestLimits(
        recordBytes,
        recordLines,
        columns,
        inflationRatio,
        inflationFloor,
        inflatedBytes,
        sheetBytes,
        block,
        slice,
        task);
  }
}
