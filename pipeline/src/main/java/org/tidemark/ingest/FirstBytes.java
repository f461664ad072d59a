package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Optional;
import org.tidemark.catalogue.SourceFormat;

/** Tells a file that is not what its source declares by the bytes it begins with. */
final class FirstBytes {
  private static final int LOOKED_AT = 512;

  private FirstBytes() {}

  /** Whether a stream, which must support mark, begins as gzip does (RFC 1952). */
  static boolean gzip(InputStream in) throws IOException {
    return peek(in).startsWith("\u001F\u008B");
  }

  /** Refuses a file that begins as another format does. */
  static void refuseForeign(InputStream in, SourceFormat declared) throws IOException {
    String begin = peek(in);
    boolean zip = begin.startsWith("PK\u0003\u0004");
    if (declared == SourceFormat.XLSX && zip
        || declared == SourceFormat.PARQUET && begin.startsWith("PAR1")) {
      return;
    }
    String text = begin.stripLeading().toLowerCase(Locale.ROOT);
    if (text.startsWith("<!doctype") || text.startsWith("<html") || text.startsWith("<head")) {
      throw Unreadable.of(IngestRule.HTML);
    }
    Optional<String> wide = wideText(begin);
    if (wide.isPresent() && (declared == SourceFormat.CSV || declared == SourceFormat.FIXED)) {
      throw Unreadable.of(
          IngestRule.CHARSET, "it begins with the mark of " + wide.get(), "save it as UTF-8");
    }
    String found = zip ? "a zip archive or a spreadsheet" : binary(begin, text);
    boolean strange = declared == SourceFormat.XLSX || declared == SourceFormat.PARQUET;
    if (found != null || strange) {
      throw Unreadable.of(
          IngestRule.FORMAT, found == null ? "it does not begin as one" : "it begins as " + found);
    }
  }

  private static String binary(String begin, String text) {
    if (begin.startsWith("\u00D0\u00CF\u0011\u00E0")) {
      return "an old Excel workbook (.xls)";
    }
    if (begin.startsWith("\u001F\u008B")) {
      return "gzip, which the file's name must end in .gz for";
    }
    if (begin.startsWith("PAR1")) {
      return "Parquet";
    }
    if (begin.startsWith("%PDF")) {
      return "PDF";
    }
    return text.startsWith("<?xml") ? "XML" : null;
  }

  private static Optional<String> wideText(String begin) {
    if (begin.startsWith("\u00FF\u00FE")) {
      return Optional.of("UTF-16LE");
    }
    return begin.startsWith("\u00FE\u00FF") ? Optional.of("UTF-16BE") : Optional.empty();
  }

  private static String peek(InputStream in) throws IOException {
    in.mark(LOOKED_AT);
    String begin = new String(in.readNBytes(LOOKED_AT), ISO_8859_1);
    in.reset();
    return begin.startsWith("\u00EF\u00BB\u00BF") ? begin.substring(3) : begin;
  }
}
