package org.tidemark.disclose;

import java.util.List;

/** Which members of a dimension add up to which: what an attacker may subtract. */
interface Hierarchy {
  /** The whole of a dimension, as published. */
  String ALL = "";

  /**
   * A member that is the sum of others.
   *
   * @param whole its place among the members
   * @param parts their places
   */
  record Sum(int whole, List<Integer> parts) {
    /** Copies the list. */
    public Sum {
      parts = List.copyOf(parts);
    }
  }

  /** The sums among members that are published beside each other. */
  List<Sum> sums(List<String> members);

  /** The name under which a member is compared between tables. */
  default String canonical(String member) {
    return member;
  }
}
