package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patients, tumours and notifications in files of their own are one registry. */
@DisplayName("The three tables of a CanReg5 registry are joined and reconciled")
class CanregTablesTest {
  private static final int CASES = 300;

  private static final String FLAT =
      """
      programme: small
      as_of: 2023-12-31
      sources:
        - {id: north, table: tumour, path: export.txt, mapping: canreg5, definition: registre.xml,
           constants: {area: North}}
        - {id: population, table: population, path: population.csv, mapping: north-population}
      analyses:
        incidence: [{by: [area, sex], standards: [segi-doll]}]
      acceptance: {rejected_share_max: 0.5}
      disclosure: none
      """;

  private static final String APART =
      FLAT.replace(
          "path: export.txt,",
          "path: tumeurs.txt, beside: {patient: \"patients*.txt\", source: sources.txt},");

  @TempDir Path folder;

  private final CanregExport export =
      CanregExport.of(
          Csv.rows(Csv.root().resolve("sample-data/north/cases.csv")).stream()
              .limit(CASES)
              .toList());

  @BeforeEach
  void files() throws IOException {
    Files.copy(
        Csv.root().resolve("sample-data/north/population.csv"), folder.resolve("population.csv"));
    Files.copy(
        Csv.root().resolve("pipeline/src/test/resources/canreg5/registre-nord.xml"),
        folder.resolve("registre.xml"));
    Files.writeString(folder.resolve("flat.yaml"), FLAT);
    Files.writeString(folder.resolve("apart.yaml"), APART);
  }

  private void write(CanregExport patients, CanregExport tumours, CanregExport sources)
      throws IOException {
    Files.write(folder.resolve("patients.txt"), patients.bytes());
    Files.write(folder.resolve("tumeurs.txt"), tumours.bytes());
    Files.write(folder.resolve("sources.txt"), sources.bytes());
  }

  @Test
  void sayWhatTheFlattenedExportSays() throws IOException {
    export.set(2, "Controle", "0");
    int more = export.secondSources(4);
    Files.write(folder.resolve("export.txt"), export.bytes());
    write(export.patients(), export.tumours(), export.sources());

    Published flat = Published.run(folder.resolve("flat.yaml"), folder.resolve("out-flat"));
    Published apart = Published.run(folder.resolve("apart.yaml"), folder.resolve("out"));

    assertThat(apart.rows("incidence")).hasSizeGreaterThan(10).isEqualTo(flat.rows("incidence"));
    assertThat(row(apart, "resolve", "tumeurs.txt", "")).containsEntry("accepted", "" + CASES);
    assertThat(row(apart, "resolve", "patients.txt", "joined")).containsEntry("merged", "" + CASES);
    assertThat(row(apart, "resolve", "sources.txt", "joined"))
        .containsEntry("merged", "" + (CASES + more));
    assertThat(Files.readString(worklist())).doesNotContain("joined").doesNotContain("patients");
    assertThat(apart.rows("accounting", "source", "north"))
        .allMatch(
            r ->
                number(r, "records_in")
                    == number(r, "accepted") + number(r, "rejected") + number(r, "merged"));
  }

  @Test
  void whatHasNoCounterpartIsRefusedByNameAndCounted() throws IOException {
    CanregExport patients = export.patients();
    CanregExport tumours = export.tumours();
    patients.set(3, "PatientRecordStatus", "2");
    patients.drop(2);
    tumours.drop(7);
    tumours.set(1, "PatientRecordIDTumourTable", "");
    write(patients, tumours, export.sources());

    Published apart = Published.run(folder.resolve("apart.yaml"), folder.resolve("out"));

    // Patient 3 was withdrawn and has no tumour, 4 to 7 have none, 8 is sought by nobody.
    assertThat(row(apart, "ingest", "patients.txt", "CANREG-DELETED"))
        .containsEntry("rejected", "1");
    assertThat(row(apart, "ingest", "patients.txt", "CANREG-NO-TUMOUR"))
        .containsEntry("rejected", "5");
    assertThat(row(apart, "ingest", "tumeurs.txt", "CANREG-NO-PATIENT"))
        .containsEntry("rejected", "1");
    assertThat(row(apart, "ingest", "sources.txt", "CANREG-NO-TUMOUR"))
        .containsEntry("rejected", "7");
    assertThat(row(apart, "resolve", "tumeurs.txt", ""))
        .containsEntry("accepted", "" + (CASES - 8));
  }

