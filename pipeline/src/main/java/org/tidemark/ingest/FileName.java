package org.tidemark.ingest;

import java.util.Locale;

/**
 * The names of files come from senders, and stand in messages and in {@code accounting}: one that
 * could end a line, colour a terminal or turn the direction of text may not.
 */
final class FileName {
  /** Persian and Indian scripts need them inside words. */
  private static final String JOINERS = "\u200C\u200D";

  private FileName() {}

  static boolean isShowable(String name) {
    return name.codePoints().allMatch(FileName::isShowable);
  }

  /** The name with each character that cannot be shown as its code point. */
  static String shown(String name) {
    StringBuilder text = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              if (isShowable(c)) {
                text.appendCodePoint(c);
              } else {
                text.append(String.format(Locale.ROOT, "<U+%04X>", c));
              }
            });
    return text.toString();
  }

  private static boolean isShowable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          false;
      case Character.FORMAT -> JOINERS.indexOf(character) >= 0;
      default -> true;
    };
  }
}
