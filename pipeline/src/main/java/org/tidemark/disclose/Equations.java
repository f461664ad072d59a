package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is known to hold among counts: each equation is first − second − third … = remainder. A
 * remainder that is not published is itself a count nobody sees.
 */
final class Equations {
  /** How far sums of numbers with decimals may be off. */
  static final double ROUNDING = 1e-6;

  private final List<int[]> terms = new ArrayList<>();
  private final List<int[]> signs = new ArrayList<>();
  private final List<Double> constants = new ArrayList<>();
  private final List<Boolean> open = new ArrayList<>();

  /**
   * A sum as published. Where the parts exceed the whole they overlap, and nothing follows.
   *
   * @param values of all counts
   */
  void sum(int whole, int[] parts, double[] values) {
    double rest = values[whole];
    for (int part : parts) {
      rest -= values[part];
    }
    if (rest < -ROUNDING || parts.length == 0) {
      return;
    }
    int[] all = new int[parts.length + 1];
    int[] sign = new int[all.length];
    Arrays.fill(sign, -1);
    all[0] = whole;
    sign[0] = 1;
    System.arraycopy(parts, 0, all, 1, parts.length);
    add(all, sign, 0, rest > ROUNDING);
  }

  /** An equation: Σ sign × count = constant, or at least the constant where it is open. */
  void add(int[] counts, int[] sign, double constant, boolean isOpen) {
    terms.add(counts);
    signs.add(sign);
    constants.add(constant);
    open.add(isOpen);
  }

  /** How many counts the longest has. */
  int longest() {
    return terms.stream().mapToInt(t -> t.length).max().orElse(0);
  }

  int size() {
    return terms.size();
  }

  int[] terms(int equation) {
    return terms.get(equation);
  }

  int sign(int equation, int term) {
    return signs.get(equation)[term];
  }

  double constant(int equation) {
    return constants.get(equation);
  }

  /** Whether it has a part that is not published. */
  boolean open(int equation) {
    return open.get(equation);
  }

  /** Count → the equations that it stands in. */
  int[][] byCount(int counts) {
    int[] sizes = new int[counts];
    terms.forEach(all -> Arrays.stream(all).forEach(c -> sizes[c]++));
    int[][] places = new int[counts][];
    Arrays.setAll(places, c -> new int[sizes[c]]);
    for (int e = terms.size() - 1; e >= 0; e--) {
      for (int c : terms.get(e)) {
        places[c][--sizes[c]] = e;
      }
    }
    return places;
  }
}
