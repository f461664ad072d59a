package org.tidemark.estimate;

import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Indicator.Target;
import org.tidemark.catalogue.Indicator.Untold;
import org.tidemark.catalogue.Indicator.Withhold;

/**
 * What an executor must know of an indicator: the part of its declaration that travels.
 *
 * @param code stable name
 * @param unit unit of the value
 * @param measures its figures
 * @param direction which way is better
 * @param targets the value to reach, or none
 * @param withholding the companion that must be high enough, or none
 * @param untold why there is no figure; none where there is
 */
public record IndicatorTerms(
    String code,
    String unit,
    List<Measure> measures,
    Direction direction,
    List<Target> targets,
    List<Withhold> withholding,
    List<Untold> untold)
    implements Serializable {

  /** The terms of an indicator that is told by this table. */
  public IndicatorTerms(
      String code,
      String unit,
      List<Measure> measures,
      Direction direction,
      List<Target> targets,
      List<Withhold> withholding) {
    this(code, unit, measures, direction, targets, withholding, List.of());
  }

  /** The terms of a declared indicator. */
  public static IndicatorTerms of(Indicator indicator) {
    return new IndicatorTerms(
        indicator.code(),
        indicator.unit(),
        indicator.measures(),
        indicator.direction(),
        indicator.target().stream().toList(),
        indicator.withhold().stream().toList(),
        indicator.scope().untold());
  }

  /** The value to reach. */
  public Optional<Target> target() {
    return targets.stream().findFirst();
  }

  /** The companion that must be high enough. */
  public Optional<Withhold> withhold() {
    return withholding.stream().findFirst();
  }

  /** Index of the measure of a statistic, -1 where there is none. */
  public int indexOf(String statistic) {
    return measures.stream().map(Measure::statistic).toList().indexOf(statistic);
  }
}
