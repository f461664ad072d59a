package org.tidemark.ingest;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/**
 * Decodes records strictly, one after the other, into one text with a line feed after each. A
 * record that does not decode is left out and says so.
 */
final class CsvText {
  private final CharsetDecoder decoder;
  private final boolean ascii;
  private char[] chars = new char[1 << 12];
  private int length;

  private CsvText(CharsetDecoder decoder, boolean ascii) {
    this.decoder = decoder;
    this.ascii = ascii;
  }

  static CsvText in(Charset charset) {
    CharsetDecoder strict =
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    return new CsvText(strict, Encoding.keepsAscii(charset));
  }

  /** Whether bytes of plain ASCII are the text themselves. */
  boolean keepsAscii() {
    return ascii;
  }

  void clear() {
    length = 0;
  }

  char[] chars() {
    return chars;
  }

  int length() {
    return length;
  }

  /** Takes back all that was appended after {@code position}. */
  void back(int position) {
    length = position;
  }

  /** Appends a record as text; where it does not decode nothing is appended and it is false. */
  boolean append(CsvBlock block, int record) {
    return append(block.bytes(), block.start(record), block.end(record));
  }

  private boolean append(byte[] bytes, int from, int to) {
    int room = length + 1 + (int) Math.ceil((to - from) * (double) decoder.maxCharsPerByte());
    if (room > chars.length) {
      chars = Arrays.copyOf(chars, Math.max(room, chars.length * 2));
    }
    if (ascii && Encoding.isAscii(bytes, from, to)) {
      new String(bytes, from, to - from, ISO_8859_1).getChars(0, to - from, chars, length);
      length += to - from;
    } else {
      CharBuffer out = CharBuffer.wrap(chars, length, chars.length - length);
      decoder.reset();
      if (decoder.decode(ByteBuffer.wrap(bytes, from, to - from), out, true).isError()
          || decoder.flush(out).isError()) {
        return false;
      }
      length = out.position();
    }
    chars[length++] = '\n';
    return true;
  }
}
