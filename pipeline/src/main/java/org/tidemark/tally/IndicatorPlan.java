package org.tidemark.tally;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Programme;

/**
 * What an executor must know to tell the figures of a site from its facts.
 *
 * @param indicators the indicators, in the order of the request
 * @param levels levels asked for
 * @param programme the programme's id, its unit at that level
 * @param asOf the data cut-off
 */
record IndicatorPlan(List<Told> indicators, List<String> levels, String programme, LocalDate asOf)
    implements Serializable {

  /**
   * One indicator.
   *
   * @param code its code
   * @param reports tables whose report must have come; empty for none
   * @param scope where it has a meaning
   * @param asked the spans asked for at each level
   */
  record Told(
      String code, List<String> reports, Indicator.Scope scope, Map<String, Set<String>> asked)
      implements Serializable {
    /** Every span asked for. */
    Set<String> spans() {
      return asked.values().stream().flatMap(Collection::stream).collect(Collectors.toSet());
    }

    /** Whether a figure of a level and a span is asked for, and has a meaning. */
    boolean asks(String level, String span) {
      return scope.levels().contains(level) && asked.getOrDefault(level, Set.of()).contains(span);
    }
  }

  /** The plan of a request. */
  static IndicatorPlan of(IndicatorRequest request, Programme programme) {
    return new IndicatorPlan(
        request.indicators().values().stream()
            .map(i -> new Told(i.code(), i.reports(), i.scope(), request.asked().get(i.code())))
            .toList(),
        request.levels(),
        programme.id(),
        programme.asOf());
  }
}
