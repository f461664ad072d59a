package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.regex.Pattern;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/**
 * Looks through the parts of a spreadsheet before it is opened: bounds on their number and size,
 * and none of the XML that is only sent to harm (document types, cells far outside any sheet).
 */
final class ZipGuard {
  private static final int PARTS = 10_000;
  private static final int CHUNK = 1 << 16;

  /** Longest text looked for, so that it is found across two chunks. */
  private static final int OVERLAP = 32;

  private static final Pattern HARMFUL =
      Pattern.compile("<!DOCTYPE|<!ENTITY|\\sr\\s?=\\s?[\"'][A-Za-z]{4,}[0-9]");

  private final IngestLimits limits;
  private long inflated;

  private ZipGuard(IngestLimits limits) {
    this.limits = limits;
  }

  /** Refuses a zip archive that asks for more than the limits, or holds harmful XML. */
  static void check(byte[] zip, IngestLimits limits) throws IOException {
    ZipGuard guard = new ZipGuard(limits);
    try (ZipFile parts =
        ZipFile.builder().setSeekableByteChannel(new SeekableInMemoryByteChannel(zip)).get()) {
      int count = 0;
      for (ZipArchiveEntry part : Collections.list(parts.getEntries())) {
        if (++count > PARTS) {
          throw Unreadable.of(IngestRule.INFLATION, "more than " + PARTS + " parts");
        }
        try (InputStream in = parts.getInputStream(part)) {
          guard.look(in, zip.length);
        }
      }
    } catch (Unreadable e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Unreadable.of(IngestRule.SHEET, "the archive is damaged");
    }
  }

  private void look(InputStream in, long stored) throws IOException {
    byte[] chunk = new byte[CHUNK + OVERLAP];
    int kept = 0;
    int read;
    while ((read = in.readNBytes(chunk, kept, CHUNK)) > 0) {
      inflated += read;
      boolean steep =
          inflated > limits.inflationFloor() && inflated / limits.inflationRatio() > stored;
      if (steep || inflated > limits.inflatedBytes()) {
        throw Unreadable.of(IngestRule.INFLATION, "more than " + inflated + " bytes");
      }
      int filled = kept + read;
      if (HARMFUL.matcher(new String(chunk, 0, filled, ISO_8859_1)).find()) {
        throw Unreadable.of(IngestRule.SHEET, "it holds a document type or impossible cells");
      }
      kept = Math.min(OVERLAP, filled);
      System.arraycopy(chunk, filled - kept, chunk, 0, kept);
    }
  }
}
