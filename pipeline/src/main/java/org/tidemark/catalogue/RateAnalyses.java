package org.tidemark.catalogue;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a programme computes from counts and person-years beside incidence.
 *
 * @param mortality rates of deaths by cause
 * @param trends annual changes
 * @param projections rates to come
 * @param plausibility indices of data quality that follow from counts by year and age
 * @param comparisons of published tables with those of the last publication
 * @param ratios comparisons of rates
 * @param completeness how complete and timely registration is
 */
public record RateAnalyses(
    List<Analyses.Incidence> mortality,
    List<Trend> trends,
    List<Projection> projections,
    List<Plausibility> plausibility,
    List<Comparison> comparisons,
    List<RatioAnalysis> ratios,
    List<CompletenessAnalysis> completeness)
    implements Serializable {
  /** None of them. */
  public static final RateAnalyses NONE =
      new RateAnalyses(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

  /** The counts that a series is of. */
  public enum Of {
    /** Tumours, or cases that were sent as counts. */
    INCIDENCE,
    /** Deaths. */
    MORTALITY
  }

  /**
   * The yearly figures that a trend or a projection is drawn through.
   *
   * @param of cases or deaths
   * @param by dimensions out of area, cancer, sex
   * @param grouping the cancer groups; the programme's own where not named
   * @param standard standard population by name
   * @param correction none, unknown-age
   */
  public record Series(Of of, List<String> by, String grouping, String standard, String correction)
      implements Serializable {
    /** The strata of the series: its dimensions and the year. */
    public Analyses.Incidence yearly() {
      List<String> withYear = new ArrayList<>(by);
      withYear.add("year");
      return new Analyses.Incidence(
          withYear, grouping, List.of(standard), List.of(correction), List.of());
    }

    Series groupedBy(String own) {
      return grouping.isEmpty() ? new Series(of, by, own, standard, correction) : this;
    }
  }

  /**
   * Annual changes of a series.
   *
   * @param series its yearly figures
   * @param methods out of eapc, eapc-poisson, eapc-poisson-age, joinpoint, drift
   * @param joinpoints bic, permutation, or their number
   * @param weights even, inverse-variance: how years weigh where joinpoints are looked for
   */
  public record Trend(Series series, List<String> methods, String joinpoints, String weights)
      implements Serializable {}

  /**
   * Rates to come.
   *
   * @param series its yearly figures
   * @param periods how many periods of five years ahead
   * @param backTest how many of the last periods are also foretold from those before them
   */
  public record Projection(Series series, int periods, int backTest) implements Serializable {}

  /**
   * Indices of data quality of a series of cases.
   *
   * @param series its yearly figures
   * @param indices out of mi, stability, age-curve, childhood
   * @param reference the population of {@code reference_rate} whose bands childhood rates are read
   *     beside; empty where none is
   */
  public record Plausibility(Series series, List<String> indices, String reference)
      implements Serializable {
    /** The series of deaths beside it. */
    public Series deaths() {
      return new Series(
          Of.MORTALITY, series.by, series.grouping, series.standard, series.correction);
    }

    /** Whether deaths are asked for. */
    public boolean asksDeaths() {
      return indices.contains("mi");
    }
  }

  /**
   * A comparison with the last publication.
   *
   * @param tables published tables
   * @param level p below which a difference, after Holm, counts as a jump
   */
  public record Comparison(List<String> tables, double level) implements Serializable {}

  RateAnalyses groupedBy(String own) {
    return new RateAnalyses(
        mortality.stream().map(one -> one.groupedBy(own)).toList(),
        trends.stream()
            .map(t -> new Trend(t.series.groupedBy(own), t.methods, t.joinpoints, t.weights))
            .toList(),
        projections.stream()
            .map(p -> new Projection(p.series.groupedBy(own), p.periods, p.backTest))
            .toList(),
        plausibility.stream()
            .map(q -> new Plausibility(q.series.groupedBy(own), q.indices, q.reference))
            .toList(),
        comparisons,
        ratios.stream().map(one -> one.groupedBy(own)).toList(),
        completeness.stream().map(one -> one.groupedBy(own)).toList());
  }

  /** The series over cases or deaths. */
  public List<Series> series(Of of) {
    Stream<Series> beside =
        plausibility.stream().filter(Plausibility::asksDeaths).map(Plausibility::deaths);
    Stream<Series> certified =
        completeness.stream()
            .filter(CompletenessAnalysis::asksDeaths)
            .map(CompletenessAnalysis::deaths);
    return Stream.of(
            trends.stream().map(Trend::series),
            projections.stream().map(Projection::series),
            plausibility.stream().map(Plausibility::series),
            ratios.stream().map(RatioAnalysis::series),
            completeness.stream().map(CompletenessAnalysis::series),
            certified,
            beside)
        .flatMap(series -> series)
        .filter(s -> s.of == of)
        .toList();
  }

  /** Whether deaths are asked for. */
  public boolean deaths() {
    return !mortality.isEmpty() || !series(Of.MORTALITY).isEmpty();
  }

  /** Whether a series of cases is asked for. */
  public boolean cases() {
    return !series(Of.INCIDENCE).isEmpty();
  }

  /** The groupings of deaths, each once. */
  public List<String> causeGroupings() {
    return Stream.concat(
            mortality.stream()
                .filter(m -> m.by().contains("cancer"))
                .map(Analyses.Incidence::grouping),
            series(Of.MORTALITY).stream()
                .filter(s -> s.by().contains("cancer"))
                .map(Series::grouping))
        .distinct()
        .toList();
  }

  /**
   * The list by ICD-10 code that deaths are grouped by: the named one, or the one that has the same
   * groups under its name with {@code -icd10}; empty where there is none.
   */
  public static Optional<String> causes(Map<String, CodeTable> codes, String grouping) {
    Collection<String> known = codes.get("icd10_groups").column("grouping");
    return Stream.of(grouping, grouping + "-icd10").filter(known::contains).findFirst();
  }
}
