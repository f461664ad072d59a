package org.tidemark.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Rates of the five-year periods to come, by the age-period-cohort model whose rate is the fifth
 * power of its linear predictor, the drift cut from period to period: by 0, 25, 50 and then 75 %.
 * Moller B, Fekjaer H, Hakulinen T, Sigvaldason H, Storm HH, Talback M, Haldorsen T. Prediction of
 * cancer incidence in the Nordic countries: empirical comparison of different approaches. Stat Med
 * 2003;22:2751-2766. doi:10.1002/sim.1481
 *
 * <p>Where the period bends (a square of it has p below 5 %) the drift of the last two periods is
 * carried on in place of that of all. Age groups with fewer than ten cases in all periods are not
 * in the model: theirs is the rate of the last two periods. Cohorts not yet observed are like the
 * last.
 *
 * <p>Limits are for the figure that will be observed: they add the uncertainty of the coefficients
 * and the chance of the count, both times the model's over-dispersion, and hold on the logarithmic
 * scale. They do not know of a screening programme that begins tomorrow.
 *
 * @param recent whether the drift of the last two periods is carried on
 * @param dispersion Pearson's chi-squared over its degrees of freedom, at least 1
 * @param periods one a period to come
 */
public record Projection(boolean recent, double dispersion, List<Period> periods) {
  private static final int LEAST_PERIODS = 4;
  private static final long LEAST_CASES = 10;
  private static final double[] CUT = {0, 0.25, 0.5, 0.75};
  private static final double LEVEL = 2 * Confidence.TAIL;

  /**
   * One period to come.
   *
   * @param rates per person-year by age group
   * @param asr standardised rate per 100,000
   * @param error its standard error, of a figure to be observed
   * @param limits of the figure to be observed
   */
  public record Period(List<Double> rates, double asr, double error, Interval limits) {
    /** Takes a copy. */
    public Period {
      rates = List.copyOf(rates);
    }
  }

  /** Takes a copy. */
  public Projection {
    periods = List.copyOf(periods);
  }

  /**
   * Carries a table on.
   *
   * @param table four periods or more
   * @param weights of the standard population, one for each of the eighteen age groups
   * @param ahead how many periods, 1 or more
   */
  public static Answer<Projection> of(AgePeriodTable table, double[] weights, int ahead) {
    Require.that(ahead > 0, "a projection must reach beyond the last period");
    AgePeriodDesign design = AgePeriodDesign.of(table, LEAST_CASES);
    if (table.periods() < LEAST_PERIODS || design.ages() < 2) {
      return Answer.insufficient(Shortfall.TOO_FEW_OBSERVATIONS);
    }
    return design
        .fit(true, true, true, RateLink.FIFTH_ROOT)
        .then(
            fit -> of(new Model(table, design, fit, bends(design)), shares(table, weights), ahead));
  }

  private static boolean bends(AgePeriodDesign design) {
    Answer<PoissonFit.Estimate> straight = design.fit(true, false, true, RateLink.FIFTH_ROOT);
    Answer<PoissonFit.Estimate> bent = design.bent(RateLink.FIFTH_ROOT);
    if (straight.figure().isEmpty() || bent.figure().isEmpty()) {
      return false;
    }
    double fall = straight.get().deviance() - bent.get().deviance();
    return Tails.chiSquared(fall / bent.get().dispersion(), 1) < LEVEL;
  }

  private static double[] shares(AgePeriodTable table, double[] weights) {
    Require.that(
        weights.length == AgeSpecificCounts.GROUPS && table.ages() <= weights.length,
        "weights must be given for eighteen groups");
    double[] shares = new double[table.ages()];
    double sum = 0;
    for (int g = 0; g < weights.length; g++) {
      Require.notNegative(weights[g], "weights of the standard population");
      shares[Math.min(g, shares.length - 1)] += weights[g];
      sum += weights[g];
    }
    for (int g = 0; g < shares.length; g++) {
      shares[g] /= sum;
    }
    return shares;
  }

  private static Answer<Projection> of(Model model, double[] shares, int ahead) {
    List<Period> periods = new ArrayList<>();
    for (int step = 1; step <= ahead; step++) {
      Answer<Period> period = model.period(shares, step);
      if (period.figure().isEmpty()) {
        return Answer.insufficient(period.shortfall().orElseThrow());
      }
      periods.add(period.get());
    }
    return Answer.given(new Projection(model.recent, model.fit.dispersion(), periods));
  }

  private record Model(
      AgePeriodTable table, AgePeriodDesign design, PoissonFit.Estimate fit, boolean recent) {

    Answer<Period> period(double[] shares, int step) {
      double[] gradient = new double[design.row(firstAge(), 0, 0, 0).length];
      List<Double> rates = new ArrayList<>();
      double asr = 0;
      double chance = 0;
      for (int age = 0; age < table.ages(); age++) {
        double rate = design.has(age) ? modelled(age, step, shares[age], gradient) : mean(age);
        rates.add(rate);
        asr += shares[age] * rate;
        double years = table.personYears(age, table.periods() - 1);
        chance += shares[age] * shares[age] * rate / years;
        chance += design.has(age) ? 0 : shares[age] * shares[age] * rate / meanYears(age);
      }
      double error = Math.sqrt((fit.variance(gradient) + chance) * fit.dispersion());
      double unit = Rate.PER;
      double value = asr * unit;
      return value > 0
          ? Interval.logNormal(value, error / asr)
              .map(limits -> new Period(rates, value, error * unit, limits))
          : Answer.insufficient(Shortfall.NO_CASES);
    }

    private int firstAge() {
      int age = 0;
      while (!design.has(age)) {
        age++;
      }
      return age;
    }

    /** The rate of a modelled age group; adds its part to the gradient of the standardised rate. */
    private double modelled(int age, int step, double share, double[] gradient) {
      int last = table.periods() - 1;
      double moved = 0;
      for (int i = 0; i < step; i++) {
        moved += 1 - CUT[Math.min(i, CUT.length - 1)];
      }
      double[] row = design.row(age, last + step, last + moved, 0);
      if (recent) {
        design.effect(row, last - 1, -moved);
      }
      // A predictor that falls below 0 has no rate: the rate has come to 0.
      double eta = Math.max(0, fit.predictor(row));
      double slope = share * RateLink.FIFTH_ROOT.slope(eta);
      for (int j = 0; j < row.length; j++) {
        gradient[j] += slope * row[j];
      }
      return RateLink.FIFTH_ROOT.rate(eta);
    }

    private double mean(int age) {
      int last = table.periods() - 1;
      return (table.cases(age, last) + table.cases(age, last - 1)) / meanYears(age);
    }

    private double meanYears(int age) {
      int last = table.periods() - 1;
      return table.personYears(age, last) + table.personYears(age, last - 1);
    }
  }
}
