package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.model.PseudonymKey;
import org.tidemark.model.Pseudonyms;

/** The work list of a run, and what a decision takes off it. */
@DisplayName("The work list")
class WorkListTest {
  private static final String HEADER =
      "\uFEFFrule,severity,message,registry_id,source_id,source_file,record_number,tumour_id,fields,row";

  @TempDir private Path folder;

  /** A man with an ovarian morphology, then a boy of twelve with cancer of the lung, of grade 6. */
  private SmallProgramme programme() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    programme.record("cases.csv", 3, "=9001,REGSTEA,1,71,20080917,C629,8441,3,9,7");
    programme.record("cases.csv", 4, "9002,REGSTEA,1,12,20080917,C341,8140,3,6,7");
    return programme;
  }

  @Test
  void everyFindingOfEveryRecordIsInItWhetherRefusedOrNot() throws IOException {
    SmallProgramme programme = programme();
    Told told = Told.run(programme.programme(), programme.out(), "--set", "languages=[fr]");
    assertThat(told.exitCode()).as(told.err()).isZero();
    List<String> lines = Files.readAllLines(list());
    assertThat(lines.get(0)).isEqualTo(HEADER);
    assertThat(lines)
        .contains(
            "SEX-MORPHOLOGY,rare,Cette morphologie est peu probable chez une personne de ce sexe.,"
                + "north,north,cases.csv,3,"
                + pseudonym("=9001")
                + ",sex morphology behaviour,4",
            "GRADE-MORPHOLOGY,invalid,Le grade ou la lignée cellulaire contredit la morphologie ou"
                + " le comportement.,north,north,cases.csv,4,"
                + pseudonym("9002")
                + ",morphology behaviour grade,5",
            "AGE-TOPOGRAPHY-MORPHOLOGY,rare,Cette morphologie dans cette localisation est peu"
                + " probable à cet âge.,north,north,cases.csv,4,"
                + pseudonym("9002")
                + ",age topography morphology,5");
    assertThat(lines.stream().skip(1).map(line -> line.split(",")[0])).isSorted();
    assertThat(Files.getPosixFilePermissions(list()))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (Stream<Path> published = Files.walk(programme.out())) {
      assertThat(published.map(p -> p.getFileName().toString())).doesNotContain("worklist.csv");
    }
  }

  @Test
  void aDecisionTakesAFindingOffItAndIsCounted() throws IOException {
    SmallProgramme programme = programme();
    programme.write(
        "reviewed.csv",
        "registry_id,tumour_id,rule,reason,decided_by,decided_on\n"
            + "north,=9001,SEX-MORPHOLOGY,slide seen again,A. B.,2023-11-02\n");
    programme.replace(
        "programme.yaml",
        "sources:\n",
        "sources:\n"
            + "  - {id: reviewed, table: override, path: reviewed.csv, format: csv, mapping: shared}\n");
    Told told = Told.run(programme.programme(), programme.out());
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(Files.readAllLines(list()))
        .noneMatch(line -> line.contains(pseudonym("=9001")) && line.startsWith("SEX-MORPHOLOGY"))
        .anyMatch(line -> line.startsWith("GRADE-MORPHOLOGY,invalid,"));
    assertThat(Published.in(programme.out()).rows("finding", "severity", "overridden"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("rule", "SEX-MORPHOLOGY")
                    .containsEntry("source", "north")
                    .containsEntry("count", "1"));
  }

  @Test
  void decisionsThatNoLongerApplyAreCountedAndListed() throws IOException {
    SmallProgramme programme = programme();
    programme.write(
        "reviewed.csv",
        "registry_id,tumour_id,rule,reason,decided_by,decided_on\n"
            + "north,=9001,SEX-MORPHOLOGY,slide seen again,A. B.,2023-11-02\n"
            + "north,=9001,AGE-MORPHOLOGY,mended since,A. B.,2023-11-02\n"
            + "north,7777777,SITE-HISTOLOGY,not sent any more,A. B.,2023-11-02\n");
    programme.replace(
        "programme.yaml",
        "sources:\n",
        "sources:\n"
            + "  - {id: reviewed, table: override, path: reviewed.csv, format: csv, mapping: shared}\n");
    Published published = Published.run(programme.programme(), programme.out());
    assertThat(published.rows("finding", "source", "reviewed"))
        .extracting(row -> row.get("rule") + " " + row.get("severity") + " " + row.get("count"))
        .containsExactlyInAnyOrder("OVERRIDE-ABSENT query 1", "OVERRIDE-PASSES query 1");
    Told told =
        Told.command(
            "check",
            programme.programme().toString(),
            "--out",
            programme.out().toString(),
            "--master",
            "local[2]");
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out())
        .containsPattern("query +1 +0 +- +-  OVERRIDE-ABSENT\n +no such record was sent, see")
        .containsPattern("rare +0 +1 +\\d+ +\\d+  SEX-MORPHOLOGY\n");
    assertThat(Files.readAllLines(folder.resolve("out-private/unpublished/decisions.csv")))
        .hasSize(3)
        .anyMatch(
            line ->
                line.startsWith("OVERRIDE-ABSENT,SITE-HISTOLOGY,north,")
                    && line.contains(",reviewed,reviewed.csv,3,not sent any more,"))
        .anyMatch(line -> line.startsWith("OVERRIDE-PASSES,AGE-MORPHOLOGY,north,"));
  }

  @Test
  void aDecisionOnARuleThatCannotBeOverriddenIsRefused() throws IOException {
    SmallProgramme programme = programme();
    programme.write(
        "reviewed.csv",
        "registry_id,tumour_id,rule,reason,decided_by,decided_on\n"
            + "north,9002,GRADE-MORPHOLOGY,as sent,A. B.,2023-11-02\n");
    programme.replace(
        "programme.yaml",
        "sources:\n",
        "sources:\n"
            + "  - {id: reviewed, table: override, path: reviewed.csv, format: csv, mapping: shared}\n");
    Told told = Told.run(programme.programme(), programme.out());
    assertThat(told.exitCode()).as(told.err()).isEqualTo(3);
    assertThat(told.err()).contains("OVERRIDE-RULE");
    assertThat(folder.resolve("out-private/unpublished/worklist.csv")).isRegularFile();
  }

  private static String pseudonym(String id) {
    return new String(
        Pseudonyms.of(PseudonymKey.DEMONSTRATION).of("north", id).text(),
        StandardCharsets.US_ASCII);
  }

  private Path list() throws IOException {
    try (Stream<Path> all = Files.walk(folder.resolve("out-private"))) {
      return all.filter(f -> f.endsWith("worklist.csv")).findFirst().orElseThrow();
    }
  }
}
