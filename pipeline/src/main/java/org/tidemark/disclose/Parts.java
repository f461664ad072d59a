package org.tidemark.disclose;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Members that make up the whole: both sexes, all areas, all stages. */
final class Parts implements Hierarchy {
  @Override
  public List<Sum> sums(List<String> members) {
    return sum(members, ALL, member -> !member.equals(ALL));
  }

  /** The sum of those members that are parts, if the whole is there and any part. */
  static List<Sum> sum(List<String> members, String whole, Predicate<String> part) {
    int place = members.indexOf(whole);
    List<Integer> parts =
        IntStream.range(0, members.size()).filter(i -> part.test(members.get(i))).boxed().toList();
    return place < 0 || parts.isEmpty() ? List.of() : List.of(new Sum(place, parts));
  }
}
