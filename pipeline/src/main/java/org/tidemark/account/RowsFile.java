package org.tidemark.account;

import java.io.Closeable;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructType;

/**
 * A Parquet file of rows in Spark's internal form. It begins with the first row, and bears its name
 * only when it is whole: a task that fails leaves nothing that a reader would take for data, and
 * one that is tried again writes the same rows under the same name.
 */
final class RowsFile implements Closeable {
  private final Path place;
  private final Path unfinished;
  private final StructType columns;
  private final Set<String> varied;
  private final Configuration conf;
  private final AtomicReference<RowGroups> writer = new AtomicReference<>();

  private RowsFile(
      Path place, Path unfinished, StructType columns, Set<String> varied, Configuration conf) {
    this.place = place;
    this.unfinished = unfinished;
    this.columns = columns;
    this.varied = varied;
    this.conf = conf;
  }

  /**
   * A file that is not there yet.
   *
   * @param varied columns whose values hardly repeat, which a dictionary would only slow down
   * @param attempt tells tries of the same task from each other
   */
  static RowsFile at(
      Path place, StructType columns, Set<String> varied, long attempt, Configuration conf) {
    Path unfinished = new Path(place.getParent(), "." + place.getName() + "." + attempt);
    return new RowsFile(place, unfinished, columns, varied, conf);
  }

  /** Adds a row, of which the first columns are written. */
  void add(InternalRow row) throws IOException {
    RowGroups open = writer.get();
    if (open == null) {
      open = RowGroups.to(unfinished, columns, varied, ParquetWriter.DEFAULT_BLOCK_SIZE, conf);
      writer.set(open);
    }
    open.add(row);
  }

  /** Gives the file its name; without a row there is none. */
  void finish() throws IOException {
    RowGroups open = writer.getAndSet(null);
    if (open == null) {
      return;
    }
    try (open) {
      open.finish();
    }
    FileSystem files = place.getFileSystem(conf);
    if (!files.rename(unfinished, place)) {
      // Another try of this task was first, with the same rows.
      files.delete(unfinished, false);
      if (!files.exists(place)) {
        throw new IOException("a staged file could not be given its name");
      }
    }
  }

  /** Removes what was not finished. */
  @Override
  public void close() throws IOException {
    RowGroups open = writer.getAndSet(null);
    if (open != null) {
      try (open) {
        place.getFileSystem(conf).delete(unfinished, false);
      }
    }
  }
}
