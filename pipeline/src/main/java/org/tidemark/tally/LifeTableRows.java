package org.tidemark.tally;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.model.Refusal;
import org.tidemark.stats.AgeBand;
import org.tidemark.stats.ElandtJohnson;
import org.tidemark.stats.LifeTableHazards;
import org.tidemark.stats.LifeTableHazards.Hazard;
import org.tidemark.stats.LifeTableRow;

/** Reads the {@code life_table} table, whichever of its columns a source fills, as hazards. */
final class LifeTableRows {
  private static final List<String> VALUES =
      List.of(
          "hazard_per_day",
          "prob_death_year",
          "death_rate",
          "prob_death",
          "survivors",
          "life_expectancy");

  private LifeTableRows() {}

  /**
   * The hazard of a cell.
   *
   * @param yearEnd the first year after those the row says it holds for; 0 where it says none
   * @param ageEnd the first age after the row; {@link AgeBand#OPEN} if it has no end
   */
  record Cell(
      String source,
      Place place,
      int sex,
      int year,
      int yearEnd,
      int age,
      int ageEnd,
      double hazard)
      implements Serializable {
    boolean certainDeath() {
      return Double.isInfinite(hazard);
    }
  }

  private record Sent(
      String source, Place place, int sex, int year, int yearEnd, boolean ends, LifeTableRow row) {}

  /**
   * The cells of all tables, by place, sex, year and age.
   *
   * @param lifeTable rows that count
   * @param smoothed sources whose groups are smoothed to single years
   * @param assumed takes what was assumed
   */
  static List<Cell> read(Dataset<Row> lifeTable, Set<String> smoothed, List<Assumed> assumed) {
    Set<String> columns = Set.of(lifeTable.columns());
    List<String> wanted = new ArrayList<>();
    wanted.addAll(List.of("source_id", "coalesce(area, '')", "CAST(sex AS INT)", "year", "age"));
    for (String whole : List.of("year_upper", "age_upper")) {
      wanted.add(columns.contains(whole) ? whole : "CAST(NULL AS INT)");
    }
    for (String value : VALUES) {
      wanted.add(columns.contains(value) ? value : "CAST(NULL AS DOUBLE)");
    }
    boolean byDeprivation = columns.contains("deprivation");
    wanted.add(byDeprivation ? "coalesce(deprivation, '')" : "''");
    Map<List<Object>, List<Sent>> populations =
        lifeTable.selectExpr(wanted.toArray(new String[0])).collectAsList().stream()
            .map(LifeTableRows::sent)
            .sorted(
                Comparator.comparing(Sent::place)
                    .thenComparingInt(Sent::sex)
                    .thenComparingInt(Sent::year)
                    .thenComparingInt(s -> s.row().age())
                    .thenComparing(Sent::source))
            .collect(
                Collectors.groupingBy(
                    s -> List.of(s.place(), s.sex(), s.year()),
                    java.util.LinkedHashMap::new,
                    Collectors.toList()));
    List<Cell> cells = new ArrayList<>();
    populations.values().forEach(rows -> cells.addAll(cells(rows, smoothed, assumed)));
    return cells;
  }

  private static List<Cell> cells(List<Sent> sent, Set<String> smoothed, List<Assumed> assumed) {
    TreeMap<Integer, Sent> byAge = new TreeMap<>();
    sent.forEach(s -> byAge.putIfAbsent(s.row().age(), s));
    boolean ends = sent.stream().anyMatch(Sent::ends);
    List<LifeTableRow> rows = byAge.values().stream().map(s -> closed(s.row(), ends)).toList();
    List<Hazard> groups = hazards(sent.get(0), rows);
    boolean smooth = smoothed.contains(sent.get(0).source());
    List<Hazard> hazards = smooth ? ElandtJohnson.smoothed(groups) : groups;
    List<Cell> cells = new ArrayList<>();
    for (Hazard hazard : hazards) {
      Sent of = byAge.floorEntry(hazard.age()).getValue();
      cells.add(
          new Cell(
              of.source(),
              of.place(),
              of.sex(),
              of.year(),
              of.yearEnd(),
              hazard.age(),
              hazard.endAge(),
              hazard.perDay()));
      hazard.assumed().forEach(a -> assumed.add(told(of, LifeTableAssumption.of(a))));
      if (of.yearEnd() > of.year() + 1 && of.row().age() == hazard.age()) {
        assumed.add(told(of, LifeTableAssumption.YEARS));
      }
    }
    return cells;
  }

  private static Assumed told(Sent of, LifeTableAssumption what) {
    return new Assumed(what.rule(), "scope", of.source(), of.place().area(), of.year(), 1);
  }

  private static List<Hazard> hazards(Sent first, List<LifeTableRow> rows) {
    try {
      return LifeTableHazards.of(rows);
    } catch (IllegalArgumentException e) {
      throw Refusal.operator(
          "life table of source " + first.source(),
          "%s, sex %d, year %d: %s"
              .formatted(first.place().text(), first.sex(), first.year(), e.getMessage()),
          "mend the row, or let the mapping name the column for what it holds");
    }
  }

  /** In a table that says where its groups end, one without an end has none. */
  private static LifeTableRow closed(LifeTableRow row, boolean ends) {
    return !ends || row.lastAge() != LifeTableRow.UNTIL_THE_NEXT
        ? row
        : new LifeTableRow(
            row.age(),
            AgeBand.OPEN,
            row.hazardPerDay(),
            row.probabilityPerYear(),
            row.ratePerYear(),
            row.probability(),
            row.survivors(),
            row.expectancy());
  }

  private static Sent sent(Row row) {
    int year = row.getInt(3);
    double[] values = new double[VALUES.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.isNullAt(7 + i) ? Double.NaN : row.getDouble(7 + i);
    }
    LifeTableRow read =
        new LifeTableRow(
            row.getInt(4),
            row.isNullAt(6) ? LifeTableRow.UNTIL_THE_NEXT : row.getInt(6),
            values[0],
            values[1],
            values[2],
            values[3],
            values[4],
            values[5]);
    return new Sent(
        row.getString(0),
        new Place(row.getString(1), row.getString(7 + VALUES.size())),
        row.getInt(2),
        year,
        row.isNullAt(5) ? 0 : row.getInt(5) + 1,
        !row.isNullAt(6),
        read);
  }
}
