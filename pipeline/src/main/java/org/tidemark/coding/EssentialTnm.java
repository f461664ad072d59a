package org.tidemark.coding;

import java.util.Optional;

/**
 * The coded form of Essential TNM: {@code M- R+ A}, {@code M+}, {@code L1 R- M-}; metastases M,
 * regional nodes R (or N), extent A advanced or L limited, with a digit where the site has one.
 */
final class EssentialTnm {
  private static final String LETTERS = "ALTRNM";
  private static final String VALUES = "+-012X";

  private EssentialTnm() {}

  /** The categories with T as A, A1, A2, L, L1, L2 or X and the others as +, -, 1, 2 or X. */
  static Optional<Tnm> read(String text) {
    String plain = StageWords.plain(text).replace('\u2212', '-').replace('\u2013', '-');
    String t = "";
    String n = "";
    String m = "";
    for (int at = 0; at < plain.length(); at++) {
      char letter = plain.charAt(at);
      if (" ,;/".indexOf(letter) >= 0) {
        continue;
      }
      boolean valued = at + 1 < plain.length() && VALUES.indexOf(plain.charAt(at + 1)) >= 0;
      String value = valued ? plain.substring(at + 1, at + 2) : "";
      if (LETTERS.indexOf(letter) < 0 || (!valued && letter != 'A' && letter != 'L')) {
        return Optional.empty();
      }
      switch (letter) {
        case 'A', 'L' -> t = letter + value;
        case 'T' -> t = value;
        case 'M' -> m = value.equals("1") ? "+" : value.equals("0") ? "-" : value;
        default -> n = value.equals("0") ? "-" : value;
      }
      at += value.length();
    }
    return Optional.of(new Tnm(t, n, m));
  }
}
