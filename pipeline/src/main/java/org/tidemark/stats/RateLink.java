package org.tidemark.stats;

/** How a rate follows from a linear predictor. */
enum RateLink {
  /** The rate is {@code exp(eta)}. */
  LOG {
    @Override
    double rate(double eta) {
      return Math.exp(eta);
    }

    @Override
    double slope(double eta) {
      return Math.exp(eta);
    }

    @Override
    double predictor(double rate) {
      return Math.log(rate);
    }

    @Override
    boolean admits(double eta) {
      return Math.abs(eta) < FARTHEST;
    }
  },
  /** The rate is {@code eta^5}: it grows less steeply than an exponential carried on. */
  FIFTH_ROOT {
    @Override
    double rate(double eta) {
      return eta * eta * eta * eta * eta;
    }

    @Override
    double slope(double eta) {
      return 5 * eta * eta * eta * eta;
    }

    @Override
    double predictor(double rate) {
      return Math.pow(rate, 0.2);
    }

    @Override
    boolean admits(double eta) {
      return eta > 0 && eta < FARTHEST;
    }
  };

  private static final double FARTHEST = 300;

  /** The rate at a predictor. */
  abstract double rate(double eta);

  /** The derivative of the rate. */
  abstract double slope(double eta);

  /** The predictor of a rate above 0. */
  abstract double predictor(double rate);

  /** Whether a rate exists at the predictor. */
  abstract boolean admits(double eta);
}
