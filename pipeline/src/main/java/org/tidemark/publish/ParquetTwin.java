package org.tidemark.publish;

import static org.apache.parquet.schema.LogicalTypeAnnotation.stringType;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BINARY;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.BOOLEAN;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.DOUBLE;
import static org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName.INT64;

import java.io.Closeable;
import java.io.IOException;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.TableSchema;

/**
 * A table as one Parquet file: text as UTF-8, whole numbers as int64, numbers as double; zstd. The
 * settings are fixed here and taken from no configuration, so that rows alone decide the bytes.
 */
final class ParquetTwin implements Closeable {
  private static final long ROW_GROUP_BYTES = 16L << 20;

  private final StableParquetOutput out;
  private final ParquetWriter<Object[]> writer;

  private ParquetTwin(StableParquetOutput out, ParquetWriter<Object[]> writer) {
    this.out = out;
    this.writer = writer;
  }

  static ParquetTwin open(HashedOutput file, TableSchema schema) throws IOException {
    StableParquetOutput out = StableParquetOutput.over(file);
    return new ParquetTwin(
        out,
        new Builder(out, columns(schema))
            .withConf(new Configuration(false))
            .withCompressionCodec(CompressionCodecName.ZSTD)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .withPageWriteChecksumEnabled(true)
            .build());
  }

  void write(Object[] cells) throws IOException {
    writer.write(cells);
  }

  @Override
  public void close() throws IOException {
    out.hold();
    writer.close();
  }

  private static MessageType columns(TableSchema schema) {
    return new MessageType(
        schema.name(), schema.fields().stream().map(ParquetTwin::column).toList());
  }

  private static Type column(Field field) {
    Repetition repetition = field.required() ? Repetition.REQUIRED : Repetition.OPTIONAL;
    return switch (field.type()) {
      case INTEGER -> Types.primitive(INT64, repetition).named(field.name());
      case NUMBER -> Types.primitive(DOUBLE, repetition).named(field.name());
      case BOOLEAN -> Types.primitive(BOOLEAN, repetition).named(field.name());
      case STRING, DATE, DATETIME, LIST ->
          Types.primitive(BINARY, repetition).as(stringType()).named(field.name());
    };
  }

  private static final class Builder extends ParquetWriter.Builder<Object[], Builder> {
    private final MessageType columns;

    private Builder(StableParquetOutput out, MessageType columns) {
      super(new Opened(out));
      this.columns = columns;
    }

    @Override
    protected Builder self() {
      return this;
    }

    @Override
    protected WriteSupport<Object[]> getWriteSupport(Configuration conf) {
      return new CellSupport(columns);
    }
  }

  /** The one file to write, already created. */
  private record Opened(StableParquetOutput out) implements OutputFile {
    @Override
    public PositionOutputStream create(long blockSizeHint) {
      return out;
    }

    @Override
    public PositionOutputStream createOrOverwrite(long blockSizeHint) {
      return out;
    }

    @Override
    public boolean supportsBlockSize() {
      return false;
    }

    @Override
    public long defaultBlockSize() {
      return 0;
    }
  }
}
