package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.model.PseudonymKey;
import org.tidemark.model.Refusal;

@DisplayName("A corrections file and a key, as a programme names them")
class CorrectionReaderTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());
  private static final String HEADER = "record,field,old_value,new_value,reason,who,when\n";
  private static final String SECRET = "Zq7Canary";

  @TempDir Path folder;

  private Programme programme(String corrections, String more) throws IOException {
    Files.writeString(folder.resolve("c.csv"), corrections);
    Path file = folder.resolve("programme.yaml");
    Files.writeString(
        file,
        """
        programme: small
        as_of: 2023-12-31
        sources:
          - {id: north, table: tumour, path: n.csv, mapping: north, corrections: c.csv}
        """
            + more);
    return ProgrammeReader.read(file.toString(), Map.of(), CATALOGUE);
  }

  @Test
  void isReadInItsOrder() throws IOException {
    CorrectionList list =
        programme(
                HEADER
                    + "20190001,age,71,17,\"file, seen again\",A. B.,2023-11-02\n"
                    + " 20190001 , date_of_incidence ,,20190305,letter,A. B.,2023-11-03\n",
                "")
            .corrections()
            .get("north");
    assertThat(list.column()).isEqualTo("id");
    assertThat(list.sha256()).matches("[0-9a-f]{64}");
    assertThat(list.entries())
        .containsExactly(
            new Correction(
                2,
                "20190001",
                "age",
                "age",
                "71",
                "17",
                "file, seen again",
                "A. B.",
                LocalDate.of(2023, 11, 2)),
            new Correction(
                3,
                "20190001",
                "date_of_incidence",
                "date_of_incidence",
                "",
                "20190305",
                "letter",
                "A. B.",
                LocalDate.of(2023, 11, 3)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Zq7Canary,age,71,17,why,A. B.,yesterday | line 2: has a 'when' that is no day",
        "Zq7Canary,age,71,17,,A. B.,2023-11-02 | line 2: has no 'reason'",
        "Zq7Canary,age,71,17,why,,2023-11-02 | line 2: has no 'who'",
        ",age,71,17,why,A. B.,2023-11-02 | line 2: has no 'record'",
        "Zq7Canary,aeg,71,17,why,A. B.,2023-11-02 | line 2: names no field or column",
        "Zq7Canary,area,x,y,why,A. B.,2023-11-02 | names a field that no column",
        "Zq7Canary,age,71,71,why,A. B.,2023-11-02 | line 2: changes nothing",
        "Zq7Canary,age,71,17,why,A. B. | line 2: does not have 7 cells"
      })
  void isRefusedByLineWithoutAValue(String line, String message) {
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> programme(HEADER + line + "\n", ""))
        .withMessageContaining("c.csv")
        .withMessageContaining(message)
        .withMessageNotContaining(SECRET);
  }

  @Test
  void isRefusedWhereTwoLinesDisagreeOrItIsNoTable() {
    String line = "1,age,71,17,why,A. B.,2023-11-02\n";
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> programme(HEADER + line + line.replace("17", "18"), ""))
        .withMessageContaining("line 3: corrects the same value as an earlier line");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> programme("id,age\n1,2\n", ""))
        .withMessageContaining("does not have the columns of a corrections file");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> programme(HEADER + "\"1,age,71,17,why,A. B.,2023-11-02\n", ""))
        .withMessageContaining("is not a table");
  }

  @Test
  void aKeyIsReadFromItsFile() throws IOException {
    String own = "ab".repeat(32);
    Files.writeString(folder.resolve("own.key"), own);
    Programme programme = programme(HEADER, "pseudonyms: {key_file: own.key}\n");
    assertThat(programme.key().id()).isEqualTo(PseudonymKey.parse("", own).id());
    assertThat(programme.toString()).doesNotContain(own);
    assertThat(programme(HEADER, "").key().demonstration()).isTrue();
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> programme(HEADER, "pseudonyms: {key_file: ../own.key}\n"))
        .withMessageContaining("leaves the programme's folder");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> programme(HEADER, "pseudonyms: {key: " + own + "}\n"))
        .withMessageNotContaining(own);
  }

  @Test
  @DisplayName("The sample's key is the one that everybody knows")
  void demonstration() throws IOException {
    Path at = Path.of("").toAbsolutePath();
    while (!Files.exists(at.resolve("sample-data/demonstration.key"))) {
      at = at.getParent();
    }
    String text = Files.readString(at.resolve("sample-data/demonstration.key"));
    assertThat(PseudonymKey.parse("sample", text).demonstration()).isTrue();
  }
}
