package org.tidemark.stats.panel;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Quantiles;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.panel.TwoWayRegression.Correction;

/**
 * Two-way fixed effects by time since treatment: {@code y_it = a_i + l_t + sum_k b_k 1{t - G_i = k}
 * + e_it}, k = -1 the reference, earlier and later ones gathered at the ends. Leads that differ
 * from 0 speak against parallel trends. Jacobson LS, LaLonde RJ, Sullivan DG. Am Econ Rev
 * 1993;83:685-709. Where effects differ between cohorts the coefficients mix them (Sun L, Abraham
 * S. J Econometrics 2021;225:175-199. doi:10.1016/j.jeconom.2020.09.006): with staggered starts
 * {@link CallawaySantAnna} is to be preferred.
 *
 * @param effects by periods since the start, without -1
 * @param leads joint test of all leads; empty where there are too many for the clusters
 * @param breakdown how many times the largest step between neighbouring leads a trend would have to
 *     go on a period for the limits of the mean effect to reach 0; empty where there are fewer than
 *     two leads, or no step. After Rambachan A, Roth J. Rev Econ Stud 2023;90:2555-2591.
 *     doi:10.1093/restud/rdad018, by the plainest bound
 */
public record EventStudy(
    Map<Integer, Effect> effects, Optional<Wald> leads, OptionalDouble breakdown) {

  /**
   * The event study of a panel.
   *
   * @param earliest lead at which earlier ones are gathered, below -1
   * @param latest lag at which later ones are gathered
   */
  public static Answer<EventStudy> of(Panel panel, int earliest, int latest) {
    List<Integer> times =
        IntStream.rangeClosed(earliest, latest)
            .filter(k -> k != -1 && occurs(panel, k, earliest, latest))
            .boxed()
            .toList();
    if (times.isEmpty()) {
      return Answer.insufficient(Shortfall.TOO_FEW_PERIODS);
    }
    List<WithinUnits.Regressor> regressors = new ArrayList<>();
    for (int k : times) {
      regressors.add((i, t) -> time(panel, i, t, earliest, latest) == k ? 1 : 0);
    }
    return TwoWayRegression.of(panel, regressors).map(fit -> of(times, fit));
  }

  private static EventStudy of(List<Integer> times, TwoWayRegression fit) {
    Map<Integer, Effect> effects = new LinkedHashMap<>();
    for (int j = 0; j < times.size(); j++) {
      double[] contrast = new double[times.size()];
      contrast[j] = 1;
      effects.put(times.get(j), fit.effect(contrast, Correction.NESTED));
    }
    int leads = (int) times.stream().filter(k -> k < 0).count();
    return new EventStudy(
        effects,
        fit.wald(IntStream.range(0, leads).toArray(), Correction.NESTED),
        breakdown(times, leads, fit));
  }

  /** A step of M times the largest, every period, moves the effect at lag k by (k + 1) M steps. */
  private static OptionalDouble breakdown(List<Integer> times, int leads, TwoWayRegression fit) {
    int lags = times.size() - leads;
    if (leads < 2 || lags == 0) {
      return OptionalDouble.empty();
    }
    double step = Math.abs(fit.coefficient(leads - 1));
    for (int j = 1; j < leads; j++) {
      step = Math.max(step, Math.abs(fit.coefficient(j) - fit.coefficient(j - 1)));
    }
    double[] contrast = new double[times.size()];
    double reach = 0;
    for (int j = leads; j < times.size(); j++) {
      contrast[j] = 1.0 / lags;
      reach += (times.get(j) + 1.0) / lags;
    }
    Effect mean = fit.effect(contrast, Correction.NESTED);
    if (mean.se().isEmpty() || step == 0) {
      return OptionalDouble.empty();
    }
    double certain =
        Math.abs(mean.value()) - Quantiles.student(fit.clusters() - 1.0) * mean.se().getAsDouble();
    return OptionalDouble.of(Math.max(0, certain) / (step * reach));
  }

  private static boolean occurs(Panel panel, int k, int earliest, int latest) {
    return IntStream.range(0, panel.units())
        .anyMatch(
            i ->
                IntStream.rangeClosed(1, panel.periods())
                    .anyMatch(
                        t -> panel.observed(i, t) && time(panel, i, t, earliest, latest) == k));
  }

  /** Periods since the start, gathered at the ends; the reference for the never treated. */
  private static int time(Panel panel, int unit, int period, int earliest, int latest) {
    int first = panel.first(unit);
    return first == Panel.NEVER ? -1 : Math.max(earliest, Math.min(latest, period - first));
  }
}
