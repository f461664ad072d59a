package org.tidemark.check;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.tidemark.account.Link;

/**
 * The rows of one key that bear one name: all of them are to be looked at once two differ in the
 * value that a name should have once. Who is right is seen only beside the other one.
 */
final class SameName {
  private final String group;
  private final String key;
  private final List<InternalRow> alike = new ArrayList<>();
  private boolean differ;

  private SameName(String group, String key) {
    this.group = group;
    this.key = key;
  }

  static SameName of(String group, String key) {
    return new SameName(group, key);
  }

  boolean isOf(String otherGroup, String otherKey) {
    return key.equals(otherKey) && group.equals(otherGroup);
  }

  /** The rows that are found to break the rule now that this one is known. */
  List<InternalRow> broken(InternalRow link) {
    InternalRow own = link.copy();
    if (differ) {
      return List.of(own);
    }
    alike.add(own);
    differ = !value(own).equals(value(alike.get(0)));
    return differ ? List.copyOf(alike) : List.of();
  }

  private static String value(InternalRow link) {
    return CrossVerdicts.text(link, Link.AT_LOW);
  }
}
