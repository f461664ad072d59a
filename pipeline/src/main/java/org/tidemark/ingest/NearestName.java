package org.tidemark.ingest;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the name that was probably meant. */
final class NearestName {
  private static final Pattern SHOWABLE = Pattern.compile("[\\p{L}_][\\p{L}\\p{N} _.\\-/]{0,63}");

  private NearestName() {}

  /** Whether a name can stand in a message without forging it. */
  static boolean showable(String name) {
    return SHOWABLE.matcher(name).matches();
  }

  /** The nearest of the names by edits, case apart; none where more than a third would change. */
  static Optional<String> among(List<String> names, String given) {
    String wanted = given.toLowerCase(Locale.ROOT);
    if (wanted.length() > 64) {
      return Optional.empty();
    }
    return names.stream()
        .min(Comparator.comparingInt(n -> edits(n.toLowerCase(Locale.ROOT), wanted)))
        .filter(n -> edits(n.toLowerCase(Locale.ROOT), wanted) * 3 <= n.length());
  }

  /** Insertions, deletions and substitutions from one text to the other (Levenshtein 1966). */
  private static int edits(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
