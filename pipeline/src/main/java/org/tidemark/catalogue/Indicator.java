package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.model.Status;

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
 * @param scope where the indicator has a meaning
 * @param benchmark what it may be compared with, where that is no single figure
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
    String missingRule,
    Scope scope,
    Optional<Benchmark> benchmark) {

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
    SHARE(Keyed.NOT),
    /** Σ numerator / Σ denominator of a stock or flow to another quantity, Byar interval. */
    RATE(Keyed.NOT),
    /** A share of time or amount (days of days): no sampling interval. */
    RATIO(Keyed.NOT),
    /** Σ numerator, Byar interval; a stock has none. */
    COUNT(Keyed.NOT),
    /** Mean of the numerator, Student's interval; the denominator is 1 a value. */
    MEAN(Keyed.NOT),
    /** How many different keys have a numerator: a thing in several months counts once. */
    DISTINCT(Keyed.BY_KEY),
    /** The share of the different keys that have a numerator, Wilson interval. */
    DISTINCT_SHARE(Keyed.BY_KEY),
    /** Median and 90th percentile of whole numbers, right-censored where not yet over. */
    DURATION(Keyed.BY_LENGTH),
    /** Share still in a state after a follow-up, by Kaplan–Meier, bounds for unknown status. */
    RETENTION(Keyed.BY_LENGTH),
    /** Share with the event within a window; by Kaplan–Meier where many are lost before it. */
    ATTAINMENT(Keyed.BY_LENGTH),
    /** Share without the event at a time, by Kaplan–Meier, of everybody under observation. */
    SURVIVAL(Keyed.BY_LENGTH),
    /** Slope index of inequality of a share over ordered groups; the key is the group. */
    SLOPE_INEQUALITY(Keyed.BY_KEY),
    /** Relative concentration index of a share over ordered groups. */
    CONCENTRATION(Keyed.BY_KEY),
    /** Erreygers' index of a share over ordered groups. */
    ERREYGERS(Keyed.BY_KEY);

    private final Keyed keyed;

    Kind(Keyed keyed) {
      this.keyed = keyed;
    }

    /** What keeps the amounts of a measure apart, so that their distribution stays whole. */
    public Keyed keyed() {
      return keyed;
    }

    /** Whether the figure is read at a horizon. */
    public boolean hasHorizon() {
      return this == RETENTION || this == ATTAINMENT || this == SURVIVAL;
    }
  }

  /** What keeps the amounts of a measure apart. */
  public enum Keyed {
    /** Nothing: they are added up. */
    NOT,
    /** The numerator itself is a length; the denominator says whether it is over. */
    BY_LENGTH,
    /** A key of its own. */
    BY_KEY
  }

  /**
   * Where an indicator has a meaning.
   *
   * @param levels levels that it is told for
   * @param service service of the site master without which a site has no part in it; empty: none
   * @param untold why this table gives no figure; at most one, none where it does
   */
  public record Scope(List<String> levels, String service, List<Untold> untold)
      implements Serializable {
    /** All levels, from the smallest. */
    public static final List<String> LEVELS = List.of("site", "area", "country", "programme");

    /** Everywhere. */
    public static final Scope EVERYWHERE = new Scope(LEVELS, "", List.of());

    /** Copies the list. */
    public Scope {
      levels = List.copyOf(levels);
      untold = List.copyOf(untold);
    }
  }

  /**
   * Why the table gives no figure of an indicator.
   *
   * @param status NOT_APPLICABLE where another table tells it, INSUFFICIENT where none can
   * @param note which table, or what is missing
   */
  public record Untold(Status status, String note) implements Serializable {}

  /**
   * Amounts of one relation that enter a figure.
   *
   * @param relation the table or view; empty: the indicator's own
   * @param where SQL predicate: rows that are eligible; empty means all
   * @param numerator SQL expression summed over eligible rows; for DURATION, RETENTION, ATTAINMENT
   *     and SURVIVAL the length itself, a whole number
   * @param denominator SQL expression summed over eligible rows; for these kinds the event: 1 over
   *     or lost, 0 right-censored
   * @param date SQL expression of the day that the row belongs to; empty: {@code event_date}
   */
  public record Term(
      String relation, String where, String numerator, String denominator, String date)
      implements Serializable {}

  /**
   * One figure of an indicator. A share, rate or ratio is {@code per} × Σ numerator / Σ
   * denominator.
   *
   * @param statistic the published statistic: share, rate, ratio, median, p90 …
   * @param kind how it is estimated
   * @param term its amounts
   * @param also amounts of other relations, which belong to every stratum
   * @param key SQL expression of what keeps amounts apart, a whole number; empty where nothing does
   * @param per the factor of the published value: 100 for a percentage, 1000 for "per 1,000"
   * @param snapshot whether a row is a state: of a site only the last row of a period holds,
   *     numerator and denominator
   * @param horizon the length at which the share is read; 0 where none is
   * @param zero whether no row of its own relation is a true zero; else amounts of other relations
   *     count only where there is one
   */
  public record Measure(
      String statistic,
      Kind kind,
      Term term,
      List<Term> also,
      String key,
      double per,
      boolean snapshot,
      int horizon,
      boolean zero)
      implements Serializable {

    /** Copies the list. */
    public Measure {
      also = List.copyOf(also);
    }

    /** A figure of one relation, by its own dates. */
    public Measure(
        String statistic,
        Kind kind,
        String where,
        String numerator,
        String denominator,
        double per,
        boolean snapshot,
        int horizon) {
      this(
          statistic,
          kind,
          new Term("", where, numerator, denominator, ""),
          List.of(),
          "",
          per,
          snapshot,
          horizon,
          false);
    }

    /** Its amounts, those of the indicator's own relation first. */
    public List<Term> terms() {
      List<Term> terms = new ArrayList<>();
      terms.add(term);
      terms.addAll(also);
      return terms;
    }
  }

  /**
   * A benchmark.
   *
   * @param value the figure to reach, in the unit of the published value; of a band its lower end
   * @param upTo the upper end of a band; of any other target its value again
   * @param statistic the statistic it judges
   * @param origin who set it
   * @param verified whether its source was read
   */
  public record Target(double value, double upTo, String statistic, String origin, boolean verified)
      implements Serializable {
    /** A single figure to reach. */
    public Target(double value, String statistic, String origin, boolean verified) {
      this(value, value, statistic, origin, verified);
    }
  }

  /**
   * What a figure may be compared with in words: a range, another programme, a direction.
   *
   * @param text the comparison, with who made it
   * @param verified whether its source was read
   */
  public record Benchmark(String text, boolean verified) implements Serializable {}

  /**
   * A companion that must be high enough.
   *
   * @param statistic the measure that says how much is known
   * @param below its value, in its own unit, below which the other figures are INSUFFICIENT
   */
  public record Withhold(String statistic, double below) implements Serializable {}

  /** An indicator that has a meaning everywhere. */
  public Indicator(
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
    this(
        code,
        tier,
        name,
        domain,
        relation,
        persons,
        reports,
        measures,
        unit,
        direction,
        target,
        withhold,
        strata,
        missingRule,
        Scope.EVERYWHERE,
        Optional.empty());
  }

  /** Checks that nothing is absent. */
  public Indicator {
    requireNonNull(code, "code");
    requireNonNull(relation, "relation");
    measures = List.copyOf(measures);
    reports = List.copyOf(reports);
  }

  /** The relation of one of its terms. */
  public String relationOf(Term term) {
    return term.relation().isEmpty() ? relation : term.relation();
  }

  /** Every relation that it counts on, its own first. */
  public Set<String> relations() {
    Set<String> relations = new LinkedHashSet<>(List.of(relation));
    measures.forEach(m -> m.terms().forEach(t -> relations.add(relationOf(t))));
    return relations;
  }
}
