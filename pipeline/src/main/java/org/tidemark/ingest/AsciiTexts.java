package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Makes texts of ASCII bytes. Texts of up to eight bytes, as codes are, it remembers by these bytes
 * as one number: one that is met again is the same object, which costs no copy, knows its hash and
 * is equal at a glance.
 */
final class AsciiTexts {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  /** It remembers as many texts as so many bits can count. */
  private static final int SLOT_BITS = 12;

  /** Odd, and its bits look like chance: its product with a number spreads over the upper bits. */
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final long[] words = new long[1 << SLOT_BITS];
  private final String[] texts = new String[1 << SLOT_BITS];

  /** The text of some bytes, all of them ASCII. */
  String text(byte[] bytes, int from, int to) {
    int length = to - from;
    if (length == 0) {
      return "";
    }
    if (length > Long.BYTES || from + Long.BYTES > bytes.length) {
      return new String(bytes, from, length, ISO_8859_1);
    }
    long word = (long) LONG.get(bytes, from) & -1L >>> Long.SIZE - Byte.SIZE * length;
    int slot = (int) (word * SPREAD >>> Long.SIZE - SLOT_BITS);
    String text = texts[slot];
    // The length tells a text that ends in NUL from one without it.
    if (text == null || words[slot] != word || text.length() != length) {
      text = new String(bytes, from, length, ISO_8859_1);
      words[slot] = word;
      texts[slot] = text;
    }
    return text;
  }
}
