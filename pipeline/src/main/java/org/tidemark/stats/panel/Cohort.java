package org.tidemark.stats.panel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Units that start in the same period, reduced to what every estimate and its error need: how many
 * they are, their mean by period, and the sums of products of what remains of each. All outcomes of
 * a panel are contrasts of cohort means, so no table of units by cell is ever made.
 */
final class Cohort {
  private final int first;
  private final int[] units;
  private final double[] mean;
  private final double[][] rest;
  private final double[][] products;
  private final int[] observed;

  private Cohort(int first, int[] units, double[] mean, int[] observed, double[][] rest) {
    this.first = first;
    this.units = units;
    this.mean = mean;
    this.observed = observed;
    this.rest = rest;
    this.products = products(rest, rest[0].length);
  }

  /** The cohorts of a panel, the never treated first. */
  static List<Cohort> of(Panel panel) {
    boolean gaps = panel.observations() < panel.units() * panel.periods();
    TreeMap<Integer, List<Integer>> byFirst = new TreeMap<>();
    for (int i = 0; i < panel.units(); i++) {
      byFirst.computeIfAbsent(panel.first(i), g -> new ArrayList<>()).add(i);
    }
    List<Cohort> cohorts = new ArrayList<>();
    byFirst.forEach(
        (g, units) -> cohorts.add(of(panel, gaps, g, units.stream().mapToInt(i -> i).toArray())));
    return List.copyOf(cohorts);
  }

  private static Cohort of(Panel panel, boolean gaps, int first, int[] units) {
    return gaps ? withGaps(panel, first, units) : of(panel, first, units);
  }

  private static Cohort withGaps(Panel panel, int first, int[] units) {
    int periods = panel.periods();
    double[][] rest = new double[units.length][2 * periods];
    double[] mean = new double[periods];
    int[] observed = new int[periods];
    for (int t = 0; t < periods; t++) {
      for (int i = 0; i < units.length; i++) {
        if (panel.observed(units[i], t + 1)) {
          rest[i][periods + t] = 1;
          mean[t] += panel.outcome(units[i], t + 1);
          observed[t]++;
        }
      }
      mean[t] = observed[t] == 0 ? Double.NaN : mean[t] / observed[t];
      for (int i = 0; i < units.length; i++) {
        boolean seen = rest[i][periods + t] == 1;
        rest[i][t] = seen ? panel.outcome(units[i], t + 1) - mean[t] : 0;
        rest[i][periods + t] -= observed[t] / (double) units.length;
      }
    }
    return new Cohort(first, units, mean, observed, rest);
  }

  private static Cohort of(Panel panel, int first, int[] units) {
    int periods = panel.periods();
    double[][] rest = new double[units.length][periods];
    double[] mean = new double[periods];
    for (int i = 0; i < units.length; i++) {
      for (int t = 0; t < periods; t++) {
        rest[i][t] = panel.outcome(units[i], t + 1);
        mean[t] += rest[i][t];
      }
    }
    for (int t = 0; t < periods; t++) {
      mean[t] /= units.length;
    }
    for (double[] row : rest) {
      for (int t = 0; t < periods; t++) {
        row[t] -= mean[t];
      }
    }
    int[] all = new int[periods];
    Arrays.fill(all, units.length);
    return new Cohort(first, units, mean, all, rest);
  }

  private static double[][] products(double[][] rest, int periods) {
    double[][] products = new double[periods][periods];
    for (double[] row : rest) {
      for (int t = 0; t < periods; t++) {
        double at = row[t];
        double[] sums = products[t];
        for (int s = 0; s <= t; s++) {
          sums[s] += at * row[s];
        }
      }
    }
    for (int t = 0; t < periods; t++) {
      for (int s = t + 1; s < periods; s++) {
        products[t][s] = products[s][t];
      }
    }
    return products;
  }

  /** The period from which it is treated. */
  int first() {
    return first;
  }

  /** How many units it has. */
  int size() {
    return units.length;
  }

  /** How many units were observed in a period, counted from 1. */
  int observed(int period) {
    return observed[period - 1];
  }

  /** Mean of the units observed in a period; NaN where there is none. */
  double mean(int period) {
    return mean[period - 1];
  }

  /** Whether any unit of the panel has a gap. */
  boolean hasGaps() {
    return width() > mean.length;
  }

  /** Columns of {@link #rest}: the periods, and where there are gaps whether each was observed. */
  int width() {
    return rest[0].length;
  }

  /** Place of a member in the panel. */
  int unit(int member) {
    return units[member];
  }

  /** Mean change between two periods, counted from 1. */
  double change(int from, int to) {
    return mean[to - 1] - mean[from - 1];
  }

  /**
   * What is left of each member by period when the cohort's mean is taken off; where there are gaps
   * with whether the member was observed in each period behind it, 0 or 1 less their mean. Every
   * column adds up to 0 over the members.
   */
  double[][] rest() {
    return rest;
  }

  /** Sums over members of the products of what is left, by pair of periods. */
  double[][] products() {
    return products;
  }
}
