package org.tidemark.account;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.UnsafeRow;
import org.apache.spark.sql.types.BooleanType;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DoubleType;
import org.apache.spark.sql.types.IntegerType;
import org.apache.spark.sql.types.LongType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.Platform;

/** Hands rows in Spark's internal form to Parquet's writer, in the few types that tables have. */
final class RowSupport extends WriteSupport<InternalRow> {
  private final MessageType columns;
  private final String[] names;
  private final Cell[] cells;
  private final AtomicReference<RecordConsumer> consumer = new AtomicReference<>();

  private RowSupport(MessageType columns, String[] names, Cell[] cells) {
    this.columns = columns;
    this.names = names;
    this.cells = cells;
  }

  /** Support for rows whose first columns are these. */
  static RowSupport of(StructType type) {
    StructField[] fields = type.fields();
    return new RowSupport(
        new MessageType("row", Arrays.stream(fields).map(RowSupport::column).toList()),
        type.fieldNames(),
        Arrays.stream(fields).map(f -> cell(f.dataType())).toArray(Cell[]::new));
  }

  @Override
  public String getName() {
    return "tidemark-staged";
  }

  @Override
  public WriteContext init(Configuration configuration) {
    return new WriteContext(columns, Map.of());
  }

  @Override
  public void prepareForWrite(RecordConsumer recordConsumer) {
    consumer.set(recordConsumer);
  }

  @Override
  public void write(InternalRow row) {
    RecordConsumer out = consumer.get();
    out.startMessage();
    for (int i = 0; i < cells.length; i++) {
      if (!row.isNullAt(i)) {
        out.startField(names[i], i);
        cells[i].write(out, row, i);
        out.endField(names[i], i);
      }
    }
    out.endMessage();
  }

  /** Writes the value of one column. */
  private interface Cell {
    void write(RecordConsumer out, InternalRow row, int at);
  }

  private static Cell cell(DataType type) {
    if (type instanceof StringType) {
      return (out, row, at) -> out.addBinary(text(row, at));
    } else if (type instanceof IntegerType) {
      return (out, row, at) -> out.addInteger(row.getInt(at));
    } else if (type instanceof LongType) {
      return (out, row, at) -> out.addLong(row.getLong(at));
    } else if (type instanceof DoubleType) {
      return (out, row, at) -> out.addDouble(row.getDouble(at));
    } else if (type instanceof BooleanType) {
      return (out, row, at) -> out.addBoolean(row.getBoolean(at));
    }
    throw new IllegalArgumentException("no table has a field of type " + type.simpleString());
  }

  /**
   * The bytes of a text, where they lie: in a row that Spark has written, at the offset and of the
   * length that the word at the column's place holds (see {@link UnsafeRow}).
   */
  private static Binary text(InternalRow row, int at) {
    if (row instanceof UnsafeRow written && written.getBaseObject() instanceof byte[] bytes) {
      long place = written.getLong(at);
      long start = written.getBaseOffset() - Platform.BYTE_ARRAY_OFFSET + (place >>> Integer.SIZE);
      return Binary.fromReusedByteArray(bytes, (int) start, (int) place);
    }
    return Binary.fromReusedByteArray(row.getUTF8String(at).getBytes());
  }

  private static Type column(StructField field) {
    Repetition repetition = field.nullable() ? Repetition.OPTIONAL : Repetition.REQUIRED;
    DataType type = field.dataType();
    return type instanceof StringType
        ? Types.primitive(PrimitiveTypeName.BINARY, repetition)
            .as(LogicalTypeAnnotation.stringType())
            .named(field.name())
        : Types.primitive(primitive(type), repetition).named(field.name());
  }

  private static PrimitiveTypeName primitive(DataType type) {
    if (type instanceof IntegerType) {
      return PrimitiveTypeName.INT32;
    } else if (type instanceof LongType) {
      return PrimitiveTypeName.INT64;
    } else if (type instanceof DoubleType) {
      return PrimitiveTypeName.DOUBLE;
    } else if (type instanceof BooleanType) {
      return PrimitiveTypeName.BOOLEAN;
    }
    throw new IllegalArgumentException("no table has a field of type " + type.simpleString());
  }
}
