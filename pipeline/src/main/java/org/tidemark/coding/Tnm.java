package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * T, N and M categories taken out of a text: {@code T2N1M0}, {@code pT1c pN1mi cM0}, {@code Tis
 * N0}. Of several of one letter the pathological one holds, and any M1. Only the categories are
 * read; what they mean at a site is in {@code codes/stage_groups}.
 *
 * @param t category of the primary tumour in capitals, {@code 2}, {@code 1C}, {@code IS}; or empty
 * @param n category of the regional nodes, {@code 1}, {@code 1MI}; or empty
 * @param m category of distant metastases, {@code 0}, {@code 1B}; or empty
 */
public record Tnm(String t, String n, String m) {
  private static final String PREFIXES = "CPYRAU";
  private static final String DISTANT = "1";

  /** Checks that nothing is absent. */
  public Tnm {
    requireNonNull(t, "t");
    requireNonNull(n, "n");
    requireNonNull(m, "m");
  }

  /** The categories that a text names, or empty where it names none, or M0 alone. */
  public static Optional<Tnm> read(String text) {
    Builder found = new Builder();
    StageWords.of(StageWords.plain(text)).forEach(word -> scan(word, found));
    Tnm tnm = found.build();
    boolean said = !tnm.t().isEmpty() || !tnm.n().isEmpty() || tnm.m().startsWith(DISTANT);
    return said ? Optional.of(tnm) : Optional.empty();
  }

  /** The categories of three fields as registries keep them; a letter before them is allowed. */
  public static Tnm of(String t, String n, String m) {
    Builder found = new Builder();
    field('T', t, found);
    field('N', n, found);
    field('M', m, found);
    return found.build();
  }

  private static void field(char letter, String text, Builder found) {
    List<String> words = text == null ? List.of() : StageWords.of(StageWords.plain(text));
    if (words.size() == 1 && !scan(words.get(0), found)) {
      scan(letter + words.get(0), found);
    }
  }

  /** Whether a word in capitals is made of T, N and M categories only. */
  static boolean names(String word) {
    return scan(word, new Builder());
  }

  private static boolean scan(String word, Builder found) {
    Builder own = new Builder();
    int at = 0;
    while (at < word.length()) {
      boolean pathological = false;
      while (at < word.length() && PREFIXES.indexOf(word.charAt(at)) >= 0) {
        pathological |= word.charAt(at) == 'P';
        at++;
      }
      int end = at < word.length() ? end(word, at) : -1;
      if (end < 0) {
        return false;
      }
      own.put(word.charAt(at), word.substring(at + 1, end), pathological);
      at = end;
    }
    found.take(own);
    return !word.isEmpty();
  }

  /** Where the category that begins here ends, or -1 where none begins. */
  private static int end(String word, int at) {
    String values =
        switch (word.charAt(at)) {
          case 'T' -> "X01234";
          case 'N' -> "X0123";
          case 'M' -> "X01";
          default -> "";
        };
    int next = at + 1;
    if (word.startsWith("TIS", at)) {
      return next + 2;
    }
    if (word.startsWith("TA", at)) {
      return next + 1;
    }
    if (next == word.length() || values.indexOf(word.charAt(next)) < 0) {
      return -1;
    }
    return afterSuffix(word, next + 1);
  }

  /** A letter with or without a digit, then micrometastases or microinvasion. */
  private static int afterSuffix(String word, int from) {
    int at = from;
    if (at < word.length()
        && word.charAt(at) >= 'A'
        && word.charAt(at) <= 'E'
        && !prefix(word, at)) {
      at++;
      if (at < word.length() && word.charAt(at) >= '1' && word.charAt(at) <= '3') {
        at++;
      }
    }
    return word.startsWith("MI", at) ? at + 2 : at;
  }

  /** Whether a letter that could be a suffix stands before the next category: the c of T1cN0. */
  private static boolean prefix(String word, int at) {
    return word.charAt(at) == 'C' && word.startsWith("CM", at) && !word.startsWith("CMI", at);
  }

  /** Categories as they are found. */
  private static final class Builder {
    private static final String LETTERS = "TNM";
    private final String[] values = {"", "", ""};
    private final boolean[] pathological = new boolean[LETTERS.length()];

    void put(char letter, String value, boolean byPathology) {
      int i = LETTERS.indexOf(letter);
      boolean distant = letter == 'M' && values[i].startsWith(DISTANT);
      boolean better = byPathology && !pathological[i];
      if (values[i].isEmpty()
          || (better && !distant)
          || (letter == 'M' && value.startsWith(DISTANT))) {
        values[i] = value;
        pathological[i] = byPathology;
      }
    }

    void take(Builder other) {
      for (int i = 0; i < LETTERS.length(); i++) {
        if (!other.values[i].isEmpty()) {
          put(LETTERS.charAt(i), other.values[i], other.pathological[i]);
        }
      }
    }

    Tnm build() {
      return new Tnm(values[0], values[1], values[2]);
    }
  }
}
