package org.tidemark.stats;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tidemark.stats.LifeTableHazards.Assumption;
import org.tidemark.stats.LifeTableHazards.Hazard;

/**
 * An abridged life table smoothed to single years of age. Elandt-Johnson RC, Johnson NL. Survival
 * Models and Data Analysis. Wiley, New York 1980, chapter 5. As EUROCARE and CONCORD do: Baili P,
 * Micheli A, De Angelis R, et al. Life tables for world-wide comparison of relative survival for
 * cancer (CONCORD study). Tumori 2008;94:658-668. doi:10.1177/030089160809400503
 *
 * <ul>
 *   <li>Below {@link #OLD} years the survivors at single ages are those of the polynomial of degree
 *       five through the six nearest ages at which a group begins, age 0 left out.
 *   <li>From there on hazards grow within a group by the yearly factor (Gompertz) by which they
 *       grow from the group to the next one, the last group's as from the one before.
 * </ul>
 *
 * <p>The survivors at the ages at which a group begins stay as they are. In the years of a group in
 * which the polynomial does not fall its constant hazard holds; groups of one year, the open last
 * one, and any of certain death stay.
 *
 * <p>Example: of groups whose survivors fall by the same factor a year, every year has that factor.
 */
public final class ElandtJohnson {
  /** First age at which the law of Gompertz takes over. */
  public static final int OLD = 75;

  private static final int POINTS = 6;

  private final List<Hazard> groups;
  private final List<Integer> pivots = new ArrayList<>();
  private final List<Double> survivors = new ArrayList<>();

  private ElandtJohnson(List<Hazard> groups) {
    this.groups = groups;
    double left = 1;
    for (Hazard group : groups) {
      if (group.age() > 0) {
        pivots.add(group.age());
        survivors.add(left);
      }
      if (!closed(group)) {
        return;
      }
      left *= Math.exp(-cumulative(group));
    }
    pivots.add(groups.get(groups.size() - 1).endAge());
    survivors.add(left);
  }

  /**
   * The table by single years as far as its groups are closed.
   *
   * @param groups by age, each beginning where the one before ends, as {@link LifeTableHazards}
   *     gives them
   */
  public static List<Hazard> smoothed(List<Hazard> groups) {
    if (groups.isEmpty()) {
      return groups;
    }
    ElandtJohnson table = new ElandtJohnson(groups);
    List<Hazard> years = new ArrayList<>();
    for (int g = 0; g < groups.size(); g++) {
      years.addAll(table.years(g));
    }
    return Collections.unmodifiableList(years);
  }

  private List<Hazard> years(int g) {
    Hazard group = groups.get(g);
    int width = group.endAge() - group.age();
    if (!closed(group) || width == 1) {
      return List.of(group);
    }
    double[] hazards = group.age() >= OLD ? gompertz(g) : polynomial(group);
    boolean falls = Arrays.stream(hazards).allMatch(hazard -> hazard >= 0);
    Set<Assumption> assumed = EnumSet.noneOf(Assumption.class);
    assumed.addAll(group.assumed());
    if (falls) {
      assumed.remove(Assumption.ABRIDGED);
      assumed.add(Assumption.SMOOTHED);
    }
    List<Hazard> years = new ArrayList<>();
    for (int i = 0; i < width; i++) {
      int age = group.age() + i;
      double perDay = falls ? hazards[i] / PopulationHazard.DAYS_IN_YEAR : group.perDay();
      years.add(new Hazard(age, age + 1, perDay, i == 0 ? assumed : Set.of()));
    }
    return years;
  }

  /** Hazards per year from the survivors that the polynomial has at each year's ends. */
  private double[] polynomial(Hazard group) {
    int at = pivots.indexOf(group.age());
    int from = Math.max(0, Math.min(at - (POINTS / 2 - 1), pivots.size() - POINTS));
    int to = Math.min(pivots.size(), from + POINTS);
    double[] hazards = new double[group.endAge() - group.age()];
    double before = survivors.get(at);
    for (int i = 0; i < hazards.length; i++) {
      double after = lagrange(from, to, group.age() + i + 1);
      hazards[i] = Math.log(before / after);
      before = after;
    }
    return hazards;
  }

  private double lagrange(int from, int to, double age) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      double term = survivors.get(i);
      for (int j = from; j < to; j++) {
        term *= i == j ? 1 : (age - pivots.get(j)) / (pivots.get(i) - pivots.get(j));
      }
      sum += term;
    }
    return sum;
  }

  private double[] gompertz(int g) {
    Hazard group = groups.get(g);
    double growth = growth(g);
    double[] hazards = new double[group.endAge() - group.age()];
    double weights = 0;
    for (int i = 0; i < hazards.length; i++) {
      hazards[i] = Math.pow(growth, i);
      weights += hazards[i];
    }
    for (int i = 0; i < hazards.length; i++) {
      hazards[i] *= cumulative(group) / weights;
    }
    return hazards;
  }

  /** The yearly factor between the middles of a group and of the next, or of the one before. */
  private double growth(int g) {
    boolean last = g + 1 == groups.size() || !closed(groups.get(g + 1));
    int low = last ? g - 1 : g;
    if (low < 0 || !(groups.get(low).perDay() > 0)) {
      return 1;
    }
    Hazard young = groups.get(low);
    Hazard old = groups.get(low + 1);
    double years = (old.age() + old.endAge() - young.age() - young.endAge()) / 2.0;
    return Math.pow(old.perDay() / young.perDay(), 1 / years);
  }

  private static boolean closed(Hazard group) {
    return group.endAge() != AgeBand.OPEN && Double.isFinite(group.perDay());
  }

  private static double cumulative(Hazard group) {
    return group.perDay() * PopulationHazard.DAYS_IN_YEAR * (group.endAge() - group.age());
  }
}
