package org.tidemark.ingest;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A slice and the file it is of.
 *
 * @param file the file, without its other slices
 */
record Piece(SurveyedFile file, Slice slice) implements Serializable {
  /**
   * Packs the slices of many files into tasks, in order. Where a task begins and ends changes
   * neither the records nor their numbers.
   *
   * @param parallel how many tasks run at once
   */
  static List<List<Piece>> pack(List<SurveyedFile> files, IngestLimits limits, int parallel) {
    List<Piece> pieces = new ArrayList<>();
    for (SurveyedFile file : files) {
      SurveyedFile bare = file.withSlices(List.of());
      file.slices().forEach(s -> pieces.add(new Piece(bare, s)));
    }
    long total = pieces.stream().mapToLong(Piece::weight).sum();
    long share = Math.max(1, total / (2L * parallel));
    long most = Math.min(limits.taskBytes(), Math.max(share, limits.sliceBytes()));
    List<List<Piece>> tasks = new ArrayList<>();
    long load = 0;
    for (Piece piece : pieces) {
      if (tasks.isEmpty() || load + piece.weight() > most) {
        tasks.add(new ArrayList<>());
        load = 0;
      }
      tasks.get(tasks.size() - 1).add(piece);
      load += piece.weight();
    }
    return tasks;
  }

  /** Bytes to read, and what it costs to open a file, in bytes. */
  private long weight() {
    return slice.end() - slice.start() + (1 << 16);
  }
}
