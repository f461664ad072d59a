package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawTextTest {
  @Test
  void anyBytesCanBeToldFromTheText() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      byte[] bytes = new byte[1 + random.nextInt(12)];
      random.nextBytes(bytes);
      bytes[random.nextInt(bytes.length)] = '\\';
      String text = RawText.ofBytes(bytes, 0, bytes.length, UTF_8, false).toString();
      boolean whole = new String(bytes, UTF_8).indexOf('\uFFFD') < 0;
      assertThat(whole ? text.getBytes(UTF_8) : unescaped(text)).isEqualTo(bytes);
    }
  }

  @Test
  void aReplacementCharacterThatWasSentIsNotEscaped() {
    byte[] bytes = "a\uFFFD\\".getBytes(UTF_8);
    assertThat(RawText.ofBytes(bytes, 0, bytes.length, UTF_8, false)).hasToString("a\uFFFD\\");
  }

  @Test
  void carriesItsTextAndNotItsBlockWhenSerialised() throws Exception {
    byte[] block = new byte[1 << 16];
    System.arraycopy("x,y".getBytes(UTF_8), 0, block, 100, 3);
    byte[] stored = stored(RawText.ofBytes(block, 100, 103, UTF_8, false));
    assertThat(stored).hasSizeLessThan(400);
    try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(stored))) {
      assertThat(in.readObject()).hasToString("x,y");
    }
  }

  private static byte[] stored(RawText text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(text);
    }
    return bytes.toByteArray();
  }

  private static byte[] unescaped(String text) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        int end = text.offsetByCodePoints(i, 1);
        bytes.writeBytes(text.substring(i, end).getBytes(UTF_8));
        i = end - 1;
      } else if (text.charAt(i + 1) == '\\') {
        bytes.write('\\');
        i++;
      } else {
        bytes.write(Integer.parseInt(text.substring(i + 2, i + 4), 16));
        i += 3;
      }
    }
    return bytes.toByteArray();
  }
}
