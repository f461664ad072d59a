package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.TextFormat;

/** However a file is cut, the same records come out of it under the same numbers. */
class CsvSliceTest {
  private static final String SENT =
      "id,text\r\n1,one\n\n2,\"two, or \"\"three\"\"\"\r3,\"a\nb\r\nc\"\n\r\n4,caf\u00C3\u00A9\n"
          + "5,\"open\n6,six\r\n7,\u00E9\n8,nul\0\n9,x\"y\n10,\""
          + "m\n".repeat(9)
          + "\"\n11"
          + "\n12,quite a long line that is longer than the limit of this test, by some\r\n\r\r\n"
          + "13,\"\" \t\r\n\"13\"  x,\"\n\"\n14,\"long\nand "
          + "broken ".repeat(12)
          + "\n15,end\r\n\"\",\"\"";

  @TempDir Path dir;

  @ParameterizedTest
  @CsvSource({"true,50,1000000", "true,8,60", "false,50,1000000", "false,50,60", "true,3,20"})
  void theCutChangesNothing(boolean multiline, int lines, int longest) {
    Folder folder =
        Folder.of(dir, "f.csv", "id", "text")
            .with(new TextFormat(',', '"', "UTF-8", multiline))
            .put("f.csv", SENT.getBytes(ISO_8859_1));
    List<String> whole = null;
    int cuts = 0;
    for (int block = SENT.length() + 1; block > 0; block -= block > 40 ? 17 : 1) {
      for (long slice : new long[] {1, 7, 64, 1000}) {
        Folder cut = folder.with(limits(lines, longest, block, slice));
        SurveyedFile file = cut.accepted();
        List<String> records = Shown.whole(cut.read(file));
        whole = whole == null ? records : whole;
        assertThat(records).as("blocks of %d, slices of %d", block, slice).isEqualTo(whole);
        assertThat(file.records()).isEqualTo(whole.size());
        cuts = Math.max(cuts, file.slices().size());
      }
    }
    assertThat(whole).hasSizeGreaterThan(14);
    assertThat(cuts).isGreaterThan(5);
  }

  private static IngestLimits limits(int lines, int longest, int block, long slice) {
    IngestLimits limits = IngestLimits.STANDARD;
    return new IngestLimits(
        longest,
        lines,
        limits.columns(),
        limits.inflationRatio(),
        limits.inflationFloor(),
        limits.inflatedBytes(),
        limits.sheetBytes(),
        block,
        slice,
        limits.taskBytes());
  }
}
