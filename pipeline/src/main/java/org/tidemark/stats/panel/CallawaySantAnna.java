package org.tidemark.stats.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.linear.PositiveDefinite;

/**
 * The average effect on the treated by cohort and period with staggered starts, without covariates.
 * Callaway B, Sant'Anna PHC. Difference-in-differences with multiple time periods. J Econometrics
 * 2021;225:200-230. doi:10.1016/j.jeconom.2020.12.001
 *
 * <p>For the cohort G = g and period t against a base period b: {@code ATT(g,t) = mean(Y_t - Y_b |
 * G = g) - mean(Y_t - Y_b | controls)}. From g on the base is g - 1; before it is t - 1 (varying)
 * or g - 1 (universal). Controls are the never treated, or all not treated by {@code max(t, b)}.
 * Errors come from influence functions, those of the aggregates with the estimated shares of the
 * cohorts. Limits and p are those of Student's t with clusters less one: with 20 sites the normal
 * distribution's hold the effect in 93 of 100 panels, these in 94 to 95.
 *
 * <p>Worked example: two sites start in period 2 and go from 1 and 3 to 5 and 6; two never start
 * and go from 2 and 4 to 3 and 4. ATT(2,2) = 3.5 - 0.5 = 3.
 *
 * <p>Units with gaps are left out and counted, or take part where they were observed ({@link
 * Design#gaps}, which answers another question: the units of a period differ from those of its
 * base). Units treated from the first period on, of which nothing is known before, are left out and
 * counted.
 */
public final class CallawaySantAnna {
  /** Fewest treated units from which an error is told. */
  public static final int LEAST_UNITS = 3;

  private final Panel panel;
  private final Design design;
  private final List<Cohort> cohorts;
  private final Influence influence;
  private final List<Cell> cells;
  private final int incomplete;
  private final int alwaysTreated;

  private CallawaySantAnna(Panel panel, Design design, int incomplete, int alwaysTreated) {
    this.panel = panel;
    this.design = design;
    this.cohorts = Cohort.of(panel);
    this.influence = Influence.of(panel, cohorts);
    this.incomplete = incomplete;
    this.alwaysTreated = alwaysTreated;
    this.cells = cells();
  }

  /**
   * What is compared with what.
   *
   * @param notYetTreated whether those who start later serve as controls until they do
   * @param universal whether every period is compared with the one before the start
   * @param gaps whether units with gaps take part in the periods in which they were observed; else
   *     they are left out
   */
  public record Design(boolean notYetTreated, boolean universal, boolean gaps) {
    /** Of units without gaps. */
    public Design(boolean notYetTreated, boolean universal) {
      this(notYetTreated, universal, false);
    }
  }

  /**
   * The effect on one cohort in one period.
   *
   * @param cohort its first treated period
   * @param period the period
   * @param base the period it is compared with
   * @param treated units of the cohort
   * @param controls units they are compared with
   * @param effect the effect; without error where the cohort has fewer than {@link #LEAST_UNITS}
   */
  public record GroupTime(
      int cohort, int period, int base, int treated, int controls, Effect effect) {}

  /**
   * Effects brought together.
   *
   * @param overall over all levels
   * @param levels by cohort, event time or period; empty for the simple average
   */
  public record Aggregate(Effect overall, Map<Integer, Level> levels) {}

  /**
   * One level of an aggregate.
   *
   * @param effect the mean effect
   * @param cohorts how many cohorts it brings together
   * @param treated how many units these have
   * @param controls the fewest controls of any of its cells
   */
  public record Level(Effect effect, int cohorts, int treated, int controls) {}

  private record Cell(int cohort, int period, int base, int controls, Contrast contrast) {}

  private record Sum(Contrast contrast, int cohorts, int treated, int controls) {}

  /**
   * The effects of a panel; insufficient without a treated cohort that can be compared.
   *
   * @param all every unit, with gaps if there are any
   */
  public static Answer<CallawaySantAnna> of(Panel all, Design design) {
    Panel complete = design.gaps() ? all.observed() : all.complete();
    Panel panel = complete.withoutAlwaysTreated();
    if (panel.isEmpty() || panel.treatedUnits() == 0) {
      return Answer.insufficient(Shortfall.TOO_FEW_UNITS);
    }
    CallawaySantAnna effects =
        new CallawaySantAnna(
            panel, design, all.units() - complete.units(), complete.units() - panel.units());
    return effects.cells.stream().anyMatch(c -> c.period >= effects.start(c))
        ? Answer.given(effects)
        : Answer.insufficient(Shortfall.NO_COMPARISON);
  }

