package org.tidemark.account;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * A 128-bit hash of a sequence of values. Absent and empty differ, and neighbouring values cannot
 * run together. One hash is in the making at a time; it is not for several threads.
 */
public final class ValueHash {
  private static final byte ABSENT = 0;
  private static final byte PRESENT = 1;
  private static final byte END = 0x1F;
  private static final int GROWTH = 2;
  private static final int TEN = 10;

  private byte[] buffer = new byte[512];
  private int length;

  /** Begins a new hash. */
  public ValueHash begin() {
    length = 0;
    return this;
  }

  /** The next value: its text, or null where it is absent. */
  public ValueHash add(Object value) {
    if (value instanceof Integer number && number >= 0) {
      return whole(number);
    }
    byte[] text =
        value == null
            ? null
            : value instanceof UTF8String stored
                ? stored.getBytes()
                : value.toString().getBytes(StandardCharsets.UTF_8);
    reserve(2 + (text == null ? 0 : text.length));
    if (text == null) {
      buffer[length++] = ABSENT;
    } else {
      buffer[length++] = PRESENT;
      System.arraycopy(text, 0, buffer, length, text.length);
      length += text.length;
    }
    buffer[length++] = END;
    return this;
  }

  /** A whole number's text, digit by digit into its place: most numbers are days, and differ. */
  private ValueHash whole(int number) {
    int digits = 1;
    for (int rest = number; rest >= TEN; rest /= TEN) {
      digits++;
    }
    reserve(2 + digits);
    buffer[length] = PRESENT;
    int rest = number;
    for (int at = length + digits; at > length; at--) {
      buffer[at] = (byte) ('0' + rest % TEN);
      rest /= TEN;
    }
    length += 1 + digits;
    buffer[length++] = END;
    return this;
  }

  /** The two halves of the hash of what was added. */
  public long[] end() {
    return MurmurHash3.hash128x64(buffer, 0, length, 0);
  }

  private void reserve(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * GROWTH, length + more));
    }
  }
}
