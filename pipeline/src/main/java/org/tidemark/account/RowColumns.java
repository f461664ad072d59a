package org.tidemark.account;

import java.util.Arrays;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.io.api.Binary;
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

/**
 * The columns of rows in Spark's internal form as Parquet has them, of the few types of tables. A
 * cell goes straight into its column: Parquet's own record writer keeps account of each field that
 * a record leaves out, which flat rows need not.
 */
final class RowColumns {
  /** No field is repeated. */
  private static final int ONCE = 0;

  private final MessageType type;
  private final Cell[] cells;
  private final int[] present;

  private RowColumns(MessageType type, Cell[] cells, int[] present) {
    this.type = type;
    this.cells = cells;
    this.present = present;
  }

  /** The first columns of rows. */
  static RowColumns of(StructType type) {
    StructField[] fields = type.fields();
    return new RowColumns(
        new MessageType("row", Arrays.stream(fields).map(RowColumns::column).toList()),
        Arrays.stream(fields).map(f -> cell(f.dataType())).toArray(Cell[]::new),
        Arrays.stream(fields).mapToInt(f -> f.nullable() ? 1 : 0).toArray());
  }

  /** What Parquet calls them. */
  MessageType type() {
    return type;
  }

  /** The writers of a store's columns, in their order. */
  ColumnWriter[] writers(ColumnWriteStore store) {
    return type.getColumns().stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
  }

  /** Writes the first cells of a row, each into its column. */
  void write(InternalRow row, ColumnWriter[] out) {
    for (int i = 0; i < cells.length; i++) {
      if (row.isNullAt(i)) {
        out[i].writeNull(ONCE, 0);
      } else {
        cells[i].write(out[i], row, i, present[i]);
      }
    }
  }

  /** Writes the value of one column. */
  private interface Cell {
    void write(ColumnWriter out, InternalRow row, int at, int present);
  }

  private static Cell cell(DataType type) {
    if (type instanceof StringType) {
      return (out, row, at, present) -> out.write(text(row, at), ONCE, present);
    } else if (type instanceof IntegerType) {
      return (out, row, at, present) -> out.write(row.getInt(at), ONCE, present);
    } else if (type instanceof LongType) {
      return (out, row, at, present) -> out.write(row.getLong(at), ONCE, present);
    } else if (type instanceof DoubleType) {
      return (out, row, at, present) -> out.write(row.getDouble(at), ONCE, present);
    } else if (type instanceof BooleanType) {
      return (out, row, at, present) -> out.write(row.getBoolean(at), ONCE, present);
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
