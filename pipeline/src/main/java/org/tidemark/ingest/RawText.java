package org.tidemark.ingest;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * The text of a record as it was sent. It refers to the bytes of the block that was read, which are
 * never written again, so that keeping it costs nothing until it is asked for; to keep it beyond
 * its block keep {@link #toString}. When serialised it holds the text alone.
 *
 * <p>Bytes that are not text in the file's encoding are shown as {@code \xE9}, and then a backslash
 * as {@code \\}: nothing is lost. This is so in every record refused under {@link
 * IngestRule#ENCODING}, and in no other but those over the length limit.
 */
public final class RawText implements Serializable {
  private static final long serialVersionUID = 1L;

  private final transient byte[] bytes;
  private final transient int from;
  private final transient int to;
  private final transient Charset charset;
  private final transient boolean ascii;
  private final String text;

  private RawText(byte[] bytes, int from, int to, Charset charset, boolean ascii, String text) {
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.charset = charset;
    this.ascii = ascii;
    this.text = text;
  }

  /**
   * Text that is still bytes.
   *
   * @param ascii whether these bytes are plain ASCII
   */
  static RawText ofBytes(byte[] bytes, int from, int to, Charset charset, boolean ascii) {
    return new RawText(bytes, from, to, charset, ascii, null);
  }

  public static RawText ofText(String text) {
    return new RawText(null, 0, 0, null, false, text);
  }

  /** The text as Spark stores it; of plain bytes no copy is made. */
  public UTF8String utf8() {
    return ascii ? UTF8String.fromBytes(bytes, from, to - from) : UTF8String.fromString(toString());
  }

  @Override
  public String toString() {
    if (text != null) {
      return text;
    }
    String plain = new String(bytes, from, to - from, charset);
    return plain.indexOf('\uFFFD') < 0 ? plain : escaped();
  }

  /** A replacement character may also have been sent: only a malformed byte asks for escapes. */
  private String escaped() {
    CharsetDecoder decoder =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate((int) ((to - from) * (double) decoder.maxCharsPerByte()));
    StringBuilder all = new StringBuilder();
    boolean malformed = false;
    CoderResult result = decoder.decode(in, out, true);
    while (result.isError()) {
      malformed = true;
      drain(out, all);
      for (int i = 0; i < result.length(); i++) {
        all.append(String.format(Locale.ROOT, "\\x%02X", in.get() & 0xFF));
      }
      result = decoder.reset().decode(in, out, true);
    }
    drain(out, all);
    return malformed ? all.toString() : new String(bytes, from, to - from, charset);
  }

  private static void drain(CharBuffer out, StringBuilder all) {
    all.append(out.flip().toString().replace("\\", "\\\\"));
    out.clear();
  }

  private Object writeReplace() {
    return text == null ? ofText(toString()) : this;
  }
}
