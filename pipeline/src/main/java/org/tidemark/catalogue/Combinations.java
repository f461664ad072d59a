package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads the rule table of a check: each row a combination of codes that a record should not have.
 * Columns are named as fields, or {@code except_} and a field; others are for the reader.
 */
final class Combinations {
  private static final String EXCEPT = "except_";
  private static final String SITE = "C\\d\\d(\\.\\d)?";
  private static final Pattern SITES = several(SITE);
  private static final Pattern HISTOLOGIES = several("\\d{4}");
  private static final Pattern NUMBERS = several("\\d{1,3}");

  /** Fields that a combination may ask for, and how their codes are written. */
  private static final Map<String, Pattern> FORMS =
      Map.of(
          "topography", SITES,
          "morphology", HISTOLOGIES,
          "sex", NUMBERS,
          "age", NUMBERS,
          "behaviour", NUMBERS,
          "grade", NUMBERS,
          "basis", NUMBERS);

  private Combinations() {}

  /**
   * The rows of the table that an entry names.
   *
   * @param named the block that names it: {@code table}; {@code code}, the field that the table's
   *     first column holds, where it holds one; {@code status}, of which rows are meant
   * @param check the entry
   */
  static List<Map<String, String>> rows(Entry named, Entry check, Map<String, CodeTable> codes) {
    CodeTable table = codes.get(named.text("table"));
    if (table == null) {
      throw named.at("table").unknown("table of codes", named.text("table"), codes.keySet());
    }
    String code = named.text("code");
    if (!code.isEmpty() && !FORMS.containsKey(field(code))) {
      throw named.at("code").unknown("field of a combination", code, FORMS.keySet());
    }
    List<Map<String, String>> rows =
        table.rows().stream()
            .filter(row -> !named.has("status") || named.text("status").equals(row.get("status")))
            .map(row -> conditions(row, table.columns().get(0), code))
            .toList();
    requireFields(named, check, rows);
    rows.forEach(row -> requireForms(named, row));
    return code.isEmpty() ? rows : merged(rows, code);
  }

  private static Map<String, String> conditions(
      Map<String, String> row, String first, String code) {
    Map<String, String> conditions = new LinkedHashMap<>();
    row.forEach(
        (column, cell) -> {
          String name = column.equals(first) && !code.isEmpty() ? code : column;
          if (FORMS.containsKey(field(name)) && !cell.isBlank()) {
            conditions.put(name, cell);
          }
        });
    return conditions;
  }

  /**
   * Rows that differ in the code alone, as one: a combination each would be slow to look through.
   */
  private static List<Map<String, String>> merged(List<Map<String, String>> rows, String code) {
    Map<Map<String, String>, String> together = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      Map<String, String> others = new LinkedHashMap<>(row);
      String own = others.remove(code);
      together.merge(others, own, (a, b) -> a + ";" + b);
    }
    List<Map<String, String>> merged = new ArrayList<>();
    together.forEach(
        (others, all) -> {
          Map<String, String> row = new LinkedHashMap<>(others);
          row.put(code, all);
          merged.add(row);
        });
    return merged;
  }

  /** What a source does not supply decides whether a check applies: the fields must be named. */
  private static void requireFields(Entry named, Entry check, List<Map<String, String>> rows) {
    TreeSet<String> asked = new TreeSet<>();
    rows.forEach(row -> row.keySet().forEach(column -> asked.add(field(column))));
    if (rows.stream().anyMatch(Map::isEmpty) || asked.isEmpty()) {
      throw named.refusal(
          "a row of the table asks for no code",
          "name its columns as fields: " + String.join(", ", new TreeSet<>(FORMS.keySet())));
    }
    if (!asked.equals(new TreeSet<>(check.texts("fields")))) {
      throw check
          .at("fields")
          .refusal(
              "the fields are not those of the rule table",
              "name exactly " + String.join(", ", asked));
    }
  }

  private static void requireForms(Entry named, Map<String, String> row) {
    row.forEach(
        (column, cell) -> {
          if (!FORMS.get(field(column)).matcher(cell).matches()) {
            throw named.refusal(
                "a cell of the table's column '" + column + "' is no list of codes",
                "write codes and ranges separated by semicolons: 8000-8005;8010");
          }
        });
  }

  private static String field(String column) {
    return column.startsWith(EXCEPT) ? column.substring(EXCEPT.length()) : column;
  }

  private static Pattern several(String one) {
    String range = one + "(-" + one + ")?";
    return Pattern.compile(range + "(;" + range + ")*");
  }
}
