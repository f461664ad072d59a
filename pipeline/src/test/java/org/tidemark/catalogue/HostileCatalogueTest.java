package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tidemark.model.Refusal;

/** An operator's own schemas folder: what it may change, and every way to get it wrong. */
class HostileCatalogueTest {
  private static final String MAPPING =
      """
      mapping: own
      table: population
      columns: {gender: sex, y: year, n: population}
      inputs: {band: string}
      constants: {area: A}
      derive: {age_lower: CAST(band AS INT)}
      not_supplied: [age_upper]
      """;

  private static final String CHECK =
      """
      checks:
        - id: OWN-CHECK
          version: 1
          table: tumour
          severity: rare
          fields: [grade]
          pass: grade <> '9'
          origin: own
          message: {en: a, fr: b, es: c, pt: d}
      """;

  private static final String VIEW =
      """
      view: own_view
      title: Own
      tables: [site]
      sql: SELECT site_id, opening_date AS event_date FROM site
      """;

  private static final String INDICATOR =
      """
      indicators:
        - code: OWN-01
          tier: core
          domain: Own
          name: {en: a, fr: b, es: c, pt: d}
          relation: planned_meeting
          reports: [care_pathway]
          unit: "%"
          direction: up
          measures: [{statistic: share, kind: share, numerator: held, denominator: "1"}]
          target: {statistic: share, value: 1, origin: own, verified: false}
          missing: none
      """;

  private static final String TABLE =
      """
      {"name": "own", "title": "Own", "primaryKey": ["a"],
       "fields": [{"name": "a", "type": "string", "title": "A", "origin": "own"},
                  {"name": "b", "type": "string", "title": "B", "codes": "sex", "origin": "own"}]}
      """;

  private static final String CODES = "name,age_lower,weight,edition\nown,0,1,2024\n";

  private static final String PROFILES =
      """
      {"own": {"title": "Own", "threshold": 7, "denominator_minimum": 0,
               "low_reliability_below": 16}}
      """;

  @TempDir Path root;

  private Path folder;

  @BeforeEach
  void folder() throws IOException {
    folder = Files.createDirectory(root.resolve("own"));
  }

  private Catalogue read(String file, String text) throws IOException {
    Path path = folder.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
    return CatalogueReader.read(Optional.of(folder.toString()));
  }

  @Test
  void ownFilesStandBesideTheShippedOnes() throws IOException {
    String shipped = CatalogueReader.read(Optional.empty()).version();
    assertThat(read("mappings/own.yaml", MAPPING).mappings()).containsKeys("own", "north");
    assertThat(read("views/own_view.yaml", VIEW).views())
        .extracting(View::name)
        .contains("own_view", "specimen");
    assertThat(read("indicators/own.yaml", INDICATOR).indicators())
        .containsKeys("OWN-01", "OUT-01");
    assertThat(read("checks/own.yaml", CHECK).checks()).extracting(Check::id).contains("OWN-CHECK");
    assertThat(read("tables/own.json", TABLE).tables()).containsKeys("own", "tumour");
    assertThat(read("README.md", "ours").version()).isNotEqualTo(shipped);
  }

  @Test
  void anOwnFileTakesThePlaceOfTheShippedOneOfItsName() throws IOException {
    Catalogue catalogue = read("disclosure.json", PROFILES);
    assertThat(catalogue.disclosure())
        .containsOnlyKeys("own")
        .containsEntry("own", new DisclosureProfile("own", 7, 0, 16));
  }

  static Stream<Arguments> hostile() {
    return Stream.concat(Stream.concat(mappings(), checksAndViews()), indicatorsAndTables());
  }

  private static Stream<Arguments> mappings() {
    String file = "mappings/own.yaml";
    return Stream.of(
        change(file, MAPPING, "columns:", "colums:", "own.yaml: there is no key", "'columns'"),
        change(file, MAPPING, "gender: sex", "gender: sexe", "/columns: there is no f", "'sex'"),
        change(file, MAPPING, "population\n", "popul\n", "/table: there is no table", "use one of"),
        change(file, MAPPING, "mapping: own", "mapping: other", "name is not the file's", "both"),
        change(file, MAPPING, "{area: A}", "{year: 1}", "'year' has more than one origin", "one"),
        change(file, MAPPING, "[age_upper]", "[age_uper]", "/not_supplied: there", "age_upper"),
        change(file, MAPPING, "band: string", "year: string", "/inputs: an input bears", "map"),
        change(file, MAPPING, "band: string", "band: text", "/inputs/band: is not one", "use one"),
        change(file, MAPPING, "inputs:", "ignore: [y]\ninputs:", "is read and ignored", "keep one"),
        change(file, MAPPING, "inputs:", "names: [y]\ninputs:", "/names: only a tumour", "leave"),
        change(file, MAPPING, "inputs:", "text: {encoding: x-none}\ninputs:", "/text: the", "IANA"),
        change(file, MAPPING, "inputs:", "text: {quote: '--'}\ninputs:", "/text/quote: b", "is 1"),
        change(file, MAPPING, "inputs:", "recode: {sex: {m: 1}}\ninputs:", "wrong type", "quotes"),
        change(
            file, MAPPING, "inputs:", "dates: {when: yyyy}\ninputs:", "/dates: there", "use one"));
  }

