package org.tidemark.tally;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Indicator.Keyed;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Indicator.Term;

/**
 * What one relation has to tell of each row, so that all indicators on it come from one scan: the
 * distinct expressions, each with its place, and who uses them. That every expression stands there
 * once keeps the plan of a view that serves many indicators short.
 */
final class IndicatorMeasures {
  private static final String EVENT = "event_date";
  private static final String ALL = "TRUE";

  private final Map<String, Integer> days = new LinkedHashMap<>();
  private final Map<String, Integer> strata = new LinkedHashMap<>();
  private final Map<String, Integer> filters = new LinkedHashMap<>();
  private final Map<String, Integer> amounts = new LinkedHashMap<>();
  private final List<Use> uses = new ArrayList<>();

  private IndicatorMeasures() {}

  /**
   * A measure that uses amounts of the relation.
   *
   * @param indicator index of the indicator in the plan
   * @param measure its index in the indicator
   * @param day place of its day
   * @param filter place of the predicate of its rows
   * @param key place of what keeps its amounts apart, among the amounts; negative where nothing
   *     does
   * @param over place of its numerator, or of whether a length is over
   * @param under place of its denominator, or of 1 a length
   * @param snapshot whether only the last of a period holds
   * @param squared whether the squares of its numerators are added up too
   * @param stratum the stratum its amounts belong to: none, or all, see {@link RelationSums}
   * @param strata name of each stratum → its place
   */
  record Use(
      int indicator,
      int measure,
      int day,
      int filter,
      int key,
      int over,
      int under,
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
          boolean own = term.equals(measure.term());
          uses.add(use(place, m, measure, term, own ? indicator.strata() : Map.of()));
        }
      }
    }
  }

  private Use use(
      int indicator, int index, Measure measure, Term term, Map<String, String> declared) {
    Map<String, Integer> own = new LinkedHashMap<>();
    declared.forEach((name, sql) -> own.put(name, place(strata, sql)));
    boolean length = measure.kind().keyed() == Keyed.BY_LENGTH;
    String key = length ? term.numerator() : measure.key();
    return new Use(
        indicator,
        index,
        place(days, term.date().isBlank() ? EVENT : term.date()),
        place(filters, term.where().isBlank() ? ALL : term.where()),
        key.isEmpty() ? IndicatorRelation.NO_LENGTH : place(amounts, key),
        place(amounts, length ? term.denominator() : term.numerator()),
        place(amounts, length ? "1" : term.denominator()),
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

  private static int place(Map<String, Integer> places, String sql) {
    places.putIfAbsent(sql, places.size());
    return places.get(sql);
  }

  /** Expressions of days in their places. */
  List<String> days() {
    return List.copyOf(days.keySet());
  }

  /** Expressions of strata in their places. */
  List<String> strata() {
    return List.copyOf(strata.keySet());
  }

  /** Predicates of rows in their places. */
  List<String> filters() {
    return List.copyOf(filters.keySet());
  }

  /** Expressions of amounts and keys in their places. */
  List<String> amounts() {
    return List.copyOf(amounts.keySet());
  }

  /** Who uses what. */
  List<Use> uses() {
    return List.copyOf(uses);
  }
}
