package org.tidemark.disclose;

import static org.tidemark.disclose.Equations.ROUNDING;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Hides what small counts could be computed from. Rows are hidden whole; a count is hidden once no
 * row shows it. While any equation has one hidden count, its smallest other count is hidden; then,
 * while an attacker could narrow any hidden count to less than the threshold ({@link Bounds}, and
 * {@link Attacker} where few hang together), the smallest count of the equations that narrow it.
 * That a hidden zero is part of a shown zero stands: zeros are no secret.
 */
final class Suppression {
  /** Why a row is hidden. */
  enum Reason {
    /** It is not. */
    SHOWN,
    /** A count in it is small. */
    PRIMARY,
    /** A hidden count could be computed from it. */
    COMPLEMENTARY
  }

  /** How many counts that hang together are solved by a linear programme. */
  private static final int EXACT = 300;

  private final Equations equations;
  private final double[] values;
  private final boolean[] told;
  private final boolean[] before;
  private final double threshold;
  private final int[][] counts;
  private final int[][] rows;
  private final int[][] places;
  private final Reason[] reasons;
  private final int[] showing;
  private final Deque<Integer> waiting = new ArrayDeque<>();

  private Suppression(
      Equations equations,
      double[] values,
      boolean[] told,
      boolean[] before,
      int[][] rowCounts,
      double threshold) {
    this.equations = equations;
    this.values = values;
    this.told = told;
    this.before = before;
    this.threshold = threshold;
    this.counts = rowCounts;
    this.rows = rowsOf(rowCounts, values.length);
    this.places = equations.byCount(values.length);
    this.reasons = new Reason[rowCounts.length];
    this.showing = new int[values.length];
    Arrays.fill(reasons, Reason.SHOWN);
    Arrays.setAll(showing, c -> rows[c].length);
  }

  /**
   * Which rows are hidden.
   *
   * @param values the true counts
   * @param told counts that readers know anyway
   * @param before counts that were hidden last time, and are hidden again sooner than others
   * @param rowCounts row → the counts in it
   * @param small rows with a small count
   * @param threshold by how much every hidden count must be able to vary
   */
  static Suppression of(
      Equations equations,
      double[] values,
      boolean[] told,
      boolean[] before,
      int[][] rowCounts,
      BitSet small,
      double threshold) {
    Suppression found = new Suppression(equations, values, told, before, rowCounts, threshold);
    small.stream().forEach(row -> found.hideRow(row, Reason.PRIMARY));
    found.complete();
    while (found.widen()) {
      found.complete();
    }
    return found;
  }

  /** Why a row is hidden, if it is. */
  Reason reason(int row) {
    return reasons[row];
  }

  /** Count → whether nobody outside can see it. */
  boolean[] hidden() {
    boolean[] hidden = new boolean[values.length];
    for (int c = 0; c < hidden.length; c++) {
      hidden[c] = isHidden(c);
    }
    return hidden;
  }

  private boolean isHidden(int count) {
    return showing[count] == 0 && rows[count].length > 0 && !told[count];
  }

  private void hideRow(int row, Reason reason) {
    if (reasons[row] != Reason.SHOWN) {
      return;
    }
    reasons[row] = reason;
    for (int count : counts[row]) {
      if (--showing[count] == 0 && !told[count]) {
        for (int equation : places[count]) {
          waiting.add(equation);
        }
      }
    }
  }

  private void hide(int count) {
    for (int row : rows[count]) {
      hideRow(row, Reason.COMPLEMENTARY);
    }
  }

  /** No equation keeps one hidden count. */
  private void complete() {
    while (!waiting.isEmpty()) {
      int equation = waiting.poll();
      if (!equations.open(equation) && hiddenIn(equation) == 1) {
        int next = smallest(equation);
        if (next >= 0) {
          hide(next);
        }
      }
    }
  }

  private int hiddenIn(int equation) {
    int n = 0;
    for (int count : equations.terms(equation)) {
      n += isHidden(count) ? 1 : 0;
    }
    return n;
  }

  /** Hides one count more for each that can be narrowed; false where none can. */
  private boolean widen() {
    boolean[] hidden = hidden();
    Bounds bounds = Bounds.of(equations, values, hidden);
    Map<Integer, Integer> next = new HashMap<>();
    for (int count = 0; count < hidden.length; count++) {
      if (hidden[count] && bounds.width(count) < threshold - ROUNDING) {
        next.merge(bounds.unknown(count), around(count), this::sooner);
      }
    }
    if (next.values().stream().allMatch(count -> count < 0)) {
      for (int count : new Attacker(equations, values, hidden).narrowed(threshold, EXACT)) {
        next.merge(bounds.unknown(count), around(count), this::sooner);
      }
    }
    List<Integer> more = next.values().stream().filter(c -> c >= 0).sorted().distinct().toList();
    more.forEach(this::hide);
    return !more.isEmpty();
  }

  /** The smallest count of the equations of one that could still be hidden; or −1. */
  private int around(int count) {
    int best = -1;
    for (int equation : places[count]) {
      best = sooner(best, smallest(equation));
    }
    return best;
  }

  private int smallest(int equation) {
    int best = -1;
    for (int count : equations.terms(equation)) {
      if (showing[count] > 0 && !told[count] && values[count] > ROUNDING) {
        best = sooner(best, count);
      }
    }
    return best;
  }

  /** Of two counts, each −1 if there is none, that which is hidden sooner. */
  private int sooner(int one, int other) {
    if (one < 0 || other < 0) {
      return Math.max(one, other);
    }
    boolean second = before[one] == before[other] ? values[other] <= values[one] : before[other];
    return second ? other : one;
  }

  private static int[][] rowsOf(int[][] rowCounts, int size) {
    int[] sizes = new int[size];
    for (int[] counts : rowCounts) {
      for (int count : counts) {
        sizes[count]++;
      }
    }
    int[][] rows = new int[size][];
    Arrays.setAll(rows, c -> new int[sizes[c]]);
    for (int row = rowCounts.length - 1; row >= 0; row--) {
      for (int count : rowCounts[row]) {
        rows[count][--sizes[count]] = row;
      }
    }
    return rows;
  }
}
