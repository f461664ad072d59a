package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the README of the sample says of the five registries is what a run finds. */
@DisplayName("Five registries in five forms")
class FiveRegistriesTest {
  private static final Path PROGRAMME = Csv.root().resolve("sample-data/registries/programme.yaml");

  @TempDir private Path folder;

  @Test
  void everySlipIsFoundAndEveryRecordIsAccountedFor() throws IOException {
    Told told = Told.command("check", PROGRAMME.toString(), "--out", "" + folder.resolve("out"));
    assertThat(told.exitCode()).as(told.err()).isZero();
    Path left = folder.resolve("out-private/unpublished");
    // A screen names the most frequent; the lists have all.
    String lists =
        Files.readString(left.resolve("worklist.csv"))
            + Files.readString(left.resolve("quarantine.csv"));
    assertThat(Files.readString(left.resolve("corrections.csv"))).contains(",applied,");
    assertThat(told.out()).doesNotContain("NOM 7", "Name 7");
    assertThat(told.out() + told.err() + lists)
        .contains(
            "CANREG-NO-PATIENT",
            "CANREG-NO-TUMOUR",
            "CANREG-OBSOLETE",
            "SEX-TOPOGRAPHY-MALE",
            "CORRECTION-DIFFERS",
            "CORRECTION-ABSENT",
            "SHEET-TOTAL",
            "DATE-STRADDLES-YEARS",
            "STAGE-UNREAD",
            "INGEST-WIDTH",
            "MP-SAME-HISTOLOGY",
            "MP-SAME-TUMOUR");
  }

  @Test
  void theyArePublishedTogether() {
    Published published = Published.run(PROGRAMME, folder.resolve("out"));
    List<Map<String, String>> accounts = published.rows("accounting");
    assertThat(accounts)
        .allMatch(
            r ->
                number(r, "records_in")
                    == number(r, "accepted") + number(r, "rejected") + number(r, "merged"));
    assertThat(published.rows("quality"))
        .extracting(r -> r.get("source"))
        .contains("nord", "est", "centre", "ouest", "sud");
    assertThat(published.rows("incidence", "area", "North"))
        .anyMatch(r -> r.get("cancer").equals("C50") && r.get("measure").equals("asr"));
  }

  private static long number(Map<String, String> row, String column) {
    return Long.parseLong(row.get(column));
  }
}
