package org.tidemark.estimate;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Interval;
import org.tidemark.stats.Mean;
import org.tidemark.stats.PoissonInterval;
import org.tidemark.stats.Proportion;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.IndicatorTally.Cell;

/** A measure that is one sum over another: share, rate, ratio. */
final class IndicatorSums {
  static final String NOTHING = "nothing to relate to: the denominator is 0";

  private final Measure measure;
  private final BigDecimal numerator;
  private final BigDecimal denominator;
  private final BigDecimal squares;
  private final boolean any;
  private final IndicatorValue counted;

  private IndicatorSums(
      Measure measure,
      BigDecimal numerator,
      BigDecimal denominator,
      BigDecimal squares,
      boolean any) {
    this.squares = squares;
    this.any = any;
    this.measure = measure;
    this.numerator = numerator;
    this.denominator = denominator;
    this.counted =
        IndicatorValue.counted(
            measure.statistic(), numerator.doubleValue(), denominator.doubleValue());
  }

  static IndicatorSums of(Measure measure, List<Cell> cells) {
    BigDecimal over = BigDecimal.ZERO;
    BigDecimal under = BigDecimal.ZERO;
    BigDecimal squares = BigDecimal.ZERO;
    for (Cell cell : cells) {
      if (cell.length() == IndicatorTally.SQUARES) {
        squares = squares.add(cell.numerator());
      } else {
        over = over.add(cell.numerator());
        under = under.add(cell.denominator());
      }
    }
    return new IndicatorSums(measure, over, under, squares, !cells.isEmpty());
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

  /**
   * An amount by itself: Byar's limits of a number of events; a stock has none. Where reports came
   * and nothing was in them an event did not happen; a stock that nobody told is not known.
   */
  IndicatorValue count() {
    IndicatorValue alone =
        IndicatorValue.counted(measure.statistic(), numerator.doubleValue(), null);
    IndicatorValue judged = alone.over(numerator.doubleValue());
    Optional<Long> events = IndicatorValue.whole(numerator);
    if (measure.snapshot() || events.isEmpty() || events.get() < 0) {
      return any || !measure.snapshot()
          ? judged.exactly(measure.per() * numerator.doubleValue(), "")
          : judged.missing("no state is known");
    }
    Interval limits = PoissonInterval.byar(events.get()).scaled(measure.per());
    return judged.estimated(measure.per() * events.get(), Answer.given(limits), "byar");
  }

  /** The mean of the values: Student's limits. */
  IndicatorValue mean() {
    int n = denominator.intValueExact();
    if (n == 0) {
      return counted.missing(NOTHING);
    }
    BigDecimal about = numerator.multiply(numerator).divide(denominator, MathContext.DECIMAL128);
    double mean = numerator.divide(denominator, MathContext.DECIMAL128).doubleValue();
    // Squares were rounded one by one: a distance of nothing must not come out below 0.
    double distances = Math.max(0, squares.subtract(about).doubleValue());
    Answer<Interval> limits =
        Mean.of(n, mean, distances).map(m -> m.limits().scaled(measure.per()));
    return counted.estimated(measure.per() * mean, limits, "student");
  }
}
