package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.account.StagedColumns;

/** From a registry's raw export and its system definition to a published table. */
@DisplayName("A CanReg5 export is read by its own system definition")
class CanregExportTest {
  private static final String SHIPPED =
      """
      programme: small
      as_of: 2023-12-31
      sources:
        - {id: north, table: tumour, path: cases.csv, format: csv, mapping: north}
        - {id: population, table: population, path: population.csv, mapping: north-population}
      analyses:
        incidence: [{by: [area, sex, cancer], standards: [segi-doll, who-2000]}]
      disclosure: none
      """;

  private static final String CANREG =
      SHIPPED.replace(
          "{id: north, table: tumour, path: cases.csv, format: csv, mapping: north}",
          "{id: north, table: tumour, path: export.txt, mapping: canreg5,"
              + " definition: registre.xml, constants: {area: North}}");

  @TempDir Path folder;

  private Path write(String programme, CanregExport export) throws IOException {
    Path sample = Csv.root().resolve("sample-data/north");
    Files.copy(sample.resolve("population.csv"), folder.resolve("population.csv"));
    Files.copy(sample.resolve("cases.csv"), folder.resolve("cases.csv"));
    Files.copy(
        Csv.root().resolve("pipeline/src/test/resources/canreg5/registre-nord.xml"),
        folder.resolve("registre.xml"));
    Files.write(folder.resolve("export.txt"), export.bytes());
    return Files.writeString(folder.resolve("programme.yaml"), programme);
  }

  private static List<Map<String, String>> cases(int most) {
    return Csv.rows(Csv.root().resolve("sample-data/north/cases.csv")).stream()
        .limit(most)
        .toList();
  }

  @Test
  void publishesWhatTheShippedMappingPublishes() throws IOException {
    List<Map<String, String>> cases = cases(Integer.MAX_VALUE);
    CanregExport export = CanregExport.of(cases);
    int more = export.secondSources(3);
    export.add(900, "D", "StatutFiche", "2");
    export.add(60, "P", "PatientRecordStatus", "2");
    export.add(70, "O", "ObsoleteFlagTumourTable", "1");
    Path programme = write(CANREG, export);
    Path shipped = Files.writeString(folder.resolve("shipped.yaml"), SHIPPED);

    Published own = Published.run(programme, folder.resolve("out"));
    Published hand = Published.run(shipped, folder.resolve("out-shipped"));

    assertThat(hand.rows("incidence")).hasSizeGreaterThan(1000);
    assertThat(own.rows("incidence")).isEqualTo(hand.rows("incidence"));
    assertThat(count(own, "ingest", "", "records_in")).isEqualTo(export.size());
    assertThat(count(own, "conform", "CANREG-DELETED", "rejected")).isEqualTo(960);
    assertThat(count(own, "conform", "CANREG-OBSOLETE", "rejected")).isEqualTo(70);
    assertThat(count(own, "resolve", "duplicate", "merged")).isEqualTo(more);
    assertThat(count(own, "resolve", "", "accepted")).isEqualTo(cases.size());
    assertThat(noFileHolds(CanregExport.NAME, folder.resolve("out"))).isTrue();
  }

