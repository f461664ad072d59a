package org.tidemark.model;

import java.util.Locale;
import java.util.Set;

/** Decimal digits of other scripts, as Unicode has them: ten in a row from the zero. */
public enum DigitScript {
  /** ٠ to ٩. */
  ARABIC_INDIC('\u0660'),
  /** ۰ to ۹, of Persian, Dari and Urdu. */
  EXTENDED_ARABIC_INDIC('\u06F0'),
  /** ० to ९. */
  DEVANAGARI('\u0966'),
  /** ০ to ৯. */
  BENGALI('\u09E6'),
  /** ๐ to ๙. */
  THAI('\u0E50');

  /**
   * Marks of writing direction, which spreadsheets leave beside Arabic digits: they say nothing.
   */
  private static final String DIRECTIONS = "\u200E\u200F\u061C";

  private final char zero;

  DigitScript(char zero) {
    this.zero = zero;
  }

  /** The name in a mapping, as {@code arabic-indic}. */
  public String written() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The script of that name in a mapping. */
  public static DigitScript of(String written) {
    return valueOf(written.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The text with the digits of some scripts as 0 to 9; itself where it holds none of them. */
  public static String plain(String text, Set<DigitScript> scripts) {
    for (int i = 0; i < text.length(); i++) {
      if (plain(text.charAt(i), scripts) != text.charAt(i)) {
        return rewritten(text, scripts);
      }
    }
    return text;
  }

  private static String rewritten(String text, Set<DigitScript> scripts) {
    StringBuilder plain = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = plain(text.charAt(i), scripts);
      if (c != 0) {
        plain.append(c);
      }
    }
    return plain.toString().strip();
  }

  /** The digit, the character itself, or 0 for a mark of direction. */
  private static char plain(char c, Set<DigitScript> scripts) {
    for (DigitScript script : scripts) {
      if (c >= script.zero && c <= script.zero + 9) {
        return (char) ('0' + c - script.zero);
      }
    }
    return DIRECTIONS.indexOf(c) >= 0 && !scripts.isEmpty() ? 0 : c;
  }
}
