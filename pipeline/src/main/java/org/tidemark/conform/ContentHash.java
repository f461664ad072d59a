package org.tidemark.conform;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * A 128-bit hash of what a record says, whatever file it came from. Two records with the same
 * content have the same hash; absent and empty differ, and neighbouring values cannot run together.
 */
final class ContentHash implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final byte ABSENT = 0;
  private static final byte PRESENT = 1;
  private static final byte END = 0x1F;

  private byte[] buffer = new byte[512];
  private int length;

  /** The two halves of the hash of the first {@code count} values. */
  long[] of(Object[] values, int count) {
    length = 0;
    for (int i = 0; i < count; i++) {
      if (values[i] == null) {
        append(ABSENT);
      } else {
        append(PRESENT);
        append(values[i].toString().getBytes(StandardCharsets.UTF_8));
      }
      append(END);
    }
    return MurmurHash3.hash128x64(buffer, 0, length, 0);
  }

  private void append(byte single) {
    reserve(1);
    buffer[length++] = single;
  }

  private void append(byte[] bytes) {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
  }

  private void reserve(int more) {
    if (length + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, length + more));
    }
  }
}
