package org.tidemark.account;

import java.io.Closeable;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.hadoop.CodecFactory;
import org.apache.parquet.hadoop.ColumnChunkPageWriteStore;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Writes rows in Spark's internal form into a Parquet file, a group of rows at a time: the columns
 * of a group are held, compressed page by page, until the group is large enough.
 */
final class RowGroups implements Closeable {
  private static final String LEVEL = "parquet.compression.codec.zstd.level";

  /** How many rows pass between two looks at how large the group is. */
  private static final int ROWS_BETWEEN_LOOKS = 10_000;

  private final RowColumns columns;
  private final ParquetProperties properties;
  private final CodecFactory codecs;
  private final ParquetFileWriter file;
  private final long groupBytes;
  private Group group;

  /** Rows that are held. */
  private static final class Group {
    private final ColumnChunkPageWriteStore pages;
    private final ColumnWriteStore store;
    private final ColumnWriter[] writers;
    private long rows;

    Group(RowColumns columns, ParquetProperties properties, CodecFactory codecs) {
      this.pages =
          new ColumnChunkPageWriteStore(
              codecs.getCompressor(CompressionCodecName.ZSTD),
              columns.type(),
              properties.getAllocator(),
              properties.getColumnIndexTruncateLength(),
              properties.getPageWriteChecksumEnabled());
      this.store = properties.newColumnWriteStore(columns.type(), pages);
      this.writers = columns.writers(store);
    }

    boolean full(long bytes) {
      return rows % ROWS_BETWEEN_LOOKS == 0 && store.getBufferedSize() >= bytes;
    }

    void end(ParquetFileWriter file) throws IOException {
      file.startBlock(rows);
      store.flush();
      pages.flushToFileWriter(file);
      file.endBlock();
    }

    void release() {
      store.close();
      pages.close();
    }
  }

  private RowGroups(
      RowColumns columns,
      ParquetProperties properties,
      CodecFactory codecs,
      ParquetFileWriter file,
      long groupBytes) {
    this.columns = columns;
    this.properties = properties;
    this.codecs = codecs;
    this.file = file;
    this.groupBytes = groupBytes;
    this.group = new Group(columns, properties, codecs);
  }

  /**
   * Begins a file.
   *
   * @param varied columns whose values hardly repeat, which a dictionary would only slow down
   * @param groupBytes how large a group may become
   */
  static RowGroups to(
      Path place, StructType type, Set<String> varied, long groupBytes, Configuration conf)
      throws IOException {
    RowColumns columns = RowColumns.of(type);
    ParquetProperties properties = properties(type, varied);
    Configuration fast = new Configuration(conf);
    fast.setInt(LEVEL, 1);
    ParquetFileWriter file =
        new ParquetFileWriter(
            HadoopOutputFile.fromPath(place, conf),
            columns.type(),
            ParquetFileWriter.Mode.CREATE,
            groupBytes,
            ParquetWriter.MAX_PADDING_SIZE_DEFAULT);
    file.start();
    CodecFactory codecs = new CodecFactory(fast, properties.getPageSizeThreshold());
    return new RowGroups(columns, properties, codecs, file, groupBytes);
  }

  /** Adds a row, of which the first columns are written. */
  void add(InternalRow row) throws IOException {
    columns.write(row, group.writers);
    group.store.endRecord();
    group.rows++;
    if (group.full(groupBytes)) {
      endGroup();
      group = new Group(columns, properties, codecs);
    }
  }

  /** Writes what is held, and the file's end. */
  void finish() throws IOException {
    if (group.rows > 0) {
      group.end(file);
    }
    file.end(Map.of());
  }

  /** Lets go of the file, whole or not. */
  @Override
  public void close() throws IOException {
    group.release();
    codecs.release();
    file.close();
  }

  private void endGroup() throws IOException {
    group.end(file);
    group.release();
  }

  private static ParquetProperties properties(StructType type, Set<String> varied) {
    // Every reader reads all rows: bounds of pages help nobody.
    ParquetProperties.Builder properties =
        ParquetProperties.builder().withStatisticsEnabled(false).withSizeStatisticsEnabled(false);
    for (StructField column : type.fields()) {
      if (column.dataType() instanceof LongType || varied.contains(column.name())) {
        properties.withDictionaryEncoding(column.name(), false);
      }
    }
    return properties.build();
  }
}
