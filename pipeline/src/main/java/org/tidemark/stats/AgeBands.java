package org.tidemark.stats;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The persons of one population by age band, as sent: totals beside their parts, in any order. The
 * finest bands are the population; a band that finer ones fill is a control total. A band that its
 * parts do not fill stands, and the parts are left out; the total of all ages never stands beside
 * any part.
 */
public final class AgeBands {
  private final SortedMap<AgeBand, Double> finest = new TreeMap<>();
  private final SortedMap<AgeBand, Double> totals = new TreeMap<>();
  private final List<AgeBand> leftOut = new ArrayList<>();

  private AgeBands() {}

  /** Two bands of which neither holds the other have an age in common. */
  public static final class Overlap extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private Overlap(AgeBand one, AgeBand other) {
      super("the ages " + one.label() + " and " + other.label() + " overlap");
    }
  }

  /**
   * The bands of one population.
   *
   * @param persons persons by band
   * @throws Overlap if two bands share an age and neither holds the other
   */
  public static AgeBands of(Map<AgeBand, Double> persons) {
    AgeBands bands = new AgeBands();
    Deque<AgeBand> rest = new ArrayDeque<>(new TreeMap<>(persons).keySet());
    List<AgeBand> standing = new ArrayList<>();
    while (!rest.isEmpty()) {
      AgeBand next = rest.pop();
      requireApart(standing, next);
      standing.addAll(bands.standing(next, rest));
    }
    standing.forEach(band -> bands.finest.put(band, persons.get(band)));
    bands.totals.replaceAll((band, none) -> persons.get(band));
    Collections.sort(bands.leftOut);
    return bands;
  }

  /** The bands that are the population: no two share an age. */
  public SortedMap<AgeBand, Double> finest() {
    return Collections.unmodifiableSortedMap(finest);
  }

  /** The bands that repeat what finer ones say. */
  public SortedMap<AgeBand, Double> totals() {
    return Collections.unmodifiableSortedMap(totals);
  }

  /** Parts that do not fill the band they lie in, by age. */
  public List<AgeBand> leftOut() {
    return Collections.unmodifiableList(leftOut);
  }

  /** The finest bands within another one; empty where they do not fill it. */
  public List<AgeBand> filling(AgeBand whole) {
    List<AgeBand> parts = finest.keySet().stream().filter(whole::contains).toList();
    return fill(whole, parts) ? parts : List.of();
  }

  /** The persons of all finest bands. */
  public double sum() {
    return finest.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  /** What stands for a band: itself, or the finer ones, which are taken from the rest. */
  private List<AgeBand> standing(AgeBand whole, Deque<AgeBand> rest) {
    List<AgeBand> parts = new ArrayList<>();
    while (!rest.isEmpty() && rest.peek().lower() <= whole.upper()) {
      AgeBand next = rest.pop();
      if (!whole.contains(next)) {
        throw new Overlap(whole, next);
      }
      requireApart(parts, next);
      parts.addAll(standing(next, rest));
    }
    if (parts.isEmpty()) {
      return List.of(whole);
    }
    if (whole.equals(AgeBand.ALL) || fill(whole, parts)) {
      totals.put(whole, 0.0);
      return parts;
    }
    leftOut.addAll(parts);
    return List.of(whole);
  }

  private static void requireApart(List<AgeBand> before, AgeBand next) {
    if (!before.isEmpty() && before.get(before.size() - 1).upper() >= next.lower()) {
      throw new Overlap(before.get(before.size() - 1), next);
    }
  }

  /** Whether bands in the order of age, none of which overlap, leave no age of another out. */
  private static boolean fill(AgeBand whole, List<AgeBand> parts) {
    int next = whole.lower();
    for (AgeBand part : parts) {
      if (part.lower() != next) {
        return false;
      }
      next = part.open() ? AgeBand.OPEN : part.upper() + 1;
    }
    return !parts.isEmpty() && parts.get(parts.size() - 1).upper() == whole.upper();
  }
}
