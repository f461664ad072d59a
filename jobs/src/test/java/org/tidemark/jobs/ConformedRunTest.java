package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.model.PseudonymKey;
import org.tidemark.model.Pseudonyms;

/**
 * One run of a registry that has a key, a corrections file, morphologies with their behaviour, and
 * dates of two records in another calendar.
 */
@DisplayName("A run with a key, corrections and spellings")
class ConformedRunTest {
  private static final String OWN = "ef".repeat(32);

  private static final String CORRECTIONS =
      """
      record,field,old_value,new_value,reason,who,when
      CANARY1,age,71,17,letter of the clinic,A. B.,2023-11-02
      CANARY1,date_of_incidence,20080917,20081001,letter of the clinic,A. B.,2023-11-02
      2,age,99,98,typing error,A. B.,2023-11-02
      3,sex,2,1,seen again,A. B.,2023-11-02
      nobody,sex,2,1,seen again,A. B.,2023-11-02
      """;

  @TempDir private static Path folder;
  private static SmallProgramme programme;
  private static Published published;
  private static Told told;

  @BeforeAll
  static void run() throws IOException {
    programme = SmallProgramme.in(folder);
    programme.record("cases.csv", 1, "CANARY1,REGSTEA,1,71,20080917,C44.5,M-8070/3,,9,7");
    programme.record("cases.csv", 2, "2,REGSTEA,2,72,20080114,539,80703,3,9,7");
    programme.record("cases.csv", 4, "CANARY4,REGSTEA,2,72,20080114,C539,8070/2,3,9,7");
    programme.record("cases.csv", 5, "CANARY5,REGSTEA,2,72,20080114,C779,9703,3,9,7");
    programme.write("corrections.csv", CORRECTIONS);
    programme.write("own.key", OWN);
    programme.replace(
        "programme.yaml", "mapping: north}", "mapping: north, corrections: corrections.csv}");
    programme.replace(
        "programme.yaml", "sources:\n", "pseudonyms: {key_file: own.key}\nsources:\n");
    told = Told.run(programme.programme(), programme.out());
    assertThat(told.exitCode()).as(told.err()).isZero();
    published = Published.in(programme.out());
  }

  private static List<List<String>> staged(String select) throws SQLException, IOException {
    List<List<String>> rows = new ArrayList<>();
    String files = kept("tumour") + "/*.parquet";
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement();
        ResultSet found =
            statement.executeQuery(
                "SELECT " + select + " FROM '" + files + "' WHERE source_id = 'north'")) {
      while (found.next()) {
        List<String> row = new ArrayList<>();
        for (int i = 1; i <= found.getMetaData().getColumnCount(); i++) {
          row.add(found.getString(i));
        }
        rows.add(row);
      }
    }
    return rows;
  }

  private static Path kept(String name) throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("out-private"))) {
      return all.filter(f -> f.endsWith(name)).findFirst().orElseThrow();
    }
  }

  private static Map<String, String> finding(String rule) throws IOException {
    return Published.one(published.rows("finding", "rule", rule));
  }

  @Test
  void noIdIsStoredButAsItsPseudonym() throws Exception {
    List<List<String>> ids = staged("tumour_id, record_number");
    assertThat(ids).hasSize(299).allMatch(row -> row.get(0).matches("[a-z2-7]{26}"));
    String first =
        new String(
            Pseudonyms.of(PseudonymKey.parse("", OWN)).of("north", "CANARY1").text(),
            java.nio.charset.StandardCharsets.US_ASCII);
    assertThat(ids).contains(List.of(first, "1"));
    try (Stream<Path> all = Files.walk(folder.resolve("out-private"))) {
      for (Path file : all.filter(f -> f.toString().endsWith(".csv")).toList()) {
        if (!file.endsWith("quarantine.csv")) {
          assertThat(Files.readString(file)).as(file.toString()).doesNotContain("CANARY");
        }
      }
    }
    assertThat(Files.readString(kept("quarantine.csv"))).contains("CANARY4");
    assertThat(told.err() + told.out()).doesNotContain("CANARY").doesNotContain(OWN);
  }

  @Test
  void theManifestNamesTheKeyAndTheDroppedColumns() throws IOException {
    String manifest = Files.readString(published.current().resolve("manifest.json"));
    assertThat(manifest)
        .contains("\"pseudonym_key\": \"" + PseudonymKey.parse("", OWN).id() + "\"")
        .containsPattern("\"dropped\": \\{[^}]*\"north\": \\[\\s*\"regcode\"")
        .doesNotContain(OWN);
  }

  @Test
  void correctionsAreAppliedBeforeTheChecksAndCounted() throws Exception {
    assertThat(staged("record_number, age, incidence_date, sex"))
        .contains(List.of("1", "17", "2008-10-01", "1"))
        .contains(List.of("2", "72", "2008-01-14", "2"))
        .contains(List.of("3", "29", "2008-11-19", "1"));
    assertThat(finding("CORRECTION-APPLIED"))
        .containsEntry("severity", "corrected")
        .containsEntry("source", "north")
        .containsEntry("count", "2");
    for (String stale : List.of("CORRECTION-DIFFERS", "CORRECTION-DONE", "CORRECTION-ABSENT")) {
      assertThat(finding(stale)).containsEntry("count", "1").containsEntry("severity", "query");
    }
    assertThat(told.err())
        .contains("CORRECTION-DIFFERS: 1, the record has neither the old nor the new value, line 4")
        .contains("CORRECTION-ABSENT: 1, no such record was sent, line 6 of corrections.csv");
  }

  @Test
  void whatBecameOfEachCorrectionIsAuditedByItsLine() throws IOException {
    assertThat(Files.readAllLines(kept("corrections.csv")))
        .contains(
            "north,corrections.csv,2,age,applied,cases.csv,1,letter of the clinic,A. B.,2023-11-02",
            "north,corrections.csv,4,age,differs,cases.csv,2,typing error,A. B.,2023-11-02",
            "north,corrections.csv,5,sex,done,cases.csv,3,seen again,A. B.,2023-11-02",
            "north,corrections.csv,6,sex,absent,,,seen again,A. B.,2023-11-02");
  }

  @Test
  void spellingsAreOneAndAContradictionIsRefused() throws Exception {
    assertThat(staged("record_number, topography, morphology, behaviour"))
        .contains(List.of("1", "C445", "8070", "3"))
        .contains(List.of("2", "C539", "8070", "3"));
    assertThat(Files.readString(kept("quarantine.csv"))).contains("CONFLICT-behaviour");
    assertThat(finding("MORPHOLOGY-EDITION")).containsEntry("count", "1");
  }

  @Test
  void aSecondRunFindsNothingToDo() {
    Told again = Told.run(programme.programme(), programme.out());
    assertThat(again.err()).contains("nothing to do");
  }
}
