package org.tidemark.coding;

import java.util.Optional;

/**
 * A stage as a numeral: Roman I to IV or a digit 0 to 4, then letters and a digit ({@code IIIC1},
 * {@code 3b}, {@code IVS}, {@code IIBE}).
 *
 * @param code the digit
 * @param substage what follows, in capitals
 */
record StageNumeral(String code, String substage) {
  private static final String LETTERS = "ABCDEISX";
  private static final String ROMAN = "IV";
  private static final int MOST_LETTERS = 3;

  /** Reads a word in capitals, or nothing where it is no such numeral. */
  static Optional<StageNumeral> of(String word) {
    int end = digit(word) ? 1 : roman(word);
    String code = digit(word) ? word.substring(0, end) : value(word.substring(0, end));
    return code.isEmpty() || !substage(word, end)
        ? Optional.empty()
        : Optional.of(new StageNumeral(code, word.substring(end)));
  }

  private static boolean digit(String word) {
    return !word.isEmpty() && word.charAt(0) >= '0' && word.charAt(0) <= '4';
  }

  private static int roman(String word) {
    int end = 0;
    while (end < word.length() && ROMAN.indexOf(word.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static String value(String roman) {
    return switch (roman) {
      case "I" -> "1";
      case "II" -> "2";
      case "III" -> "3";
      case "IV" -> "4";
      default -> "";
    };
  }

  private static boolean substage(String word, int from) {
    int at = from;
    while (at < word.length() && LETTERS.indexOf(word.charAt(at)) >= 0) {
      at++;
    }
    boolean letters = at > from;
    boolean numbered = letters && at == word.length() - 1 && Character.isDigit(word.charAt(at));
    return at - from <= MOST_LETTERS && (at == word.length() || numbered);
  }
}
