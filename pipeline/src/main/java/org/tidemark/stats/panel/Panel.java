package org.tidemark.stats.panel;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.tidemark.stats.Require;

/**
 * An outcome of units by period, with the period from which each is treated. Nothing is shared with
 * the caller's arrays but their rows, which are only read.
 */
public final class Panel {
  /** Says of a unit that it is never treated. */
  public static final int NEVER = 0;

  private final double[][] outcome;
  private final double[][] weights;
  private final int[] first;
  private final int[] clusters;

  private Panel(double[][] outcome, double[][] weights, int[] first, int[] clusters) {
    this.outcome = outcome;
    this.weights = weights;
    this.first = first;
    this.clusters = clusters;
  }

  /**
   * A panel without weights, each unit a cluster of its own.
   *
   * @param outcome a row a unit, a value a period; NaN where it was not observed
   * @param first period from which a unit is treated, from 1; {@link #NEVER}, or one after the
   *     last, where it is not treated inside the panel
   */
  public static Panel of(double[][] outcome, int[] first) {
    Require.that(outcome.length == first.length, "one first period a unit is needed");
    Require.that(outcome.length > 0 && outcome[0].length > 0, "a panel has units and periods");
    int periods = outcome[0].length;
    for (double[] row : outcome) {
      Require.that(row.length == periods, "all units have the same periods");
    }
    int[] inside = Arrays.stream(first).map(g -> g < 0 || g > periods ? NEVER : g).toArray();
    return new Panel(
        outcome.clone(), new double[0][], inside, IntStream.range(0, first.length).toArray());
  }

  /** The same panel with a weight above 0 for each observed outcome. */
  public Panel weighted(double[][] byCell) {
    Require.that(byCell.length == outcome.length, "one row of weights a unit is needed");
    return new Panel(outcome, byCell.clone(), first, clusters);
  }

  /** The same panel with units that belong together; numbers need not be in a row. */
  public Panel clustered(int[] byUnit) {
    Require.that(byUnit.length == outcome.length, "one cluster a unit is needed");
    int[] known = Arrays.stream(byUnit).distinct().sorted().toArray();
    int[] numbered = Arrays.stream(byUnit).map(c -> Arrays.binarySearch(known, c)).toArray();
    return new Panel(outcome, weights, first, numbered);
  }

  /** Number of units. */
  public int units() {
    return outcome.length;
  }

  /** Number of periods. */
  public int periods() {
    return outcome[0].length;
  }

  /** Number of clusters. */
  public int clusters() {
    return (int) Arrays.stream(clusters).distinct().count();
  }

  /** Units treated in some period of the panel. */
  public int treatedUnits() {
    return (int) Arrays.stream(first).filter(g -> g != NEVER).count();
  }

  /** Clusters with a treated unit. */
  public int treatedClusters() {
    return (int)
        IntStream.range(0, first.length)
            .filter(i -> first[i] != NEVER)
            .map(i -> clusters[i])
            .distinct()
            .count();
  }

  /** Cells that were observed. */
  public int observations() {
    return (int)
        Arrays.stream(outcome)
            .flatMapToDouble(Arrays::stream)
            .filter(y -> !Double.isNaN(y))
            .count();
  }

  /** The first treated period of a unit, {@link #NEVER} where there is none. */
  public int first(int unit) {
    return first[unit];
  }

  /** The cluster of a unit. */
  public int cluster(int unit) {
    return clusters[unit];
  }

  /** The outcome of a unit in a period, counted from 1; NaN where it was not observed. */
  public double outcome(int unit, int period) {
    return outcome[unit][period - 1];
  }

  /** Whether an outcome was observed. */
  public boolean observed(int unit, int period) {
    return !Double.isNaN(outcome[unit][period - 1]);
  }

  /** The weight of an outcome, 1 in a panel without weights. */
  public double weight(int unit, int period) {
    return weights.length == 0 ? 1 : weights[unit][period - 1];
  }

  /** Whether a unit is treated in a period. */
  public boolean treated(int unit, int period) {
    return first[unit] != NEVER && period >= first[unit];
  }

  /** The units of which every period was observed. */
  public Panel complete() {
    return keep(i -> Arrays.stream(outcome[i]).noneMatch(Double::isNaN));
  }

  /** The units of which any period was observed. */
  public Panel observed() {
    return keep(i -> !Arrays.stream(outcome[i]).allMatch(Double::isNaN));
  }

  /** The units that were seen before they were treated: others can tell no effect. */
  public Panel withoutAlwaysTreated() {
    return keep(i -> first[i] != 1);
  }

  /** The units that fulfil a condition; the panel may become empty. */
  public Panel keep(IntPredicate condition) {
    int[] kept = IntStream.range(0, outcome.length).filter(condition).toArray();
    double[][] y = Arrays.stream(kept).mapToObj(i -> outcome[i]).toArray(double[][]::new);
    double[][] w =
        weights.length == 0
            ? weights
            : Arrays.stream(kept).mapToObj(i -> weights[i]).toArray(double[][]::new);
    return new Panel(
        y,
        w,
        Arrays.stream(kept).map(i -> first[i]).toArray(),
        Arrays.stream(kept).map(i -> clusters[i]).toArray());
  }

  /** Whether nothing is left. */
  public boolean isEmpty() {
    return outcome.length == 0;
  }
}
