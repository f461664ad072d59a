package org.tidemark.catalogue;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.tidemark.model.MonthTable;
import org.tidemark.model.Refusal;

/** Reads the table of a calendar's months and holds each of its new years to the months before. */
final class MonthTableReader {
  /** The table of Nepal's calendar. */
  static final String BIKRAM_SAMBAT = "bikram_sambat";

  private MonthTableReader() {}

  static MonthTable of(CodeTable table) {
    if (table.rows().isEmpty()) {
      throw refusal(table, 0);
    }
    List<List<Integer>> lengths = new ArrayList<>();
    int first = Integer.parseInt(table.codes().get(0));
    LocalDate newYear = date(table, 0);
    LocalDate next = newYear;
    for (int row = 0; row < table.rows().size(); row++) {
      if (Integer.parseInt(table.codes().get(row)) != first + row
          || !date(table, row).equals(next)) {
        throw refusal(table, row);
      }
      List<Integer> year = lengths(table.rows().get(row));
      lengths.add(year);
      next = next.plusDays(year.stream().mapToInt(Integer::intValue).sum());
    }
    return MonthTable.of(first, newYear, lengths);
  }

  private static List<Integer> lengths(Map<String, String> row) {
    return IntStream.rangeClosed(1, 12)
        .mapToObj(month -> Integer.valueOf(row.get(column(month))))
        .toList();
  }

  /** What the table's cells look like. */
  static Map<String, Pattern> forms() {
    Map<String, Pattern> forms = new LinkedHashMap<>();
    forms.put("year", Pattern.compile("\\d{4}"));
    forms.put("new_year", Pattern.compile("\\d{4}-\\d\\d-\\d\\d"));
    IntStream.rangeClosed(1, 12)
        .forEach(month -> forms.put(column(month), Pattern.compile("2[89]|3[0-2]")));
    return forms;
  }

  /** The column of a month: {@code m01} to {@code m12}. */
  private static String column(int month) {
    return String.format(Locale.ROOT, "m%02d", month);
  }

  private static LocalDate date(CodeTable table, int row) {
    try {
      return LocalDate.parse(table.rows().get(row).get("new_year"));
    } catch (DateTimeException e) {
      throw refusal(table, row);
    }
  }

  private static Refusal refusal(CodeTable table, int row) {
    return Refusal.operator(
        "codes/" + table.name() + ".csv, record " + (row + 1),
        "the year does not begin where the months before it end",
        "give the years in order, each with its first day and twelve months");
  }
}
