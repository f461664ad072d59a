package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import org.tidemark.catalogue.TextFormat;
import org.tidemark.model.Refusal;

/** What ingest needs of a character set: that line ends, quotes and delimiters are single bytes. */
final class Encoding {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;
  private static final byte[] STRUCTURE =
      "\t\n\r !\"#$&'()*+,-./0123456789:;<=>?@_|~".getBytes(US_ASCII);

  private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private Encoding() {}

  /** Goes past the mark that a file in UTF-8 may begin with: how many bytes it has. */
  static int skipMark(InputStream in, Charset charset) throws IOException {
    in.mark(UTF_8_MARK.length);
    if (Arrays.equals(in.readNBytes(UTF_8_MARK.length), UTF_8_MARK)) {
      if (!charset.name().equals("UTF-8")) {
        throw Unreadable.of(
            IngestRule.CHARSET, "it begins with the mark of UTF-8", "set `encoding: UTF-8`");
      }
      return UTF_8_MARK.length;
    }
    in.reset();
    return 0;
  }

  /** The character set of a text format, which must be one that can be cut into lines as bytes. */
  static Charset of(TextFormat text, String where) {
    Charset charset = charset(text.encoding(), where);
    String name = charset.name().toUpperCase(Locale.ROOT);
    boolean stateful = name.contains("2022") || name.startsWith("UTF-7") || name.startsWith("HZ");
    if (stateful || !new String(STRUCTURE, charset).equals(new String(STRUCTURE, US_ASCII))) {
      throw Refusal.operator(
          where,
          "encoding " + charset.name() + " does not write line ends as single bytes",
          "save the files as UTF-8 and set `encoding: UTF-8`");
    }
    if (text.delimiter() >= 0x7F || text.quote() >= 0x7F || text.delimiter() == text.quote()) {
      throw Refusal.operator(
          where,
          "delimiter and quote must be two different ASCII characters",
          "set `delimiter` and `quote` in the mapping");
    }
    return charset;
  }

  private static Charset charset(String encoding, String where) {
    try {
      return Charset.forName(encoding);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw Refusal.operator(
          where, "encoding is not a character set that this Java knows", "set `encoding` to UTF-8");
    }
  }

  /** Whether all of ASCII stands for itself, so that ASCII bytes need no decoder. */
  static boolean keepsAscii(Charset charset) {
    byte[] all = new byte[128];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    return new String(all, charset).equals(new String(all, ISO_8859_1));
  }

  /** Whether all bytes are ASCII and none is the quote. */
  static boolean isPlain(byte[] b, int from, int to, byte quote) {
    long quotes = quote * ONES;
    int p = from;
    for (; p + Long.BYTES <= to; p += Long.BYTES) {
      long w = (long) LONG.get(b, p);
      long x = w ^ quotes;
      if (((w | (x - ONES) & ~x) & HIGHS) != 0) {
        return false;
      }
    }
    for (; p < to; p++) {
      if (b[p] < 0 || b[p] == quote) {
        return false;
      }
    }
    return true;
  }

  /** Whether no byte has its high bit set. */
  static boolean isAscii(byte[] b, int from, int to) {
    long any = 0;
    int p = from;
    for (; p + Long.BYTES <= to; p += Long.BYTES) {
      any |= (long) LONG.get(b, p);
    }
    for (; p < to; p++) {
      any |= b[p];
    }
    return (any & HIGHS) == 0;
  }
}
