package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A registry in two files: in the second, records 7 and 9 have an impossible sex and records 5 and
 * 8 no age; in the first, record 290 has none. It was published before it was spoilt.
 */
@DisplayName("tidemark check")
class CheckCommandTest {
  private static final String CANARY = "Zq7Canary";

  @TempDir private static Path folder;
  private static SmallProgramme programme;
  private static Told told;

  @BeforeAll
  static void check() throws IOException {
    programme = SmallProgramme.in(folder);
    Told published = Told.run(programme.programme(), programme.out());
    assertThat(published.exitCode()).as(published.err()).isZero();
    List<String> lines = programme.text("cases.csv").lines().toList();
    String header = lines.get(0) + "\n";
    Files.delete(programme.file("cases.csv"));
    programme.write("part-1.csv", header + body(lines, 1, 290));
    programme.write("part-2.csv", header + body(lines, 291, 299));
    programme.record("part-1.csv", 290, record("901", "1", "999"));
    programme.record("part-2.csv", 5, record("902", "2", "999"));
    programme.record("part-2.csv", 7, record("903", "7", "71"));
    programme.record("part-2.csv", 8, record("904", "1", "999"));
    programme.record("part-2.csv", 9, record("905", "7", "71"));
    programme.replace("programme.yaml", "path: cases.csv", "path: \"part-*.csv\"");
    told = check("acceptance.rejected_share_max=0.5");
    assertThat(told.exitCode()).as(told.err()).isZero();
  }

  private static Told check(String setting) {
    return Told.command(
        "check",
        programme.programme().toString(),
        "--out",
        programme.out().toString(),
        "--master",
        "local[2]",
        "--set",
        "languages=[fr]",
        "--set",
        setting);
  }

  private static String record(String id, String sex, String age) {
    return id + "," + CANARY + "," + sex + "," + age + ",20080917,C445,8070,3,9,7";
  }

  private static String body(List<String> lines, int from, int to) {
    return String.join("\n", lines.subList(from, to + 1)) + "\n";
  }

  @Test
  void saysOfEachSourceWhatItHoldsBesideLastTime() {
    assertThat(told.out().lines())
        .contains(
            "north (tumour): 299 reçus, 297 acceptés, 2 refusés ;"
                + " la dernière fois 300 reçus, 300 acceptés, 0 refusés",
            "  0.7 % refusés ou laissés de côté ; le programme admet 50.0 % de refus",
            "colrec (tumour): 200 reçus, 200 acceptés, 0 refusés ;"
                + " la dernière fois 200 reçus, 200 acceptés, 0 refusés");
  }

  @Test
  void ofARefusalARecordAndTheRuleAreToldInTheProgrammesLanguage() {
    assertThat(told.out())
        .contains(
            "  check           2  CODE-sex, ainsi dans part-2.csv, fiche 7\n"
                + "            Le code de sex n'est pas dans sa liste.\n");
  }

  @Test
  void ofAFindingTheFourOutcomesAndTheFirstRecordOfTheFirstFileAreTold() {
    assertThat(told.out())
        .contains(
            "  manquant        3         0     296          0"
                + "  AGE-MISSING, ainsi dans part-1.csv, fiche 290\n"
                + "            Ni l'âge ni la date de naissance ne sont connus.\n")
        .contains(
            "  rare            1         0     295          3  AGE-MORPHOLOGY, ainsi dans"
                + " part-1.csv,");
  }

  @Test
  void aRuleThatIsNotAskedIsNotPassed() {
    assertThat(told.out().lines())
        .filteredOn(line -> line.contains("règles qui ne disent rien d'aucune fiche ici, "))
        .hasSize(3)
        .anyMatch(line -> line.contains("AGE-BIRTH-COMPLETE") && line.endsWith(" …"))
        .anyMatch(line -> line.endsWith("ici, 1 : LIFE-DEPRIVATION"));
  }

  @Test
  void theQualityIsBesideThatOfTheCurrentVersion() {
    double mv =
        Published.in(programme.out()).rows("quality", "source", "north").stream()
            .filter(r -> r.get("index").equals("mv"))
            .mapToDouble(r -> Double.parseDouble(r.get("value")))
            .findFirst()
            .orElseThrow();
    assertThat(told.out())
        .containsPattern(
            String.format(Locale.ROOT, "  VM %% +\\d+\\.\\d +%.1f +[+-]\\d\\.\\d\n", mv))
        .containsPattern("  âge inconnu % +1\\.1 +0\\.0 +\\+1\\.1\n")
        .containsPattern("  stade inconnu % +s\\.o\\. +s\\.o\\.\n")
        .containsPattern("  certificat de décès seul % +s\\.o\\. +s\\.o\\.\n");
  }

  @Test
  void aScreenASourceIsNoLongerThanAScreen() {
    assertThat(told.out().split("\n\n")).allSatisfy(s -> assertThat(s.lines()).hasSizeLessThan(40));
  }

  @Test
  void theListsAreLeftInThePrivateFolder() throws IOException {
    Path left = folder.resolve("out-private/unpublished");
    assertThat(told.out().lines())
        .contains(
            "écrit : " + left.resolve("quarantine.csv"), "écrit : " + left.resolve("worklist.csv"));
    assertThat(Files.readAllLines(left.resolve("worklist.csv")))
        .filteredOn(line -> line.startsWith("CODE-sex,invalid,"))
        .hasSize(2);
    assertThat(folder.resolve("out-private/.working")).doesNotExist();
  }

  @Test
  void beyondTheProgrammesLimitItEndsWithThree() {
    Told strict = check("acceptance.rejected_share_max=0.001");
    assertThat(strict.exitCode()).isEqualTo(3);
    assertThat(strict.out())
        .contains("CODE-sex, ainsi dans part-2.csv, fiche 7")
        .contains("écrit : ");
    assertThat(strict.err()).contains("2 of 299 records were refused");
  }

  @Test
  void noValueOfARecordIsPrinted() {
    assertThat(told.out() + told.err()).doesNotContain(CANARY).doesNotContain("C445");
  }

  @Test
  void nothingIsPublished() throws IOException {
    try (Stream<Path> runs = Files.list(programme.out().resolve("runs"))) {
      assertThat(runs).hasSize(1);
    }
  }
}
