package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A compressed file is read whole or refused by name. */
class GzipTest {
  private static final String SENT = "id,sex\n1,M\n2,F\n3,\"M\"\n";
  private static final List<String> RECORDS = List.of("1 1|M", "2 2|F", "3 3|M");

  @TempDir Path dir;

  @Test
  void isReadAsThePlainFile() throws IOException {
    Folder folder = Folder.of(dir, "*.csv.gz", "id", "sex").put("f.csv.gz", gzip(SENT));
    assertThat(Shown.of(folder.read())).isEqualTo(RECORDS);
    assertThat(folder.accepted().bytes()).isEqualTo(gzip(SENT).length);
  }

  @Test
  void allMembersAreRead() throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    sent.write(gzip(SENT.substring(0, 9)));
    sent.write(gzip(""));
    sent.write(gzip(SENT.substring(9)));
    Folder folder = Folder.of(dir, "*.gz", "id", "sex").put("f.gz", sent.toByteArray());
    assertThat(Shown.of(folder.read())).isEqualTo(RECORDS);
  }

  @Test
  void aFileCutAnywhereIsRefused() throws IOException {
    byte[] whole = gzip(SENT);
    Folder folder = Folder.of(dir, "*.gz", "id", "sex");
    for (int length = 1; length < whole.length; length++) {
      folder.put("f.gz", Arrays.copyOf(whole, length));
      assertThat(folder.refused().rule()).as("%d bytes", length).isEqualTo("INGEST-GZIP");
    }
  }

  @Test
  void aFlippedBitChangesNothingOrRefusesTheFile() throws IOException {
    byte[] whole = gzip(SENT);
    Folder folder = Folder.of(dir, "*.gz", "id", "sex");
    int refused = 0;
    for (int bit = 0; bit < whole.length * 8; bit++) {
      byte[] flipped = whole.clone();
      flipped[bit / 8] ^= (byte) (1 << bit % 8);
      Verdict verdict = folder.put("f.gz", flipped).survey();
      refused += verdict.refused().size();
      if (verdict.refused().isEmpty()) {
        assertThat(Shown.of(folder.read(verdict.accepted().get(0)))).isEqualTo(RECORDS);
      }
    }
    assertThat(refused).isGreaterThan(whole.length * 8 * 3 / 4);
  }

  @Test
  void whatFollowsTheEndRefusesTheFile() throws IOException {
    ByteArrayOutputStream sent = new ByteArrayOutputStream();
    sent.write(gzip(SENT));
    sent.write("4,F\n".getBytes(UTF_8));
    Folder folder = Folder.of(dir, "*.gz", "id", "sex").put("f.gz", sent.toByteArray());
    assertThat(folder.refused().rule()).isEqualTo("INGEST-GZIP");
  }

  @Test
  void plainTextNamedSoIsRefused() {
    Folder folder = Folder.of(dir, "*.gz", "id", "sex").put("f.gz", SENT);
    assertThat(folder.refused().rule()).isEqualTo("INGEST-GZIP");
  }

  @Test
  void aWebPageInsideIsRefused() throws IOException {
    Folder folder = Folder.of(dir, "*.gz", "id", "sex").put("f.gz", gzip("<html></html>"));
    assertThat(folder.refused().rule()).isEqualTo("INGEST-HTML");
  }

  @Test
  void aBombIsRefused() throws IOException {
    Folder folder = Folder.of(dir, "*.gz", "id", "sex");
    folder.put("f.gz", gzip("id,sex\n" + "1,M\n".repeat(8 << 20)));
    assertThat(folder.refused().rule()).isEqualTo("INGEST-INFLATION");
    folder.put("f.gz", gzip("id,sex\n1," + "M".repeat(32 << 20)));
    assertThat(folder.refused().rule()).isEqualTo("INGEST-INFLATION");
  }

  @Test
  void aLargeFileOfOrdinaryTextIsNoBomb() throws IOException {
    Random random = new Random(1);
    StringBuilder text = new StringBuilder("id,sex\n");
    for (int i = 0; i < 2_000_000; i++) {
      text.append(random.nextInt(100_000)).append(",M\n");
    }
    Folder folder = Folder.of(dir, "*.gz", "id", "sex").put("f.gz", gzip(text.toString()));
    assertThat(folder.accepted().records()).isEqualTo(2_000_000);
  }

  static byte[] gzip(String text) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(text.getBytes(UTF_8));
    }
    return bytes.toByteArray();
  }
}
