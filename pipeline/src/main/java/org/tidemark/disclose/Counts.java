package org.tidemark.disclose;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The different counts that published tables show: who is counted (a population) by which key (a
 * member of each dimension, the whole where a table has no such dimension). What several rows or
 * tables show of the same people is one count. A number that differs from what stands elsewhere
 * under its name is another count of its table.
 */
final class Counts {
  private static final int FIRST = 64;

  private final Dimensions dimensions;
  private final Map<String, Integer> populations = new HashMap<>();
  private final Map<Long, Integer> byKey = new HashMap<>();
  private int[][] keys = new int[FIRST][];
  private double[] values = new double[FIRST];
  private int[] population = new int[FIRST];
  private long[] codes = new long[FIRST];
  private int size;

  Counts(Dimensions dimensions) {
    this.dimensions = dimensions;
  }

  int size() {
    return size;
  }

  Dimensions dimensions() {
    return dimensions;
  }

  /** The number of a population. */
  int population(String name) {
    return populations.computeIfAbsent(name, none -> populations.size());
  }

  int populationOf(int count) {
    return population[count];
  }

  /** The number of a count's member of a dimension. */
  int member(int count, int dimension) {
    return keys[count][dimension];
  }

  double value(int count) {
    return values[count];
  }

  double[] values() {
    return Arrays.copyOf(values, size);
  }

  /**
   * The count of that key; a new one where there is none yet, or another number.
   *
   * @param name the population
   * @param table where it stands
   */
  int add(String name, String table, Key key, double value) {
    int own = population(name);
    Integer known = byKey.get(code(own, key));
    if (known != null && !same(values[known], value)) {
      own = population(name + " of " + table);
      known = byKey.get(code(own, key));
    }
    return known != null && same(values[known], value) ? known : put(own, key, value);
  }

  /**
   * The member of each dimension.
   *
   * @param members their numbers
   * @param code a number for all of them
   */
  record Key(int[] members, long code) {
    static Key of(int[] members) {
      long code = 0;
      for (int d = 0; d < members.length; d++) {
        code += part(d, members[d]);
      }
      return new Key(members, code);
    }
  }

  /** The count of that key, whatever its number; −1 if there is none. */
  int find(String name, String table, Key key) {
    Integer apart = byKey.get(code(population(name + " of " + table), key));
    return apart != null ? apart : byKey.getOrDefault(code(population(name), key), -1);
  }

  /** What the counts of one population have in common that differ in a dimension alone. */
  long besides(int count, int dimension) {
    return codes[count] - part(dimension, keys[count][dimension]);
  }

  /** The same for another population. */
  long besides(int count, int dimension, int other) {
    return besides(count, dimension) - mixed(population[count]) + mixed(other);
  }

  /** The count of another population by the same key; −1 if there is none. */
  int beside(int count, int other) {
    return byKey.getOrDefault(codes[count] - mixed(population[count]) + mixed(other), -1);
  }

  /** A count by name: its population and the members that are not wholes. */
  String describe(int count) {
    StringBuilder words = new StringBuilder();
    populations.forEach((name, number) -> words.append(number == population[count] ? name : ""));
    for (int d = 0; d < keys[count].length; d++) {
      if (keys[count][d] != 0) {
        words.append(", ").append(dimensions.name(d, keys[count][d]));
      }
    }
    return words.toString();
  }

  static boolean same(double one, double other) {
    return Math.abs(one - other) <= 1e-9 * Math.max(1, Math.abs(one));
  }

  private int put(int own, Key key, double value) {
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
      population = Arrays.copyOf(population, 2 * size);
      codes = Arrays.copyOf(codes, 2 * size);
    }
    keys[size] = key.members();
    values[size] = value;
    population[size] = own;
    codes[size] = code(own, key);
    byKey.put(codes[size], size);
    return size++;
  }

  private static long code(int own, Key key) {
    return mixed(own) + key.code();
  }

  private static long part(int dimension, int member) {
    return mixed((dimension + 1L) << 32 | member);
  }

  /** SplitMix64's finalizer: sums of its values hardly ever meet. */
  private static long mixed(long value) {
    long z = (value + 1) * 0x9E3779B97F4A7C15L;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
