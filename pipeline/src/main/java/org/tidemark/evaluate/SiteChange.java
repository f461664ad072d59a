package org.tidemark.evaluate;

/**
 * One site before its start and from it on.
 *
 * @param site the site
 * @param before periods before the one in which it starts
 * @param after that period and those after it
 */
record SiteChange(String site, SiteSide before, SiteSide after) {
  /** Fewest months that a site must have reported on each side. */
  static final int LEAST_MONTHS = 6;

  /** Whether the site reported long enough on both sides to be compared with itself. */
  boolean comparable() {
    return before.months() >= LEAST_MONTHS && after.months() >= LEAST_MONTHS;
  }

  /** Whether each side by itself has a figure. */
  boolean paired() {
    return before.tells() && after.tells();
  }
}
