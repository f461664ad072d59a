package org.tidemark.stats.panel;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.panel.TwoWayRegression.Correction;

/**
 * The interaction-weighted event study: a two-way regression with a term for every cohort and time
 * since its start but the last before it, brought together by the cohorts' shares at each time. Sun
 * L, Abraham S. J Econometrics 2021;225:175-199. doi:10.1016/j.jeconom.2020.09.006
 *
 * <p>Controls are the cohort that starts last, in the periods before it does; the never treated are
 * left out then. Or they are the never treated. Shares are taken as given in the errors, which are
 * cluster-robust with t of G - 1. On a panel without gaps the never-treated form has the same
 * effects as {@link CallawaySantAnna} with a universal base: it is here as a check by another way.
 *
 * @param effects by periods since the start, without -1
 * @param overall mean of those from the start on
 * @param panel the units and periods that entered
 */
public record SunAbraham(Map<Integer, Effect> effects, Effect overall, Panel panel) {
  private static final int MOST_TERMS = 600;

  private record Term(int cohort, int time) {}

  /**
   * The event study of a panel.
   *
   * @param lastTreated whether the cohort that starts last serves for comparison rather than the
   *     never treated
   */
  public static Answer<SunAbraham> of(Panel all, boolean lastTreated) {
    Panel kept = all.withoutAlwaysTreated();
    Panel panel = lastTreated ? untilLast(kept) : kept;
    if (panel.isEmpty() || panel.periods() < 2 || panel.treatedUnits() == panel.units()) {
      return Answer.insufficient(Shortfall.NO_COMPARISON);
    }
    List<Term> terms = terms(panel);
    if (terms.stream().noneMatch(t -> t.time >= 0) || terms.size() > MOST_TERMS) {
      return Answer.insufficient(
          terms.size() > MOST_TERMS ? Shortfall.NOT_IDENTIFIED : Shortfall.TOO_FEW_UNITS);
    }
    List<WithinUnits.Regressor> regressors = new ArrayList<>();
    for (Term term : terms) {
      regressors.add(
          (i, t) -> panel.first(i) == term.cohort && t - term.cohort == term.time ? 1 : 0);
    }
    return TwoWayRegression.of(panel, regressors).map(fit -> of(panel, terms, fit));
  }

  private static SunAbraham of(Panel panel, List<Term> terms, TwoWayRegression fit) {
    Map<Integer, double[]> contrasts = new TreeMap<>();
    for (int j = 0; j < terms.size(); j++) {
      int time = terms.get(j).time;
      contrasts.computeIfAbsent(time, e -> new double[terms.size()])[j] =
          share(panel, terms, terms.get(j));
    }
    Map<Integer, Effect> effects = new TreeMap<>();
    double[] overall = new double[terms.size()];
    long after = contrasts.keySet().stream().filter(e -> e >= 0).count();
    contrasts.forEach(
        (time, contrast) -> {
          effects.put(time, fit.effect(contrast, Correction.NESTED));
          IntStream.range(0, overall.length)
              .filter(j -> time >= 0)
              .forEach(j -> overall[j] += contrast[j] / after);
        });
    return new SunAbraham(effects, fit.effect(overall, Correction.NESTED), panel);
  }

  private static double share(Panel panel, List<Term> terms, Term own) {
    double all = 0;
    for (Term term : terms) {
      all += term.time == own.time ? size(panel, term.cohort) : 0;
    }
    return size(panel, own.cohort) / all;
  }

  private static double size(Panel panel, int cohort) {
    return IntStream.range(0, panel.units()).filter(i -> panel.first(i) == cohort).count();
  }

  private static List<Term> terms(Panel panel) {
    int[] cohorts =
        IntStream.range(0, panel.units())
            .map(panel::first)
            .filter(g -> g != Panel.NEVER)
            .distinct()
            .sorted()
            .toArray();
    List<Term> terms = new ArrayList<>();
    for (int g : cohorts) {
      for (int t = 1; t <= panel.periods(); t++) {
        if (t != g - 1) {
          terms.add(new Term(g, t - g));
        }
      }
    }
    return terms;
  }

  /** Treated units in the periods before the last start, the last cohort as never treated. */
  private static Panel untilLast(Panel all) {
    int last = IntStream.range(0, all.units()).map(all::first).max().orElse(Panel.NEVER);
    if (last == Panel.NEVER) {
      return all;
    }
    Panel treated = all.keep(i -> all.first(i) != Panel.NEVER);
    double[][] outcome = new double[treated.units()][last - 1];
    int[] first = new int[treated.units()];
    int[] cluster = new int[treated.units()];
    for (int i = 0; i < treated.units(); i++) {
      first[i] = treated.first(i);
      cluster[i] = treated.cluster(i);
      for (int t = 1; t < last; t++) {
        outcome[i][t - 1] = treated.outcome(i, t);
      }
    }
    return Panel.of(outcome, first).clustered(cluster);
  }
}
