package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.model.Refusal;

class DocumentsTest {
  @Test
  void readsYamlAndJsonToTheSameTree() {
    assertThat(Documents.parse("a.yaml", "a: 1\nb: [x, 2023-12-31]\n"))
        .isEqualTo(Documents.parse("a.json", "{\"a\": 1, \"b\": [\"x\", \"2023-12-31\"]}"));
  }

  static Stream<Arguments> hostile() {
    return Stream.of(
        Arguments.of("a.yaml", "a: 1\na: 2\n", "a.yaml at /a, line 2: gives a key twice"),
        Arguments.of("a.yaml", "b: {c: 1, c: 2}\n", "at /b/c, line 1: gives a key twice"),
        Arguments.of("a.json", "{\"a\": 1, \"a\": 2}", "a.json at /a, line 1: gives a key twice"),
        Arguments.of("a.yaml", "a: &x [1]\nb: *x\n", "at /a: uses an anchor, an alias or a tag"),
        Arguments.of("a.yaml", "a: !!java.net.URL [x]\n", "uses an anchor, an alias or a tag"),
        Arguments.of("a.yaml", "a: " + "[".repeat(60), "is nested too deeply"),
        Arguments.of("a.json", "{\"a\": " + "[".repeat(60), "is nested too deeply"),
        Arguments.of("a.json", "{\"a\": \"" + "x".repeat(200_000) + "\"}", "too long a text"),
        Arguments.of("a.yaml", "a: '" + "x".repeat(200_000) + "'", "too long a text"),
        Arguments.of("a.yaml", "a: [1\nb: 2\n", "a.yaml at /a"),
        Arguments.of("a.yaml", "a: 1\n---\nb: 2\n", "is not well formed"),
        Arguments.of("a.json", "{\"a\": 1} {}", "is not well formed"),
        Arguments.of("a.yaml", "\tb: 1\n", "is not well formed"),
        Arguments.of("a.yaml", "a: \u0000\n", "is not well formed"),
        Arguments.of("a.yaml", "", "is not a block of keys and values"),
        Arguments.of("a.yaml", "just text", "is not a block of keys and values"),
        Arguments.of("a.json", "[1]", "is not a block of keys and values"));
  }

  @ParameterizedTest
  @MethodSource("hostile")
  void refusesWhatIsNotPlain(String file, String text, String message) {
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> Documents.parse(file, text));
    assertThat(refusal).hasMessageContaining(message).hasMessageContaining("mend: ");
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.OPERATOR);
  }

  @Test
  void decodesStrictlyAndDropsAByteOrderMark() {
    assertThat(TextFiles.decode("f", "\uFEFFa: é".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("a: é");
    Refusal refusal =
        catchThrowableOfType(
            Refusal.class,
            () -> TextFiles.decode("f", "a: é".getBytes(StandardCharsets.ISO_8859_1)));
    assertThat(refusal).hasMessageContaining("f: is not UTF-8 text");
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO", "no", "N", "n", "Y", "yes", "On", "OFF"})
  void wordsThatOldYamlTakesForTruthAreText(String word) {
    assertThat(Documents.parse("a.yaml", "missing: [" + word + "]").at("/missing/0").asText())
        .isEqualTo(word);
    assertThat(Documents.parse("a.yaml", word + ": 1").fieldNames().next()).isEqualTo(word);
    assertThat(Documents.value("--set country", word).asText()).isEqualTo(word);
  }

  @Test
  void truthIsStillTruthAndPlainNumbersAreNumbers() {
    assertThat(Documents.parse("a.yaml", "a: true\nb: False\nc: 0\nd: 0.05\ne: -12").toString())
        .isEqualTo("{\"a\":true,\"b\":false,\"c\":0,\"d\":0.05,\"e\":-12}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"007", "1_000", "-01", "0x1F"})
  void aNumberThatWouldBeReadAsAnotherIsRefusedUnlessQuoted(String number) {
    assertThatThrownBy(() -> Documents.parse("a.yaml", "constants: {registry_id: " + number + "}"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("a.yaml at /constants/registry_id")
        .hasMessageContaining("begins with 0");
    assertThat(Documents.parse("a.yaml", "id: \"" + number + "\"").path("id").asText())
        .isEqualTo(number);
  }
}
