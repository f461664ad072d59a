package org.tidemark.stats;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The persons of one population in the eighteen five-year groups up to an open last one. A group of
 * which an age is not known has no number, and neither has what is computed from it.
 */
public final class PopulationByAge {
  /** The position of the last group where none is open. */
  public static final int NONE_OPEN = -1;

  private static final int GROUPS = AgeSpecificCounts.GROUPS;
  private static final int LAST = GROUPS - 1;
  private static final int WIDTH = 5;
  private static final int OLDEST = LAST * WIDTH;

  private final double[] persons;
  private final int open;

  private PopulationByAge(double[] persons, int open) {
    this.persons = persons;
    this.open = open;
  }

  /**
   * Sums the finest bands into the groups. Ages finer than a group are summed; a band of several
   * groups is split in the proportions of a shape; one that begins below 85 and ends above makes an
   * open last group of all that follows.
   *
   * @param bands the population as sent
   * @param shape proportions of the eighteen groups, by which {@link #wide} bands are split; where
   *     all that a band meets are 0, its groups get equal parts
   * @throws IllegalArgumentException if {@link #misaligned} has a band
   */
  public static PopulationByAge of(AgeBands bands, double[] shape) {
    Require.that(misaligned(bands).isEmpty(), "age bands must begin and end with five-year groups");
    Require.that(shape.length == GROUPS, "the shape must have eighteen groups");
    int open = openGroup(bands);
    double[] persons = new double[GROUPS];
    int[] years = new int[GROUPS];
    bands
        .finest()
        .forEach(
            (band, count) -> {
              int first = group(band.lower());
              int last = Math.min(group(band.upper()), open == NONE_OPEN ? LAST : open);
              if (first >= last) {
                persons[last] += count;
                years[last] += band.open() ? WIDTH : band.upper() - band.lower() + 1;
              } else {
                split(count, Arrays.copyOfRange(shape, first, last + 1), persons, first);
                Arrays.fill(years, first, last + 1, WIDTH);
              }
            });
    for (int g = 0; g < GROUPS; g++) {
      boolean complete = g == open ? openFilled(bands, open) : g != LAST && years[g] == WIDTH;
      persons[g] = complete ? persons[g] : Double.NaN;
    }
    return new PopulationByAge(persons, open);
  }

  /** A population of which nothing is known. */
  public static PopulationByAge unknown() {
    double[] none = new double[GROUPS];
    Arrays.fill(none, Double.NaN);
    return new PopulationByAge(none, NONE_OPEN);
  }

  /** The finest bands that must be split: they hold several whole groups. */
  public static List<AgeBand> wide(AgeBands bands) {
    int open = openGroup(bands);
    return bands.finest().keySet().stream()
        .filter(b -> group(b.lower()) < Math.min(group(b.upper()), open == NONE_OPEN ? LAST : open))
        .toList();
  }

  /** The finest bands that hold a part of a group and an age outside it. */
  public static List<AgeBand> misaligned(AgeBands bands) {
    return bands.finest().keySet().stream()
        .filter(b -> group(b.lower()) < group(b.upper()) || (b.open() && b.lower() < OLDEST))
        .filter(
            b -> b.lower() % WIDTH != 0 || (b.upper() < OLDEST && b.upper() % WIDTH != WIDTH - 1))
        .toList();
  }

  /**
   * The population between two counts, or beyond them by the same growth, each age group for itself
   * up to the lower of the two open groups.
   *
   * @param share 0 at the first, 1 at the second
   */
  public static PopulationByAge between(
      PopulationByAge from, PopulationByAge to, Growth growth, double share) {
    int open = Math.min(from.open, to.open);
    double[] first = from.pooled(open);
    double[] second = to.pooled(open);
    double[] persons = new double[GROUPS];
    for (int g = 0; g < GROUPS; g++) {
      double moved = growth.at(first[g], second[g], share);
      persons[g] = moved < 0 ? Double.NaN : moved;
    }
    return new PopulationByAge(persons, open);
  }

  /** The persons of a group; not a number where they are not known, and after the open group. */
  public double persons(int group) {
    return persons[group];
  }

  /** Index of the open last group, or {@link #NONE_OPEN}. */
  public int open() {
    return open;
  }

  /** The number of groups. */
  public int groups() {
    return open == NONE_OPEN ? GROUPS : open + 1;
  }

  /** The persons of all groups; not a number where a group's are not known. */
  public double sum() {
    return Arrays.stream(persons, 0, groups()).sum();
  }

  /** The youngest group whose persons are not known. */
  public Optional<AgeBand> firstUnknown() {
    for (int g = 0; g < groups(); g++) {
      if (Double.isNaN(persons[g])) {
        return Optional.of(
            g == LAST || g == open
                ? new AgeBand(g * WIDTH, AgeBand.OPEN)
                : new AgeBand(g * WIDTH, g * WIDTH + WIDTH - 1));
      }
    }
    return Optional.empty();
  }

  /** The numbers by group. */
  public double[] toArray() {
    return persons.clone();
  }

  /** Persons with those of the groups after an open one in it. */
  private double[] pooled(int group) {
    double[] pooled = persons.clone();
    if (group != NONE_OPEN && group < open) {
      pooled[group] = Arrays.stream(persons, group, open + 1).sum();
      Arrays.fill(pooled, group + 1, GROUPS, Double.NaN);
    }
    return pooled;
  }

  private static int group(int age) {
    return Math.min(age / WIDTH, LAST);
  }

  /** The group in which the population has no end: of the open band, or of one across 85. */
  private static int openGroup(AgeBands bands) {
    Stream<AgeBand> across = bands.finest().keySet().stream().filter(b -> b.upper() >= OLDEST);
    int first = across.mapToInt(b -> group(b.lower())).min().orElse(LAST);
    return bands.finest().keySet().stream().anyMatch(AgeBand::open) ? first : NONE_OPEN;
  }

  private static boolean openFilled(AgeBands bands, int open) {
    return !bands.filling(new AgeBand(open * WIDTH, AgeBand.OPEN)).isEmpty();
  }

  private static void split(double count, double[] shape, double[] persons, int first) {
    double whole = Arrays.stream(shape).sum();
    for (int i = 0; i < shape.length; i++) {
      persons[first + i] += whole > 0 ? count * shape[i] / whole : count / shape.length;
    }
  }
}
