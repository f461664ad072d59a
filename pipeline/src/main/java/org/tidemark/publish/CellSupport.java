package org.tidemark.publish;

import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.MessageType;

/** Hands canonical cells to Parquet's writer; an absent cell is left out. */
final class CellSupport extends WriteSupport<Object[]> {
  private final MessageType columns;
  private final AtomicReference<RecordConsumer> consumer;

  CellSupport(MessageType columns) {
    this.columns = columns;
    this.consumer = new AtomicReference<>();
  }

  @Override
  public String getName() {
    return "tidemark";
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
  public void write(Object[] cells) {
    RecordConsumer record = consumer.get();
    record.startMessage();
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != null) {
        String name = columns.getFieldName(i);
        record.startField(name, i);
        add(record, cells[i]);
        record.endField(name, i);
      }
    }
    record.endMessage();
  }

  private static void add(RecordConsumer record, Object cell) {
    if (cell instanceof String text) {
      record.addBinary(Binary.fromString(text));
    } else if (cell instanceof CanonicalNumber number) {
      record.addDouble(number.value());
    } else if (cell instanceof Long whole) {
      record.addLong(whole);
    } else {
      record.addBoolean((Boolean) cell);
    }
  }
}
