package org.tidemark.publish;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.TableSchema;

/**
 * Writes a published table as its twins {@code tables/<name>.csv} and {@code
 * tables/<name>.parquet}, in one pass over the sorted rows. The same rows give the same bytes,
 * however they came.
 */
public final class TableWriter {
  private final FileSystem files;
  private final Path runFolder;

  private TableWriter(FileSystem files, Path runFolder) {
    this.files = requireNonNull(files, "files");
    this.runFolder = requireNonNull(runFolder, "runFolder");
  }

  /**
   * A writer into a run's folder.
   *
   * @param files a file system that leaves nothing beside the files (not the checksumming one)
   * @param runFolder the folder that {@code tables/} lies in
   */
  public static TableWriter into(FileSystem files, Path runFolder) {
    return new TableWriter(files, runFolder);
  }

  /**
   * Writes both twins.
   *
   * @param partitions into how many parts the rows are sorted: 1 is fastest and serves some
   *     millions of rows; more bound the driver's memory, and compute the rows twice (once to find
   *     where the parts begin)
   * @return the CSV file, then the Parquet file
   * @throws IOException if a file cannot be written
   * @throws IllegalStateException if the rows are not what the schema says, a defect of ours
   */
  public List<PublishedFile> write(TableSchema schema, Dataset<Row> rows, int partitions)
      throws IOException {
    return write(schema, TableOrder.stream(schema, rows, partitions));
  }

  /** Writes rows that are already in order, their columns in the order of the schema. */
  List<PublishedFile> write(TableSchema schema, Iterator<Row> sorted) throws IOException {
    HashedOutput csvOut = create("tables/" + schema.name() + ".csv");
    HashedOutput parquetOut = create("tables/" + schema.name() + ".parquet");
    long rows;
    try (csvOut;
        parquetOut;
        CsvTwin csv = CsvTwin.open(csvOut, schema);
        ParquetTwin parquet = ParquetTwin.open(parquetOut, schema)) {
      rows = copy(schema, sorted, csv, parquet);
    }
    OptionalLong count = OptionalLong.of(rows);
    return List.of(csvOut.file(count), parquetOut.file(count));
  }

  private static long copy(TableSchema schema, Iterator<Row> sorted, CsvTwin csv, ParquetTwin twin)
      throws IOException {
    TableCells reader = TableCells.of(schema);
    int[] key = key(schema);
    Object[] before = null;
    long rows = 0;
    while (sorted.hasNext()) {
      rows++;
      Object[] cells = reader.of(sorted.next(), rows);
      if (before != null && key.length > 0 && sameKey(key, before, cells)) {
        throw new IllegalStateException(
            "published table " + schema.name() + ": row " + rows + " repeats the key before it");
      }
      csv.write(cells);
      twin.write(cells);
      before = cells;
    }
    return rows;
  }

  private static int[] key(TableSchema schema) {
    List<String> names = schema.fields().stream().map(f -> f.name()).toList();
    return schema.primaryKey().stream().mapToInt(names::indexOf).toArray();
  }

  private static boolean sameKey(int[] key, Object[] one, Object[] other) {
    return Arrays.stream(key).allMatch(i -> Objects.equals(one[i], other[i]));
  }

  private HashedOutput create(String path) throws IOException {
    return HashedOutput.over(path, files.create(new Path(runFolder, path), true));
  }
}
