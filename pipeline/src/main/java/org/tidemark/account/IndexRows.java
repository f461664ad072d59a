package org.tidemark.account;

import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StringType;
import org.apache.spark.unsafe.types.UTF8String;

/** Makes the rows of the {@link Index} of one table. */
final class IndexRows {
  private final StagedShape shape;
  private final UTF8String table;
  private final DataType[] types;
  private final int high;
  private final int low;
  private final int source;
  private final int file;
  private final int record;
  private final int[] ranked;
  private final ValueHash hash = new ValueHash();

  private IndexRows(StagedShape shape) {
    this.shape = shape;
    this.table = UTF8String.fromString(shape.table());
    this.types =
        shape.key().stream().map(i -> shape.row().apply(i).dataType()).toArray(DataType[]::new);
    this.high = shape.at(StagedColumns.HASH_HIGH);
    this.low = shape.at(StagedColumns.HASH_LOW);
    this.source = shape.at(StagedColumns.SOURCE);
    this.file = shape.at(StagedColumns.FILE);
    this.record = shape.at(StagedColumns.RECORD);
    this.ranked =
        shape.precedence().rules().stream().mapToInt(rule -> shape.find(rule.field())).toArray();
  }

  static IndexRows of(StagedShape shape) {
    return new IndexRows(shape);
  }

  /** The row of the index, or null for a row without a name. */
  InternalRow of(InternalRow row) {
    if (types.length == 0) {
      return null;
    }
    for (int at : shape.naming()) {
      if (row.isNullAt(at)) {
        return null;
      }
    }
    hash.begin();
    for (int i = 0; i < types.length; i++) {
      int at = shape.key().get(i);
      hash.add(row.isNullAt(at) ? null : value(row, at, types[i]));
    }
    long[] key = hash.end();
    int submission = shape.submission();
    return new GenericInternalRow(
        new Object[] {
          table,
          key[0],
          key[1],
          ranked.length == 0 ? 0L : shape.precedence().rank(i -> text(row, ranked[i])),
          text(row, submission),
          row.getLong(high),
          row.getLong(low),
          row.getUTF8String(source),
          row.getUTF8String(file),
          row.getLong(record)
        });
  }

  private static UTF8String text(InternalRow row, int at) {
    return at < 0 || row.isNullAt(at) ? null : row.getUTF8String(at);
  }

  private static Object value(InternalRow row, int at, DataType type) {
    return type instanceof StringType ? row.getUTF8String(at) : row.get(at, type);
  }
}
