package org.tidemark.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;

/**
 * The words of {@code check} in one language, from {@code words/check_LANGUAGE.properties}; English
 * where a language lacks them. Numbers are written alike in all.
 */
final class CheckWords {
  private static final String ENGLISH = "en";
  private static final String RULE = "rule.";

  /** Before the name of the calendar that is suspected: one sentence serves all. */
  private static final String CALENDAR = "CALENDAR";

  private final Properties words;

  private CheckWords(Properties words) {
    this.words = words;
  }

  /** The words of a language; of one that has none the English ones. */
  static CheckWords in(String language) {
    Properties words = new Properties(read(ENGLISH).orElseThrow());
    read(language).ifPresent(words::putAll);
    return new CheckWords(words);
  }

  private static Optional<Properties> read(String language) {
    String name = "/words/check_" + language + ".properties";
    try (InputStream file = CheckWords.class.getResourceAsStream(name)) {
      if (file == null) {
        return Optional.empty();
      }
      Properties words = new Properties();
      words.load(new InputStreamReader(file, StandardCharsets.UTF_8));
      return Optional.of(words);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The words of a key, its slots filled. */
  String say(String key, Object... slots) {
    String form = words.getProperty(key);
    if (form == null) {
      throw new IllegalArgumentException("no words for " + key);
    }
    return slots.length == 0 ? form : String.format(Locale.ROOT, form, slots);
  }

  /** The words of a key, or others where it has none. */
  String sayOr(String other, String key) {
    return words.getProperty(key, other);
  }

  /** What a rule means; in this language where it is known there, else as the rule says it. */
  String ofRule(String rule, String otherwise) {
    return sayOr(otherwise, RULE + (rule.startsWith(CALENDAR) ? CALENDAR : rule));
  }

  /** What a rule means that is no declared check: one of ingest, or of persons who are named. */
  String ofRefusal(String rule) {
    return ofRule(rule.startsWith("PERSON-") ? "PERSON" : rule, Reason.meaning(rule));
  }
}
