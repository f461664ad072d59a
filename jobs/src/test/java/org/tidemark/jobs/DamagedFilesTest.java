package org.tidemark.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Files that were cut, damaged or made to harm on their way: refused by name, never half read. */
@DisplayName("Damaged files")
class DamagedFilesTest {
  private static final String CANARY = "Zq7Canary";
  private static final int BOMB_BYTES = 1 << 28;

  @TempDir private Path folder;

  /** A cut, a flipped, a fake and an endless file beside a good one, in a heap of 512 MB. */
  @Test
  @Timeout(value = 2, unit = TimeUnit.MINUTES)
  void ofCompressedFilesTheGoodOneIsPublishedAndTheOthersAreNamed() throws Exception {
    SmallProgramme programme = SmallProgramme.in(folder);
    byte[] sent = programme.text("cases.csv").replace("REGSTEA", CANARY).getBytes(UTF_8);
    byte[] whole = gzip(sent);
    byte[] flipped = whole.clone();
    flipped[whole.length / 2] ^= 4;
    Files.delete(programme.file("cases.csv"));
    programme.write("cases-good.csv.gz", whole);
    programme.write("cases-cut.csv.gz", Arrays.copyOf(whole, whole.length - 9));
    programme.write("cases-flipped.csv.gz", flipped);
    programme.write("cases-fake.csv.gz", sent);
    bomb(programme.file("cases-bomb.csv.gz"), sent);
    programme.replace("programme.yaml", "path: cases.csv", "path: \"cases-*.gz\"");
    ChildJvm child =
        ChildJvm.start(
            Map.of(),
            List.of("-Xmx512m"),
            List.of(
                "run",
                programme.programme().toString(),
                "--out",
                programme.out().toString(),
                "--set",
                "acceptance.on_refused_file=continue"));
    assertThat(child.waitFor()).as(child.told()).isZero();
    List<Map<String, String>> files =
        Published.in(programme.out()).rows("accounting", "source", "north", "stage", "ingest");
    assertThat(files)
        .extracting(row -> row.get("file") + " " + row.get("accepted") + " " + row.get("reason"))
        .containsExactly(
            "cases-bomb.csv.gz 0 INGEST-INFLATION",
            "cases-cut.csv.gz 0 INGEST-GZIP",
            "cases-fake.csv.gz 0 INGEST-GZIP",
            "cases-flipped.csv.gz 0 INGEST-GZIP",
            "cases-good.csv.gz 300 ");
    Canary.of(CANARY).assertUnseen(child.told(), programme.out());
  }

  @Test
  void aRowThatWasCutInItsMiddleIsRefusedAlone() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    String sent = programme.text("cases.csv");
    programme.write("cases.csv", sent.substring(0, sent.length() - 12));
    Told told = Told.command("check", programme.programme().toString(), "--master", "local[2]");
    assertThat(told.exitCode()).as(told.err()).isZero();
    assertThat(told.out())
        .contains("north (tumour): 300 received, 299 accepted, 1 refused")
        .contains("1  INGEST-FIELDS, as in cases.csv, record 300")
        .contains("the record has another number of cells than the header");
  }

  @Test
  void aFileCutAtALineEndIsToldByItsControlTotal() throws Exception {
    SmallProgramme programme = SmallProgramme.in(folder);
    String whole = programme.text("cases.csv");
    programme.write("cases.csv.sha256", sha256(whole) + "  cases.csv\n");
    programme.write(
        "cases.csv.total.json",
        "{\"records\": 300, \"bytes\": %d}".formatted(whole.getBytes(UTF_8).length));
    assertThat(only(programme).exitCode()).isZero();
    String cut = whole.substring(0, whole.lastIndexOf('\n', whole.length() - 2) + 1);
    programme.write("cases.csv", cut);
    assertRefused(only(programme), "cases.csv", "INGEST-CONTROL-TOTAL", "its SHA-256 is another");
    programme.write("cases.csv.sha256", sha256(cut));
    assertRefused(
        only(programme), "cases.csv", "INGEST-CONTROL-TOTAL", "records stated 300, found 299");
  }

  private static Told only(SmallProgramme programme) {
    return Told.run(programme.programme(), programme.out(), "--only", "ingest");
  }

  private static void assertRefused(Told told, String... words) {
    assertThat(told.exitCode()).as(told.err()).isEqualTo(3);
    assertThat(told.err()).contains(words).contains("mend: send the file again, whole");
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(plain);
    }
    return bytes.toByteArray();
  }

  /** A quarter of a gigabyte of good records in a megabyte. */
  private static void bomb(Path file, byte[] sent) throws IOException {
    byte[] line = new String(sent, UTF_8).lines().skip(1).findFirst().orElseThrow().getBytes(UTF_8);
    byte[] lines = (new String(line, UTF_8) + "\n").repeat(20_000).getBytes(UTF_8);
    try (OutputStream bytes = Files.newOutputStream(file);
        GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
      gzip.write(sent);
      for (int written = 0; written < BOMB_BYTES; written += lines.length) {
        gzip.write(lines);
      }
    }
  }

  private static String sha256(String text) throws Exception {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
    return HexFormat.of().formatHex(hash);
  }
}
