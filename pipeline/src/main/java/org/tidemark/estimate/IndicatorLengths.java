package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.stats.Answer;
import org.tidemark.stats.CensoredQuantile;
import org.tidemark.stats.CensoredShare;
import org.tidemark.stats.Interval;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.Proportion;
import org.tidemark.stats.Quantile;
import org.tidemark.stats.Shortfall;
import org.tidemark.tally.IndicatorTally.Cell;

/** A measure that is a time to an event, right-censored where the event is still to come. */
final class IndicatorLengths {
  private static final double PERCENT = 100;

  private final Measure measure;
  private final int[] times;
  private final long[] events;
  private final long[] all;
  private final long count;
  private final long observed;

  private IndicatorLengths(Measure measure, List<Cell> cells) {
    this.measure = measure;
    this.times = cells.stream().mapToInt(Cell::length).toArray();
    this.events = cells.stream().mapToLong(c -> c.numerator().longValueExact()).toArray();
    this.all = cells.stream().mapToLong(c -> c.denominator().longValueExact()).toArray();
    this.count = Arrays.stream(all).sum();
    this.observed = Arrays.stream(events).sum();
  }

  /**
   * Times of one measure.
   *
   * @param cells by rising length
   */
  static IndicatorLengths of(Measure measure, List<Cell> cells) {
    return new IndicatorLengths(measure, cells);
  }

  /** The quantile that the statistic names: median, or p and its percentage. */
  IndicatorValue quantile() {
    IndicatorValue counted = IndicatorValue.counted(measure.statistic(), observed, count);
    double probability =
        "median".equals(measure.statistic())
            ? 0.5
            : Integer.parseInt(measure.statistic().substring(1)) / PERCENT;
    return observed == count ? complete(counted, probability) : censored(counted, probability);
  }

  private IndicatorValue complete(IndicatorValue counted, double probability) {
    Answer<Quantile> quantile = Quantile.of(values(), probability);
    return quantile.shortfall().isPresent()
        ? counted.missing(quantile.shortfall().get().sentence())
        : counted.estimated(quantile.get().value(), quantile.get().limits(), "order-statistic");
  }

  private IndicatorValue censored(IndicatorValue counted, double probability) {
    Answer<CensoredQuantile> quantile =
        CensoredQuantile.of(values(), observations(), probability, LimitScale.LOG_LOG);
    if (quantile.shortfall().isPresent()) {
      return counted.missing(bounded(quantile.shortfall().get()));
    }
    CensoredQuantile q = quantile.get();
    Optional<Double> upper =
        q.upper().isPresent() ? Optional.of(q.upper().getAsDouble()) : Optional.empty();
    String note = upper.isEmpty() ? "no upper limit: follow-up ends before it is reached" : "";
    return counted.estimated(q.value(), Optional.of(q.lower()), upper, "brookmeyer-crowley", note);
  }

  /** Why there is no quantile, with what is known of it: it lies beyond the longest time seen. */
  private String bounded(Shortfall shortfall) {
    return shortfall == Shortfall.QUANTILE_NOT_REACHED
        ? "more than " + times[times.length - 1] + ": " + shortfall.sentence()
        : shortfall.sentence();
  }

  /**
   * The share still without the event at the horizon, by Kaplan-Meier, and its bounds: all of
   * unknown state lost ({@code _low}), all of them stayed ({@code _high}).
   */
  List<IndicatorValue> retention() {
    String name = measure.statistic();
    Answer<CensoredShare> share =
        CensoredShare.at(times, events, all, measure.horizon(), LimitScale.LOG_LOG);
    long lost = upTo(events, measure.horizon());
    long unknown = upTo(all, measure.horizon() - 1) - upTo(events, measure.horizon() - 1);
    List<IndicatorValue> figures = new ArrayList<>();
    figures.add(point(IndicatorValue.counted(name, count - lost - unknown, count), share));
    figures.add(bound(name + "_low", count - lost - unknown));
    figures.add(bound(name + "_high", count - lost));
    return figures;
  }

  private IndicatorValue point(IndicatorValue counted, Answer<CensoredShare> answer) {
    if (answer.shortfall().isPresent()) {
      return counted.missing(answer.shortfall().get().sentence());
    }
    CensoredShare share = answer.get();
    if (share.censoredBefore() == 0) {
      return bound(measure.statistic(), count - share.events());
    }
    Answer<Interval> limits = share.limits().map(l -> l.scaled(measure.per()));
    return counted.estimated(
        measure.per() * share.share(),
        limits.figure().map(Interval::lower),
        limits.figure().map(Interval::upper),
        "kaplan-meier",
        "some are of unknown state: see the bounds");
  }

  private IndicatorValue bound(String statistic, long stayed) {
    IndicatorValue counted = IndicatorValue.counted(statistic, stayed, count);
    Answer<Proportion> share = Proportion.of(stayed, count);
    return share.shortfall().isPresent()
        ? counted.missing(share.shortfall().get().sentence())
        : counted.estimated(
            measure.per() * share.get().share(),
            Answer.given(share.get().wilson().scaled(measure.per())),
            "wilson");
  }

  private long upTo(long[] amounts, int time) {
    long sum = 0;
    for (int i = 0; i < times.length && times[i] <= time; i++) {
      sum += amounts[i];
    }
    return sum;
  }

  private double[] values() {
    double[] values = new double[Math.toIntExact(count)];
    int at = 0;
    for (int i = 0; i < times.length; i++) {
      Arrays.fill(values, at, at + (int) all[i], times[i]);
      at += (int) all[i];
    }
    return values;
  }

  private boolean[] observations() {
    boolean[] marks = new boolean[Math.toIntExact(count)];
    int at = 0;
    for (int i = 0; i < times.length; i++) {
      Arrays.fill(marks, at, at + (int) events[i], true);
      at += (int) all[i];
    }
    return marks;
  }
}
