package org.tidemark.disclose;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.TableSchema;

/** Published tables of invented programmes, in which all sums are true. */
final class Publications {
  static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());
  static final TableSchema INDICATOR = CATALOGUE.published().get("indicator");
  static final TableSchema INCIDENCE = CATALOGUE.published().get("incidence");
  static final TableSchema QUALITY = CATALOGUE.published().get("quality");

  private Publications() {}

  /** One person in the numerator or not, somewhere, some time. */
  record Person(String site, String period, String stratum, boolean counts) {}

  /** Rules of the public for sites S0, S1 …: three to an area, two areas to a country. */
  static Disclosure disclosure(int sites) {
    Map<String, String> areas = new HashMap<>();
    Map<String, String> countries = new HashMap<>();
    for (int i = 0; i < sites; i++) {
      areas.put("S" + i, "A" + i / 3);
      countries.put("S" + i, "C" + i / 6);
    }
    return Disclosure.of(
        CATALOGUE.disclosure().get("public"),
        Structure.of(CATALOGUE, areas, countries, Map.of("north", "North"), Set.of("OUT-01")));
  }

  /** Persons at random: few at most sites, many at some. */
  static List<Person> persons(long seed, int sites, int quarters) {
    Random random = new Random(seed);
    List<Person> persons = new ArrayList<>();
    for (int site = 0; site < sites; site++) {
      int usual = 1 + random.nextInt(site % 3 == 0 ? 40 : 12);
      for (int quarter = 0; quarter < quarters; quarter++) {
        String period = 2021 + quarter / 4 + "Q" + (1 + quarter % 4);
        for (int n = random.nextInt(2 * usual); n > 0; n--) {
          String stratum = "ses=" + (1 + random.nextInt(3));
          persons.add(new Person("S" + site, period, stratum, random.nextInt(3) > 0));
        }
      }
    }
    return persons;
  }

  /** The rows of {@code indicator}: every level, period and stratum that anybody is in. */
  static List<Row> indicator(List<Person> persons) {
    Map<List<String>, long[]> sums = new TreeMap<>(Comparator.comparing(Object::toString));
    for (Person person : persons) {
      int site = Integer.parseInt(person.site().substring(1));
      for (String unit :
          List.of(
              "site " + person.site(),
              "area A" + site / 3,
              "country C" + site / 6,
              "programme P")) {
        for (String period : List.of(person.period(), person.period().substring(0, 4), "all")) {
          for (String stratum : List.of("", person.stratum())) {
            long[] sum = sums.computeIfAbsent(List.of(unit, period, stratum), k -> new long[2]);
            sum[0] += person.counts() ? 1 : 0;
            sum[1]++;
          }
        }
      }
    }
    List<Row> rows = new ArrayList<>();
    sums.forEach((key, sum) -> rows.add(indicator(key, sum)));
    return rows;
  }

  private static Row indicator(List<String> key, long[] sum) {
    String[] unit = key.get(0).split(" ");
    Map<String, Object> cells = new HashMap<>();
    cells.put("indicator", "OUT-01");
    cells.put("level", unit[0]);
    cells.put("unit_id", unit[1]);
    cells.put("period", key.get(1));
    cells.put("stratum", key.get(2).isEmpty() ? null : key.get(2));
    cells.put("statistic", "share");
    cells.put("value", 100.0 * sum[0] / sum[1]);
    cells.put("numerator", (double) sum[0]);
    cells.put("denominator", (double) sum[1]);
    cells.put("verdict", "missed");
    cells.put("status", "OK");
    return row(INDICATOR, cells);
  }

  /** A row of a table; columns that are not given are empty. */
  static Row row(TableSchema schema, Map<String, ?> cells) {
    return RowFactory.create(schema.fields().stream().map(f -> cells.get(f.name())).toArray());
  }

  /** Tables in the order that disclosure works in. */
  static Map<TableSchema, List<Row>> tables(Object... tablesAndRows) {
    Map<TableSchema, List<Row>> tables = new TreeMap<>(Comparator.comparing(TableSchema::name));
    for (int i = 0; i < tablesAndRows.length; i += 2) {
      List<Row> rows = new ArrayList<>();
      ((List<?>) tablesAndRows[i + 1]).forEach(row -> rows.add((Row) row));
      tables.put((TableSchema) tablesAndRows[i], rows);
    }
    return tables;
  }

  /** What readers see of a row: column → cell. */
  static Map<String, Object> cells(TableSchema schema, Row row) {
    Map<String, Object> cells = new LinkedHashMap<>();
    for (int i = 0; i < row.length(); i++) {
      cells.put(schema.fields().get(i).name(), row.get(i));
    }
    return cells;
  }
}
