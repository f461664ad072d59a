package org.tidemark.tally;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Numbers the texts of a column in the order in which they come; 0 is the absent text. Codes of up
 * to eight bytes are looked up as one word.
 */
final class Codes {
  private static final int WORD = 8;

  private final Pairs words = Pairs.none();
  private final List<Integer> ofWord = new ArrayList<>();
  private final Map<UTF8String, Integer> longer = new HashMap<>();
  private final List<UTF8String> texts = new ArrayList<>();
  private final List<String> strings = new ArrayList<>();

  private Codes() {
    texts.add(null);
    strings.add(null);
  }

  /** No texts yet. */
  static Codes none() {
    return new Codes();
  }

  /**
   * The number of a text.
   *
   * @param text null where absent; its bytes may change afterwards
   */
  int of(UTF8String text) {
    if (text == null) {
      return 0;
    }
    int bytes = text.numBytes();
    // A text that ends with a zero byte would have the word of a shorter one.
    if (bytes > WORD || (bytes > 0 && text.getByte(bytes - 1) == 0)) {
      Integer known = longer.get(text);
      return known != null ? known : longer(text.copy());
    }
    int word = words.of(text.getPrefix());
    if (word == ofWord.size()) {
      ofWord.add(added(text.copy()));
    }
    return ofWord.get(word);
  }

  /** The text of a number; null of 0. */
  UTF8String text(int number) {
    return texts.get(number);
  }

  /** The same as Java's text. */
  String string(int number) {
    return strings.get(number);
  }

  private int longer(UTF8String text) {
    longer.put(text, texts.size());
    return added(text);
  }

  private int added(UTF8String text) {
    texts.add(text);
    strings.add(text.toString());
    return texts.size() - 1;
  }
}
