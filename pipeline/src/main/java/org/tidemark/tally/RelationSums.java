package org.tidemark.tally;

import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.tidemark.tally.IndicatorMeasures.Use;
import org.tidemark.tally.SiteFact.Amounts;
import scala.Tuple2;

/**
 * Adds up the rows of a relation inside the task that reads them: each stratum by itself, since a
 * figure is published by one stratum at a time, so that what leaves the task grows with sites,
 * months and strata and not with rows, nor with the cross of the strata.
 */
final class RelationSums implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The stratum of amounts that belong to all. */
  static final String EVERY = "*";

  /** The stratum of amounts that belong to all in which the measure's own relation has any. */
  static final String EVERY_TOLD = "**";

  /** The length under which squares are added up. */
  static final int SQUARES = -2;

  private static final int MONTH_LENGTH = 7;
  private static final int SCALE = 12;

  private final List<Use> uses;
  private final int strataAt;
  private final int sourcesAt;

  private RelationSums(IndicatorMeasures measures) {
    this.uses = List.copyOf(measures.uses());
    this.strataAt = IndicatorRelation.HEAD + measures.days().size();
    this.sourcesAt = strataAt + measures.strata().size();
  }

  static RelationSums of(IndicatorMeasures measures) {
    return new RelationSums(measures);
  }

  /** Amounts by who reported them. */
  Iterator<Tuple2<String, SiteFact>> of(Iterator<Row> rows) {
    Map<Reporter, Map<Amounts.Slot, IndicatorSum.Pair>> sums = new HashMap<>();
    while (rows.hasNext()) {
      Row row = rows.next();
      Reporter reporter = Reporter.of(row);
      if (reporter != null) {
        Map<Amounts.Slot, IndicatorSum.Pair> own =
            sums.computeIfAbsent(reporter, r -> new HashMap<>());
        uses.forEach(use -> add(own, use, row));
      }
    }
    return sums.entrySet().stream()
        .<Tuple2<String, SiteFact>>mapMulti(
            (e, facts) -> {
              e.getKey().place().ifPresent(p -> facts.accept(new Tuple2<>(e.getKey().name(), p)));
              e.getValue()
                  .forEach(
                      (slot, pair) ->
                          facts.accept(new Tuple2<>(e.getKey().name(), new Amounts(slot, pair))));
            })
        .iterator();
  }

  private void add(Map<Amounts.Slot, IndicatorSum.Pair> sums, Use use, Row row) {
    int at = sourcesAt + 3 * use.source();
    String day = row.getString(IndicatorRelation.HEAD + use.day());
    if (day == null || row.isNullAt(at) || row.isNullAt(at + 1) || row.isNullAt(at + 2)) {
      return;
    }
    IndicatorSum.Pair pair = new IndicatorSum.Pair(exact(row.get(at + 1)), exact(row.get(at + 2)));
    put(sums, use, row, day, row.getInt(at), pair);
    if (use.squared()) {
      BigDecimal square =
          pair.numerator().multiply(pair.numerator()).setScale(SCALE, RoundingMode.HALF_EVEN);
      put(sums, use, row, day, SQUARES, new IndicatorSum.Pair(square, pair.denominator()));
    }
  }

  private void put(
      Map<Amounts.Slot, IndicatorSum.Pair> sums,
      Use use,
      Row row,
      String day,
      int length,
      IndicatorSum.Pair pair) {
    String month = day.substring(0, Math.min(MONTH_LENGTH, day.length()));
    Amounts.Slot slot =
        new Amounts.Slot(
            use.indicator(),
            new IndicatorSum.Place(use.measure(), length),
            use.stratum(),
            month,
            use.snapshot() ? day : "");
    sums.merge(slot, pair, IndicatorSum.Pair::plus);
    use.strata()
        .forEach(
            (name, s) ->
                sums.merge(
                    slot.in(name + "=" + row.getString(strataAt + s)),
                    pair,
                    IndicatorSum.Pair::plus));
  }

  private static BigDecimal exact(Object amount) {
    return amount instanceof BigDecimal decimal ? decimal : BigDecimal.valueOf((Long) amount);
  }
}
