package org.tidemark.estimate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Interval;
import org.tidemark.stats.PoissonInterval;
import org.tidemark.stats.Proportion;
import org.tidemark.tally.IndicatorTally.Cell;

/** A measure that is one sum over another: share, rate, ratio. */
final class IndicatorSums {
  private static final String NOTHING = "nothing to relate to: the denominator is 0";

  private final Measure measure;
  private final BigDecimal numerator;
  private final BigDecimal denominator;
  private final IndicatorValue counted;

  private IndicatorSums(Measure measure, BigDecimal numerator, BigDecimal denominator) {
    this.measure = measure;
    this.numerator = numerator;
    this.denominator = denominator;
    this.counted =
        IndicatorValue.counted(
            measure.statistic(), numerator.doubleValue(), denominator.doubleValue());
  }

  static IndicatorSums of(Measure measure, List<Cell> cells) {
    BigDecimal over = cells.stream().map(Cell::numerator).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal under =
        cells.stream().map(Cell::denominator).reduce(BigDecimal.ZERO, BigDecimal::add);
    return new IndicatorSums(measure, over, under);
  }

  /** Part of whole: Wilson's limits. */
  IndicatorValue share() {
    Optional<Long> events = IndicatorValue.whole(numerator);
    Optional<Long> trials = IndicatorValue.whole(denominator);
    if (events.isEmpty() || trials.isEmpty() || events.get() < 0 || events.get() > trials.get()) {
      return counted.missing("the numerator is not a part of the denominator");
    }
    Answer<Proportion> share = Proportion.of(events.get(), trials.get());
    return share.shortfall().isPresent()
        ? counted.missing(NOTHING)
        : counted.estimated(
            measure.per() * share.get().share(),
            Answer.given(share.get().wilson().scaled(measure.per())),
            "wilson");
  }

  /** A count to another quantity: Byar's limits; a stock is counted, and has none. */
  IndicatorValue rate() {
    Optional<Long> events = IndicatorValue.whole(numerator);
    boolean poisson = !measure.snapshot() && events.isPresent() && events.get() >= 0;
    if (denominator.signum() <= 0 || !poisson) {
      return ratio();
    }
    double unit = measure.per() / denominator.doubleValue();
    Interval limits = PoissonInterval.byar(events.get()).scaled(unit);
    return counted.estimated(events.get() * unit, Answer.given(limits), "byar");
  }

  /** An amount to another: no limits. */
  IndicatorValue ratio() {
    return denominator.signum() <= 0
        ? counted.missing(NOTHING)
        : counted.exactly(measure.per() * numerator.doubleValue() / denominator.doubleValue(), "");
  }
}
