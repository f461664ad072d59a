package org.tidemark.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The scale that the units of a {@link FunnelPlot} are judged on; it rises with their value. */
interface FunnelScale {
  double of(double value, int unit);

  double back(double value);

  double error(int unit);

  /** Limits without over-dispersion. */
  default Interval chance(int unit, double z, double target) {
    double centre = of(target, unit);
    return new Interval(back(centre - z * error(unit)), back(centre + z * error(unit)));
  }

  /** Shares: the angle whose sine is the root. */
  record Angles(long[] trials) implements FunnelScale {
    @Override
    public double of(double value, int unit) {
      return Math.asin(Math.sqrt(value));
    }

    @Override
    public double back(double angle) {
      double sine = Math.sin(Math.max(0, Math.min(Math.PI / 2, angle)));
      return sine * sine;
    }

    @Override
    public double error(int unit) {
      return 1 / (2 * Math.sqrt(trials[unit]));
    }
  }

  /** Ratios to what is expected. */
  record Logs(double[] expected) implements FunnelScale {
    /** A unit without an event counts half of one: its logarithm has no value. */
    @Override
    public double of(double value, int unit) {
      return Math.log(Math.max(value, 0.5 / expected[unit]));
    }

    @Override
    public double back(double value) {
      return Math.exp(value);
    }

    @Override
    public double error(int unit) {
      return 1 / Math.sqrt(expected[unit]);
    }

    @Override
    public Interval chance(int unit, double z, double target) {
      double mean = expected[unit] * target;
      double tail = NormalDistribution.of(0, 1).survivalProbability(z);
      return new Interval(
          Quantiles.gamma(mean, tail) / expected[unit],
          Quantiles.gamma(mean + 1, 1 - tail) / expected[unit]);
    }
  }

  /** Survivals: their complementary logarithm, errors taken at the target. */
  record LogLogs(double[] errors) implements FunnelScale {
    static LogLogs of(double[] errors, double target) {
      double[] own = errors.clone();
      for (int i = 0; i < own.length; i++) {
        own[i] /= -target * Math.log(target);
      }
      return new LogLogs(own);
    }

    @Override
    public double of(double value, int unit) {
      return -Math.log(-Math.log(value));
    }

    @Override
    public double back(double value) {
      return Math.exp(-Math.exp(-value));
    }

    @Override
    public double error(int unit) {
      return errors[unit];
    }
  }
}
