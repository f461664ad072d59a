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
 * @param persons whether its counts are patients or trainees, and so are hidden where small; others
 *     count reports, meetings, days or posts
 * @param reports shared-schema tables whose report must have come for a site and period, else these
 *     are missing; the table {@code dataset} says which dataset fills which tables. Empty: no
 *     report is asked for
 * @param measures the figures published under the code, each by its own statistic
 * @param unit unit of the value
 * @param direction up, down, band or context
 * @param target the value to reach, with its origin and whether it was verified
 * @param withhold the companion share below which the other figures are not published
 * @param strata the disaggregations, each a SQL expression by name
 * @param missingRule what a missing item means, in one sentence
 */
public record Indicator(
    String code,
    String tier,
    Map<String, String> name,
    String domain,
    String relation,
    boolean persons,
    List<String> reports,
    List<Measure> measures,
    String unit,
    Direction direction,
    Optional<Target> target,
    Optional<Withhold> withhold,
    Map<String, String> strata,
    String missingRule) {

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
   * One figure of an indicator. A share, rate or ratio is {@code per} × Σ numerator / Σ
   * denominator.
   *
   * @param statistic the published statistic: share, rate, ratio, median, p90 …
   * @param kind how it is estimated
   * @param where SQL predicate: rows of the relation that are eligible; empty means all
   * @param numerator SQL expression summed over eligible rows; for DURATION and RETENTION the
   *     length itself, a whole number
   * @param denominator SQL expression summed over eligible rows; for DURATION and RETENTION the
   *     event: 1 over or lost, 0 right-censored
   * @param per the factor of the published value: 100 for a percentage, 1000 for "per 1,000"
   * @param snapshot whether a row is a state: of a site only the last row of a period holds,
   *     numerator and denominator
   * @param horizon for RETENTION the length at which the share is read; 0 elsewhere
   */
  public record Measure(
      String statistic,
      Kind kind,
      String where,
      String numerator,
      String denominator,
      double per,
      boolean snapshot,
      int horizon)
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

  /**
   * A companion that must be high enough.
   *
   * @param statistic the measure that says how much is known
   * @param below its value, in its own unit, below which the other figures are INSUFFICIENT
   */
  public record Withhold(String statistic, double below) implements Serializable {}

  /** Checks that nothing is absent. */
  public Indicator {
    requireNonNull(code, "code");
    requireNonNull(relation, "relation");
    measures = List.copyOf(measures);
    reports = List.copyOf(reports);
  }
}
