package org.tidemark.tally;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;

/**
 * What one relation has to be reduced to, so that all its indicators can be told from one scan: the
 * distinct strata, sums and lengths, each with its place.
 */
final class IndicatorMeasures {
  private static final Set<Kind> LENGTHS = Set.of(Kind.DURATION, Kind.RETENTION);

  private final Map<String, Integer> strata = new LinkedHashMap<>();
  private final Map<Source, Integer> sums = new LinkedHashMap<>();
  private final Map<Source, Integer> lengths = new LinkedHashMap<>();
  private final boolean dated;

  private IndicatorMeasures(List<Indicator> indicators) {
    for (Indicator indicator : indicators) {
      indicator.strata().values().forEach(s -> strata.putIfAbsent(s, strata.size()));
      for (Measure m : indicator.measures()) {
        Map<Source, Integer> kept = isLength(m) ? lengths : sums;
        kept.putIfAbsent(Source.of(m), kept.size());
      }
    }
    this.dated =
        indicators.stream().flatMap(i -> i.measures().stream()).anyMatch(Measure::snapshot);
  }

  /**
   * Where the amounts of a measure come from; measures that differ in nothing else share it.
   *
   * @param where eligible rows
   * @param numerator its expression
   * @param denominator its expression
   */
  record Source(String where, String numerator, String denominator) {
    static Source of(Measure measure) {
      return new Source(
          measure.where().isBlank() ? "TRUE" : measure.where(),
          measure.numerator(),
          measure.denominator());
    }

    /** Rows that count: eligible, and with both amounts known. */
    String eligible() {
      return "coalesce((%s), FALSE) AND (%s) IS NOT NULL AND (%s) IS NOT NULL"
          .formatted(where, numerator, denominator);
    }
  }

  /**
   * Where a measure finds its amounts in a reduced row.
   *
   * @param measure its index in its indicator
   * @param length place of its length, negative where it has none
   * @param sum place of its numerator; the denominator is next
   * @param snapshot whether only the last of a period holds
   */
  record Amount(int measure, int length, int sum, boolean snapshot) implements Serializable {}

  static IndicatorMeasures of(List<Indicator> indicators) {
    return new IndicatorMeasures(indicators);
  }

  /** Stratum expression → its place. */
  Map<String, Integer> strata() {
    return strata;
  }

  /** Sources of sums → their place. */
  Map<Source, Integer> sums() {
    return sums;
  }

  /** Sources of lengths → their place. */
  Map<Source, Integer> lengths() {
    return lengths;
  }

  /** Whether a row is a state of its day, so that days must be kept apart. */
  boolean dated() {
    return dated;
  }

  /** Where a measure of an indicator finds its amounts. */
  Amount amount(Indicator indicator, int index) {
    Measure measure = indicator.measures().get(index);
    Source source = Source.of(measure);
    if (isLength(measure)) {
      int at = lengths.get(source);
      return new Amount(index, at, 2 * (sums.size() + at), measure.snapshot());
    }
    return new Amount(index, IndicatorRelation.NO_LENGTH, 2 * sums.get(source), measure.snapshot());
  }

  private static boolean isLength(Measure measure) {
    return LENGTHS.contains(measure.kind());
  }
}
