package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The dimensions that published tables are broken down by, each with its members as numbers and the
 * sums among them. Tables that have a dimension of one name share it.
 */
final class Dimensions {
  private static final int WHOLE = 0;

  private final Map<String, Integer> places = new HashMap<>();
  private final List<Hierarchy> hierarchies = new ArrayList<>();
  private final List<Map<String, Integer>> numbers = new ArrayList<>();
  private final List<List<String>> members = new ArrayList<>();
  private final List<Map<List<Integer>, List<Hierarchy.Sum>>> sums = new ArrayList<>();

  /**
   * The dimensions of some tables.
   *
   * @param kinds dimension → the kind of sum along it
   * @param hierarchies kind → its sums
   */
  Dimensions(Map<String, String> kinds, Map<String, Hierarchy> hierarchies) {
    new TreeMap<>(kinds)
        .forEach(
            (name, kind) -> {
              places.put(name, this.hierarchies.size());
              this.hierarchies.add(hierarchies.get(kind));
              numbers.add(new HashMap<>(Map.of(Hierarchy.ALL, WHOLE)));
              members.add(new ArrayList<>(List.of(Hierarchy.ALL)));
              sums.add(new HashMap<>());
            });
  }

  int size() {
    return hierarchies.size();
  }

  int place(String dimension) {
    return places.get(dimension);
  }

  /** The number of a member; that of the whole is 0. */
  int number(int dimension, String member) {
    Map<String, Integer> known = numbers.get(dimension);
    Integer number = known.get(member);
    if (number == null) {
      String canonical = hierarchies.get(dimension).canonical(member);
      number = known.get(canonical);
      if (number == null) {
        number = members.get(dimension).size();
        members.get(dimension).add(canonical);
        known.put(canonical, number);
      }
      known.put(member, number);
    }
    return number;
  }

  /** The name of a member. */
  String name(int dimension, int member) {
    return members.get(dimension).get(member);
  }

  /** Whether there is anything to add up along it. */
  boolean isDivided(int dimension) {
    return members.get(dimension).size() > 2;
  }

  /** The sums among members that are published beside each other. */
  List<Hierarchy.Sum> sums(int dimension, List<Integer> beside) {
    return sums.get(dimension)
        .computeIfAbsent(
            beside,
            numbered ->
                hierarchies
                    .get(dimension)
                    .sums(numbered.stream().map(members.get(dimension)::get).toList()));
  }
}
