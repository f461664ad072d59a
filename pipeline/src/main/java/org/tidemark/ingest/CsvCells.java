package org.tidemark.ingest;

import java.io.CharArrayReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Iterator;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.tidemark.catalogue.TextFormat;

/**
 * Parses the records of a block into cells. A record in plain ASCII without a quote is split at its
 * delimiters, which is all that RFC 4180 says of it. Over the text of the others that decode runs
 * one parser; each record must begin where cutting says and end where the next one begins. Where
 * that does not hold the record is parsed alone, and a new parser begins after it.
 */
final class CsvCells {
  private final CSVFormat format;
  private final CsvText text;
  private final AsciiTexts texts = new AsciiTexts();
  private final byte delimiter;
  private final byte quote;
  private boolean[] plain = new boolean[0];
  private int[] ends = new int[32];
  private CsvBlock block;
  private int[] at = new int[1];
  private IngestRule[] faults = new IngestRule[0];
  private int count;
  private Iterator<CSVRecord> run;
  private CSVRecord ahead;

  private CsvCells(CSVFormat format, CsvText text, byte delimiter, byte quote) {
    this.format = format;
    this.text = text;
    this.delimiter = delimiter;
    this.quote = quote;
  }

  static CsvCells of(TextFormat text, Charset charset) {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(text.delimiter())
            .setQuote(text.quote())
            .setIgnoreEmptyLines(false)
            .get();
    return new CsvCells(format, CsvText.in(charset), (byte) text.delimiter(), (byte) text.quote());
  }

  /** Decodes the records of a block that are neither plain nor refused already. */
  void load(CsvBlock loaded) {
    block = loaded;
    count = block.count();
    if (faults.length < count) {
      faults = new IngestRule[count * 2];
      plain = new boolean[count * 2];
      at = new int[count * 2 + 1];
    }
    text.clear();
    for (int i = 0; i < count; i++) {
      at[i] = text.length();
      faults[i] = block.fault(i);
      plain[i] =
          text.keepsAscii() && Encoding.isPlain(block.bytes(), block.start(i), block.end(i), quote);
      if (plain[i]) {
        continue;
      }
      if (faults[i] != IngestRule.LENGTH && !text.append(block, i)) {
        faults[i] = IngestRule.ENCODING;
      }
      if (faults[i] != null) {
        text.back(at[i]);
      }
    }
    at[count] = text.length();
    run = null;
  }

  /** What is wrong with a record before it is parsed, or null. */
  IngestRule fault(int record) {
    return faults[record];
  }

  /** Whether a record is ASCII without a quote. */
  boolean plain(int record) {
    return plain[record];
  }

  /** The cells of a record without fault; null where its quotes cannot be understood. */
  String[] cells(int record) throws IOException {
    if (plain[record]) {
      return split(block.bytes(), block.start(record), block.end(record));
    }
    if (run == null) {
      run = parser(at[record], text.length()).iterator();
      advance();
    }
    CSVRecord now = ahead;
    if (now == null || now.getCharacterPosition() != at[record] || !advance() || !endsAt(record)) {
      run = null;
      return alone(record);
    }
    return now.values();
  }

  private String[] split(byte[] bytes, int from, int to) {
    int cells = 0;
    for (int p = from; p < to; p++) {
      if (bytes[p] == delimiter) {
        if (cells + 1 == ends.length) {
          ends = Arrays.copyOf(ends, ends.length * 2);
        }
        ends[cells++] = p;
      }
    }
    ends[cells++] = to;
    String[] found = new String[cells];
    int start = from;
    for (int i = 0; i < cells; i++) {
      found[i] = texts.text(bytes, start, ends[i]);
      start = ends[i] + 1;
    }
    return found;
  }

  /** The cells of a record, parsed without its neighbours; null where it is not one record. */
  String[] alone(int record) throws IOException {
    if (plain[record]) {
      return split(block.bytes(), block.start(record), block.end(record));
    }
    try (CSVParser parser = parser(at[record], at[record + 1] - 1)) {
      Iterator<CSVRecord> records = parser.iterator();
      CSVRecord first = records.hasNext() ? records.next() : null;
      return first == null || records.hasNext() ? null : first.values();
    } catch (UncheckedIOException e) {
      return null;
    }
  }

  private boolean advance() {
    try {
      ahead = run.hasNext() ? run.next() : null;
      return true;
    } catch (UncheckedIOException e) {
      ahead = null;
      return false;
    }
  }

  private boolean endsAt(int record) {
    long next = ahead == null ? text.length() : ahead.getCharacterPosition();
    return next == at[record + 1];
  }

  private CSVParser parser(int from, int to) throws IOException {
    return CSVParser.builder()
        .setReader(new CharArrayReader(text.chars(), from, to - from))
        .setFormat(format)
        .setCharacterOffset(from)
        .get();
  }
}
