package org.tidemark.stats;

/**
 * How a population moves from one count to the next (Shryock and Siegel, The Methods and Materials
 * of Demography, 1976, chapter 13; Preston, Heuveline and Guillot, Demography, 2001, section 1.6).
 * A share of 0 is the first count, 1 the second, above 1 or below 0 the same growth carried on.
 */
public enum Growth {
  /** The same number every year: {@code from + (to - from) share}. */
  LINEAR {
    @Override
    public double at(double from, double to, double share) {
      return from + (to - from) * share;
    }
  },
  /**
   * The same rate every year: {@code from (to / from)^share}. A count of 0 has no rate: beside one
   * the growth is linear.
   */
  GEOMETRIC {
    @Override
    public double at(double from, double to, double share) {
      return from > 0 && to > 0 ? from * Math.pow(to / from, share) : LINEAR.at(from, to, share);
    }
  };

  /** The population at a share of the time between two counts; below 0 where linear loss ends. */
  public abstract double at(double from, double to, double share);
}
