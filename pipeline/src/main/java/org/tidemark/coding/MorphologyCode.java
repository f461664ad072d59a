package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Optional;

/**
 * An ICD-O morphology as registries and laboratories write it, taken apart: {@code 8500}, {@code
 * 8500/3}, {@code 8500/33}, {@code 85003}, {@code M85003}, {@code M-8500/3}, and any of these with
 * a description behind a space ({@code 8140/3 Adenocarcinoma}).
 *
 * @param morphology four digits, 8000 to 9999
 * @param behaviour the fifth digit, or empty where it was not written
 * @param grade the sixth digit, grade or lineage, or empty where it was not written
 */
public record MorphologyCode(String morphology, String behaviour, String grade)
    implements Serializable {
  private static final int DIGITS = 4;
  private static final int MOST_DIGITS = 6;

  /** First and last number that ICD-O gives to morphologies. */
  static final int LOWEST = 8000;

  static final int HIGHEST = 9999;

  /** Checks that nothing is absent. */
  public MorphologyCode {
    requireNonNull(morphology, "morphology");
    requireNonNull(behaviour, "behaviour");
    requireNonNull(grade, "grade");
  }

  /** Takes a text apart, or empty where it is no spelling of a morphology; nothing is guessed. */
  public static Optional<MorphologyCode> read(String text) {
    int at = start(text);
    if (number(text, at) < 0) {
      return Optional.empty();
    }
    String morphology = text.substring(at, at + DIGITS);
    int rest = at + DIGITS;
    boolean separated = rest < text.length() && separator(text.charAt(rest));
    int tail = separated ? rest + 1 : rest;
    int end = tail;
    while (end < text.length() && digit(text.charAt(end))) {
      end++;
    }
    boolean described = end < text.length() && !Character.isWhitespace(text.charAt(end));
    if (described || end - tail > MOST_DIGITS - DIGITS || (separated && end == tail)) {
      return Optional.empty();
    }
    String behaviour = end > tail ? text.substring(tail, tail + 1) : "";
    return Optional.of(
        new MorphologyCode(morphology, behaviour, text.substring(Math.min(tail + 1, end), end)));
  }

  /** The number of a four-digit morphology; -1 where the text is none, or null. */
  static int number(String morphology) {
    return morphology != null && morphology.length() == DIGITS ? number(morphology, 0) : -1;
  }

  private static int start(String text) {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (at < text.length() && (text.charAt(at) == 'M' || text.charAt(at) == 'm')) {
      at++;
      if (at < text.length() && text.charAt(at) == '-') {
        at++;
      }
    }
    return at;
  }

  private static int number(String text, int from) {
    if (from + DIGITS > text.length()) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < from + DIGITS; i++) {
      if (!digit(text.charAt(i))) {
        return -1;
      }
      value = value * 10 + text.charAt(i) - '0';
    }
    return value >= LOWEST && value <= HIGHEST ? value : -1;
  }

  private static boolean separator(char c) {
    return c == '/' || c == '-';
  }

  private static boolean digit(char c) {
    return c >= '0' && c <= '9';
  }
}
