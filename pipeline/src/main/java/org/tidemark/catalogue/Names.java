package org.tidemark.catalogue;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** What somebody may have meant by a name that is not known. */
final class Names {
  private static final int LISTED = 24;

  private Names() {}

  /** How to mend a name that is not among the known: the nearest one, or the choice there is. */
  static String mend(String wrong, Collection<String> known) {
    return nearest(wrong, known)
        .map(name -> "did you mean '" + name + "'?")
        .orElseGet(() -> choice(known));
  }

  /** The known name at the smallest edit distance, where that is small for its length. */
  static Optional<String> nearest(String wrong, Collection<String> known) {
    String plain = plain(wrong);
    return new TreeSet<>(known)
        .stream()
            .filter(name -> distance(plain, plain(name)) <= tolerated(plain))
            .min(Comparator.comparingInt(name -> distance(plain, plain(name))));
  }

  /** The known names in a sentence. */
  static String choice(Collection<String> known) {
    if (known.isEmpty()) {
      return "there is none to choose from";
    }
    String list = String.join(", ", new TreeSet<>(known).stream().limit(LISTED).toList());
    return "use one of: " + list + (known.size() > LISTED ? ", …" : "");
  }

  private static int tolerated(String name) {
    return Math.min(name.length() - 1, Math.max(2, name.length() / 3));
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Levenshtein distance: insertions, deletions and exchanges of one character. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int corner = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = corner + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        corner = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
