package org.tidemark.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.tidemark.account.Link;

/**
 * Who follows whom, as of trainees and their trainers. A row breaks the rule where, going from the
 * one it follows to those that this one follows, one comes back to it.
 */
final class Chain {
  private final String group;
  private final List<InternalRow> rows = new ArrayList<>();
  private final Map<String, Set<String>> followed = new HashMap<>();

  private Chain(String group) {
    this.group = group;
  }

  static Chain of(String group) {
    return new Chain(group);
  }

  boolean isOf(String other) {
    return group.equals(other);
  }

  void add(InternalRow link) {
    rows.add(link);
    followed
        .computeIfAbsent(CrossVerdicts.text(link, Link.AT_HIGH), p -> new HashSet<>())
        .add(CrossVerdicts.text(link, Link.AT_LOW));
  }

  /** The rows on a circle. */
  List<InternalRow> circles() {
    Set<String> left = new HashSet<>(followed.keySet());
    // Who follows nobody that follows somebody is on no circle: most are left out before a search.
    while (left.removeIf(p -> followed.get(p).stream().noneMatch(left::contains))) {}
    return rows.stream()
        .filter(r -> left.contains(CrossVerdicts.text(r, Link.AT_HIGH)))
        .filter(r -> left.contains(CrossVerdicts.text(r, Link.AT_LOW)))
        .filter(
            r ->
                reaches(
                    CrossVerdicts.text(r, Link.AT_LOW), CrossVerdicts.text(r, Link.AT_HIGH), left))
        .toList();
  }

  private boolean reaches(String from, String goal, Set<String> among) {
    Set<String> seen = new HashSet<>(Set.of(from));
    Deque<String> open = new ArrayDeque<>(seen);
    while (!open.isEmpty()) {
      String person = open.pop();
      if (person.equals(goal)) {
        return true;
      }
      for (String next : followed.getOrDefault(person, Set.of())) {
        if (among.contains(next) && seen.add(next)) {
          open.push(next);
        }
      }
    }
    return false;
  }
}
