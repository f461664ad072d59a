package org.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.SourceFormat;

class JsonFormTest {
  @TempDir Path dir;

  @Test
  void objectsAreRecordsAndTheirNamesAreColumns() {
    Folder folder =
        json(
            """
            [ {"site": "S1", "stock": 12, "open": true},
              {"open": null, "site": "été \\"x\\"", "stock": 5.0}, {"site": "S3"} ]
            """);
    assertThat(Shown.of(folder.read())).containsExactly("1 S1|12|true", "2 été \"x\"|5|", "3 S3||");
    assertThat(folder.accepted().records()).isEqualTo(3);
  }

  @Test
  void aColumnThatNoObjectHasIsAbsent() {
    Folder folder =
        json("[{\"site\":\"S1\"}]")
            .with(new ColumnPlan(List.of("site", "open"), List.of(), List.of()));
    assertThat(folder.read().get(0).cells()).containsExactly("S1", null);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        arguments("{\"site\":{\"a\":[1,{}]},\"stock\":1,\"open\":1}", IngestRule.NESTED),
        arguments("{\"site\":\"a\",\"stock\":[],\"open\":1}", IngestRule.NESTED),
        arguments("{\"site\":\"a\",\"site\":\"b\"}", IngestRule.DUPLICATE_KEY),
        arguments("[1,[2],{\"a\":3.50}]", IngestRule.VALUE),
        arguments("\"text\"", IngestRule.VALUE),
        arguments("null", IngestRule.VALUE));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void aBadElementCostsItselfAndKeepsItsText(String element, IngestRule rule) {
    String good = "{\"site\":\"S\",\"stock\":1,\"open\":false}";
    Folder folder = json("[" + good + "," + element + "," + good + "]");
    assertThat(Shown.whole(folder.read()))
        .containsExactly(
            "1 S|1|false <" + good + ">",
            "2 " + rule.id() + " <" + element + ">",
            "3 S|1|false <" + good + ">");
  }

  static Stream<Arguments> files() {
    return Stream.of(
        arguments("object", "{\"site\":1}", IngestRule.JSON),
        arguments("torn", "[{\"site\":\"S\",\"stock\":1,\"open\":1},{\"site\"", IngestRule.JSON),
        arguments("torn at an element's end", "[{\"site\":\"S\"}", IngestRule.JSON),
        arguments("two arrays", "[{\"site\":1,\"stock\":1,\"open\":1}][]", IngestRule.JSON),
        arguments("lines", "{\"site\":1}\n{\"site\":2}", IngestRule.JSON),
        arguments("not a number", "[{\"site\":NaN}]", IngestRule.JSON),
        arguments("deep", "[".repeat(1000), IngestRule.JSON),
        arguments("long number", "[{\"site\":" + "9".repeat(2000) + "}]", IngestRule.JSON),
        arguments("text", "site,stock,open", IngestRule.JSON),
        arguments("blank", "  \n", IngestRule.JSON),
        arguments("none", "[]", IngestRule.NO_RECORDS),
        arguments("page", "<!doctype html>", IngestRule.HTML),
        arguments("missing", "[{\"site\":1,\"stock\":1}]", IngestRule.MISSING_COLUMN),
        arguments("unknown", "[{\"site\":1,\"stock\":1,\"opened\":1}]", IngestRule.UNKNOWN_COLUMN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void aFileThatIsNotAnArrayOfRecordsIsRefused(String name, String sent, IngestRule rule) {
    assertThat(json(sent).refused().rule()).as(name).isEqualTo(rule.id());
  }

  @Test
  void badBytesRefuseTheFile() {
    Folder folder = json("[]");
    folder.put("f.json", "[{\"site\":\"\u00E9\"}]".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(folder.refused().rule()).isEqualTo("INGEST-JSON");
  }

  @Test
  void aLongRecordIsRefusedAndTheNextIsNot() {
    String half = "x".repeat(IngestLimits.STANDARD.recordBytes() / 2);
    Folder folder =
        json(
            "[{\"site\":\"%s\",\"stock\":\"%s\",\"open\":1},{\"site\":1,\"stock\":2,\"open\":3}]"
                .formatted(half, half));
    assertThat(Shown.of(folder.read())).containsExactly("1 INGEST-LENGTH", "2 1|2|3");
  }

  private static final String MEETING = "{\"site\":\"S1\",\"stock\":1,\"open\":true}";

  @Test
  void anObjectHoldsSeveralTablesAnArrayEach() {
    Folder folder =
        several(
            "{\"outage\": [{\"event\": {\"deep\": [1, 2]}}, 7], \"Tumour\": [%s,\n%s], \"site\": []}"
                .formatted(MEETING, MEETING));
    assertThat(Shown.of(folder.read())).containsExactly("1 S1|1|true", "2 S1|1|true");
    assertThat(folder.accepted().records()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"site\":[{\"a\":1}]}", "{}", "{\"tumour\":[]}"})
  void aTableThatAFileOfSeveralLacksHasNoRecords(String sent) {
    assertThat(several(sent).emptyAllowed().accepted().records()).isZero();
    assertThat(several(sent).emptyAllowed().read()).isEmpty();
  }

  static Stream<Arguments> mixed() {
    return Stream.of(
        arguments("[]", "by their names an array each"),
        arguments("{\"site\":[],\"NN Smith\":[]}", "name 2 of the object is that of no table"),
        arguments("{\"tumour\":[],\"outages\":[]}", "name 2 of the object is that of no table"),
        arguments("{\"tumour\":{}}", "the table's name has no array"),
        arguments("{\"tumour\":null}", "the table's name has no array"),
        arguments("{\"tumour\":[],\"site\":[],\"tumour\":[]}", "a table occurs twice"),
        arguments("{\"tumour\":[" + MEETING + "],\"site\":[{", "it breaks after record 1"),
        arguments("{\"tumour\":[" + MEETING + "]} []", "more follows"));
  }

  @ParameterizedTest
  @MethodSource("mixed")
  void whatIsNoObjectOfTablesIsRefusedWhole(String sent, String said) {
    RefusedFile refused = several(sent).refused();
    assertThat(refused.rule()).isEqualTo("INGEST-JSON");
    assertThat(refused.what()).contains(said).doesNotContain("Smith", "outages");
  }

  private Folder several(String sent) {
    return json(sent).holding(List.of("tumour", "site", "outage"));
  }

  private Folder json(String sent) {
    return Folder.of(dir, "*.json", "site", "stock", "open")
        .with(SourceFormat.JSON)
        .put("f.json", sent);
  }
}