  /** Units that entered. */
  public Panel panel() {
    return panel;
  }

  /** Units left out because a period of theirs was not observed. */
  public int incomplete() {
    return incomplete;
  }

  /** Units left out because they were treated from the first period on. */
  public int alwaysTreated() {
    return alwaysTreated;
  }

  private List<Cell> cells() {
    List<Cell> made = new ArrayList<>();
    for (int c = 0; c < cohorts.size(); c++) {
      int g = cohorts.get(c).first();
      if (g != Panel.NEVER) {
        for (int t = design.universal() ? 1 : 2; t <= panel.periods(); t++) {
          int base = t >= g || design.universal() ? g - 1 : t - 1;
          cell(c, t, base).ifPresent(made::add);
        }
      }
    }
    return made;
  }

  private Optional<Cell> cell(int treated, int period, int base) {
    List<Integer> pool = controls(treated, Math.max(period, base));
    return Comparison.of(cohorts, panel.units(), treated, pool, period, base)
        .map(c -> new Cell(treated, period, base, c.controls(), c.contrast()));
  }

  private List<Integer> controls(int treated, int until) {
    List<Integer> pool = new ArrayList<>();
    for (int c = 0; c < cohorts.size(); c++) {
      int g = cohorts.get(c).first();
      boolean later = design.notYetTreated() && g > until && c != treated;
      if (g == Panel.NEVER || later) {
        pool.add(c);
      }
    }
    return pool;
  }

  private int start(Cell cell) {
    return cohorts.get(cell.cohort).first();
  }

  private boolean isReference(Cell cell) {
    return cell.period == cell.base;
  }

  /** Every ATT(g,t), by cohort and period. The base period itself has effect 0 without error. */
  public List<GroupTime> groupTimes() {
    return cells.stream()
        .map(
            c ->
                new GroupTime(
                    start(c),
                    c.period,
                    c.base,
                    cohorts.get(c.cohort).size(),
                    c.controls,
                    effect(c.contrast, cohorts.get(c.cohort).size())))
        .toList();
  }

  private Effect effect(Contrast contrast, int treated) {
    return treated < LEAST_UNITS
        ? Effect.point(contrast.value())
        : Effect.student(contrast.value(), influence.error(contrast), panel.clusters() - 1.0);
  }

  /** The mean of all effects from the start on, each cohort by its size. */
  public Aggregate simple() {
    Sum sum = weighted(cells.stream().filter(c -> c.period >= start(c)).toList());
    return new Aggregate(effect(sum.contrast, sum.treated), Map.of());
  }

  /** By cohort, over the periods from its start on; overall by the cohorts' sizes. */
  public Aggregate group() {
    Map<Integer, Sum> sums = new TreeMap<>();
    Map<Integer, Integer> places = new TreeMap<>();
    for (int c = 0; c < cohorts.size(); c++) {
      int own = c;
      List<Cell> after =
          cells.stream().filter(x -> x.cohort == own && x.period >= start(x)).toList();
      if (!after.isEmpty()) {
        int size = cohorts.get(c).size();
        Contrast mean = mean(after.stream().map(Cell::contrast).toList());
        sums.put(cohorts.get(c).first(), new Sum(mean, 1, size, fewest(after)));
        places.put(cohorts.get(c).first(), c);
      }
    }
    List<Contrast> means = sums.values().stream().map(Sum::contrast).toList();
    Contrast overall = weighted(means, List.copyOf(places.values()));
    return told(overall, sums);
  }

  /** By periods since the start; overall the mean of those from the start on. */
  public Aggregate dynamic() {
    return dynamic(1, 0);
  }

  /**
   * By periods since the start, without those that too little stands behind.
   *
   * @param leastCohorts fewest cohorts of a level; one where the panel has no more
   * @param leastControls fewest controls of each of its cells
   */
  public Aggregate dynamic(int leastCohorts, int leastControls) {
    Map<Integer, Sum> sums = new TreeMap<>();
    eventTimes(leastCohorts, leastControls).forEach((e, own) -> sums.put(e, weighted(own)));
    return told(mean(sums, e -> e >= 0), sums);
  }

  private Map<Integer, List<Cell>> eventTimes(int leastCohorts, int leastControls) {
    Map<Integer, List<Cell>> times = new TreeMap<>();
    cells.forEach(c -> times.computeIfAbsent(c.period - start(c), e -> new ArrayList<>()).add(c));
    long treated = cohorts.stream().filter(c -> c.first() != Panel.NEVER).count();
    times
        .values()
        .removeIf(
            own -> own.size() < Math.min(leastCohorts, treated) || fewest(own) < leastControls);
    return times;
  }

