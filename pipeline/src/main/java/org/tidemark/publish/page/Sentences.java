package org.tidemark.publish.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The sentences of one language, from {@code page/sentences_LANGUAGE.properties}: a pattern a key,
 * with {@code {name}} where a word or number goes in.
 */
final class Sentences {
  private static final Pattern SLOT = Pattern.compile("\\{([a-z_]+)}");

  private final Properties patterns;

  private Sentences(Properties patterns) {
    this.patterns = patterns;
  }

  static Sentences english() {
    Properties patterns = new Properties();
    try (InputStream file = Sentences.class.getResourceAsStream("/page/sentences_en.properties")) {
      patterns.load(new InputStreamReader(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Sentences(patterns);
  }

  /**
   * The sentence of that key.
   *
   * @param slots name, value, name, value …
   */
  String say(String key, String... slots) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no sentence " + key);
    }
    return SLOT.matcher(pattern)
        .replaceAll(slot -> Matcher.quoteReplacement(filling(key, slot.group(1), slots)));
  }

  /** The sentence of that key, or the other text where the key has none. */
  String sayOr(String other, String key) {
    return patterns.getProperty(key, other);
  }

  private static String filling(String key, String name, String... slots) {
    for (int i = 0; i + 1 < slots.length; i += 2) {
      if (slots[i].equals(name)) {
        return slots[i + 1];
      }
    }
    throw new IllegalArgumentException("sentence " + key + " lacks " + name);
  }
}
