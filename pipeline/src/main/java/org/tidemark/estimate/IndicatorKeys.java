package org.tidemark.estimate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.stats.Answer;
import org.tidemark.stats.OrderedShares;
import org.tidemark.stats.PoissonInterval;
import org.tidemark.stats.Proportion;
import org.tidemark.tally.IndicatorTally.Cell;

/** A measure whose amounts are kept apart by a key: different things, or ordered groups. */
final class IndicatorKeys {
  private final Measure measure;
  private final List<Cell> cells;

  private IndicatorKeys(Measure measure, List<Cell> cells) {
    this.measure = measure;
    this.cells = cells;
  }

  static IndicatorKeys of(Measure measure, List<Cell> cells) {
    return new IndicatorKeys(measure, cells);
  }

  /** How many things: Byar's limits. */
  IndicatorValue distinct() {
    long things = things();
    return IndicatorValue.counted(measure.statistic(), things, null)
        .over(things)
        .estimated(
            measure.per() * things,
            Answer.given(PoissonInterval.byar(things).scaled(measure.per())),
            "byar");
  }

  /** Which part of the things: Wilson's limits. */
  IndicatorValue share() {
    long all = cells.stream().filter(c -> c.denominator().signum() > 0).count();
    long things = things();
    IndicatorValue counted =
        IndicatorValue.counted(measure.statistic(), things, (double) all).over(all);
    Answer<Proportion> share = Proportion.of(Math.min(things, all), all);
    return share.shortfall().isPresent()
        ? counted.missing(IndicatorSums.NOTHING)
        : counted.estimated(
            measure.per() * share.get().share(),
            Answer.given(share.get().wilson().scaled(measure.per())),
            "wilson");
  }

  /** How unequal the share is over the groups, in the order of their keys. */
  IndicatorValue inequality() {
    long[] events = cells.stream().mapToLong(c -> whole(c.numerator())).toArray();
    long[] trials = cells.stream().mapToLong(c -> whole(c.denominator())).toArray();
    Answer<OrderedShares> index =
        switch (measure.kind()) {
          case SLOPE_INEQUALITY -> OrderedShares.slope(events, trials);
          case CONCENTRATION -> OrderedShares.concentration(events, trials);
          default -> OrderedShares.erreygers(events, trials);
        };
    IndicatorValue counted =
        IndicatorValue.counted(measure.statistic(), sum(events), (double) sum(trials));
    if (index.shortfall().isPresent()) {
      return counted.missing("at least 3 ordered groups of 10 or more are needed");
    }
    return counted.estimated(
        measure.per() * index.get().value(),
        Answer.given(index.get().limits().scaled(measure.per())),
        "delta");
  }

  private long things() {
    return cells.stream().filter(c -> c.numerator().signum() > 0).count();
  }

  private static long whole(BigDecimal amount) {
    return Optional.of(amount).flatMap(IndicatorValue::whole).orElse(0L);
  }

  private static long sum(long[] amounts) {
    long sum = 0;
    for (long amount : amounts) {
      sum += amount;
    }
    return sum;
  }
}
