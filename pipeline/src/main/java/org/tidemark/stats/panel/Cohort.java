package org.tidemark.stats.panel;

import java.util.ArrayList;
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

  private Cohort(int first, int[] units, double[] mean, double[][] rest, double[][] products) {
    this.first = first;
    this.units = units;
    this.mean = mean;
    this.rest = rest;
    this.products = products;
  }

  /** The cohorts of a panel without gaps, the never treated first. */
  static List<Cohort> of(Panel panel) {
    TreeMap<Integer, List<Integer>> byFirst = new TreeMap<>();
    for (int i = 0; i < panel.units(); i++) {
      byFirst.computeIfAbsent(panel.first(i), g -> new ArrayList<>()).add(i);
    }
    List<Cohort> cohorts = new ArrayList<>();
    byFirst.forEach(
        (g, units) ->
            cohorts.add(of(panel, g, units.stream().mapToInt(Integer::intValue).toArray())));
    return List.copyOf(cohorts);
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
    return new Cohort(first, units, mean, rest, products(rest, periods));
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

  /** Place of a member in the panel. */
  int unit(int member) {
    return units[member];
  }

  /** Mean change between two periods, counted from 1. */
  double change(int from, int to) {
    return mean[to - 1] - mean[from - 1];
  }

  /** What is left of each member by period when the cohort's mean is taken off. */
  double[][] rest() {
    return rest;
  }

  /** Sums over members of the products of what is left, by pair of periods. */
  double[][] products() {
    return products;
  }
}
