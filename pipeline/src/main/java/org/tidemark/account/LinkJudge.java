package org.tidemark.account;

import java.io.Serializable;
import java.util.Iterator;
import org.apache.spark.sql.catalyst.InternalRow;

/** Says which links break their rule. */
public interface LinkJudge extends Serializable {
  /**
   * The links that do, each for as long as the next is not asked for.
   *
   * @param links rows as {@link Link#columns} has them; those of one group and key stand together,
   *     other rows before own ones, these by day
   */
  Iterator<InternalRow> broken(Iterator<InternalRow> links);
}
