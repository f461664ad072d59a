package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What a programme computes; a kind of analysis that is not listed is not run.
 *
 * @param incidence rates by strata
 * @param quality data-quality indices by strata
 * @param survival survival by strata
 * @param prevalence persons living with cancer, by strata
 * @param indicators indicator codes with the levels and periods they are published at
 * @param evaluation the effect of the programme on an indicator
 * @param rates mortality, trends, projections, comparisons
 */
public record Analyses(
    List<Incidence> incidence,
    List<Quality> quality,
    List<Survival> survival,
    List<Prevalence> prevalence,
    List<Indicators> indicators,
    List<Evaluation> evaluation,
    RateAnalyses rates)
    implements Serializable {

  /** Analyses without mortality, trends, projections and comparisons. */
  public Analyses(
      List<Incidence> incidence,
      List<Quality> quality,
      List<Survival> survival,
      List<Prevalence> prevalence,
      List<Indicators> indicators,
      List<Evaluation> evaluation) {
    this(incidence, quality, survival, prevalence, indicators, evaluation, RateAnalyses.NONE);
  }

  /**
   * Incidence by strata.
   *
   * @param by dimensions out of area, cancer, sex, year
   * @param grouping the cancer groups; the programme's own where not named
   * @param standards standard populations by name
   * @param corrections none, unknown-age
   * @param intervals fay-feuer, tiwari, normal, log-normal, normal-binomial, exact, byar
   */
  public record Incidence(
      List<String> by,
      String grouping,
      List<String> standards,
      List<String> corrections,
      List<String> intervals)
      implements Serializable {
    Incidence groupedBy(String own) {
      return new Incidence(by, or(grouping, own), standards, corrections, intervals);
    }
  }

  /**
   * Quality indices by strata.
   *
   * @param by dimensions out of area, source, cancer, sex, year
   * @param grouping the cancer groups
   */
  public record Quality(List<String> by, String grouping) implements Serializable {
    private Quality groupedBy(String own) {
      return new Quality(by, or(grouping, own));
    }
  }

  /**
   * Survival by strata.
   *
   * @param by dimensions out of area, cancer, sex, age_group, stage, year
   * @param grouping the cancer groups
   * @param method kaplan-meier, cause-specific, ederer-1, ederer-2, hakulinen, pohar-perme,
   *     cronin-feuer, aalen-johansen or expected
   * @param transform kaplan-meier (product) or fleming-harrington (exponential)
   * @param years horizons, in years of 365.241 days
   * @param approach complete, cohort, period or hybrid
   * @param ageStandard icss-1 or another standard, or empty
   * @param intervals log, log-log, plain
   * @param design whom it follows and how it cuts their follow-up
   */
  public record Survival(
      List<String> by,
      String grouping,
      String method,
      String transform,
      List<Integer> years,
      String approach,
      String ageStandard,
      List<String> intervals,
      SurvivalDesign design)
      implements Serializable {
    /** A survival analysis of everybody, from diagnosis on, by whole days. */
    public Survival(
        List<String> by,
        String grouping,
        String method,
        String transform,
        List<Integer> years,
        String approach,
        String ageStandard,
        List<String> intervals) {
      this(
          by,
          grouping,
          method,
          transform,
          years,
          approach,
          ageStandard,
          intervals,
          SurvivalDesign.PLAIN);
    }

    private Survival groupedBy(String own) {
      return new Survival(
          by,
          or(grouping, own),
          method,
          transform,
          years,
          approach,
          ageStandard,
          intervals,
          design);
    }
  }

  /**
   * Indicators and where they are published.
   *
   * @param codes indicator codes
   * @param levels out of site, area, country, programme
   * @param periods out of month, quarter, year, all
   */
  public record Indicators(List<String> codes, List<String> levels, List<String> periods)
      implements Serializable {}

  /**
   * One evaluation.
   *
   * @param indicator the outcome
   * @param method pre-post, did, callaway-santanna, sun-abraham, randomisation, its,
   *     controlled-its, funnel, benchmark, sustainability or equity
   * @param settings what the entry says besides, by key; what it leaves out has a default by method
   */
  public record Evaluation(String indicator, String method, Map<String, String> settings)
      implements Serializable {
    /** An evaluation without settings. */
    public Evaluation(String indicator, String method) {
      this(indicator, method, Map.of());
    }

    /** Keeps the settings in the order of their names. */
    public Evaluation {
      settings = Collections.unmodifiableMap(new TreeMap<>(settings));
    }

    /** What the entry says under a key, else the default. */
    public String setting(String key, String otherwise) {
      return settings.getOrDefault(key, otherwise);
    }

    /** The number under a key, else the default. */
    public long number(String key, long otherwise) {
      return settings.containsKey(key) ? Long.parseLong(settings.get(key)) : otherwise;
    }
  }

  /**
   * The same analyses with a grouping where none is named.
   *
   * @param grouping the programme's own cancer groups
   */
  public Analyses groupedBy(String grouping) {
    return new Analyses(
        incidence.stream().map(one -> one.groupedBy(grouping)).toList(),
        quality.stream().map(one -> one.groupedBy(grouping)).toList(),
        survival.stream().map(one -> one.groupedBy(grouping)).toList(),
        prevalence.stream().map(one -> one.groupedBy(grouping)).toList(),
        indicators,
        evaluation,
        rates.groupedBy(grouping));
  }

  /** The groupings that any analysis by cancer asks for, each once. */
  public List<String> groupings() {
    return Stream.of(
            incidence.stream().map(a -> Map.entry(a.by(), a.grouping())),
            quality.stream().map(a -> Map.entry(a.by(), a.grouping())),
            survival.stream().map(a -> Map.entry(a.by(), a.grouping())),
            prevalence.stream().map(a -> Map.entry(a.by(), a.grouping())),
            evaluation.stream()
                .filter(e -> e.settings().containsKey("cancer"))
                .map(e -> Map.entry(List.of("cancer"), e.setting("grouping", ""))),
            rates.series(RateAnalyses.Of.INCIDENCE).stream()
                .map(a -> Map.entry(a.by(), a.grouping())))
        .flatMap(asked -> asked)
        .filter(asked -> asked.getKey().contains("cancer"))
        .map(Map.Entry::getValue)
        .distinct()
        .toList();
  }

  private static String or(String grouping, String own) {
    return grouping.isEmpty() ? own : grouping;
  }
}
