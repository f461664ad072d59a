package org.tidemark.disclose;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.SmallCells;
import org.tidemark.catalogue.TableSchema;

/** Reads keys and counts from the rows of one published table. */
final class CountedTable {
  private static final String INDICATOR = "indicator";
  private static final String SOURCE = "source";
  private static final String AREA = "area";

  private final TableSchema schema;
  private final SmallCells cells;
  private final Dimensions dimensions;
  private final Scope scope;
  private final Map<String, Integer> columns;
  private final int[][] along;
  private final int[] places;
  private final boolean bySource;

  /**
   * What else tells how tables count.
   *
   * @param areaOfSource source → its area, where each is the other's only one
   * @param personIndicators codes of the indicators that count people
   */
  record Scope(Map<String, String> areaOfSource, Set<String> personIndicators) {}

  CountedTable(TableSchema schema, Dimensions dimensions, Scope scope) {
    this.schema = schema;
    this.cells = schema.smallCells().orElseThrow();
    this.dimensions = dimensions;
    this.scope = scope;
    this.columns = new HashMap<>();
    for (Field field : schema.fields()) {
      columns.put(field.name(), columns.size());
    }
    List<String> names = List.copyOf(cells.along().keySet());
    this.along = along(Map.of());
    this.places = names.stream().map(SmallCells::name).mapToInt(dimensions::place).toArray();
    this.bySource = !scope.areaOfSource().isEmpty() && cells.along().containsKey(SOURCE);
  }

  /** The columns of each dimension, others standing for some. */
  private int[][] along(Map<String, String> at) {
    return cells.along().keySet().stream()
        .map(
            name ->
                SmallCells.columns(name).stream()
                    .mapToInt(column -> columns.get(at.getOrDefault(column, column)))
                    .toArray())
        .toArray(int[][]::new);
  }

  String name() {
    return schema.name();
  }

  SmallCells cells() {
    return cells;
  }

  TableSchema schema() {
    return schema;
  }

  /** The place of a column. */
  int column(String name) {
    return columns.get(name);
  }

  /** Whether the row counts people. */
  boolean concerns(Row row) {
    return !columns.containsKey(INDICATOR)
        || scope.personIndicators().contains(text(row, column(INDICATOR)));
  }

  /** The key of a row's counts: a member of each dimension. */
  Counts.Key key(Row row) {
    return key(row, along);
  }

  private Counts.Key key(Row row, int[][] from) {
    int[] key = new int[dimensions.size()];
    for (int i = 0; i < from.length; i++) {
      key[places[i]] = dimensions.number(places[i], text(row, from[i]));
    }
    if (bySource) {
      ofArea(row, key);
    }
    return Counts.Key.of(key);
  }

  /** A source that has an area to itself is that area. */
  private void ofArea(Row row, int[] key) {
    String area = scope.areaOfSource().get(text(row, column(SOURCE)));
    int place = dimensions.place(AREA);
    if (area != null && key[place] == 0) {
      key[place] = dimensions.number(place, area);
      key[dimensions.place(SOURCE)] = 0;
    }
  }

  /** The columns that count people. */
  List<Column> counted() {
    return cells.counts().stream().map(this::column).toList();
  }

  private Column column(SmallCells.Count count) {
    int[] where = count.where().keySet().stream().mapToInt(columns::get).toArray();
    String[] wanted = count.where().values().toArray(String[]::new);
    int[] totals = count.totals().keySet().stream().mapToInt(columns::get).toArray();
    String[] others = count.totals().values().toArray(String[]::new);
    int[][] elsewhere = count.at().isEmpty() ? new int[0][] : along(count.at());
    int place = columns.get(count.column());
    return new Column(this, count, place, where, wanted, totals, others, elsewhere);
  }

  /** The number in a column; NaN where there is none. */
  static double number(Row row, int column) {
    return row.get(column) instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  static String text(Row row, int column) {
    Object value = row.get(column);
    return value == null ? "" : value.toString();
  }

  private static String text(Row row, int[] joined) {
    if (joined.length == 1) {
      return text(row, joined[0]);
    }
    StringBuilder text = new StringBuilder(text(row, joined[0]));
    for (int i = 1; i < joined.length; i++) {
      text.append(' ').append(text(row, joined[i]));
    }
    return text.toString();
  }

  /** A column that counts people, with the places of the columns that say whom. */
  record Column(
      CountedTable table,
      SmallCells.Count count,
      int place,
      int[] where,
      String[] wanted,
      int[] totals,
      String[] others,
      int[][] elsewhere) {

    /** Whether it counts people in this row. */
    boolean counts(Row row) {
      for (int i = 0; i < where.length; i++) {
        if (!wanted[i].equals(text(row, where[i]))) {
          return false;
        }
      }
      return true;
    }

    /**
     * The key of its count.
     *
     * @param own the row's
     */
    Counts.Key key(Row row, Counts.Key own) {
      return elsewhere.length == 0 ? own : table.key(row, elsewhere);
    }

    /** The count; NaN where there is none. */
    double value(Row row) {
      return number(row, place);
    }

    boolean is(SmallCells.Role role) {
      return count.role() == role;
    }

    /** Who is counted. */
    String population(Row row) {
      for (int i = 0; i < totals.length; i++) {
        if (text(row, totals[i]).isEmpty()) {
          return others[i];
        }
      }
      String of = count.of();
      for (int at = of.indexOf('{'); at >= 0; at = of.indexOf('{')) {
        int end = of.indexOf('}', at);
        String name = of.substring(at + 1, end);
        of = of.substring(0, at) + text(row, table.column(name)) + of.substring(end + 1);
      }
      return of;
    }
  }
}
