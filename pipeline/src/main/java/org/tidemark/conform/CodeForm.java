package org.tidemark.conform;

import org.tidemark.catalogue.Field;
import org.tidemark.coding.MorphologyCode;
import org.tidemark.coding.TopographyCode;

/** How spellings of one code are brought to the form that its code list has. */
enum CodeForm {
  /** As it was sent. */
  PLAIN,
  /** Four characters without a dot: {@code C509} of {@code C50.9}, {@code 509}, {@code C50}. */
  TOPOGRAPHY,
  /** Four digits: {@code 8500} of {@code 8500/3}, {@code M85003}, {@code M-8500/33}. */
  MORPHOLOGY;

  /** The form of a field's codes. */
  static CodeForm of(Field field) {
    return switch (field.codeList()) {
      case "topography" -> TOPOGRAPHY;
      case "morphology" -> MORPHOLOGY;
      default -> PLAIN;
    };
  }

  /**
   * The code in its one form; a text that is no known spelling comes back, for a check to name, and
   * null too.
   */
  String apply(String code) {
    if (code == null) {
      return null;
    }
    return switch (this) {
      case PLAIN -> code;
      case TOPOGRAPHY -> TopographyCode.canonical(code);
      case MORPHOLOGY -> MorphologyCode.read(code).map(MorphologyCode::morphology).orElse(code);
    };
  }
}
