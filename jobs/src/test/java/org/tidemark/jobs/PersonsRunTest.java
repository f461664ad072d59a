package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two registries of one space of person ids, through a whole run: tumours that count as one, groups
 * by ICD-10 and of childhood cancers, and records that disagree about a person.
 */
@DisplayName("Persons and groups through a run")
class PersonsRunTest {
  private static final String HEADER =
      "registry_id,patient_id,tumour_id,sex,birth_date,age,incidence_date,topography,morphology,"
          + "behaviour,basis,basis_scheme,area\n";

  private static final String WEST =
      HEADER
          // two tumours of the colon: one cancer, of the more specific histology
          + "W,p1,w1,1,1950-01-01,65,2015-06-01,C187,8140,3,7,iacr,Land\n"
          + "W,p1,w2,1,1950-01-01,69,2019-06-01,C188,8480,3,7,iacr,Land\n"
          // a benign tumour of the meninges, and a child's leukaemia
          + "W,p2,w3,2,1960-01-01,59,2019-03-01,C700,9530,0,7,iacr,Land\n"
          + "W,p3,w4,1,2012-01-01,7,2019-03-01,C421,9811,3,7,iacr,Land\n"
          // one sex here, another there
          + "W,p4,w5,1,1955-01-01,64,2019-03-01,C341,8041,3,7,iacr,Land\n"
          // in situ carcinoma of blood: there is no such place in ICD-10
          + "W,p5,w6,1,1955-01-01,64,2019-03-01,C420,8000,2,1,iacr,Land\n"
          // of unknown sex here, which the other registry knows
          + "W,p6,w7,9,1955-01-01,64,2019-03-01,C509,8500,3,7,iacr,Land\n";

  private static final String EAST =
      HEADER
          + "E,p1,e1,1,1950-01-01,69,2019-06,C188,8480,3,7,iacr,Land\n"
          + "E,p4,e2,2,1955-01-01,64,2019-03-01,C341,8041,3,7,iacr,Land\n"
          + "E,,e3,1,1950-01-01,69,2019-06-01,C187,8140,3,7,iacr,Land\n"
          + "E,p6,e4,2,1955-01-01,64,2019-03-01,C509,8500,3,5,iacr,Land\n";

  /** The tumour w1 again, corrected: it is of the rectum. */
  private static final String LATER =
      HEADER + "W,p1,w1,1,1950-01-01,65,2015-06-01,C209,8140,3,2,iacr,Land\n";

  private static final String PROGRAMME =
      """
      programme: persons
      as_of: 2020-12-31
      sources:
        - {id: west, table: tumour, path: west.csv, mapping: shared, id_space: land}
        - {id: east, table: tumour, path: east.csv, mapping: shared, id_space: land}
        - {id: people, table: population, path: people.csv, mapping: shared}
      analyses:
        incidence:
          - {by: [area, cancer], grouping: nordcan}
          - {by: [cancer], grouping: iccc-3-0-14}
        quality: [{by: [cancer], grouping: ci5-icd10}]
      disclosure: none
      """;

  @TempDir private Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private Published run(String programme) throws IOException {
    write("west.csv", WEST);
    write("east.csv", EAST);
    StringBuilder people = new StringBuilder("area,sex,year,age_lower,age_upper,population\n");
    for (int year = 2015; year <= 2019; year++) {
      for (int sex = 1; sex <= 2; sex++) {
        for (int age = 0; age < 90; age += 5) {
          people.append(
              "Land,%d,%d,%d,%s,1000\n".formatted(sex, year, age, age == 85 ? "" : age + 4));
        }
      }
    }
    write("people.csv", people.toString());
    Path file = write("programme.yaml", programme);
    Told told = Told.run(file, folder.resolve("out"));
    assertThat(told.exitCode()).as(told.err()).isZero();
    return Published.in(folder.resolve("out"));
  }

  private static String cases(Published published, String cancer) {
    List<Map<String, String>> rows =
        published.rows("incidence", "measure", "cases").stream()
            .filter(row -> row.get("cancer").equals(cancer))
            .toList();
    assertThat(rows).as(cancer).hasSize(1);
    return rows.get(0).get("value");
  }

  @Test
  void tumoursThatCountAsOneAreMergedCountedAndListed() throws IOException {
    Published published = run(PROGRAMME);
    // Colon: p1 once, and the record without a person. Lung: p4's two, until the sex is mended.
    assertThat(cases(published, "90")).isEqualTo("2");
    assertThat(cases(published, "160")).isEqualTo("2");
    assertThat(
            published.rows("accounting", "stage", "resolve").stream()
                .filter(row -> !row.get("merged").equals("0"))
                .map(row -> row.get("source") + " " + row.get("reason") + " " + row.get("merged")))
        .containsExactlyInAnyOrder("west MP-SAME-HISTOLOGY 1", "east MP-SAME-TUMOUR 2");
    assertThat(
            published.rows("finding", "rule", "PERSON-SEX").stream()
                .map(row -> row.get("source") + " " + row.get("severity") + row.get("count")))
        .containsExactlyInAnyOrder("west query1", "east query1");
    assertThat(published.rows("finding", "rule", "MP-SAME-HISTOLOGY"))
        .as("what counts through another one does not speak in public")
        .isEmpty();
    assertThat(published.rows("finding", "rule", "FILLED-SEX"))
        .singleElement()
        .satisfies(
            row -> assertThat(row).containsEntry("source", "west").containsEntry("count", "1"));
    assertThat(workList())
        .anyMatch(
            line -> line.startsWith("MP-SAME-HISTOLOGY,query,") && line.contains(",west.csv,2,"))
        .anyMatch(line -> line.startsWith("PERSON-SEX,query,") && line.contains(",east.csv,2,"))
        .anyMatch(line -> line.startsWith("FILLED-SEX,query,") && line.contains(",west.csv,7,"))
        .anyMatch(
            line -> line.startsWith("MP-SAME-TUMOUR,query,") && line.contains(",east.csv,1,"));
  }

