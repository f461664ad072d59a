package org.tidemark.stats;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many cases there are, by three sources that may depend on each other: the eight log-linear
 * models of the seven counts, from independence to all three pairs of dependent sources, of which
 * the one with the lowest Akaike criterion predicts the cases that no source found. Fienberg SE.
 * Biometrika 1972;59:591-603. doi:10.1093/biomet/59.3.591. International Working Group for Disease
 * Monitoring and Forecasting. Am J Epidemiol 1995;142:1047-1058.
 * doi:10.1093/oxfordjournals.aje.a117558
 *
 * <p>The cases nobody found are {@code exp(a)}, {@code a} being the model's constant; limits are on
 * the logarithm of their number, with the error of the constant and the chance of the count itself.
 *
 * @param model the pairs of dependent sources, as {@code 12+23}; empty of independence
 * @param aic deviance and twice the coefficients
 * @param registered cases that any source found
 * @param missed cases that none found, estimated
 * @param estimate of all cases
 * @param limits of all cases
 * @param completeness registered over estimated, in percent
 * @param completenessLimits the same over the limits
 */
public record ThreeSourceCompleteness(
    String model,
    double aic,
    long registered,
    double missed,
    double estimate,
    Interval limits,
    double completeness,
    Interval completenessLimits) {
  private static final int CELLS = 7;
  private static final double PERCENT = 100;
  private static final int[][] PAIRS = {{0, 1}, {0, 2}, {1, 2}};
  private static final String[] NAMES = {"12", "13", "23"};

  /**
   * The estimate; insufficient where no model can be fitted, as where the sources share nobody.
   *
   * @param counts of the seven ways to be found: the first source alone is at 0, the second alone
   *     at 1, the first two at 2, the third alone at 3, and so on: the sources' bits 1, 2 and 4,
   *     less 1
   */
  public static Answer<ThreeSourceCompleteness> of(long[] counts) {
    return models(counts).stream()
        .min(
            Comparator.comparingDouble(ThreeSourceCompleteness::aic)
                .thenComparing(ThreeSourceCompleteness::model))
        .map(Answer::given)
        .orElse(Answer.insufficient(Shortfall.NOT_ESTIMABLE));
  }

  /** Every model that can be fitted, the simplest first. */
  public static List<ThreeSourceCompleteness> models(long[] counts) {
    Require.that(counts.length == CELLS, "counts must be given for seven ways to be found");
    for (long count : counts) {
      Require.notNegative(count, "counts of every way to be found");
    }
    List<ThreeSourceCompleteness> models = new ArrayList<>();
    for (int pairs = 0; pairs < 1 << PAIRS.length; pairs++) {
      fitted(counts, pairs).figure().ifPresent(models::add);
    }
    models.sort(Comparator.comparingInt((ThreeSourceCompleteness m) -> m.model.length()));
    return List.copyOf(models);
  }

  private static Answer<ThreeSourceCompleteness> fitted(long[] counts, int pairs) {
    double[][] design = new double[CELLS][];
    double[] observed = new double[CELLS];
    double[] one = new double[CELLS];
    long registered = 0;
    for (int cell = 0; cell < CELLS; cell++) {
      design[cell] = row(cell + 1, pairs);
      observed[cell] = (double) counts[cell];
      one[cell] = 1;
      registered += counts[cell];
    }
    long all = registered;
    int coefficients = design[0].length;
    return PoissonFit.of(design, observed, one, RateLink.LOG)
        .then(fit -> of(fit, name(pairs), fit.deviance() + 2.0 * coefficients, all));
  }

  private static double[] row(int found, int pairs) {
    double[] row = new double[4 + Integer.bitCount(pairs)];
    row[0] = 1;
    for (int source = 0; source < 3; source++) {
      row[1 + source] = found >> source & 1;
    }
    int at = 4;
    for (int p = 0; p < PAIRS.length; p++) {
      if ((pairs >> p & 1) == 1) {
        row[at++] = row[1 + PAIRS[p][0]] * row[1 + PAIRS[p][1]];
      }
    }
    return row;
  }

  private static String name(int pairs) {
    List<String> names = new ArrayList<>();
    for (int p = 0; p < PAIRS.length; p++) {
      if ((pairs >> p & 1) == 1) {
        names.add(NAMES[p]);
      }
    }
    return String.join("+", names);
  }

  private static Answer<ThreeSourceCompleteness> of(
      PoissonFit.Estimate fit, String model, double aic, long registered) {
    double missed = Math.exp(fit.coefficient(0));
    double error = Math.sqrt(fit.error(0) * fit.error(0) + 1 / missed);
    double estimate = registered + missed;
    return Interval.logNormal(missed, error)
        .map(
            m -> {
              Interval all = new Interval(registered + m.lower(), registered + m.upper());
              Interval share =
                  new Interval(
                      PERCENT * registered / all.upper(), PERCENT * registered / all.lower());
              return new ThreeSourceCompleteness(
                  model,
                  aic,
                  registered,
                  missed,
                  estimate,
                  all,
                  PERCENT * registered / estimate,
                  share);
            });
  }
}
