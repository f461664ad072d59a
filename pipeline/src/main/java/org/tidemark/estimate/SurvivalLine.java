package org.tidemark.estimate;

import org.tidemark.stats.Answer;
import org.tidemark.stats.LimitScale;

/**
 * A curve under the names that its figures are published by.
 *
 * @param measure as the published table lists measures
 * @param method the estimator
 * @param after years survived already; figures are of later times only
 * @param curve the curve itself
 */
record SurvivalLine(String measure, String method, int after, Curve curve) {
  /** What is read at a time after diagnosis. */
  @FunctionalInterface
  interface Curve {
    Answer<Reading> at(int years, LimitScale scale);
  }
}
