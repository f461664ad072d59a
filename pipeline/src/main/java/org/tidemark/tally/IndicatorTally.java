package org.tidemark.tally;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;

/**
 * The sums behind one figure of an indicator.
 *
 * @param indicator its code
 * @param level site, area, country, programme
 * @param unit the unit; the programme's own id for the programme
 * @param span month, quarter, year, all
 * @param period the period
 * @param stratum name=value; empty for everything
 * @param cells what was counted
 * @param reports what became of the reports behind it; empty where none is known
 */
public record IndicatorTally(
    String indicator,
    String level,
    String unit,
    String span,
    String period,
    String stratum,
    List<Cell> cells,
    Optional<ReportCount> reports) {

  /** The length under which the squares of the values of a mean are added up. */
  public static final int SQUARES = RelationSums.SQUARES;

  /**
   * The length under which the variances of amounts are added up, over the denominator of those
   * amounts of which it is known.
   */
  public static final int VARIANCE = -3;

  /** The length under which the deaths behind a survival are added up, over the cases. */
  public static final int DEATHS = -4;

  private static final String CELL =
      "struct<measure:int,length:int,numerator:decimal(38,12),denominator:decimal(38,12)>";
  private static final StructType SCHEMA =
      StructType.fromDDL(
          "indicator string, level string, unit_id string, span string, period string,"
              + " stratum string, cells array<"
              + CELL
              + ">, sites_expected bigint, sites_reporting bigint, reports_expected bigint,"
              + " reports_in bigint, not_owed bigint, months_in bigint");

  /**
   * One amount.
   *
   * @param measure index of the measure in its indicator
   * @param length the length, negative where the measure has none
   * @param numerator sum of numerators; for a length its events
   * @param denominator sum of denominators; for a length all, events and censored
   */
  public record Cell(int measure, int length, BigDecimal numerator, BigDecimal denominator) {
    /** Whether it is an amount or a length, not what is kept beside one for its error. */
    public boolean isAmount() {
      return length > SQUARES;
    }
  }

  /** Copies the list. */
  public IndicatorTally {
    cells = List.copyOf(cells);
  }

  /** The columns of {@link #row}. */
  public static StructType schema() {
    return SCHEMA;
  }

  /** The tallies of every stratum of an indicator in a unit and period. */
  static List<IndicatorTally> of(IndicatorKey key, IndicatorSum sum) {
    List<IndicatorTally> tallies = new ArrayList<>();
    Optional<ReportCount> reports = Optional.of(sum.reports()).filter(ReportCount::known);
    for (Map.Entry<String, TreeMap<IndicatorSum.Place, IndicatorSum.Pair>> stratum :
        sum.strata().entrySet()) {
      List<Cell> cells = new ArrayList<>();
      stratum
          .getValue()
          .forEach(
              (place, pair) ->
                  cells.add(
                      new Cell(
                          place.measure(), place.length(), pair.numerator(), pair.denominator())));
      tallies.add(
          new IndicatorTally(
              key.indicator(),
              key.level(),
              key.unit(),
              key.span(),
              key.period(),
              stratum.getKey(),
              cells,
              reports));
    }
    return tallies;
  }

  /** The tally in a row of {@link IndicatorTallies#rows}. */
  public static IndicatorTally from(Row row) {
    List<Cell> cells = new ArrayList<>();
    for (Row c : row.<Row>getList(6)) {
      cells.add(new Cell(c.getInt(0), c.getInt(1), c.getDecimal(2), c.getDecimal(3)));
    }
    ReportCount reports =
        new ReportCount(
            row.getLong(7),
            row.getLong(8),
            row.getLong(9),
            row.getLong(10),
            row.getLong(11),
            row.getLong(12));
    return new IndicatorTally(
        row.getString(0),
        row.getString(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        cells,
        Optional.of(reports).filter(ReportCount::known));
  }

  /** The tally as a row that Spark can keep and send. */
  public Row row() {
    ReportCount count = reports.orElse(ReportCount.NONE);
    return RowFactory.create(
        indicator,
        level,
        unit,
        span,
        period,
        stratum,
        cells.stream()
            .map(c -> RowFactory.create(c.measure, c.length, c.numerator, c.denominator))
            .toArray(Row[]::new),
        count.sitesExpected(),
        count.sitesIn(),
        count.expected(),
        count.in(),
        count.notOwed(),
        count.monthsIn());
  }

  /** The cells of one measure, by rising length. */
  public List<Cell> of(int measure) {
    return cells.stream().filter(c -> c.measure() == measure).toList();
  }

  /** Months that were reported: by reports where they are known, else the whole period. */
  public long months() {
    return reports.map(ReportCount::monthsIn).orElseGet(() -> (long) IndicatorPeriods.months(span));
  }
}
