package org.tidemark.estimate;

import java.math.BigDecimal;
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

  /** Lost to observation is many where it is more than one in this number. */
  private static final long MANY = 10;

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
    IndicatorValue counted = IndicatorValue.counted(measure.statistic(), observed, (double) count);
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
        : counted.estimated(
            measure.per() * quantile.get().value(),
            quantile.get().limits().map(l -> l.scaled(measure.per())),
            "order-statistic");
  }

  private IndicatorValue censored(IndicatorValue counted, double probability) {
    Answer<CensoredQuantile> quantile =
        CensoredQuantile.of(values(), observations(), probability, LimitScale.LOG_LOG);
    if (quantile.shortfall().isPresent()) {
      return counted.missing(bounded(quantile.shortfall().get()));
    }
    CensoredQuantile q = quantile.get();
    Optional<Double> upper =
        q.upper().isPresent()
            ? Optional.of(measure.per() * q.upper().getAsDouble())
            : Optional.empty();
    String note = upper.isEmpty() ? "no upper limit: follow-up ends before it is reached" : "";
    return counted.estimated(
        measure.per() * q.value(),
        Optional.of(measure.per() * q.lower()),
        upper,
        "brookmeyer-crowley",
        note);
  }

  /** Why there is no quantile, with what is known of it: it lies beyond the longest time seen. */
  private String bounded(Shortfall shortfall) {
    return shortfall == Shortfall.QUANTILE_NOT_REACHED
        ? "more than " + longest() + ": " + shortfall.sentence()
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
    figures.add(point(IndicatorValue.counted(name, count - lost - unknown, (double) count), share));
    figures.add(bound(name + "_low", count - lost - unknown));
    figures.add(bound(name + "_high", count - lost));
    return figures;
  }

  private String longest() {
    return BigDecimal.valueOf(times[times.length - 1])
        .multiply(BigDecimal.valueOf(measure.per()))
        .stripTrailingZeros()
        .toPlainString();
  }

  /**
   * The share with the event up to the horizon. Whoever drops out of observation before it is of
   * unknown state: where that is more than a tenth, by Kaplan-Meier, else of those whose state is
   * known. Bounds: none of the unknown attained it ({@code _low}), all of them did ({@code _high}).
   */
  List<IndicatorValue> attainment() {
    String name = measure.statistic();
    long attained = upTo(events, measure.horizon());
    long unknown = upTo(all, measure.horizon() - 1) - upTo(events, measure.horizon() - 1);
    List<IndicatorValue> figures = new ArrayList<>();
    figures.add(
        MANY * unknown > count
            ? risk(IndicatorValue.counted(name, attained, (double) count))
            : part(name, attained, count - unknown));
    figures.add(part(name + "_low", attained, count));
    figures.add(part(name + "_high", attained + unknown, count));
    return figures;
  }

  private IndicatorValue risk(IndicatorValue counted) {
    Answer<CensoredShare> free =
        CensoredShare.at(times, events, all, measure.horizon(), LimitScale.LOG_LOG);
    if (free.shortfall().isPresent()) {
      return counted.missing(free.shortfall().get().sentence());
    }
    Answer<Interval> limits =
        free.get()
            .limits()
            .map(l -> new Interval(1 - l.upper(), 1 - l.lower()).scaled(measure.per()));
    return counted.estimated(
        measure.per() * (1 - free.get().share()),
        limits.figure().map(Interval::lower),
        limits.figure().map(Interval::upper),
        "kaplan-meier",
        "some are of unknown state: see the bounds");
  }

  /** The share without the event at the horizon, of everybody under observation. */
  IndicatorValue survival() {
    IndicatorValue counted =
        IndicatorValue.counted(
            measure.statistic(), upTo(events, measure.horizon()), (double) count);
    Answer<CensoredShare> share =
        CensoredShare.at(times, events, all, measure.horizon(), LimitScale.LOG_LOG);
    if (share.shortfall().isPresent()) {
      return counted.missing(share.shortfall().get().sentence());
    }
    Answer<Interval> limits = share.get().limits().map(l -> l.scaled(measure.per()));
    return counted.estimated(measure.per() * share.get().share(), limits, "kaplan-meier");
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
    return part(statistic, stayed, count);
  }

  private IndicatorValue part(String statistic, long some, long of) {
    IndicatorValue counted = IndicatorValue.counted(statistic, some, (double) of);
    Answer<Proportion> share = Proportion.of(some, of);
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
