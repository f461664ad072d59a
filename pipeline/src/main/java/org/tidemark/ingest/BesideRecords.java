package org.tidemark.ingest;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.tidemark.ingest.BesideKey.Role;
import scala.Tuple2;

/** Goes through sorted records, link by link, and says what becomes of each. */
final class BesideRecords implements Iterator<RawRecord> {
  private final Iterator<Tuple2<BesideKey, RawRecord>> sorted;
  private final BesideJoin join;
  private String link = "";
  private boolean present;
  private RawRecord row;
  private RawRecord ahead;

  private BesideRecords(Iterator<Tuple2<BesideKey, RawRecord>> sorted, BesideJoin join) {
    this.sorted = sorted;
    this.join = join;
  }

  static BesideRecords of(Iterator<Tuple2<BesideKey, RawRecord>> sorted, BesideJoin join) {
    return new BesideRecords(sorted, join);
  }

  @Override
  public boolean hasNext() {
    while (ahead == null && sorted.hasNext()) {
      Tuple2<BesideKey, RawRecord> next = sorted.next();
      if (!next._1().link().equals(link)) {
        link = next._1().link();
        present = false;
        row = null;
      }
      present |= next._1().role() == Role.PRESENT;
      ahead = record(next._1(), next._2());
    }
    return ahead != null;
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    RawRecord now = ahead;
    ahead = null;
    return now;
  }

  private RawRecord record(BesideKey key, RawRecord record) {
    return switch (key.role()) {
      case PRESENT -> null;
      case BESIDE -> beside(key, record);
      case TUMOUR ->
          row == null
              ? join.refused(record, BesideRule.NO_PATIENT.id())
              : join.joined(key, record, row);
      case ALONE -> join.narrowed(record);
    };
  }

  private RawRecord beside(BesideKey key, RawRecord record) {
    if (!present) {
      return join.lonely(key, record);
    }
    if (row == null) {
      row = record;
      return join.refused(record, BesideRule.JOINED.id());
    }
    BesideRule rule = join.same(key, row, record) ? BesideRule.JOINED : BesideRule.SAME_KEY;
    return join.refused(record, rule.id());
  }
}
