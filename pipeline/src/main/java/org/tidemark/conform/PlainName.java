package org.tidemark.conform;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The spelling of a name that several spellings have in common: capitals without accents, words in
 * the order of the alphabet, since surnames and first names change places. Hyphens part words,
 * apostrophes do not; what is no letter is left out.
 */
final class PlainName {
  /** Accents that stand by themselves, and the vowel signs that Arabic writes or does not. */
  private static final Pattern ACCENTS = Pattern.compile("[\\u0300-\\u036f\\u064b-\\u065f\\u0670]");

  private static final Pattern WITHIN = Pattern.compile("['\u2018\u2019\u02bc`\u00b4\u0640]");
  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{M}]+");

  private PlainName() {}

  /**
   * The spelling.
   *
   * @param parts the cells that make up the name
   * @return null where a part has no letter: half a name is shared by too many
   */
  static String of(List<String> parts) {
    List<String> words = new ArrayList<>();
    for (String part : parts) {
      int before = words.size();
      for (String word : BETWEEN.split(bare(part))) {
        if (!word.isEmpty()) {
          words.add(word);
        }
      }
      if (words.size() == before) {
        return null;
      }
    }
    Collections.sort(words);
    return words.isEmpty() ? null : String.join(" ", words);
  }

  private static String bare(String part) {
    String text = part == null ? "" : part;
    String apart = Normalizer.normalize(text, Normalizer.Form.NFKD);
    String capitals = ACCENTS.matcher(apart).replaceAll("").toUpperCase(Locale.ROOT);
    return WITHIN.matcher(capitals).replaceAll("");
  }
}