  @Test
  void tellsWhatTheExportGivesAway() throws IOException {
    CanregExport export = CanregExport.of(cases(400));
    export.set(60, "DateInc", "20080701");
    export.set(5, "Controle", "0");
    export.add(3, "I", "Controle", "3");
    Told told = Told.command("check", write(CANREG, export).toString(), "--master", "local[2]");

    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out())
        .contains("north (tumour): 403 received, 403 accepted, 0 refused")
        .contains(
            "dropped   CIM10, Commune, Hopital, Nom, NumLabo, Prénom, SourceRecordID: not read, not kept")
        .containsPattern(
            "query +5 +0 +\\d+ +\\d+  CANREG-CHECK-AMBIGUOUS, as in export.txt, record 1\n")
        .containsPattern("  and \\d+ more rules, see worklist.csv\n")
        .containsPattern("query +\\d+ +0 +- +-  CANREG-DATES-DAY\n")
        .containsPattern("query +6\\d +0 +- +-  CANREG-DATES-MONTH\n")
        .doesNotContain(CanregExport.NAME);
    assertThat(Files.readAllLines(folder.resolve("out-private/unpublished/worklist.csv")))
        .filteredOn(line -> line.startsWith("CANREG-CHECK-INVALID,query,"))
        .hasSize(3)
        .anyMatch(line -> line.contains(",export.txt,401,"));
  }

  @Test
  void theWorkListAsksOfItsRecordsAndLeavesTheWithdrawnAlone() throws IOException {
    CanregExport export = CanregExport.of(cases(100));
    export.set(2, "Controle", "0");
    export.set(3, "DateNaiss", "19500101");
    export.set(3, "DateInc", "20080701");
    export.set(3, "AgeInc", "58");
    export.set(1, "Nom", "Élise");
    export.set(1, "Prénom", "dupont canari");
    export.add(4, "D", "StatutFiche", "2");
    String named = CANREG.replace("{area: North}", "{area: North}, names: [Nom, Prénom]");
    Published published = Published.run(write(named, export), folder.resolve("out"));
    assertThat(published.rows("finding", "rule", "PERSON-SAME-NAME"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("count", "3"));
    Canary.of("CANARI", "canari", "upont").assertUnseen("", folder.resolve("out"));
    Canary.of(StagedColumns.NAME_CODE).assertUnseen("", folder.resolve("out-private"));
    try (Stream<Path> all = Files.walk(folder.resolve("out-private"))) {
      Path list = all.filter(f -> f.endsWith("worklist.csv")).findFirst().orElseThrow();
      String text = Files.readString(list);
      assertThat(text.lines().filter(l -> l.contains("CANREG-CHECK-AMBIGUOUS")))
          .hasSize(2)
          .allMatch(l -> l.contains("query") && l.contains("may mean not checked"));
      assertThat(text.lines().filter(l -> l.startsWith("PERSON-SAME-NAME,query,")))
          .hasSize(3)
          .anyMatch(l -> l.contains(",export.txt,1,"))
          .anyMatch(l -> l.contains(",export.txt,3,"));
      assertThat(text).doesNotContain("CANREG-DELETED").doesNotContain(CanregExport.NAME);
    }
  }

  @Test
  void honestDatesAreNotSuspicious() throws IOException {
    Told told =
        Told.command(
            "check",
            write(CANREG, CanregExport.of(cases(3000))).toString(),
            "--master",
            "local[2]");
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out()).contains("3000 accepted").doesNotContain("CANREG-");
  }

  @Test
  void aSpreadsheetsFormAndFewerColumnsAreRead() throws IOException {
    CanregExport export = CanregExport.of(cases(200));
    export.rename(name -> name.equals("Topo") ? "Topography" : name.toUpperCase(Locale.ROOT));
    for (String column : List.of("DATENAISS", "ETAT", "DERNOUV", "CONTROLE", "NOM", "NUMPAT")) {
      export.without(column);
    }
    Path programme =
        write(
            CANREG.replace(
                "constants:", "text: {delimiter: \";\", encoding: windows-1252}, constants:"),
            export);
    Files.write(folder.resolve("export.txt"), export.bytes(";", Charset.forName("windows-1252")));
    Told told = Told.command("check", programme.toString(), "--master", "local[2]");
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out()).contains("north (tumour): 200 received, 200 accepted");
  }

  @Test
  void withoutARecordStatusOrTumourNumberNothingIsCounted() throws IOException {
    CanregExport export = CanregExport.of(cases(50));
    export.without("StatutFiche");
    export.without("TumourID");
    Told told = Told.run(write(CANREG, export), folder.resolve("out"));
    assertThat(told.exitCode()).isEqualTo(3);
    assertThat(told.err()).contains("export.txt").contains("TumourID").contains("StatutFiche");
  }

  @Test
  void aRecordThatDiffersBesideItsSourceIsAConflictNotARepetition() throws IOException {
    CanregExport export = CanregExport.of(cases(100));
    export.secondSources(100);
    export.set(1, "AgeInc", "12");
    Published own = Published.run(write(CANREG, export), folder.resolve("out"));
    assertThat(count(own, "resolve", "same-key", "merged")).isEqualTo(1);
    assertThat(count(own, "resolve", "", "accepted")).isEqualTo(100);
  }

  /** The sum of a column over the accounting of the source, of one reason where one is given. */
  private static long count(Published published, String stage, String reason, String column) {
    return published.rows("accounting", "stage", stage, "source", "north").stream()
        .filter(row -> reason.isEmpty() || row.get("reason").equals(reason))
        .mapToLong(row -> Long.parseLong(row.get(column)))
        .sum();
  }

  private static boolean noFileHolds(String value, Path published) throws IOException {
    try (Stream<Path> files = Files.walk(published)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        if (Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1).contains(value)) {
          return false;
        }
      }
      return true;
    }
  }
}
