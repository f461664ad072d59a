package org.tidemark.disclose;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Somebody who knows every shown count and every sum, and that no count is negative: linear
 * programmes for the least and the most that each hidden count can be. Every point that a programme
 * visits shows what all counts can be there, so few programmes are needed.
 */
final class Attacker {
  private final Equations equations;
  private final double[] values;
  private final boolean[] hidden;
  private final int[][] places;
  private final double[] least;
  private final double[] most;

  Attacker(Equations equations, double[] values, boolean[] hidden) {
    this.equations = equations;
    this.values = values;
    this.hidden = hidden;
    this.places = equations.byCount(values.length);
    this.least = values.clone();
    this.most = values.clone();
  }

  /**
   * The hidden counts that can be narrowed to less than a width; seen zeros are no secret.
   *
   * @param largest how many hidden counts that hang together are looked at, at most: the work grows
   *     with the cube
   */
  List<Integer> narrowed(double width, int largest) {
    boolean[] done = new boolean[values.length];
    List<Integer> narrowed = new ArrayList<>();
    for (int count = 0; count < values.length; count++) {
      if (hidden[count] && !done[count]) {
        int[] members = together(count, done);
        if (members.length <= largest && places[count].length > 0) {
          attack(members, width);
          Arrays.stream(members)
              .filter(c -> most[c] - least[c] < width - 1e-6 && most[c] > 1e-6)
              .forEach(narrowed::add);
        }
      }
    }
    return narrowed.stream().sorted().toList();
  }

  /** By how much a hidden count can vary. */
  double width(int count) {
    attack(together(count, new boolean[values.length]), Double.POSITIVE_INFINITY);
    return most[count] - least[count];
  }

  /** Hidden counts that equations connect. */
  private int[] together(int count, boolean[] done) {
    List<Integer> found = new ArrayList<>();
    Deque<Integer> next = new ArrayDeque<>(List.of(count));
    done[count] = true;
    while (!next.isEmpty()) {
      int one = next.poll();
      found.add(one);
      for (int equation : places[one]) {
        for (int other : equations.terms(equation)) {
          if (hidden[other] && !done[other]) {
            done[other] = true;
            next.add(other);
          }
        }
      }
    }
    return found.stream().mapToInt(i -> i).toArray();
  }

  private void attack(int[] members, double enough) {
    Simplex simplex = simplex(members);
    for (int i = 0; i < members.length; i++) {
      for (int sign = 1; sign >= -1; sign -= 2) {
        if (most[members[i]] - least[members[i]] < enough) {
          double[] goal = new double[members.length];
          goal[i] = sign;
          see(members, simplex.largest(goal));
        }
      }
    }
  }

  private void see(int[] members, double[] point) {
    for (int i = 0; i < members.length; i++) {
      least[members[i]] = Math.min(least[members[i]], point[i]);
      most[members[i]] = Math.max(most[members[i]], point[i]);
    }
  }

  /** The equations of some hidden counts, and a bound far away on their sum. */
  private Simplex simplex(int[] members) {
    int[] column = new int[values.length];
    Set<Integer> rows = new LinkedHashSet<>();
    double far = 10_000;
    for (int i = 0; i < members.length; i++) {
      column[members[i]] = i;
      far += 10 * values[members[i]];
      Arrays.stream(places[members[i]]).forEach(rows::add);
    }
    int slack = members.length;
    double[][] a = new double[rows.size() + 1][members.length + rows.size() + 1];
    double[] b = new double[rows.size() + 1];
    int r = 0;
    for (int equation : rows) {
      int[] terms = equations.terms(equation);
      b[r] = equations.constant(equation);
      for (int t = 0; t < terms.length; t++) {
        if (hidden[terms[t]]) {
          a[r][column[terms[t]]] += equations.sign(equation, t);
        } else {
          b[r] -= equations.sign(equation, t) * values[terms[t]];
        }
      }
      a[r][slack + r] = equations.open(equation) ? -1 : 0;
      r++;
    }
    Arrays.fill(a[r], 0, members.length, 1);
    a[r][slack + r] = 1;
    b[r] = far;
    return new Simplex(a, b);
  }
}