  /** By period, over the cohorts that have started; overall the mean of the periods. */
  public Aggregate calendar() {
    Map<Integer, List<Cell>> periods = new TreeMap<>();
    cells.stream()
        .filter(c -> c.period >= start(c))
        .forEach(c -> periods.computeIfAbsent(c.period, t -> new ArrayList<>()).add(c));
    Map<Integer, Sum> sums = new TreeMap<>();
    periods.forEach((t, own) -> sums.put(t, weighted(own)));
    return told(mean(sums, t -> true), sums);
  }

  /** The joint test that all effects before the start are 0; empty where it cannot be told. */
  public Optional<Wald> preTest() {
    List<Cell> before = cells.stream().filter(c -> c.period < start(c) && !isReference(c)).toList();
    if (before.isEmpty() || before.size() >= panel.clusters()) {
      return Optional.empty();
    }
    double[] values = before.stream().mapToDouble(c -> c.contrast.value()).toArray();
    return PositiveDefinite.of(influence.covariance(before.stream().map(Cell::contrast).toList()))
        .map(
            v -> {
              double[] solved = v.solve(values);
              double w = 0;
              for (int j = 0; j < values.length; j++) {
                w += values[j] * solved[j];
              }
              double p = ChiSquaredDistribution.of(values.length).survivalProbability(w);
              return new Wald(w, values.length, p);
            });
  }

  /**
   * How many standard errors on each side hold the effects by periods since the start all at once
   * with probability 0.95.
   *
   * @param draws draws of the multiplier bootstrap
   * @param seed where they start
   */
  public double simultaneous(int leastCohorts, int leastControls, int draws, long seed) {
    List<Contrast> contrasts =
        eventTimes(leastCohorts, leastControls).values().stream()
            .filter(own -> own.stream().anyMatch(c -> !isReference(c)))
            .map(own -> weighted(own).contrast)
            .toList();
    return influence.simultaneous(contrasts, draws, seed);
  }

  private Aggregate told(Contrast overall, Map<Integer, Sum> sums) {
    Map<Integer, Level> levels = new LinkedHashMap<>();
    sums.forEach(
        (key, sum) ->
            levels.put(
                key,
                new Level(
                    effect(sum.contrast, sum.treated), sum.cohorts, sum.treated, sum.controls)));
    return new Aggregate(effect(overall, panel.treatedUnits()), levels);
  }

  private Contrast mean(Map<Integer, Sum> sums, Predicate<Integer> which) {
    return mean(
        sums.entrySet().stream()
            .filter(e -> which.test(e.getKey()))
            .map(e -> e.getValue().contrast)
            .toList());
  }

  private Contrast mean(List<Contrast> contrasts) {
    Contrast sum = Contrast.zero(cohorts);
    for (Contrast one : contrasts) {
      sum = sum.plus(1.0 / contrasts.size(), one);
    }
    return sum;
  }

  private Sum weighted(List<Cell> own) {
    Contrast contrast =
        weighted(
            own.stream().map(Cell::contrast).toList(), own.stream().map(Cell::cohort).toList());
    int[] involved = own.stream().mapToInt(Cell::cohort).distinct().toArray();
    int treated = java.util.Arrays.stream(involved).map(c -> cohorts.get(c).size()).sum();
    return new Sum(contrast, involved.length, treated, fewest(own));
  }

  /** Weighted by the shares of the cohorts, which are estimates themselves. */
  private Contrast weighted(List<Contrast> contrasts, List<Integer> own) {
    double n = panel.units();
    double total = own.stream().mapToDouble(c -> cohorts.get(c).size() / n).sum();
    Contrast sum = Contrast.zero(cohorts);
    for (int k = 0; k < own.size(); k++) {
      sum = sum.plus(cohorts.get(own.get(k)).size() / n / total, contrasts.get(k));
    }
    double[] levels = new double[cohorts.size()];
    for (int k = 0; k < own.size(); k++) {
      // d/dp_k of sum p_j v_j / sum p_j is (v_k - mean) / sum p_j.
      double slope = (contrasts.get(k).value() - sum.value()) / total;
      double share = cohorts.get(own.get(k)).size() / n;
      for (int c = 0; c < levels.length; c++) {
        levels[c] += slope * ((c == own.get(k) ? 1 : 0) - share);
      }
    }
    return sum.withLevels(levels);
  }

  private static int fewest(List<Cell> own) {
    return own.stream().mapToInt(Cell::controls).min().orElse(0);
  }
}