  @Test
  void groupsByIcd10AndOfChildrenArePublishedWithTheirEditions() throws IOException {
    Published published = run(PROGRAMME);
    assertThat(cases(published, "320")).as("a benign tumour of the brain").isEqualTo("1");
    assertThat(cases(published, "I(a)")).as("a child's leukaemia").isEqualTo("1");
    Map<String, String> crude =
        published.rows("incidence", "cancer", "I(a)").stream()
            .filter(row -> row.get("measure").equals("crude_rate"))
            .findFirst()
            .orElseThrow();
    assertThat(crude).containsEntry("age_group", "0-14").containsEntry("person_years", "12000");
    assertThat(published.rows("incidence", "cancer", "I(a)"))
        .extracting(row -> row.get("measure"))
        .doesNotContain("cumulative_rate", "truncated_asr")
        .contains("asr");
    assertThat(published.rows("finding", "rule", "ICD10-impossible-site"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("count", "1"));
    assertThat(manifest())
        .contains("\"ICD-10 2010 (CanReg5 2022)\"")
        .contains("\"IARC/IACR/ENCR 2004 with later ICD-O-3 codes\"")
        .contains("\"ICCC-3/IARC-2017\"")
        .contains("\"NORDCAN entities by ICD-10\"");
  }

  @Test
  void aLaterSubmissionIsBelievedWhateverTheOrderOfSources() throws IOException {
    write("later.csv", LATER);
    String later =
        "  - {id: later, table: tumour, path: later.csv, mapping: shared, id_space: land,"
            + " submitted: 2020-06-30}\n";
    Published published = run(PROGRAMME.replace("sources:\n", "sources:\n" + later));
    // w1 is of the rectum now; w2 of the colon counts, and the east's e1 through it.
    assertThat(cases(published, "100")).isEqualTo("1");
    assertThat(cases(published, "90")).isEqualTo("2");
    assertThat(
            published.rows("accounting", "reason", "same-key").stream()
                .map(row -> row.get("source") + row.get("merged")))
        .containsExactly("west1");
  }

  @Test
  void decisionsOnAPersonsTumoursAreHeededCountedAndReportedWhereTheyApplyToNothing()
      throws IOException {
    write(
        "decided.csv",
        "registry_id,tumour_id,rule,reason,decided_by,decided_on\n"
            + "W,w2,MP-SAME-HISTOLOGY,two tumours by the slides,A. B.,2020-11-02\n"
            + "W,w4,MP-ONCE-A-PERSON,one leukaemia only,A. B.,2020-11-02\n");
    Published published =
        run(
            PROGRAMME.replace(
                "sources:\n",
                "sources:\n"
                    + "  - {id: decided, table: override, path: decided.csv, mapping: shared}\n"));
    assertThat(cases(published, "90")).as("w1, w2 and the one without a person").isEqualTo("3");
    assertThat(published.rows("finding", "severity", "overridden"))
        .extracting(row -> row.get("rule") + " " + row.get("source") + " " + row.get("count"))
        .containsExactly("MP-SAME-HISTOLOGY west 1");
    assertThat(published.rows("finding", "source", "decided"))
        .extracting(row -> row.get("rule") + " " + row.get("count"))
        .containsExactly("OVERRIDE-PASSES 1");
    assertThat(workList()).noneMatch(line -> line.startsWith("MP-SAME-HISTOLOGY,"));
    assertThat(published.rows("accounting", "reason", "MP-SAME-HISTOLOGY")).isEmpty();
  }

  @Test
  void eachTumourCountsWhereTheProgrammeSaysSo() throws IOException {
    Published published =
        run(PROGRAMME.replace(", id_space: land", "") + "coding: {multiple_primaries: none}\n");
    assertThat(cases(published, "90")).isEqualTo("4");
    assertThat(published.rows("finding", "rule", "PERSON-SEX")).isEmpty();
    assertThat(manifest()).doesNotContain("ENCR 2004");
  }

  private List<String> workList() throws IOException {
    return Files.readAllLines(find("worklist.csv", folder.resolve("out-private")));
  }

  private String manifest() throws IOException {
    return Files.readString(find("manifest.json", folder.resolve("out")));
  }

  private static Path find(String name, Path below) throws IOException {
    try (Stream<Path> all = Files.walk(below)) {
      return all.filter(f -> f.endsWith(name)).findFirst().orElseThrow();
    }
  }
}
