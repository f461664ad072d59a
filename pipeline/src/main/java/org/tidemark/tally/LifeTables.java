package org.tidemark.tally;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.derive.SurvivalExclusion;
import org.tidemark.model.Refusal;
import org.tidemark.stats.AgeBand;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.tally.LifeTableRows.Cell;

/**
 * The life tables of a run by area and group of deprivation, as population hazards. A person's is
 * that of the own area and group, else that of the own area, else those of all areas in the same
 * order; in an area whose tables are by deprivation alone, somebody of an unknown group has none
 * and does not enter ({@link #judged}), and a group without a table is an error. A row holds from
 * its year and age until the next listed one, or the end that it says ({@link LifeTableRows}); the
 * last row of a table with {@code beyond: error} holds for one year. A cell that is missing between
 * others is an error that names the cell.
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

  /** The number of no table. */
  private static final int NONE = -1;

  private final Map<Place, List<Cell>> cells;
  private final List<Place> tables;
  private final Map<Integer, PopulationHazard> hazards = new ConcurrentHashMap<>();
  private final Map<String, Beyond> beyond;
  private final transient List<Assumed> assumed;

  private LifeTables(
      Map<Place, List<Cell>> cells, Map<String, Beyond> beyond, List<Assumed> assumed) {
    this.cells = cells;
    this.tables = List.copyOf(new TreeSet<>(cells.keySet()));
    this.beyond = beyond;
    this.assumed = assumed;
  }

  /**
   * Collects the tables; their size is bounded by places, ages and years, not by cases.
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
        rows.stream()
            .collect(Collectors.groupingBy(Cell::place, TreeMap::new, Collectors.toList())),
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
    return cells.keySet().stream().map(Place::area).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Refuses a table that lacks a cell between others. */
  public void requireWhole() {
    cells.forEach(this::hazards);
  }

  /** The hazards of an area, its own or those of a table for all areas. */
  public Optional<PopulationHazard> of(String area) {
    return of(Place.of(area));
  }

  /** The hazards of the persons of a place. */
  Optional<PopulationHazard> of(Place place) {
    return of(table(place));
  }

  /** The number of the table that serves a place. */
  int table(Place place) {
    List<Cell> own = own(place);
    return own.isEmpty() ? NONE : Collections.binarySearch(tables, own.get(0).place());
  }

  /** The hazards of a table by its number; none of a place that no table serves. */
  Optional<PopulationHazard> of(int table) {
    return table == NONE
        ? Optional.empty()
        : Optional.of(
            hazards.computeIfAbsent(table, t -> hazards(tables.get(t), cells.get(tables.get(t)))));
  }

  /** The finest table that serves a place; empty for none. */
  private List<Cell> own(Place place) {
    for (Place of : List.of(place, new Place(ANY_AREA, place.deprivation()))) {
      List<Cell> found = cells.getOrDefault(of, cells.getOrDefault(of.whole(), List.of()));
      if (!found.isEmpty() || byDeprivation(of.area())) {
        return found;
      }
    }
    return List.of();
  }

  /** Whether any table is one of a group of deprivation. */
  boolean byDeprivation() {
    return cells.keySet().stream().anyMatch(place -> !place.isWhole());
  }

  private boolean byDeprivation(String area) {
    return cells.keySet().stream().anyMatch(p -> !p.isWhole() && p.area().equals(area));
  }

  /**
   * The cases, of which those are excluded from survival whose area has life tables by deprivation
   * alone, and whose own group is unknown.
   *
   * @param cases {@code derive}'s cases
   */
  public Dataset<Row> judged(Dataset<Row> cases) {
    if (!byDeprivation()) {
      return cases;
    }
    Column area = coalesce(col("area"), lit(""));
    Object[] whole = cells.keySet().stream().filter(Place::isWhole).map(Place::area).toArray();
    Column asked =
        when(area.isin(areas().toArray()), not(area.isin(whole)))
            .otherwise(byDeprivation(ANY_AREA) && !cells.containsKey(Place.of(ANY_AREA)));
    Column unknown = coalesce(expr(Place.DEPRIVATION), lit("")).equalTo("");
    return cases.withColumn(
        SurvivalExclusion.COLUMN,
        coalesce(
            col(SurvivalExclusion.COLUMN),
            when(asked.and(unknown), SurvivalExclusion.DEPRIVATION_UNKNOWN.label())));
  }

  /** Whether there is anything that a follow-up may not reach: an end of a table, certain death. */
  boolean anyLimit() {
    return cells.values().stream()
        .anyMatch(own -> bounded(own) || own.stream().anyMatch(Cell::certainDeath));
  }

  /** Refuses tables by deprivation without the group of a place. */
  void requireGroup(Place place, int sex, int age, int year) {
    if (place.isWhole() || !own(place).isEmpty()) {
      return;
    }
    String area = areas().contains(place.area()) ? place.area() : ANY_AREA;
    cells.entrySet().stream()
        .filter(table -> table.getKey().area().equals(area))
        .findFirst()
        .ifPresent(
            table -> {
              throw missing(table.getValue().get(0).source(), place, sex, year, age);
            });
  }

  /** Refuses a bounded table that does not reach an age or a calendar year. */
  void requireCell(Place place, int sex, int age, int year) {
    List<Cell> own = own(place);
    int[] ages = distinct(own, Cell::age);
    int[] years = distinct(own, Cell::year);
    boolean reached =
        age >= ages[0] && age < ageEnd(own) && year >= years[0] && year < yearEnd(own);
    if (bounded(own) && !reached) {
      throw missing(own.get(0).source(), named(place, own), sex, year, age);
    }
  }

  /** Refuses a row of certain death that holds between two ages and two calendar years. */
  void requireFinite(Place place, int sex, Span ofAges, Span ofYears) {
    List<Cell> own = own(place);
    int[] ages = distinct(own, Cell::age);
    int[] years = distinct(own, Cell::year);
    own.stream()
        .filter(cell -> cell.certainDeath() && cell.sex() == sex)
        .filter(cell -> ofAges.meets(ages, cell.age()) && ofYears.meets(years, cell.year()))
        .min(Comparator.comparingInt(Cell::age).thenComparingInt(Cell::year))
        .ifPresent(
            cell -> {
              throw certain(named(place, own), cell);
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

  /** A place as the table that serves it tells it: without a group if the table has none. */
  private static Place named(Place place, List<Cell> own) {
    return new Place(place.area(), own.get(0).place().deprivation());
  }

  private boolean bounded(List<Cell> own) {
    return beyond.get(own.get(0).source()) != Beyond.NEAREST;
  }

  private PopulationHazard hazards(Place asked, List<Cell> own) {
    Place place = named(asked, own);
    int[] ages = distinct(own, Cell::age);
    int[] years = distinct(own, Cell::year);
    requirePeriods(place, own, years);
    double[][][] perDay = table(place, own, ages, years);
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
  private void requirePeriods(Place place, List<Cell> own, int[] years) {
    for (Cell cell : own) {
      int at = Arrays.binarySearch(years, cell.year());
      if (cell.yearEnd() == 0 || at == years.length - 1) {
        continue;
      }
      if (cell.yearEnd() > years[at + 1]) {
        throw Refusal.operator(
            "life table of source " + cell.source(),
            "%s: the period from %d and the one from %d overlap"
                .formatted(place.text(), cell.year(), years[at + 1]),
            "leave year_upper out, or end each period before the next");
      }
      if (cell.yearEnd() < years[at + 1] && bounded(own)) {
        throw missing(cell.source(), place, cell.sex(), cell.yearEnd(), cell.age());
      }
    }
  }

  private static double[][][] table(Place place, List<Cell> own, int[] ages, int[] years) {
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
            throw missing(own.get(0).source(), place, sex, years[y], ages[a]);
          }
          // Of certain death any number will do: no follow-up that reaches it is let through.
          perDay[sex - 1][a][y] = Math.min(hazard, PopulationHazard.MOST_PER_DAY);
        }
      }
    }
    return perDay;
  }

  /** The refusal of a life table without a cell that is needed. */
  static Refusal missing(String source, Place place, int sex, int year, int age) {
    return Refusal.operator(
        "life table of source " + source,
        "there is no row for %s, sex %d, year %d, age %d".formatted(place.text(), sex, year, age),
        "add the row, or set 'beyond: nearest' at the source if the nearest row may hold");
  }

  private static Refusal certain(Place place, Cell cell) {
    return Refusal.operator(
        "life table of source " + cell.source(),
        "death is certain in the row for %s, sex %d, year %d, age %d, and a case is followed into it"
            .formatted(place.text(), cell.sex(), cell.year(), cell.age()),
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
