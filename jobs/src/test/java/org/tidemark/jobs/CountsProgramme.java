package org.tidemark.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A programme of registries that send counts: six of CI5 XII over eight cancers, five over many
 * years of liver cancer, whose counts of cases are also sent as deaths by cause, and Finland's of
 * cancer of the rectum in women. A registry's last age group with a population is its open one.
 */
final class CountsProgramme {
  /** CI5's names of sites and the codes of the programme's grouping. */
  static final Map<String, String> SITES =
      Map.of(
          "Stomach", "C16",
          "Colon", "C18",
          "Liver", "C22",
          "Lung (incl. trachea and bronchus)", "C33-C34",
          "Breast", "C50",
          "Cervix uteri", "C53",
          "Prostate", "C61",
          "All sites but skin", "All cancers but C44");

  /** The group of the Finnish counts. */
  static final String RECTUM = "C19-C20";

  private static final String PROGRAMME =
      """
      programme: counts
      title: {en: Registries that send counts}
      as_of: 2023-12-31
      sources:
        - {id: counts, table: case_count, path: cases.csv, format: csv, mapping: shared}
        - {id: deaths, table: death, path: deaths.csv, format: csv, mapping: shared}
        - {id: population, table: population, path: population.csv, format: csv, mapping: shared}
        - {id: reference, table: reference_rate, path: reference.csv, format: csv, mapping: shared}
      analyses:
        incidence:
          - by: [area, sex, cancer, year]
            standards: [segi-doll, esp-1976, esp-2013, who-2000, nordic-2000]
            corrections: [none, unknown-age]
            intervals: [fay-feuer, tiwari, normal, log-normal, normal-binomial]
        mortality:
          - {by: [area, sex, cancer, year], corrections: [unknown-age]}
        trend:
          - {by: [area, sex, cancer], correction: unknown-age, methods: [eapc, eapc-poisson-age, joinpoint, drift], joinpoints: 1}
          - {by: [area, sex, cancer], methods: [eapc-poisson]}
          - {of: mortality, by: [area, sex, cancer], correction: unknown-age, methods: [joinpoint], joinpoints: 1, weights: inverse-variance}
        projection:
          - {by: [area, sex, cancer], periods: 4, back_test: 2}
        plausibility:
          - {by: [area, sex, cancer]}
          - {by: [area, sex, cancer], indices: [childhood], reference: Even}
        rate_ratio:
          - {by: [area, cancer, year], compare: sex, against: 2, correction: unknown-age, intervals: [exact, byar, log-normal, smith]}
          - {by: [sex, cancer], compare: area, against: all}
          - {of: mortality, by: [area, sex, cancer], reference: Even}
      cancer_grouping: ci5
      disclosure: none
      """;

  /**
   * Rates of liver cancer in men that no registry has: 10 below the age of 75, 50 from there on.
   */
  private static final String REFERENCE =
      "reference,cancer,sex,age_lower,age_upper,rate,rate_lower,rate_upper\n"
          + IntStream.range(0, 15)
              .mapToObj(i -> "Even,C22,1," + 5 * i + "," + (5 * i + 4) + ",10,0.0001,0.5\n")
              .collect(Collectors.joining())
          + "Even,C22,1,75,,50,,\n";

  private final Path folder;
  private final StringBuilder cases =
      new StringBuilder("area,cancer,sex,year,age_lower,age_upper,cases\n");
  private final StringBuilder deaths =
      new StringBuilder(
          "area,sex,year,age_lower,age_upper,death_date,age,cause,cause_revision,deaths\n");
  private final StringBuilder population =
      new StringBuilder("area,sex,year,age_lower,age_upper,population\n");

  private CountsProgramme(Path folder) {
    this.folder = folder;
  }

  /** Writes the programme and its files; returns the programme file. */
  static Path in(Path folder) throws IOException {
    CountsProgramme made = new CountsProgramme(folder);
    made.ci5();
    made.yearly();
    made.rectum();
    Files.writeString(folder.resolve("cases.csv"), made.cases);
    Files.writeString(folder.resolve("deaths.csv"), made.deaths);
    Files.writeString(folder.resolve("reference.csv"), REFERENCE);
    Files.writeString(folder.resolve("population.csv"), made.population);
    return Files.writeString(folder.resolve("programme.yaml"), PROGRAMME);
  }

