package org.tidemark.ingest;

import java.nio.charset.Charset;

/** Tells a file in another encoding by its first block, and guesses which. */
final class CharsetGuess {
  private CharsetGuess() {}

  /**
   * Refuses a file whose header, or most of whose first records, do not decode.
   *
   * @param header whether the first line is one
   */
  static void refuseForeign(CsvBlock block, Charset charset, boolean header) throws Unreadable {
    CsvText text = CsvText.in(charset);
    int foreign = 0;
    for (int i = 0; i < block.count(); i++) {
      text.clear();
      boolean bad = block.fault(i) == IngestRule.NUL || !text.append(block, i);
      if (header && bad && i == 0) {
        throw refusal(block, charset, "the header line");
      }
      foreign += bad ? 1 : 0;
    }
    if (foreign * 2 > block.count()) {
      throw refusal(block, charset, foreign + " of the first " + block.count() + " lines");
    }
  }

  private static Unreadable refusal(CsvBlock block, Charset charset, String where) {
    String guess = guess(block.bytes(), block.end(block.count() - 1));
    String mend =
        guess.startsWith("UTF-16")
            ? "it looks like " + guess + ": save the file as UTF-8"
            : "it may be "
                + guess
                + ": set the mapping's `encoding` to it if names then read right";
    return Unreadable.of(IngestRule.CHARSET, where + " cannot be read as " + charset.name(), mend);
  }

  /** Windows fills 0x80 to 0x9F with letters and dashes, where ISO 8859 has controls only. */
  private static String guess(byte[] bytes, int to) {
    int[] zeros = new int[2];
    int windows = 0;
    for (int i = 0; i < to; i++) {
      zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
      windows += (bytes[i] & 0xE0) == 0x80 ? 1 : 0;
    }
    if (zeros[0] + zeros[1] > to / 4) {
      return zeros[1] > zeros[0] ? "UTF-16LE" : "UTF-16BE";
    }
    return windows > 0 ? "windows-1252" : "ISO-8859-1";
  }
}
