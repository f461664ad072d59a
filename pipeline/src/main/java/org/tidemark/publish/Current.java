package org.tidemark.publish;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What {@code CURRENT} says: which version readers see, and what its manifest must hash to.
 *
 * @param runId the version
 * @param manifestSha256 SHA-256 of its {@code manifest.json}, in lower-case hex
 */
public record Current(RunId runId, String manifestSha256) {
  /** The pointer's name in the publication folder. */
  static final String FILE = "CURRENT";

  /** Checks the hash's form. */
  public Current {
    requireNonNull(runId, "runId");
    if (!manifestSha256.matches("[0-9a-f]{64}")) {
      throw new IllegalArgumentException("SHA-256 has 64 hex digits");
    }
  }

  /** Reads the pointer; empty if the bytes are not exactly one such line. */
  static Optional<Current> parse(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int space = text.indexOf(' ');
    if (space < 0 || !text.endsWith("\n")) {
      return Optional.empty();
    }
    try {
      RunId id = RunId.parse(text.substring(0, space));
      return Optional.of(new Current(id, text.substring(space + 1, text.length() - 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The pointer's bytes: one line. */
  byte[] bytes() {
    return (runId + " " + manifestSha256 + "\n").getBytes(StandardCharsets.UTF_8);
  }
}