  private static Stream<Arguments> checksAndViews() {
    String check = "checks/zone.yaml";
    String view = "views/own_view.yaml";
    return Stream.of(
        change(check, CHECK, "rare", "fatal", "/checks/0/severity: is not one of", "use one of"),
        change(check, CHECK, "tumour", "tumor", "/checks/0/table: there is no", "'tumour'"),
        change(check, CHECK, "[grade]", "[grad]", "/checks/0/fields: there is no", "'grade'"),
        change(check, CHECK, "OWN-CHECK", "AGE-RANGE", "another check of the table", "own id"),
        change(check, CHECK, "OWN-CHECK", "REQ-sex", "/id: breaks the rule 'pattern'", "rule is"),
        change(check, CHECK, ", pt: d", "", "/message: the key 'pt' is missing", "add it"),
        change(check, CHECK, "pass:", "code:", "/checks/0: there is no key 'code'", "use one of"),
        change(view, VIEW, "view: own_view", "view: other", "name is not the file's", "file's"),
        change(view, VIEW, "[site]", "[sites]", "/tables: there is no table or view", "'site'"),
        change(view, VIEW, "[site]", "[own_view]", "the view reads itself", "break the circle"));
  }

  private static Stream<Arguments> indicatorsAndTables() {
    String indicator = "indicators/own.yaml";
    String table = "tables/own.json";
    String codes = "codes/standard_populations.csv";
    return Stream.of(
        change(
            indicator,
            INDICATOR,
            "planned_meeting",
            "planned_meetings",
            "/relation: there is",
            "planned_meeting"),
        change(indicator, INDICATOR, "OWN-01", "OUT-01", "another indicator has", "own code"),
        change(
            indicator,
            INDICATOR,
            "target: {statistic: share",
            "target: {statistic: rate",
            "/target/statistic: there is no measure",
            "share"),
        change(indicator, INDICATOR, "kind: share", "kind: retention", "needs a horizon", "add"),
        change(indicator, INDICATOR, "[care_pathway]", "[care]", "/reports: there is", "use one"),
        change(
            table,
            TABLE,
            "[\"a\"]",
            "[\"c\"]",
            "/primaryKey: there is no field",
            "use one of: a, b"),
        change(table, TABLE, "\"b\", \"type", "\"a\", \"type", "name is taken", "another name"),
        change(table, TABLE, "\"b\", \"type", "\"refusal\", \"type", "name is taken", "another"),
        change(table, TABLE, "\"sex\"", "\"sexes\"", "there is no code list", "'sex'"),
        change(
            table,
            TABLE,
            "\"type\": \"string\", \"title\": \"A\"",
            "\"type\": \"text\", \"title\": \"A\"",
            "/fields/0/type: is not one",
            "use one of"),
        change(table, TABLE, "\"own\", \"title\"", "\"tumour\", \"title\"", "differs", "same"),
        change(codes, CODES, ",edition", ",version", "has no column 'edition'", "edition"),
        change(codes, CODES, "weight", "wait", "has no column 'weight'", "packed table"),
        change(codes, CODES, ",1,2024", ",one,2024", "record 1, column 'weight': does", "packed"),
        change(codes, CODES, ",1,2024", ",1", "record 1: has not as many cells", "add or drop"),
        change(codes, CODES, ",1,2024", ",1,", "record 1: has no code or no edition", "fill"),
        change(codes, CODES, "name,age_lower", "name,name", "not a table of comma", "own name"),
        change(codes, CODES, "own,0", "\"own,0", "not a table of comma-separated", "quotes"),
        change(codes, CODES, "2024\n", "2024\nown,0,1,2024\n", "record 2: stands twice", "keep"),
        change("disclosure.json", PROFILES, "threshold", "treshold", "/own: there", "'threshold'"),
        change("disclosure.json", PROFILES, "7", "-7", "/own/threshold: breaks", "the rule is 0"),
        Arguments.of(
            "standard_analyses.yaml",
            "survival: [{by: [], grouping: nordic}]",
            "/survival/0/grouping: there is no grouping",
            "use one of: ci5"));
  }

  private static Arguments change(
      String file, String good, String from, String to, String message, String mend) {
    String bad = good.replace(from, to);
    assertThat(bad).as(from).isNotEqualTo(good);
    return Arguments.of(file, bad, message, mend);
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void refusesWithPlaceAndMend(String file, String text, String message, String mend) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(file, text));
    assertThat(refusal).as(text).isNotNull();
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OPERATOR);
    assertThat(refusal.getMessage()).startsWith(folder.resolve(file).toString());
    assertThat(refusal.getMessage().split("\n", 2)[0]).contains(message);
    assertThat(refusal.getMessage().split("mend: ", 2)[1]).contains(mend);
  }

  @Test
  void refusesAFileThatHasNoPlace() {
    for (String file : new String[] {"meta/table.schema.json", "published/x.json", "tumour.yaml"}) {
      Refusal refusal = catchThrowableOfType(Refusal.class, () -> read(file, "{}"));
      assertThat(refusal).hasMessageContaining("has no place in a schemas folder");
    }
  }

  @Test
  void refusesAFileOfAnotherKind() {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> read("mappings/a.xml", "<a/>"));
    assertThat(refusal).hasMessageContaining("a.xml: is not a file that is read here");
  }

  @Test
  void refusesALinkOutOfTheFolder() throws IOException {
    Path outside = Files.writeString(root.resolve("own.yaml"), MAPPING);
    Files.createDirectory(folder.resolve("mappings"));
    Files.createSymbolicLink(folder.resolve("mappings/own.yaml"), outside);
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> CatalogueReader.read(Optional.of(folder.toString())));
    assertThat(refusal).hasMessageContaining("leads out of the schemas folder");
  }

  @Test
  void refusesAFolderThatIsNotThere() {
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class, () -> CatalogueReader.read(Optional.of(folder + "/none")));
    assertThat(refusal).hasMessageContaining("none: cannot be read as a folder");
  }
}
