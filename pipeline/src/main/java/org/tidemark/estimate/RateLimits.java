package org.tidemark.estimate;

import java.util.Map;
import org.tidemark.stats.Answer;
import org.tidemark.stats.DirectlyStandardisedRate;
import org.tidemark.stats.Interval;

/** The limits that an age-standardised rate may be published with, by their published names. */
interface RateLimits {
  /** Every kind of limits. */
  Map<String, RateLimits> STANDARDISED =
      Map.of(
          "fay-feuer", r -> Answer.given(r.fayFeuer()),
          "tiwari", r -> Answer.given(r.tiwari()),
          "normal", r -> Answer.given(r.normal()),
          "log-normal", DirectlyStandardisedRate::logNormal,
          "normal-binomial", new Binomial());

  /** The limits of a rate. */
  Answer<Interval> of(DirectlyStandardisedRate rate);

  /** The standard error that belongs to the limits. */
  default double error(DirectlyStandardisedRate rate) {
    return rate.poissonError();
  }

  /** Normal limits from the binomial standard error, as Rcan prints them. */
  final class Binomial implements RateLimits {
    @Override
    public Answer<Interval> of(DirectlyStandardisedRate rate) {
      return Answer.given(Interval.normal(rate.asr(), rate.binomialError()));
    }

    @Override
    public double error(DirectlyStandardisedRate rate) {
      return rate.binomialError();
    }
  }
}
