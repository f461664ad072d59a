package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;

/**
 * Which numerators and denominators of indicators count the same people. Nothing declares it across
 * indicators, and a reader need not be told: series that never differ are one. They are compared
 * everywhere within an indicator, and without strata between indicators.
 */
final class Series {
  /** Who is counted is told by the counts themselves. */
  static final String MEASURE = "measure";

  private static final int ENOUGH = 3;

  private final CountedTable table;
  private final boolean told;
  private final Map<String, Map<String, String>> names = new HashMap<>();

  /** The values of one series by key, and those without strata. */
  private static final class Values {
    private final String name;
    private final Map<Long, Double> byKey = new HashMap<>();
    private long print;
    private int whole;

    private Values(String name) {
      this.name = name;
    }

    private void add(long key, boolean isWhole, double value) {
      byKey.put(key, value);
      if (isWhole) {
        long bits = key * 0x9E3779B97F4A7C15L ^ Double.doubleToLongBits(value);
        print += (bits ^ bits >>> 31) * 0xBF58476D1CE4E5B9L;
        whole++;
      }
    }

    private boolean same(Values other) {
      int both = 0;
      for (Map.Entry<Long, Double> entry : byKey.entrySet()) {
        Double value = other.byKey.get(entry.getKey());
        if (value != null) {
          if (!Counts.same(value, entry.getValue())) {
            return false;
          }
          both++;
        }
      }
      return both * 2 >= Math.min(byKey.size(), other.byKey.size());
    }
  }

  private Series(CountedTable table) {
    this.table = table;
    this.told = table.cells().counts().stream().anyMatch(c -> c.of().equals(MEASURE));
  }

  /** The series in rows of a table, told by {@code indicator} and {@code statistic}. */
  static Series of(CountedTable table, List<Row> rows, List<Counts.Key> keys) {
    Series series = new Series(table);
    if (series.told) {
      series.read(rows, keys);
    }
    return series;
  }

  /** Who a column of a row counts. */
  String population(Row row, CountedTable.Column column) {
    if (!told || !column.count().of().equals(MEASURE)) {
      return column.population(row);
    }
    String own = own(row, column);
    return names.getOrDefault(indicator(row), Map.of()).getOrDefault(own, own);
  }

  private String own(Row row, CountedTable.Column column) {
    return indicator(row)
        + " "
        + CountedTable.text(row, table.column("statistic"))
        + " "
        + column.count().column();
  }

  private String indicator(Row row) {
    return CountedTable.text(row, table.column("indicator"));
  }

  private void read(List<Row> rows, List<Counts.Key> keys) {
    Map<String, Map<String, Values>> byIndicator = new LinkedHashMap<>();
    List<CountedTable.Column> columns = table.counted();
    int stratum = table.column("stratum");
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      if (keys.get(i) != null) {
        Map<String, Values> own =
            byIndicator.computeIfAbsent(indicator(row), none -> new LinkedHashMap<>());
        for (CountedTable.Column column : columns) {
          double value = column.value(row);
          if (!Double.isNaN(value)) {
            own.computeIfAbsent(own(row, column), Values::new)
                .add(keys.get(i).code(), row.get(stratum) == null, value);
          }
        }
      }
    }
    Map<Long, String> alike = new HashMap<>();
    byIndicator.forEach((code, own) -> names.put(code, named(own.values(), alike)));
  }

  private static Map<String, String> named(Iterable<Values> series, Map<Long, String> alike) {
    Map<String, String> names = new HashMap<>();
    List<Values> different = new ArrayList<>();
    for (Values own : series) {
      Values first = different.stream().filter(own::same).findFirst().orElse(own);
      if (first == own) {
        different.add(own);
        String name = own.name;
        names.put(name, own.whole < ENOUGH ? name : alike.computeIfAbsent(own.print, none -> name));
      } else {
        names.put(own.name, names.get(first.name));
      }
    }
    return names;
  }
}
