package org.tidemark.ingest;

import java.util.List;

/**
 * What the survey of one file found.
 *
 * @param alignment where its columns are
 * @param records how many records it holds
 * @param slices where they are
 */
record Outline(Alignment alignment, long records, List<Slice> slices) {
  Outline {
    slices = List.copyOf(slices);
  }
}
