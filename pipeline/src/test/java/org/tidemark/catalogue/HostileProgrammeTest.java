package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.model.Refusal;

/** Every way to get a programme file wrong: one clear refusal, exit code 2. */
class HostileProgrammeTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private static final String GOOD =
      """
      programme: small
      title: {en: Small}
      as_of: 2023-12-31
      sources:
        - {id: north, table: tumour, path: "north/*.csv", mapping: north}
        - {id: life, table: life_table, path: life.csv, mapping: shared, beyond: nearest}
      analyses:
        incidence: [{by: [sex], standards: [segi-doll]}]
        survival: [{by: [], age_standard: icss-1}]
        indicators: [{codes: [REP-01]}]
        evaluation: [{indicator: OUT-01, method: pre-post}]
      cancer_grouping: ci5
      acceptance: {rejected_share_max: 0.05}
      languages: [en]
      disclosure: public
      """;

  @TempDir Path root;

  private Path folder;

  /** The programme's folder, a folder beside it, and a link from within to there. */
  @BeforeEach
  void folders() throws IOException {
    folder = Files.createDirectory(root.resolve("own"));
    Path beside = Files.createDirectory(root.resolve("beside"));
    Files.writeString(beside.resolve("life.csv"), "secret");
    Files.createSymbolicLink(folder.resolve("link"), beside);
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        change("disclosure:", "disclosur:", ": there is no key 'disclosur'", "'disclosure'"),
        change("mapping: north}", "maping: north}", " at /sources/0: there is no", "'mapping'"),
        change("{by: [], age", "{bi: [], age", " at /analyses/survival/0: there", "'by'"),
        change("as_of: 2023-12-31", "", "the key 'as_of' is missing", "add it"),
        change("2023-12-31", "2023-02-31", " at /as_of: is not a date", "2023-12-31"),
        change("2023-12-31", "2023", " at /as_of: has the wrong type", "write string"),
        change("id: life", "id: north", " at /sources/1/id: another source", "its own id"),
        change("id: life", "id: ../x", " at /sources/1/id: breaks the rule 'pattern'", "rule is"),
        change("tumour", "tumor", " at /sources/0/table: there is no table", "'tumour'"),
        change("mapping: north", "mapping: nord", " at /sources/0/mapping: there is", "'north'"),
        change("mapping: north", "mapping: colrec-life", "lands in the table 'life", "name that"),
        change("life.csv", "life.doc", " at /sources/1: the path's ending", "add format"),
        change("life.csv", "/etc/passwd.csv", " at /sources/1/path: the path is abs", "relative"),
        change("life.csv", "../life.csv", " at /sources/1/path: the path leaves", "below"),
        change("life.csv", "a/../../life.csv", " at /sources/1/path: the path leaves", "below"),
        change("life.csv", "\"{a,..}/life.csv\"", "/path: the path leaves", "below"),
        change("life.csv", "link/life.csv", " at /sources/1/path: the path leaves", "below"),
        change("life.csv", "\"l*k/*.csv\"", " at /sources/1/path: the path leaves", "below"),
        change("life.csv", "file:///etc/x.csv", "a scheme that is not read", "relative path"),
        change("life.csv", "https://h/x.csv", "a scheme that is not read", "hdfs://"),
        change("life.csv", "hdfs:x.csv", "a scheme that is not read", "hdfs://"),
        change("life.csv", "\"a\\\\b.csv\"", "a backslash or a control character", "'/'"),
        change("beyond: nearest", "beyond: never", " at /sources/1/beyond: is not", "nearest"),
        change("north}", "north, beyond: error}", " at /sources/0/beyond: only a", "leave"),
        change("segi-doll", "segi", "/incidence/0/standards: there is no standard", "segi-doll"),
        change("icss-1", "icss-9", "/survival/0/age_standard: there is no", "'icss-1'"),
        change("REP-01", "REP-99", "/indicators/0/codes: there is no indicator", "'REP-"),
        change("pre-post", "prepost", "/evaluation/0/method: is not one of", "'pre-post'"),
        change("OUT-01", "OUT-O1", "/evaluation/0/indicator: there is no", "'OUT-01'"),
        change("pre-post}", "did, from: exit}", "/evaluation/0/from: ", ""),
        change("OUT-01", "OUT-11", "/evaluation/0: the key 'years' is missing", "add it"),
        change("pre-post}", "did, years: 1}", "/evaluation/0/years: ", ""),
        change(
            "OUT-01, method: pre-post}",
            "OUT-11, years: 1, cancer: Liverr, method: did}",
            "/evaluation/0/cancer: there is no group of cancers",
            "C22"),
        change(": ci5", ": c15", " at /cancer_grouping: there is no grouping", "'ci5'"),
        change(": public", ": publik", " at /disclosure: there is no disclosure", "'public'"),
        change("0.05", "1.5", " at /acceptance/rejected_share_max: breaks", "the rule is 1"),
        change("[en]", "[en, en]", " at /languages: holds a value twice", "keep one"),
        change("[en]", "[xx]", " at /languages/0: is not one of", "use one of: en, es, fr, pt"),
        change("languages:", "as_of:", "gives a key twice", "keep one"),
        change("[sex]", "[sex, stage]", "/incidence/0/by/1: is not one of", "use one of: area"));
  }

  private static Arguments change(String from, String to, String message, String mend) {
    return Arguments.of(from, to, message, mend);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void refusesWithPlaceAndMend(String from, String to, String message, String mend)
      throws IOException {
    String text = GOOD.replace(from, to);
    assertThat(text).isNotEqualTo(GOOD);

    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(text));

    assertThat(refusal.kind().exitCode()).isEqualTo(2);
    assertThat(refusal.getMessage()).startsWith(folder.resolve("p.yaml").toString());
    assertThat(refusal.getMessage().split("\n", 2)[0]).contains(message);
    assertThat(refusal.getMessage().split("mend: ", 2)[1]).contains(mend);
  }

  private Programme read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("p.yaml"), text);
    return ProgrammeReader.read(file.toString(), Map.of(), CATALOGUE);
  }

  @Test
  void readsTheSameFileUnchanged() throws IOException {
    assertThat(read(GOOD).sources()).hasSize(2);
  }

  @Test
  void namesAFileThatIsNotThereAFolderAndAFileTooLarge() throws IOException {
    Refusal absent =
        catchThrowableOfType(
            Refusal.class, () -> ProgrammeReader.read(folder + "/none.yaml", Map.of(), CATALOGUE));
    assertThat(absent).hasMessageContaining("none.yaml: cannot be read as a file");
    Refusal directory =
        catchThrowableOfType(
            Refusal.class, () -> ProgrammeReader.read(folder.toString(), Map.of(), CATALOGUE));
    assertThat(directory).hasMessageContaining("cannot be read as a file");
    String huge = GOOD + "#" + "x".repeat(TextFiles.LIMIT);
    assertThat(catchThrowableOfType(Refusal.class, () -> read(huge)))
        .hasMessageContaining("p.yaml: is larger than 4 MiB");
  }

  @Test
  void refusesAnUnknownFileSystem() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> ProgrammeReader.read("ftpx://host/p.yaml", Map.of(), CATALOGUE));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OPERATOR);
    assertThat(refusal).hasMessageContaining("is not a path that can be read");
  }
}
