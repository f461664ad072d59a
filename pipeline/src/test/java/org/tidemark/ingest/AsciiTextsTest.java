package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Texts that are remembered are those that would have been made. */
class AsciiTextsTest {
  @Test
  void areTheBytesWhateverCameBefore() {
    Random random = new Random(7);
    AsciiTexts texts = new AsciiTexts();
    byte[] bytes = new byte[200_000];
    for (int i = 0; i < bytes.length; i++) {
      // Few letters, so that texts repeat; NUL and DEL among them.
      bytes[i] = (byte) "0123AZ\u0000\u007F".charAt(random.nextInt(8));
    }
    for (int from = 0; from < bytes.length; from++) {
      int to = Math.min(bytes.length, from + random.nextInt(12));
      assertThat(texts.text(bytes, from, to))
          .isEqualTo(new String(bytes, from, to - from, US_ASCII));
    }
  }

  @Test
  void metAgainAreTheSameObject() {
    AsciiTexts texts = new AsciiTexts();
    byte[] bytes = "C509,8500,C509,C50,12345678,12345678,C50".getBytes(US_ASCII);
    assertThat(texts.text(bytes, 0, 4)).isSameAs(texts.text(bytes, 10, 14)).isEqualTo("C509");
    assertThat(texts.text(bytes, 19, 27)).isSameAs(texts.text(bytes, 28, 36));
    assertThat(texts.text(bytes, 15, 18))
        .as("the last bytes of a block are read apart")
        .isEqualTo(texts.text(bytes, 37, 40));
  }
}
