package org.tidemark.coding;

import java.util.Locale;

/**
 * Spellings of an ICD-O topography code. Registries write C50.9, C509, 509 (CanReg5 stores three
 * digits) and 50.9 for the same place; the canonical form is {@code C509}.
 */
public final class TopographyCode {
  private TopographyCode() {}

  /** The canonical spelling; a text that is no known spelling comes back in capitals, unchanged. */
  public static String canonical(String text) {
    String bare = text.indexOf('.') < 0 ? text : text.replace(".", "");
    if (bare.length() == 3 && bare.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return "C" + bare;
    }
    return bare.toUpperCase(Locale.ROOT);
  }
}
