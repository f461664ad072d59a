package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
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
}
