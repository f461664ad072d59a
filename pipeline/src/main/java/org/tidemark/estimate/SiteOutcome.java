package org.tidemark.estimate;

import java.util.List;
import java.util.OptionalDouble;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.tally.IndicatorTally.Cell;

/**
 * The value of one measure in one site and period as the indicator's own figure has it, of whatever
 * kind: a share, a median time, a survival. Evaluations take it as their outcome.
 */
public final class SiteOutcome {
  private SiteOutcome() {}

  /** The value in its published unit; empty where the cells do not suffice for one. */
  public static OptionalDouble of(Measure measure, List<Cell> cells) {
    IndicatorValue value = IndicatorValue.all(measure, cells).get(0);
    return value.shortfall().isPresent()
        ? OptionalDouble.empty()
        : OptionalDouble.of(value.value());
  }
}