  @Test
  void theCommandShowsHowManyWereFound() throws IOException {
    write(export.patients(), export.tumours(), export.sources());
    Told told = Told.command("check", folder.resolve("apart.yaml").toString());
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out())
        .containsPattern("resolve +\\d+  joined, 2 files\n")
        .doesNotContain(CanregExport.NAME);
  }

  @Test
  void aCodeOutsideTheRegistrysOwnListIsAskedAbout() throws IOException {
    String definition = Files.readString(folder.resolve("registre.xml"));
    String list = between(definition, "<cr5:short_name>BaseDg<", "<cr5:use_dictionary>", "<");
    String before = definition.substring(0, definition.indexOf("<cr5:name>" + list + "<"));
    int at = before.lastIndexOf("<cr5:dictionary_id>");
    String id = between(before.substring(at), "", "<cr5:dictionary_id>", "<");
    Files.writeString(
        folder.resolve("codes.txt"),
        "#"
            + id
            + "\t----"
            + list
            + "\n1\tx\n2\tx\n7\tx\n\n#3\t----Sexe\nH\tx\nF\tx\nI\tx\nX\tautre sexe\n");
    CanregExport patients = export.patients();
    patients.set(1, "Sexe", "X");
    write(patients, export.tumours(), export.sources());
    Files.writeString(
        folder.resolve("apart.yaml"), APART.replace("beside:", "dictionary: codes.txt, beside:"));
    long outside =
        Csv.rows(Csv.root().resolve("sample-data/north/cases.csv")).stream()
            .limit(CASES)
            .filter(c -> !List.of("1", "2", "7").contains(c.get("basis")))
            .count();
    Told told = Told.command("check", folder.resolve("apart.yaml").toString());
    assertThat(outside).isPositive();
    assertThat(told.out())
        .containsPattern("query +" + outside + " +0 +\\d+ +\\d+  CANREG-CODE-basis, as in")
        .contains("codes that the field lacks: X (autre sexe); say under `recode` what they are.");
  }

  private static String between(String text, String after, String begin, String end) {
    int from = text.indexOf(begin, text.indexOf(after)) + begin.length();
    return text.substring(from, text.indexOf(end, from));
  }

  @Test
  void filesThatNothingJoinsOrThatAreNamedTwiceStopTheRun() throws IOException {
    CanregExport patients = export.patients();
    patients.without("PatientRecordID");
    patients.without("NumPat");
    write(patients, export.tumours(), export.sources());
    Told told = Told.run(folder.resolve("apart.yaml"), folder.resolve("out"));
    assertThat(told.exitCode()).isEqualTo(3);
    assertThat(told.err()).contains("PatientRecordIDTumourTable with PatientRecordID");

    Files.writeString(folder.resolve("apart.yaml"), APART.replace("patients*", "tumeurs"));
    Told twice = Told.run(folder.resolve("apart.yaml"), folder.resolve("out"));
    assertThat(twice.exitCode()).isNotZero();
    assertThat(twice.err()).contains("tumeurs.txt");
  }

  private Path worklist() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("out-private"))) {
      return all.filter(f -> f.endsWith("worklist.csv")).findFirst().orElseThrow();
    }
  }

  private static Map<String, String> row(
      Published published, String stage, String file, String reason) {
    List<Map<String, String>> rows =
        published.rows("accounting", "stage", stage, "source", "north").stream()
            .filter(r -> r.get("file").equals(file) && r.get("reason").equals(reason))
            .toList();
    assertThat(rows).as(stage + " " + file + " " + reason).hasSize(1);
    return rows.get(0);
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(row.get(column));
  }
}
