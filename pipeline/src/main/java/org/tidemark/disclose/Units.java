package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Units {@code level unit}: sites make up their area, areas their country, countries the programme.
 * A level that is not published is passed over.
 */
final class Units implements Hierarchy {
  private static final List<String> LEVELS = List.of("site", "area", "country", "programme");

  private final Map<String, String> above;

  private Units(Map<String, String> above) {
    this.above = above;
  }

  /**
   * The units of a programme.
   *
   * @param areas site → its area
   * @param countries site → its country
   */
  static Units of(Map<String, String> areas, Map<String, String> countries) {
    Map<String, String> above = new HashMap<>();
    areas.forEach((site, area) -> above.put("site " + site, "area " + area));
    countries.forEach(
        (site, country) -> {
          String unit = above.getOrDefault("site " + site, "site " + site);
          above.put(unit, "country " + country);
        });
    return new Units(above);
  }

  @Override
  public List<Sum> sums(List<String> members) {
    Map<Integer, List<Integer>> parts = new HashMap<>();
    Map<String, Integer> places = new HashMap<>();
    IntStream.range(0, members.size()).forEach(i -> places.put(members.get(i), i));
    for (int i = 0; i < members.size(); i++) {
      int part = i;
      whole(members, places, i)
          .ifPresent(w -> parts.computeIfAbsent(w, none -> new ArrayList<>()).add(part));
    }
    return parts.entrySet().stream().map(e -> new Sum(e.getKey(), e.getValue())).toList();
  }

  /** The nearest unit above that is published. */
  private Optional<Integer> whole(List<String> members, Map<String, Integer> places, int i) {
    String unit = above.get(members.get(i));
    while (unit != null && !places.containsKey(unit)) {
      unit = above.get(unit);
    }
    return unit != null ? Optional.of(places.get(unit)) : programme(members, i);
  }

  private static Optional<Integer> programme(List<String> members, int i) {
    String top = LEVELS.get(LEVELS.size() - 1) + " ";
    if (members.get(i).startsWith(top)) {
      return Optional.empty();
    }
    return IntStream.range(0, members.size())
        .filter(m -> members.get(m).startsWith(top))
        .boxed()
        .findFirst();
  }
}
