package org.tidemark.publish.exchange;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.tidemark.catalogue.Indicator;
import org.tidemark.model.Dhis2Period;

/**
 * One indicator of one unit and period, as published.
 *
 * @param indicator its definition
 * @param unit the unit's id
 * @param period the period, as a receiver knows it
 * @param numerator the numerator as the table writes it; empty where it is not shown
 * @param denominator the denominator likewise
 * @param value the figure likewise
 * @param status the row's status
 */
record Exported(
    Indicator indicator,
    String unit,
    Dhis2Period period,
    Optional<String> numerator,
    Optional<String> denominator,
    Optional<String> value,
    String status) {
  /** Checks that nothing is absent. */
  Exported {
    requireNonNull(indicator, "indicator");
    requireNonNull(unit, "unit");
    requireNonNull(period, "period");
    requireNonNull(status, "status");
  }

  /** The period as the shared schema and DHIS2 write it. */
  String periodText() {
    return period.shared().orElseThrow();
  }
}
