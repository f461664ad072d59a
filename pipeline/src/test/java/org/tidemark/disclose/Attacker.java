package org.tidemark.disclose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Somebody who knows every shown count and every sum, and that no count is negative: a linear
 * programme for the least and the most that a hidden count can be. Whoever also knew all hidden
 * counts but those around it would narrow it further; so what such a small programme leaves open is
 * open indeed, and the programme grows only while it leaves too little.
 */
final class Attacker {
  private static final int[] SIZES = {12, 40, 120, 320};

  private final Equations equations;
  private final double[] values;
  private final boolean[] hidden;
  private final int[][] places;

  Attacker(Equations equations, double[] values, boolean[] hidden) {
    this.equations = equations;
    this.values = values;
    this.hidden = hidden;
    this.places = equations.byCount(values.length);
  }

  /** The hidden counts that can be narrowed to less than a width; seen zeros are no secret. */
  List<Integer> narrowed(double width) {
    List<Integer> narrowed = new ArrayList<>();
    for (int count = 0; count < values.length; count++) {
      if (hidden[count] && width(count, width) < width - 1e-6) {
        narrowed.add(count);
      }
    }
    return narrowed;
  }

  /** By how much a hidden count can vary, at least; sought no further once it is enough. */
  double width(int count, double enough) {
    double width = 0;
    int before = 0;
    for (int size : SIZES) {
      Set<Integer> around = around(count, size);
      if (around.size() == before) {
        return width;
      }
      before = around.size();
      double most = most(count, around, 1);
      width = most + most(count, around, -1);
      if (width >= enough || most < 1e-6 && around.size() < size) {
        return most < 1e-6 ? enough : width;
      }
    }
    return width;
  }

  /** Hidden counts that share an equation with it, and so on outwards, the nearest first. */
  private Set<Integer> around(int count, int size) {
    Set<Integer> found = new LinkedHashSet<>(Set.of(count));
    Deque<Integer> next = new ArrayDeque<>(found);
    while (!next.isEmpty() && found.size() < size) {
      for (int equation : places[next.poll()]) {
        for (int other : equations.terms(equation)) {
          if (hidden[other] && found.size() < size && found.add(other)) {
            next.add(other);
          }
        }
      }
    }
    return found;
  }

  /** The most of sign × count, where counts that are not around it are what they are. */
  private double most(int count, Set<Integer> around, int sign) {
    Map<Integer, Integer> columns = new LinkedHashMap<>();
    around.forEach(c -> columns.put(c, columns.size()));
    Set<Integer> rows = new LinkedHashSet<>();
    around.forEach(c -> Arrays.stream(places[c]).forEach(rows::add));
    if (rows.isEmpty()) {
      return Double.POSITIVE_INFINITY;
    }
    int slack = columns.size();
    double[][] a = new double[rows.size()][columns.size() + rows.size()];
    double[] b = new double[rows.size()];
    int r = 0;
    for (int equation : rows) {
      int[] terms = equations.terms(equation);
      b[r] = equations.constant(equation);
      for (int t = 0; t < terms.length; t++) {
        Integer column = columns.get(terms[t]);
        if (column == null) {
          b[r] -= equations.sign(equation, t) * values[terms[t]];
        } else {
          a[r][column] += equations.sign(equation, t);
        }
      }
      if (equations.open(equation)) {
        a[r][slack + r] = -1;
      }
      r++;
    }
    double[] c = new double[columns.size() + rows.size()];
    c[columns.get(count)] = sign;
    return Simplex.maximum(a, b, c);
  }
}
