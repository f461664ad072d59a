package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.model.Refusal;

class ProgrammeReaderTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private static final String SHORTEST =
      """
      programme: short
      as_of: 2024-02-29
      sources: [{id: pop, table: population, path: "pop.csv.gz", mapping: shared}]
      """;

  @TempDir Path folder;

  private Programme read(String name, String text, Map<String, String> settings)
      throws IOException {
    Path file = Files.writeString(folder.resolve(name), text);
    return ProgrammeReader.read(file.toString(), settings, CATALOGUE);
  }

  @Test
  void fillsInTheDefaultsOfTheContract() throws IOException {
    Programme programme = read("p.yaml", SHORTEST, Map.of());
    assertThat(programme.id()).isEqualTo("short");
    assertThat(programme.asOf()).isEqualTo(LocalDate.of(2024, 2, 29));
    assertThat(programme.cancerGrouping()).isEqualTo("ci5");
    assertThat(programme.acceptance()).isEqualTo(new Programme.Acceptance(0.05, true));
    assertThat(programme.languages()).containsExactly("en");
    assertThat(programme.disclosure()).isEqualTo("public");
    assertThat(programme.design()).isEqualTo(new Programme.Design("INTENSIVE", "quarter"));
    assertThat(programme.folder()).isEqualTo("file:" + folder);
    assertThat(programme.sources())
        .containsExactly(
            new Source(
                "pop",
                "population",
                "pop.csv.gz",
                SourceFormat.CSV,
                "shared",
                Source.Beyond.ERROR));
  }

  @Test
  void aPopulationSaysWhatMayBeAssumedOfIt() throws IOException {
    Source source =
        read("p.yaml", assuming("between: geometric, beyond: trend, split: who-2000"), Map.of())
            .sources()
            .get(0);
    assertThat(source.between()).isEqualTo(Source.Between.GEOMETRIC);
    assertThat(source.beyond()).isEqualTo(Source.Beyond.TREND);
    assertThat(source.split()).isEqualTo("who-2000");
    assertThat(source.assumptions()).isEqualTo("pop TREND GEOMETRIC who-2000");
    assertThat(read("p.yaml", SHORTEST, Map.of()).sources().get(0).assumptions()).isEmpty();
  }

  @Test
  void whatCannotBeAssumedIsRefused() {
    assertThatThrownBy(() -> read("p.yaml", assuming("beyond: trend"), Map.of()))
        .hasMessageContaining("add between");
    assertThatThrownBy(() -> read("p.yaml", assuming("split: who-200"), Map.of()))
        .hasMessageContaining("who-2000");
    assertThatThrownBy(
            () ->
                read(
                    "p.yaml",
                    assuming("between: linear").replace("table: population", "table: site"),
                    Map.of()))
        .hasMessageContaining("only a population may say this");
  }

  @Test
  void onlyARegistryOfTumoursSaysWhomItCovers() throws IOException {
    assertThat(read("p.yaml", SHORTEST, Map.of()).sources().get(0).coverage())
        .isEqualTo(Source.Coverage.POPULATION);
    assertThatThrownBy(() -> read("p.yaml", assuming("coverage: hospital"), Map.of()))
        .hasMessageContaining("only a registry of tumours covers anybody");
    String tumours = assuming("coverage: hospital").replace("table: population", "table: tumour");
    Source source = read("p.yaml", tumours, Map.of()).sources().get(0);
    assertThat(source.coverage()).isEqualTo(Source.Coverage.HOSPITAL);
    assertThat(source.assumptions()).isEqualTo("pop HOSPITAL");
  }

  @Test
  void comparisonsOfRatesAreWholeAndIndependent() throws IOException {
    RatioAnalysis sexes =
        read("p.yaml", SHORTEST + ratio("by: [area, cancer], compare: sex, against: 2"), Map.of())
            .analyses()
            .rates()
            .ratios()
            .get(0);
    assertThat(sexes.series().by()).containsExactly("area", "cancer", "sex");
    assertThat(sexes.within()).containsExactly("area", "cancer");
    assertThat(sexes.measures()).containsExactly("rate_ratio", "srr", "sir");
    assertThat(sexes.series().grouping()).isEqualTo("ci5");
    refused("by: [area]", "neither what is compared nor a reference");
    refused("by: [area], compare: sex", "neither what is compared nor a reference");
    refused("by: [area], compare: sex, against: 2, reference: w", "or both");
    refused("by: [sex], compare: sex, against: 2", "'by' has the dimension");
    refused("by: [sex], compare: area, against: all, measures: [srr]", "share persons");
    refused("by: [sex], reference: w, standards: [moon]", "moon");
  }

  private void refused(String keys, String why) {
    assertThatThrownBy(() -> read("p.yaml", SHORTEST + ratio(keys), Map.of()))
        .hasMessageContaining(why);
  }

  private static String ratio(String keys) {
    return "analyses: {rate_ratio: [{" + keys + "}]}\n";
  }

  @Test
  void completenessAsksForTheKindsOfSourceItCompares() throws IOException {
    String by = "analyses: {completeness: [{by: [area]%s}]}\n";
    CompletenessAnalysis plain =
        read("p.yaml", SHORTEST + by.formatted(""), Map.of())
            .analyses()
            .rates()
            .completeness()
            .get(0);
    assertThat(plain.indices()).doesNotContain("two-source").contains("flow", "dcn-mi");
    assertThat(plain.years()).isEqualTo(5);
    CompletenessAnalysis three =
        read("p.yaml", SHORTEST + by.formatted(", sources: [a, b, c]"), Map.of())
            .analyses()
            .rates()
            .completeness()
            .get(0);
    assertThat(three.indices()).isEqualTo(CompletenessAnalysis.INDICES);
    String two = SHORTEST + by.formatted(", sources: [a, b], indices: [three-source]");
    assertThatThrownBy(() -> read("p.yaml", two, Map.of())).hasMessageContaining("asks for 3");
  }

  private static String assuming(String keys) {
    return SHORTEST.replace("mapping: shared", "mapping: shared, " + keys);
  }

  @Test
  void computesTheStandardSetWhereNoAnalysesAreListed() throws IOException {
    Analyses standard =
        read("p.yaml", SHORTEST + "cancer_grouping: globocan\n", Map.of()).analyses();
    assertThat(standard.incidence())
        .allSatisfy(one -> assertThat(one.grouping()).isEqualTo("globocan"));
    assertThat(standard.survival())
        .allSatisfy(one -> assertThat(one.grouping()).isEqualTo("globocan"));
    assertThat(standard.indicators().get(0).codes()).hasSize(9);
    assertThat(standard.evaluation()).isEmpty();
  }

  @Test
  void computesOnlyWhatIsListed() throws IOException {
    Analyses listed =
        read(
                "p.yaml",
                SHORTEST + "analyses: {survival: [{by: []}], incidence: [{by: [area]}]}\n",
                Map.of())
            .analyses();
    assertThat(listed.quality()).isEmpty();
    assertThat(listed.survival())
        .containsExactly(
            new Analyses.Survival(
                List.of(),
                "ci5",
                "pohar-perme",
                "kaplan-meier",
                List.of(1, 3, 5),
                "complete",
                "",
                List.of("log")));
    assertThat(listed.incidence())
        .containsExactly(
            new Analyses.Incidence(
                List.of("area"),
                "ci5",
                List.of("segi-doll"),
                List.of("none"),
                List.of("fay-feuer")));
  }

  @Test
  void readsJson() throws IOException {
    String json =
        """
        {"programme": "short", "as_of": "2024-02-29",
         "sources": [{"id": "pop", "table": "population", "path": "pop.csv.gz",
                      "mapping": "shared"}]}
        """;
    assertThat(read("p.json", json, Map.of())).isEqualTo(read("p.yaml", SHORTEST, Map.of()));
  }

  @Test
  void laysSettingsOverTheFileBeforeItIsValidated() throws IOException {
    Programme programme =
        read(
            "p.yaml",
            SHORTEST,
            Map.of(
                "disclosure", "none",
                "as_of", "2023-12-31",
                "languages", "[en, fr]",
                "acceptance.rejected_share_max", "0.5",
                "sources.0.path", "hdfs://name:8020/pop/*.parquet"));
    assertThat(programme.disclosure()).isEqualTo("none");
    assertThat(programme.asOf()).isEqualTo(LocalDate.of(2023, 12, 31));
    assertThat(programme.languages()).containsExactly("en", "fr");
    assertThat(programme.acceptance()).isEqualTo(new Programme.Acceptance(0.5, true));
    assertThat(programme.sources().get(0).format()).isEqualTo(SourceFormat.PARQUET);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "disclosur | none | there is no key 'disclosur'",
        "sources.7.path | x.csv | leads to no place",
        "sources.x | x | leads to no place",
        "as_of.year | 2020 | leads to no place",
        "acceptance. | 1 | leads to no place",
        "sources.0.path | /etc/passwd | the path is absolute",
        "languages | '[en' | is not well formed",
        "languages | '*x' | uses an anchor",
        "disclosure | '{a: 1, a: 2}' | gives a key twice"
      })
  void refusesSettingsAsItRefusesAFile(String key, String value, String message) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> read("p.yaml", SHORTEST, Map.of(key, value)));
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OPERATOR);
  }

  @Test
  void takesGroupingsOfEveryTableAndSettlesTheCoding() throws IOException {
    for (String grouping : List.of("nordcan", "globocan-icd10", "iccc-3-0-14", "ci5")) {
      assertThat(read("p.yaml", SHORTEST, Map.of("cancer_grouping", grouping)).cancerGrouping())
          .isEqualTo(grouping);
    }
    assertThat(read("p.yaml", SHORTEST, Map.of()).coding()).isEqualTo(Programme.Coding.STANDARD);
    Programme.Coding coding =
        read("p.yaml", SHORTEST + "coding: {icd10: before-2010}\n", Map.of()).coding();
    assertThat(coding.before2010()).isTrue();
    assertThat(coding.secondaryAsUnknownPrimary()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cancer_grouping: nordcam | did you mean 'nordcan'?",
        "analyses: {quality: [{by: [cancer], grouping: iccc}]} | there is no grouping 'iccc'",
        "coding: {icd10: 2011} | /coding/icd10",
        "coding: {multiple_primaries: iarc-2005} | /coding/multiple_primaries",
        "analyses: {incidence: [{by: [cancer, sex]}, {by: [sex, cancer], grouping: globocan}]}"
            + " | have a group 'All cancers', and the analyses the same 'by'",
        "analyses: {quality: [{by: [cancer], grouping: iccc-3-0-14},"
            + " {by: [cancer], grouping: iccc-3-0-19}]} | both have a group '011', and"
      })
  void refusesGroupingsThatCannotBePublished(String line, String message) {
    Refusal refusal =
        catchThrowableOfType(Refusal.class, () -> read("p.yaml", SHORTEST + line + "\n", Map.of()));
    assertThat(refusal).hasMessageContaining(message);
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OPERATOR);
  }

  @Test
  void onlyTumoursHavePersons() throws IOException {
    String tumours = SHORTEST.replace("table: population", "table: tumour, id_space: land");
    assertThat(read("p.yaml", tumours, Map.of("sources.0.submitted", "2023-06-30")).sources())
        .singleElement()
        .satisfies(
            source -> {
              assertThat(source.idSpace()).isEqualTo("land");
              assertThat(source.submitted()).isEqualTo("2023-06-30");
            });
    assertThat(
            catchThrowableOfType(
                Refusal.class, () -> read("p.yaml", SHORTEST, Map.of("sources.0.id_space", "x"))))
        .hasMessageContaining("only tumours have persons");
  }

  @Test
  void groupingsWithoutASharedNameMayStandSideBySide() throws IOException {
    Analyses analyses =
        read(
                "p.yaml",
                SHORTEST
                    + "analyses: {incidence: [{by: [cancer]}, {by: [cancer], grouping: nordcan},"
                    + " {by: [cancer, sex], grouping: globocan}]}\n",
                Map.of())
            .analyses();
    assertThat(analyses.groupings()).containsExactly("ci5", "nordcan", "globocan");
  }

  @Test
  void acceptsLinksAndDotsThatStayInside() throws IOException {
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(folder.resolve("data/pop.csv"), "area");
    Files.createSymbolicLink(folder.resolve("link.csv"), folder.resolve("data/pop.csv"));
    for (String path : List.of("link.csv", "data/../link.csv", "./data/*.csv")) {
      assertThat(read("p.yaml", SHORTEST, Map.of("sources.0.path", path)).sources().get(0).path())
          .isEqualTo(path);
    }
  }

  @Test
  void readsTheSampleProgramme() {
    Path sample = Path.of("..", "sample-data", "programme.yaml");
    Programme programme = ProgrammeReader.read(sample.toString(), Map.of(), CATALOGUE);
    assertThat(programme.id()).isEqualTo("sample");
    assertThat(programme.sources()).extracting(Source::id).contains("north", "colrec");
  }
}
