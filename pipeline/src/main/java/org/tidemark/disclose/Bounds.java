package org.tidemark.disclose;

import static org.tidemark.disclose.Equations.ROUNDING;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/**
 * How far an attacker can narrow hidden counts down, who knows every equation, every shown count,
 * and that no count is negative. Counts that an equation ties to one another two by two are one
 * unknown (x = ±u + offset), so that chains and rings of such equations are solved as they stand;
 * over the others bounds are carried until nothing changes.
 */
final class Bounds {
  private static final int VISITS = 12;
  private static final int[] NONE = {};

  private final Equations equations;
  private final double[] values;
  private final boolean[] hidden;
  private final int[] parent;
  private final int[] sign;
  private final double[] offset;
  private final double[] low;
  private final double[] high;
  private final List<Fixed> determined = new ArrayList<>();
  private final List<Wider> wider = new ArrayList<>();
  private final int[] found;
  private final Deque<Integer> waiting = new ArrayDeque<>();
  private final BitSet isWaiting = new BitSet();
  private int[][] byUnknown;

  /** An equation with more than two unknowns: their places in it, and what they make up. */
  private record Wider(int number, int[] places, double rest) {}

  /** A count that a ring of equations gives away. */
  private record Fixed(int count, double value) {}

  private Bounds(Equations equations, double[] values, boolean[] hidden) {
    int n = values.length;
    this.equations = equations;
    this.values = values;
    this.hidden = hidden;
    this.parent = new int[n];
    this.sign = new int[n];
    this.offset = new double[n];
    this.low = new double[n];
    this.high = new double[n];
    this.found = new int[equations.longest()];
    Arrays.setAll(parent, i -> i);
    Arrays.fill(sign, 1);
    Arrays.fill(low, Double.NEGATIVE_INFINITY);
    Arrays.fill(high, Double.POSITIVE_INFINITY);
  }

  /**
   * Bounds of all hidden counts.
   *
   * @param values the true counts; those that are hidden are not looked at
   */
  static Bounds of(Equations equations, double[] values, boolean[] hidden) {
    Bounds bounds = new Bounds(equations, values, hidden);
    bounds.tie();
    for (int i = 0; i < values.length; i++) {
      if (hidden[i]) {
        bounds.atLeast(i, 0);
      }
    }
    for (Fixed fixed : bounds.determined) {
      bounds.atLeast(fixed.count(), fixed.value());
      bounds.atMost(fixed.count(), fixed.value());
    }
    bounds.carry();
    return bounds;
  }

  /** Which unknown a hidden count is one with. */
  int unknown(int count) {
    return find(count);
  }

  /** By how much a hidden count can vary. */
  double width(int count) {
    int root = find(count);
    return high[root] - low[root];
  }

  /** Ties counts that stand alone in an equation by two; keeps the equations with more. */
  private void tie() {
    for (int e = 0; e < equations.size(); e++) {
      int[] places = unknowns(e);
      if (places.length == 2 && !equations.open(e)) {
        tie(e, places[0], places[1]);
      } else if (places.length > 0) {
        wider.add(new Wider(e, places, equations.constant(e) - shown(e)));
      }
    }
  }

  /** The places of hidden counts in an equation. */
  private int[] unknowns(int e) {
    int[] terms = equations.terms(e);
    int n = 0;
    for (int t = 0; t < terms.length; t++) {
      if (hidden[terms[t]]) {
        found[n++] = t;
      }
    }
    return n == 0 ? NONE : Arrays.copyOf(found, n);
  }

  private double shown(int e) {
    int[] terms = equations.terms(e);
    double sum = 0;
    for (int t = 0; t < terms.length; t++) {
      if (!hidden[terms[t]]) {
        sum += equations.sign(e, t) * values[terms[t]];
      }
    }
    return sum;
  }

  private void tie(int e, int t, int u) {
    int x = equations.terms(e)[t];
    int y = equations.terms(e)[u];
    double rest = equations.constant(e) - shown(e);
    int a = find(x);
    int b = find(y);
    // p(r·A + o) + q(s·B + k) = rest
    int p = equations.sign(e, t);
    int q = equations.sign(e, u);
    int onA = p * sign[x];
    int onB = q * sign[y];
    double right = rest - p * offset[x] - q * offset[y];
    if (a != b) {
      parent[a] = b;
      sign[a] = -onA * onB;
      offset[a] = onA * right;
    } else if (onA + onB != 0) {
      determined.add(new Fixed(x, sign[x] * right / (onA + onB) + offset[x]));
    }
  }

