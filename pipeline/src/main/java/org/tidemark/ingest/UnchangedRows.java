package org.tidemark.ingest;

import java.io.IOException;
import java.util.Iterator;
import java.util.function.Function;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.Row;
import org.apache.spark.util.SerializableConfiguration;

/** The rows of a Parquet file as records; at their end the file must be the one surveyed. */
final class UnchangedRows implements Iterator<RawRecord> {
  private final Iterator<Row> rows;
  private final Function<Row, RawRecord> record;
  private final SurveyedFile file;
  private final Configuration conf;

  private UnchangedRows(
      Iterator<Row> rows, Function<Row, RawRecord> record, SurveyedFile file, Configuration conf) {
    this.rows = rows;
    this.record = record;
    this.file = file;
    this.conf = conf;
  }

  static Iterator<RawRecord> of(
      Iterator<Row> rows,
      Function<Row, RawRecord> record,
      SurveyedFile file,
      SerializableConfiguration conf) {
    return new UnchangedRows(rows, record, file, conf.value());
  }

  @Override
  public boolean hasNext() {
    try {
      boolean more = rows.hasNext();
      if (!more) {
        requireUnchanged();
      }
      return more;
    } catch (RuntimeException e) {
      // Spark's own exception would hide that the file is another one.
      requireUnchanged();
      throw e;
    }
  }

  @Override
  public RawRecord next() {
    return record.apply(rows.next());
  }

  private void requireUnchanged() {
    try {
      FileFinder.requireUnchanged(file, conf);
    } catch (IOException e) {
      throw OpenPiece.refusal(file, e);
    }
  }
}
