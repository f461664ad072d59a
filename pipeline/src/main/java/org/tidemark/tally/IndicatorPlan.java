package org.tidemark.tally;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Programme;

/**
 * What an executor must know to tell the figures of a site from its facts.
 *
 * @param indicators the indicators, in the order of the request
 * @param levels levels asked for
 * @param spans spans asked for
 * @param programme the programme's id, its unit at that level
 * @param asOf the data cut-off
 */
record IndicatorPlan(
    List<Told> indicators,
    List<String> levels,
    List<String> spans,
    String programme,
    LocalDate asOf)
    implements Serializable {

  /**
   * One indicator.
   *
   * @param code its code
   * @param reports tables whose report must have come; empty for none
   * @param scope where it has a meaning
   */
  record Told(String code, List<String> reports, Indicator.Scope scope) implements Serializable {}

  /** The plan of a request. */
  static IndicatorPlan of(IndicatorRequest request, Programme programme) {
    return new IndicatorPlan(
        request.indicators().values().stream()
            .map(i -> new Told(i.code(), i.reports(), i.scope()))
            .toList(),
        List.copyOf(request.levels()),
        List.copyOf(request.spans()),
        programme.id(),
        programme.asOf());
  }
}
