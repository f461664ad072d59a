package org.tidemark.tally;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.model.Refusal;
import org.tidemark.stats.AgeBand;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.tally.LifeTableRows.Cell;

/**
 * The life tables of a run by area, as population hazards. A row holds from its year and age until
 * the next listed one, or the end that it says ({@link LifeTableRows}); the last row of a table
 * with {@code beyond: error} holds for one year. A cell that is missing between others is an error
 * that names the cell.
 *
 * <p>A row of certain death (a probability of 1, as tables give their last age) has no finite
 * hazard: nobody's expected survival is above 0 there. It may stand in a table as long as nobody is
 * followed into it ({@link LifeTableCover}).
 */
public final class LifeTables implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The area of a table that serves every area without one of its own. */
  private static final String ANY_AREA = "";

  private static final int SEXES = 2;

  private final Map<String, List<Cell>> cells;
  private final Map<String, Beyond> beyond;
  private final transient List<Assumed> assumed;

  private LifeTables(
      Map<String, List<Cell>> cells, Map<String, Beyond> beyond, List<Assumed> assumed) {
    this.cells = cells;
    this.beyond = beyond;
    this.assumed = assumed;
  }

  /**
   * Collects the tables; their size is bounded by areas, ages and years, not by cases.
   *
   * @param lifeTable rows of {@code life_table} that count
   * @param beyond what holds outside the table, by source
   */
  public static LifeTables of(Dataset<Row> lifeTable, Map<String, Beyond> beyond) {
    return of(lifeTable, beyond, Set.of());
  }

  /**
   * Collects the tables.
   *
   * @param lifeTable rows of {@code life_table} that count
   * @param beyond what holds outside the table, by source
   * @param smoothed sources whose age groups are smoothed to single years by Elandt-Johnson
   */
  public static LifeTables of(
      Dataset<Row> lifeTable, Map<String, Beyond> beyond, Set<String> smoothed) {
    List<Assumed> assumed = new ArrayList<>();
    List<Cell> rows = LifeTableRows.read(lifeTable, smoothed, assumed);
    return new LifeTables(
        rows.stream().collect(Collectors.groupingBy(Cell::area, TreeMap::new, Collectors.toList())),
        Map.copyOf(beyond),
        List.copyOf(assumed));
  }

  /** No life table at all: net survival is not available. */
  public static LifeTables none() {
    return new LifeTables(Map.of(), Map.of(), List.of());
  }

  /** What was assumed to bring the tables to hazards. */
  public List<Assumed> assumed() {
    return List.copyOf(assumed);
  }

  /** What was assumed of all tables, in words for the note of a figure; empty for nothing. */
  public String note() {
    return LifeTableAssumption.notes(assumed);
  }

  /**
   * The same of one table.
   *
   * @param area one of {@link #areas}
   */
  public String note(String area) {
    return LifeTableAssumption.notes(assumed.stream().filter(a -> a.area().equals(area)).toList());
  }

  /** The areas that have a table of their own; empty for the table of all others. */
  public Set<String> areas() {
    return new TreeSet<>(cells.keySet());
  }

  /** The hazards of an area, its own or those of a table for all areas. */
  public Optional<PopulationHazard> of(String area) {
    List<Cell> own = cells.getOrDefault(area, cells.getOrDefault(ANY_AREA, List.of()));
    return own.isEmpty() ? Optional.empty() : Optional.of(hazards(area, own));
  }

  /** Whether there is anything that a follow-up may not reach: an end of a table, certain death. */
  boolean anyLimit() {
    return cells.values().stream()
        .anyMatch(own -> bounded(own) || own.stream().anyMatch(Cell::certainDeath));
  }

  /** Refuses a bounded table that does not reach an age or a calendar year. */
  void requireCell(String area, int sex, int age, int year) {
    List<Cell> own = cells.getOrDefault(area, cells.getOrDefault(ANY_AREA, List.of()));
    int[] ages = distinct(own, Cell::age);
    int[] years = distinct(own, Cell::year);
    boolean reached =
        age >= ages[0] && age < ageEnd(own) && year >= years[0] && year < yearEnd(own);
    if (bounded(own) && !reached) {
      throw missing(own.get(0).source(), area, sex, year, age);
    }
  }

  /** Refuses a row of certain death that holds between two ages and two calendar years. */
  void requireFinite(String area, int sex, Span ofAges, Span ofYears) {
    List<Cell> own = cells.getOrDefault(area, cells.getOrDefault(ANY_AREA, List.of()));
    int[] ages = distinct(own, Cell::age);
    int[] years = distinct(own, Cell::year);
    own.stream()
        .filter(cell -> cell.certainDeath() && cell.sex() == sex)
        .filter(cell -> ofAges.meets(ages, cell.age()) && ofYears.meets(years, cell.year()))
        .min(Comparator.comparingInt(Cell::age).thenComparingInt(Cell::year))
        .ifPresent(
            cell -> {
              throw certain(area, cell);
            });
  }

  /**
   * From one age or year to another.
   *
   * @param from the first
   * @param to the last
   */
  record Span(int from, int to) {
    /** Whether the row that begins at a cut holds anywhere in the span. */
    private boolean meets(int[] cuts, int cut) {
      int row = Arrays.binarySearch(cuts, cut);
      return row(cuts, from) <= row && row <= row(cuts, to);
    }

    private static int row(int[] cuts, int position) {
      int found = Arrays.binarySearch(cuts, position);
      return found >= 0 ? found : Math.max(0, -found - 2);
    }
  }

  private boolean bounded(List<Cell> own) {
    return beyond.get(own.get(0).source()) != Beyond.NEAREST;
  }

  private PopulationHazard hazards(String area, List<Cell> own) {
    int[] ages = distinct(own, Cell::age);
    int[] years = distinct(own, Cell::year);
    requirePeriods(area, own, years);
    double[][][] perDay = table(area, own, ages, years);
    double[] ageCuts = new double[ages.length];
    for (int i = 0; i < ages.length; i++) {
      ageCuts[i] = ages[i] * PopulationHazard.DAYS_IN_YEAR;
    }
    int[] dayCuts = new int[years.length];
    for (int i = 0; i < years.length; i++) {
      dayCuts[i] = firstDay(years[i]);
    }
    if (!bounded(own)) {
      return PopulationHazard.nearest(ageCuts, dayCuts, perDay);
    }
    int ageEnd = ageEnd(own);
    return PopulationHazard.bounded(
        ageCuts,
        ageEnd == AgeBand.OPEN
            ? Integer.MAX_VALUE
            : (int) Math.ceil(ageEnd * PopulationHazard.DAYS_IN_YEAR),
        dayCuts,
        firstDay(yearEnd(own)),
        perDay);
  }

  private static int ageEnd(List<Cell> own) {
    return own.stream().mapToInt(Cell::ageEnd).max().orElseThrow();
  }

  /** The first year after the last period, which is one year where it says no end. */
  private static int yearEnd(List<Cell> own) {
    return own.stream().mapToInt(c -> Math.max(c.yearEnd(), c.year() + 1)).max().orElseThrow();
  }

  /** Refuses periods that overlap and, where the table is bounded, years between two of them. */
  private void requirePeriods(String area, List<Cell> own, int[] years) {
    for (Cell cell : own) {
      int at = Arrays.binarySearch(years, cell.year());
      if (cell.yearEnd() == 0 || at == years.length - 1) {
        continue;
      }
      if (cell.yearEnd() > years[at + 1]) {
        throw Refusal.operator(
            "life table of source " + cell.source(),
            "area '%s': the period from %d and the one from %d overlap"
                .formatted(area, cell.year(), years[at + 1]),
            "leave year_upper out, or end each period before the next");
      }
      if (cell.yearEnd() < years[at + 1] && bounded(own)) {
        throw missing(cell.source(), area, cell.sex(), cell.yearEnd(), cell.age());
      }
    }
  }

  private static double[][][] table(String area, List<Cell> own, int[] ages, int[] years) {
    Map<List<Integer>, Double> known =
        own.stream()
            .collect(
                Collectors.toMap(
                    c -> List.of(c.sex(), c.age(), c.year()), Cell::hazard, (a, b) -> a));
    double[][][] perDay = new double[SEXES][ages.length][years.length];
    for (int sex = 1; sex <= SEXES; sex++) {
      for (int a = 0; a < ages.length; a++) {
        for (int y = 0; y < years.length; y++) {
          Double hazard = known.get(List.of(sex, ages[a], years[y]));
          if (hazard == null) {
            throw missing(own.get(0).source(), area, sex, years[y], ages[a]);
          }
          // Of certain death any number will do: no follow-up that reaches it is let through.
          perDay[sex - 1][a][y] = Math.min(hazard, PopulationHazard.MOST_PER_DAY);
        }
      }
    }
    return perDay;
  }

  /** The refusal of a life table without a cell that is needed. */
  static Refusal missing(String source, String area, int sex, int year, int age) {
    return Refusal.operator(
        "life table of source " + source,
        "there is no row for area '%s', sex %d, year %d, age %d".formatted(area, sex, year, age),
        "add the row, or set 'beyond: nearest' at the source if the nearest row may hold");
  }

  private static Refusal certain(String area, Cell cell) {
    return Refusal.operator(
        "life table of source " + cell.source(),
        "death is certain in the row for area '%s', sex %d, year %d, age %d, and a case is followed into it"
            .formatted(area, cell.sex(), cell.year(), cell.age()),
        "close the table at an older age, or give its last age a probability of death below 1");
  }

  private static int[] distinct(Collection<Cell> cells, ToIntFunction<Cell> axis) {
    return cells.stream()
        .map(axis::applyAsInt)
        .collect(Collectors.toCollection(TreeSet::new))
        .stream()
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private static int firstDay(int year) {
    return Math.toIntExact(LocalDate.of(year, 1, 1).toEpochDay());
  }
}
