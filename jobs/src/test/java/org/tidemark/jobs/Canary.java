package org.tidemark.jobs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Values of invented patients that must be seen nowhere but in the private folder. */
record Canary(List<String> values) {
  static Canary of(String... values) {
    return new Canary(List.of(values));
  }

  /** Looks for the values in all that was printed and in every published file. */
  void assertUnseen(String printed, Path out) throws IOException {
    values.forEach(value -> assertThat(printed).doesNotContain(value));
    if (!Files.exists(out)) {
      return;
    }
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String text = new String(Files.readAllBytes(file), ISO_8859_1);
        for (String value : values) {
          assertThat(text).as(file.toString()).doesNotContain(bytes(value));
        }
      }
    }
  }

  /** The text as the bytes of a UTF-8 file look one by one. */
  private static String bytes(String value) {
    return new String(value.getBytes(java.nio.charset.StandardCharsets.UTF_8), ISO_8859_1);
  }
}
