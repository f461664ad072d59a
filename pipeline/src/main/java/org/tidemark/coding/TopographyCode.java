package org.tidemark.coding;

import java.util.Locale;

/**
 * Spellings of an ICD-O topography code. Registries write C50.9, C509, 509 (CanReg5 stores three
 * digits), 50.9 and C50 for the same place; the canonical form is {@code C509}.
 */
public final class TopographyCode {
  /** Categories of ICD-O-3 that have no fourth character 9: nothing can be put in its place. */
  private static final String WITHOUT_UNSPECIFIED = "C14 C21 C22 C30 C38 C42 C48 C76";

  private static final int CATEGORY_LENGTH = 3;
  private static final int LENGTH = 4;

  private TopographyCode() {}

  /**
   * The canonical spelling. A category without its fourth character becomes the unspecified place
   * in it, where ICD-O has one: {@code C50} is C509, {@code C22} stays and no code list holds it. A
   * text that is no known spelling comes back in capitals, unchanged.
   */
  public static String canonical(String text) {
    String bare = text.indexOf('.') < 0 ? text : text.replace(".", "");
    if (bare.length() == CATEGORY_LENGTH && digits(bare, 0)) {
      return "C" + bare;
    }
    String capital = bare.toUpperCase(Locale.ROOT);
    boolean category = capital.length() == CATEGORY_LENGTH && capital.charAt(0) == 'C';
    return category && digits(capital, 1) ? unspecified(capital) : capital;
  }

  /** The unspecified place of a category, C509 of C50, or the category where there is none. */
  static String unspecified(String category) {
    return WITHOUT_UNSPECIFIED.contains(category) ? category : category + "9";
  }

  /** The three digits of a canonical code, 509 of C509; -1 where the text is none, or null. */
  static int number(String canonical) {
    boolean code =
        canonical != null
            && canonical.length() == LENGTH
            && canonical.charAt(0) == 'C'
            && digits(canonical, 1);
    return code ? Integer.parseInt(canonical, 1, LENGTH, 10) : -1;
  }

  private static boolean digits(String text, int from) {
    for (int i = from; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
