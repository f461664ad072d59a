package org.tidemark.ingest;

import java.io.Serializable;
import java.util.Comparator;

/**
 * Where a record stands among those that are joined: first that there is a tumour, then the rows
 * beside it, then the tumours themselves.
 *
 * @param link what joins them, or a place of its own
 * @param role which of these it is
 * @param order of rows beside, by content alone
 */
record BesideKey(String link, Role role, String order)
    implements Comparable<BesideKey>, Serializable {
  /** What a record is to the others of its link, in the order in which they are read. */
  enum Role {
    /** There is a tumour of this link. */
    PRESENT,
    /** A row beside tumours. */
    BESIDE,
    /** A tumour that takes what its row beside says. */
    TUMOUR,
    /** A record that nothing can be joined with. */
    ALONE
  }

  private static final Comparator<BesideKey> ORDER =
      Comparator.comparing(BesideKey::link)
          .thenComparing(BesideKey::role)
          .thenComparing(BesideKey::order);

  @Override
  public int compareTo(BesideKey other) {
    return ORDER.compare(this, other);
  }

  /** All of one link meet in one partition. */
  int partition(int partitions) {
    return Math.floorMod(link.hashCode(), partitions);
  }
}