  private static List<Map<String, String>> reference(String file) {
    return Csv.rows(Csv.shared().orElseThrow().resolve("incidence").resolve(file));
  }

  private void ci5() {
    Map<String, Map<Integer, String>> persons = new TreeMap<>();
    for (Map<String, String> row : reference("ci5xii_counts.csv")) {
      String area = "\"" + row.get("registry") + "\"";
      int group = Integer.parseInt(row.get("age_group"));
      int age = (group - 1) * 5;
      String site = SITES.get(row.get("cancer"));
      cases.append(
          String.join(
              ",", area, site, row.get("sex"), "2015", band(age, group == 19), row.get("cases")));
      cases.append('\n');
      if (Double.parseDouble(row.get("py")) > 0) {
        persons
            .computeIfAbsent(area + "," + row.get("sex") + ",2015", k -> new TreeMap<>())
            .put(age, row.get("py"));
      }
    }
    persons.forEach(this::persons);
  }

  private void yearly() {
    Map<String, Map<Integer, String>> persons = new TreeMap<>();
    for (Map<String, String> row : reference("yearly_counts.csv")) {
      String area = "\"" + row.get("registry") + " yearly\"";
      int age = Integer.parseInt(row.get("age_lower"));
      String place = String.join(",", area, row.get("sex"), row.get("year"));
      String band = band(age, age == 99);
      cases.append(
          String.join(",", area, "C22", row.get("sex"), row.get("year"), band, row.get("cases")));
      cases.append('\n');
      deaths(place, row, age, band);
      if (Double.parseDouble(row.get("py")) > 0) {
        persons.computeIfAbsent(place, k -> new TreeMap<>()).put(age, row.get("py"));
      }
    }
    persons.forEach(this::persons);
  }

  private void rectum() {
    Map<String, Map<Integer, String>> persons = new TreeMap<>();
    Path file = Csv.shared().orElseThrow().resolve("survival-popepi/incidence_counts.csv");
    for (Map<String, String> row : Csv.rows(file)) {
      int age = Integer.parseInt(row.get("age_group_lower"));
      String year = row.get("year");
      cases.append(
          String.join(",", "Finland", RECTUM, "2", year, band(age, false), row.get("cases")));
      cases.append('\n');
      persons
          .computeIfAbsent("Finland,2," + year, k -> new TreeMap<>())
          .put(age, row.get("population"));
    }
    persons.forEach(this::persons);
  }

  /** The first deaths of a cell are sent one by one, the rest as a count. */
  private void deaths(String place, Map<String, String> row, int age, String band) {
    long all = Long.parseLong(row.get("cases"));
    String area = place.substring(0, place.lastIndexOf(',', place.lastIndexOf(',') - 1));
    long single = Math.min(all, 2);
    for (int i = 0; i < single; i++) {
      deaths
          .append(
              String.join(
                  ",", area, row.get("sex"), "", "", "", row.get("year") + "-06-0" + (i + 1)))
          .append(',')
          .append(age == 99 ? "" : Integer.toString(age + 2))
          .append(",C22.")
          .append(i)
          .append(",10,\n");
    }
    deaths.append(String.join(",", place, band)).append(",,,C229,10,");
    deaths.append(all - single).append('\n');
  }

  private static String band(int age, boolean unknown) {
    if (unknown) {
      return ",";
    }
    return age >= 85 ? age + "," : age + "," + (age + 4);
  }

  private void persons(String place, Map<Integer, String> byAge) {
    int last = byAge.keySet().stream().max(Integer::compare).orElseThrow();
    byAge.forEach(
        (age, persons) ->
            population
                .append(place)
                .append(',')
                .append(age)
                .append(',')
                .append(age == last ? "" : Integer.toString(age + 4))
                .append(',')
                .append(persons)
                .append('\n'));
  }
}
