package org.tidemark.coding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Free text of a stage as words: capitals without accents, letters and digits. */
final class StageWords {
  private static final String SPREADSHEET_NUMBER = ".0";

  private StageWords() {}

  /** The text in capitals, without accents, Roman numeral characters as letters. */
  static String plain(String text) {
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    StringBuilder plain = new StringBuilder(apart.length());
    for (int i = 0; i < apart.length(); i++) {
      if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
        plain.append(apart.charAt(i));
      }
    }
    String capital = plain.toString().strip().toUpperCase(Locale.ROOT);
    return capital.endsWith(SPREADSHEET_NUMBER)
        ? capital.substring(0, capital.length() - SPREADSHEET_NUMBER.length())
        : capital;
  }

  /** The words of a plain text; what stands in brackets is a remark and left out. */
  static List<String> of(String plain) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    int brackets = 0;
    for (int i = 0; i <= plain.length(); i++) {
      char c = i < plain.length() ? plain.charAt(i) : ' ';
      brackets += c == '(' ? 1 : c == ')' && brackets > 0 ? -1 : 0;
      if (Character.isLetterOrDigit(c) && brackets == 0) {
        word.append(c);
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }
}
