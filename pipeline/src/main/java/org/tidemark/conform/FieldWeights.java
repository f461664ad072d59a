package org.tidemark.conform;

import java.util.List;
import org.tidemark.account.ValueHash;

/**
 * What the hash of a field's value is multiplied by in the hash of its row: a number made of the
 * field's name. The products of the values that a row has add up to its hash, so that neither the
 * order of fields nor one without a value changes it: rows keep their hash when the schema grows.
 */
final class FieldWeights {
  private final long[] high;
  private final long[] low;

  private FieldWeights(long[] high, long[] low) {
    this.high = high;
    this.low = low;
  }

  static FieldWeights of(List<String> names) {
    long[] high = new long[names.size()];
    long[] low = new long[names.size()];
    ValueHash hash = new ValueHash();
    for (int i = 0; i < high.length; i++) {
      long[] halves = hash.begin().add(names.get(i)).end();
      // Odd, so that no bit of a value is lost.
      high[i] = halves[0] | 1;
      low[i] = halves[1] | 1;
    }
    return new FieldWeights(high, low);
  }

  /** For the first half of the hash of a field's value. */
  long high(int field) {
    return high[field];
  }

  /** For the second half. */
  long low(int field) {
    return low[field];
  }
}
