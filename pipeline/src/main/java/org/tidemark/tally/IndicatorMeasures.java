package org.tidemark.tally;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Indicator.Term;

/**
 * What one relation has to tell of each row, so that all indicators on it come from one scan: the
 * distinct strata, days and amounts, each with its place, and who uses them.
 */
final class IndicatorMeasures {
  private static final String EVENT = "event_date";

  private final Map<String, Integer> strata = new LinkedHashMap<>();
  private final Map<String, Integer> days = new LinkedHashMap<>();
  private final Map<Source, Integer> sources = new LinkedHashMap<>();
  private final List<Use> uses = new ArrayList<>();

  private IndicatorMeasures() {}

  /**
   * The amounts of a row; measures that differ in nothing else share them.
   *
   * @param where eligible rows
   * @param key what keeps amounts apart; empty where nothing does
   * @param over the numerator, or whether a length is over
   * @param under the denominator, or 1 a length
   * @param day the day the row belongs to
   */
  record Source(String where, String key, String over, String under, String day) {
    static Source of(Measure measure, Term term) {
      String where = term.where().isBlank() ? "TRUE" : term.where();
      String day = term.date().isBlank() ? EVENT : term.date();
      return switch (measure.kind().keyed()) {
        case NOT -> new Source(where, "", term.numerator(), term.denominator(), day);
        case BY_KEY -> new Source(where, measure.key(), term.numerator(), term.denominator(), day);
        case BY_LENGTH -> new Source(where, term.numerator(), term.denominator(), "1", day);
      };
    }

    /** Rows that count: eligible, and with all amounts known. */
    String eligible() {
      String known = "coalesce((%s), FALSE) AND (%s) IS NOT NULL AND (%s) IS NOT NULL";
      String counted = known.formatted(where, over, under);
      return key.isEmpty() ? counted : counted + " AND coalesce((%s) >= 0, FALSE)".formatted(key);
    }
  }

  /**
   * A measure that uses amounts of the relation.
   *
   * @param indicator index of the indicator in the plan
   * @param measure its index in the indicator
   * @param source place of its amounts
   * @param day place of its day
   * @param snapshot whether only the last of a period holds
   * @param squared whether the squares of its numerators are added up too
   * @param stratum the stratum its amounts belong to: none, or all, see {@link RelationSums}
   * @param strata name of each stratum → its place
   */
  record Use(
      int indicator,
      int measure,
      int source,
      int day,
      boolean snapshot,
      boolean squared,
      String stratum,
      Map<String, Integer> strata)
      implements Serializable {}

  /** What a relation tells of all indicators that count on it, in the order of the plan. */
  static IndicatorMeasures of(String relation, List<Indicator> indicators) {
    IndicatorMeasures measures = new IndicatorMeasures();
    for (int i = 0; i < indicators.size(); i++) {
      measures.add(relation, i, indicators.get(i));
    }
    return measures;
  }

  private void add(String relation, int place, Indicator indicator) {
    for (int m = 0; m < indicator.measures().size(); m++) {
      Measure measure = indicator.measures().get(m);
      for (Term term : measure.terms()) {
        if (indicator.relationOf(term).equals(relation)) {
          boolean common = !term.equals(measure.term());
          uses.add(use(place, m, measure, term, common ? Map.of() : indicator.strata()));
        }
      }
    }
  }

  private Use use(
      int indicator, int index, Measure measure, Term term, Map<String, String> declared) {
    Source source = Source.of(measure, term);
    Map<String, Integer> own = new LinkedHashMap<>();
    declared.forEach((name, sql) -> own.put(name, place(strata, sql)));
    return new Use(
        indicator,
        index,
        place(sources, source),
        place(days, source.day()),
        measure.snapshot(),
        measure.kind() == Kind.MEAN,
        stratum(measure, term),
        own);
  }

  private static String stratum(Measure measure, Term term) {
    if (term.equals(measure.term())) {
      return "";
    }
    return measure.zero() ? RelationSums.EVERY : RelationSums.EVERY_TOLD;
  }

  private static <K> int place(Map<K, Integer> places, K key) {
    places.putIfAbsent(key, places.size());
    return places.get(key);
  }

  /** Stratum expressions in their places. */
  List<String> strata() {
    return List.copyOf(strata.keySet());
  }

  /** Day expressions in their places. */
  List<String> days() {
    return List.copyOf(days.keySet());
  }

  /** Amounts in their places. */
  List<Source> sources() {
    return List.copyOf(sources.keySet());
  }

  /** Who uses what. */
  List<Use> uses() {
    return List.copyOf(uses);
  }
}
