package org.tidemark.account;

import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * The index of all accepted rows that have a name: enough to find those that were sent twice,
 * whatever the table, in one scan.
 */
public final class Index {
  /** First half of the hash of the row's key. */
  public static final String KEY_HIGH = "key_high";

  /** Second half of the hash of the row's key. */
  public static final String KEY_LOW = "key_low";

  /** The rank of the row among those of its key: the highest is believed. */
  public static final String RANK = "rank";

  /** The submission that the row came with; null where its table has none. */
  public static final String SUBMISSION = "submission_id";

  private Index() {}

  /** Its columns. */
  public static StructType columns() {
    return new StructType()
        .add(StagedColumns.TABLE, DataTypes.StringType, false)
        .add(KEY_HIGH, DataTypes.LongType, false)
        .add(KEY_LOW, DataTypes.LongType, false)
        .add(RANK, DataTypes.LongType, false)
        .add(SUBMISSION, DataTypes.StringType)
        .add(StagedColumns.HASH_HIGH, DataTypes.LongType, false)
        .add(StagedColumns.HASH_LOW, DataTypes.LongType, false)
        .add(StagedColumns.SOURCE, DataTypes.StringType, false)
        .add(StagedColumns.FILE, DataTypes.StringType, false)
        .add(StagedColumns.RECORD, DataTypes.LongType, false);
  }
}
