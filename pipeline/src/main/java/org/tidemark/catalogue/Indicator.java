package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One declared indicator: what is counted, over what, and how it is judged.
 *
 * @param code stable name, as PAT-01
 * @param tier core or extended
 * @param name language → name
 * @param domain the system of the programme it speaks of
 * @param relation the table or view it counts on
 * @param dataset the report whose absence makes a site-period missing, or empty
 * @param measures the figures published under the code, each by its own statistic
 * @param unit unit of the value
 * @param direction up, down, band or context
 * @param target the value to reach, with its origin and whether it was verified
 * @param strata the disaggregations, each a SQL expression by name
 * @param missingRule what a missing item means, in one sentence
 */
public record Indicator(
    String code,
    String tier,
    Map<String, String> name,
    String domain,
    String relation,
    String dataset,
    List<Measure> measures,
    String unit,
    Direction direction,
    Optional<Target> target,
    Map<String, String> strata,
    String missingRule)
    implements Serializable {

  /** Which way is better. */
  public enum Direction {
    /** Higher is better. */
    UP,
    /** Lower is better. */
    DOWN,
    /** Inside a band is better. */
    BAND,
    /** Neither: shown without colour. */
    CONTEXT
  }

  /** How the tally of a measure becomes its value and interval. */
  public enum Kind {
    /** Σ numerator / Σ denominator of one population, Wilson interval. */
    SHARE,
    /** Σ numerator / Σ denominator of a stock or flow to another quantity, Byar interval. */
    RATE,
    /** A share of time or amount (days of days): no sampling interval. */
    RATIO,
    /** Median and 90th percentile of whole numbers, right-censored where not yet over. */
    DURATION,
    /** Share still in a state after a follow-up, by Kaplan–Meier, bounds for unknown status. */
    RETENTION
  }

  /**
   * One figure of an indicator.
   *
   * @param statistic the published statistic: share, rate, ratio, median, p90 …
   * @param kind how it is estimated
   * @param where SQL predicate: rows of the relation that are eligible; empty means all
   * @param numerator SQL expression summed over eligible rows; for DURATION the length itself
   * @param denominator SQL expression summed over eligible rows; for DURATION the event flag
   * @param per the denominator's unit, as 1000 for "per 1,000 new cases"
   * @param snapshot whether the numerator is a stock: its last value in a period holds
   */
  public record Measure(
      String statistic,
      Kind kind,
      String where,
      String numerator,
      String denominator,
      double per,
      boolean snapshot)
      implements Serializable {}

  /**
   * A benchmark.
   *
   * @param value the figure to reach, in the unit of the published value
   * @param statistic the statistic it judges
   * @param origin who set it
   * @param verified whether its source was read
   */
  public record Target(double value, String statistic, String origin, boolean verified)
      implements Serializable {}

  /** Checks that nothing is absent. */
  public Indicator {
    requireNonNull(code, "code");
    requireNonNull(relation, "relation");
    measures = List.copyOf(measures);
  }
}
