package org.tidemark.publish;

import static java.util.Objects.requireNonNull;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a version: the data cut-off and 12 hex digits of what decides the published figures.
 * The same accepted records under the same versions have the same name, whatever their files were
 * called.
 *
 * @param asOf the data cut-off
 * @param hash 12 lower-case hex digits
 */
public record RunId(LocalDate asOf, String hash) {
  private static final Pattern TEXT = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})-([0-9a-f]{12})");

  /** Checks the digits. */
  public RunId {
    requireNonNull(asOf, "asOf");
    if (!hash.matches("[0-9a-f]{12}")) {
      throw new IllegalArgumentException("the hash of a run id has 12 hex digits");
    }
  }

  /**
   * The name of a run.
   *
   * @param asOf the data cut-off
   * @param acceptedContentHash a hash of the accepted records' content, in any fixed text form
   * @param versions what else decides the figures, by name: code, schemas, programme…
   */
  public static RunId of(LocalDate asOf, String acceptedContentHash, Map<String, String> versions) {
    StringBuilder all = new StringBuilder();
    append(all, asOf.toString());
    append(all, acceptedContentHash);
    new TreeMap<>(versions)
        .forEach(
            (name, version) -> {
              append(all, name);
              append(all, version);
            });
    String hex = Hashes.hex(all.toString().getBytes(StandardCharsets.UTF_8));
    return new RunId(asOf, hex.substring(0, 12));
  }

  /** Whether a text has the form of a run's name. */
  static boolean names(String text) {
    try {
      return !parse(text).hash.isEmpty();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /**
   * Reads a run id's text.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static RunId parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new IllegalArgumentException("not a run id");
    }
    try {
      return new RunId(LocalDate.parse(parts.group(1)), parts.group(2));
    } catch (java.time.DateTimeException e) {
      throw new IllegalArgumentException("not a run id", e);
    }
  }

  /** The folder's name: {@code 2023-12-31-0123456789ab}. */
  @Override
  public String toString() {
    return asOf + "-" + hash;
  }

  /** Each part with its length before it, so that no two lists of parts read alike. */
  private static void append(StringBuilder all, String part) {
    all.append(part.length()).append(':').append(part);
  }
}
