package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The population of registry north as a statistics office sends it, and as it is shipped. */
@DisplayName("A workbook with titles, groups and totals is the table it holds")
class SheetSourceTest {
  private static final String PROGRAMME =
      """
      programme: small
      as_of: 2023-12-31
      sources:
        - {id: north, table: tumour, path: cases.csv, mapping: north}
        - {id: population, table: population, path: population.xlsx, mapping: north-workbook}
      analyses:
        incidence: [{by: [area, sex], standards: [segi-doll]}]
      disclosure: none
      """;

  private static final String MAPPING =
      """
      mapping: north-workbook
      table: population
      columns:
        année: year
        Sexe: sex
        Âge Groupe: age_lower
        Âge Effectif: population
      constants: {area: North}
      recode:
        sex: {Hommes: "1", Femmes: "2"}
      derive:
        age_upper: IF(age_lower < 75, age_lower + 4, NULL)
      sheet:
        sheets: ["20??"]
        header_rows: [3, 4]
        fill_down: [Sexe]
        skip: [{rule: SHEET-TOTAL, column: Âge Groupe, like: "Total*"}]
        blank_rows: count
        name_as: année
      """;

  @TempDir Path folder;

  /** A sheet a year: a group of rows for each sex, with its total and a blank row below. */
  private int write(List<Map<String, String>> rows) throws IOException {
    int totals = 0;
    try (OutputStream out = Files.newOutputStream(folder.resolve("population.xlsx"));
        Workbook book = new Workbook(out, "test", "1.0")) {
      book.newWorksheet("Notes").value(0, 0, "Source: recensement");
      for (String year : rows.stream().map(r -> r.get("year")).distinct().sorted().toList()) {
        Worksheet sheet = book.newWorksheet(year);
        header(sheet);
        int at = 4;
        for (String sex : List.of("1", "2")) {
          sheet.value(at, 0, sex.equals("1") ? "Hommes" : "Femmes");
          for (Map<String, String> row : rows) {
            if (row.get("year").equals(year) && row.get("sex").equals(sex)) {
              sheet.value(at, 1, (Integer.parseInt(row.get("age_group")) - 1) * 5);
              sheet.value(at++, 2, Integer.parseInt(row.get("population")));
            }
          }
          sheet.value(at, 1, "Total");
          sheet.value(at, 2, 1);
          at += 2;
          totals++;
        }
      }
    }
    return totals;
  }

  private static void header(Worksheet sheet) {
    sheet.value(0, 0, "Population au 1er juillet");
    sheet.value(2, 0, "Sexe");
    sheet.value(2, 1, "Âge");
    sheet.value(3, 1, "Groupe");
    sheet.value(3, 2, "Effectif");
    sheet.range(2, 0, 3, 0).merge();
    sheet.range(2, 1, 2, 2).merge();
  }

  @Test
  void publishesTheSameAndAccountsForEveryRow() throws IOException {
    Path sample = Csv.root().resolve("sample-data/north");
    Files.copy(sample.resolve("cases.csv"), folder.resolve("cases.csv"));
    Files.copy(sample.resolve("population.csv"), folder.resolve("population.csv"));
    List<Map<String, String>> rows = Csv.rows(sample.resolve("population.csv"));
    int totals = write(rows);
    Path schemas = Files.createDirectories(folder.resolve("schemas/mappings")).getParent();
    Files.writeString(schemas.resolve("mappings/north-workbook.yaml"), MAPPING);
    Path workbook = Files.writeString(folder.resolve("workbook.yaml"), PROGRAMME);
    Path csv =
        Files.writeString(
            folder.resolve("csv.yaml"),
            PROGRAMME
                .replace("population.xlsx", "population.csv")
                .replace("north-workbook", "north-population"));

    Published own = Published.run(workbook, folder.resolve("out"), "--schemas", schemas.toString());
    Published shipped = Published.run(csv, folder.resolve("out-csv"));

    assertThat(own.rows("incidence")).hasSizeGreaterThan(20).isEqualTo(shipped.rows("incidence"));
    // A seventeenth of the rows are totals, more than the programme would let be refused.
    assertThat(refused(own, "SHEET-TOTAL")).isEqualTo(totals).isGreaterThan(rows.size() / 20);
    assertThat(refused(own, "SHEET-BLANK")).isEqualTo(totals / 2);
    assertThat(own.rows("accounting", "stage", "resolve", "source", "population").get(0))
        .containsEntry("accepted", "" + rows.size());
  }

  private static long refused(Published published, String rule) {
    return published.rows("accounting", "stage", "ingest", "source", "population").stream()
        .filter(r -> r.get("reason").equals(rule))
        .mapToLong(r -> Long.parseLong(r.get("rejected")))
        .sum();
  }
}
