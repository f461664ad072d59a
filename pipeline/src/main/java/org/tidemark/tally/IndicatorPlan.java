package org.tidemark.tally;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Programme;

/**
 * What an executor must know to tell the figures of a site from its facts.
 *
 * @param relations the indicators on each relation, in the order of the relations
 * @param levels levels asked for
 * @param spans spans asked for
 * @param programme the programme's id, its unit at that level
 * @param asOf the data cut-off
 */
record IndicatorPlan(
    List<List<Told>> relations,
    List<String> levels,
    List<String> spans,
    String programme,
    LocalDate asOf)
    implements Serializable {

  /**
   * One indicator on a relation.
   *
   * @param code its code
   * @param reports tables whose report must have come; empty for none
   * @param strata name of each stratum → its place in a reduced row
   * @param amounts where its measures find their amounts
   */
  record Told(
      String code,
      List<String> reports,
      Map<String, Integer> strata,
      List<IndicatorMeasures.Amount> amounts)
      implements Serializable {}

  /** The plan of a request. */
  static IndicatorPlan of(
      IndicatorRequest request, List<IndicatorMeasures> measures, Programme programme) {
    List<List<Indicator>> byRelation = List.copyOf(request.byRelation().values());
    List<List<Told>> relations = new ArrayList<>();
    for (int r = 0; r < byRelation.size(); r++) {
      IndicatorMeasures own = measures.get(r);
      relations.add(byRelation.get(r).stream().map(i -> told(i, own)).toList());
    }
    return new IndicatorPlan(
        List.copyOf(relations),
        List.copyOf(request.levels()),
        List.copyOf(request.spans()),
        programme.id(),
        programme.asOf());
  }

  /** Every indicator. */
  List<Told> indicators() {
    return relations.stream().flatMap(List::stream).toList();
  }

  private static Told told(Indicator indicator, IndicatorMeasures measures) {
    Map<String, Integer> strata = new LinkedHashMap<>();
    indicator.strata().forEach((name, sql) -> strata.put(name, measures.strata().get(sql)));
    return new Told(
        indicator.code(),
        indicator.reports(),
        strata,
        IntStream.range(0, indicator.measures().size())
            .mapToObj(m -> measures.amount(indicator, m))
            .toList());
  }
}