  private int find(int i) {
    int up = parent[i];
    if (up == i) {
      return i;
    }
    int root = find(up);
    if (up != root) {
      offset[i] += sign[i] * offset[up];
      sign[i] *= sign[up];
      parent[i] = root;
    }
    return root;
  }

  private void atLeast(int count, double bound) {
    int root = find(count);
    double at = sign[count] * (bound - offset[count]);
    if (sign[count] > 0 && at > low[root] + ROUNDING) {
      low[root] = Math.min(at, high[root]);
      changed(root);
    } else if (sign[count] < 0 && at < high[root] - ROUNDING) {
      high[root] = Math.max(at, low[root]);
      changed(root);
    }
  }

  private void atMost(int count, double bound) {
    int root = find(count);
    double at = sign[count] * (bound - offset[count]);
    if (sign[count] > 0 && at < high[root] - ROUNDING) {
      high[root] = Math.max(at, low[root]);
      changed(root);
    } else if (sign[count] < 0 && at > low[root] + ROUNDING) {
      low[root] = Math.min(at, high[root]);
      changed(root);
    }
  }

  /** The least that a count can be. */
  double least(int count) {
    int root = find(count);
    return sign[count] > 0 ? low[root] + offset[count] : offset[count] - high[root];
  }

  /** The most that a count can be. */
  double most(int count) {
    int root = find(count);
    return sign[count] > 0 ? high[root] + offset[count] : offset[count] - low[root];
  }

  /** Carries bounds over the equations whose unknowns changed, until none does. */
  private void carry() {
    byUnknown = byUnknown();
    int[] visits = new int[wider.size()];
    for (int e = 0; e < wider.size(); e++) {
      waiting.add(e);
      isWaiting.set(e);
    }
    while (!waiting.isEmpty()) {
      int e = waiting.poll();
      isWaiting.clear(e);
      if (visits[e]++ < VISITS) {
        carry(wider.get(e));
      }
    }
  }

  /** Unknown → the equations that it stands in. */
  private int[][] byUnknown() {
    int[] sizes = new int[values.length];
    for (Wider equation : wider) {
      for (int place : equation.places()) {
        sizes[find(equations.terms(equation.number())[place])]++;
      }
    }
    int[][] all = new int[values.length][];
    for (int e = 0; e < wider.size(); e++) {
      for (int place : wider.get(e).places()) {
        int root = find(equations.terms(wider.get(e).number())[place]);
        all[root] = all[root] == null ? new int[sizes[root]] : all[root];
        all[root][--sizes[root]] = e;
      }
    }
    return all;
  }

  private void changed(int root) {
    if (byUnknown != null && byUnknown[root] != null) {
      for (int e : byUnknown[root]) {
        if (!isWaiting.get(e)) {
          isWaiting.set(e);
          waiting.add(e);
        }
      }
    }
  }

  /** Each unknown of an equation lies between what the others leave it. */
  private void carry(Wider equation) {
    int e = equation.number();
    int[] places = equation.places();
    double[] least = new double[places.length];
    double[] most = new double[places.length];
    for (int i = 0; i < places.length; i++) {
      int count = equations.terms(e)[places[i]];
      boolean plus = equations.sign(e, places[i]) > 0;
      least[i] = plus ? least(count) : -most(count);
      most[i] = plus ? most(count) : -least(count);
    }
    Sum leasts = Sum.of(least);
    Sum mosts = Sum.of(most);
    for (int i = 0; i < places.length; i++) {
      double upper =
          equations.open(e) ? Double.POSITIVE_INFINITY : equation.rest() - leasts.without(least[i]);
      bound(e, places[i], equation.rest() - mosts.without(most[i]), upper);
    }
  }

  private void bound(int e, int term, double from, double to) {
    int count = equations.terms(e)[term];
    boolean plus = equations.sign(e, term) > 0;
    double lower = plus ? from : -to;
    double upper = plus ? to : -from;
    if (lower > Double.NEGATIVE_INFINITY) {
      atLeast(count, lower);
    }
    if (upper < Double.POSITIVE_INFINITY) {
      atMost(count, upper);
    }
  }

  /** A sum from which one of its amounts can be taken, also where some are infinite. */
  private record Sum(double finite, int infinite, double sign) {
    private static Sum of(double[] amounts) {
      double sum = 0;
      int infinite = 0;
      double sign = 0;
      for (double amount : amounts) {
        if (Double.isInfinite(amount)) {
          infinite++;
          sign = amount;
        } else {
          sum += amount;
        }
      }
      return new Sum(sum, infinite, sign);
    }

    private double without(double amount) {
      boolean out = Double.isInfinite(amount);
      return infinite - (out ? 1 : 0) > 0 ? sign : out ? finite : finite - amount;
    }
  }
}
