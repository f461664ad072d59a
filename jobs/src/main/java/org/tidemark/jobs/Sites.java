package org.tidemark.jobs;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The sites of a programme as they are last known.
 *
 * @param names site → its name
 * @param areas site → its area
 * @param countries site → its country
 */
record Sites(Map<String, String> names, Map<String, String> areas, Map<String, String> countries) {
  /**
   * The sites of the site master.
   *
   * @param sites the table {@code site}, or null where there is none
   * @param asOf the day after which nothing counts, ISO 8601
   */
  static Sites of(Dataset<Row> sites, String asOf) {
    Sites found = new Sites(new HashMap<>(), new HashMap<>(), new HashMap<>());
    if (sites != null) {
      // Bounded by the sites of a programme.
      List<Row> rows =
          sites
              .selectExpr("site_id", "coalesce(valid_from, '')", "name", "area", "country")
              .collectAsList();
      rows.stream()
          .filter(row -> row.getString(1).compareTo(asOf) <= 0)
          .sorted(Comparator.comparing((Row row) -> row.getString(1)))
          .forEach(found::add);
    }
    return found;
  }

  private void add(Row row) {
    put(names, row, 2);
    put(areas, row, 3);
    put(countries, row, 4);
  }

  private static void put(Map<String, String> map, Row row, int column) {
    if (row.isNullAt(column)) {
      map.remove(row.getString(0));
    } else {
      map.put(row.getString(0), row.getString(column));
    }
  }
}
