package org.tidemark.ingest;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.tidemark.catalogue.TextFormat;

/**
 * Cuts bytes into records. A record ends at LF, CRLF or CR outside quotes; a quote opens a cell
 * only where the cell begins, and closes it only where the cell ends (RFC 4180, 2.5 to 2.7). A
 * quote elsewhere, or one that stays open for more lines or bytes than allowed, refuses the line
 * that the record began with, and cutting goes on with the next line: a bad line costs itself only.
 *
 * <p>The survey and the reading cut by this one rule, so that both count the same records.
 */
final class CsvCutter {
  private static final VarHandle LONG =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101010101010101L;
  private static final long HIGHS = 0x8080808080808080L;

  /** NUL, TAB, LF, CR and a few that do not occur are below; nothing printable is. */
  private static final int PRINTABLE = 0x0E;

  /** A control character that files do not hold; it would do no harm if one did. */
  private static final byte UNUSED = 1;

  private final byte delimiter;
  private final byte quote;
  private final int lines;
  private final int longest;

  private CsvCutter(byte delimiter, byte quote, int lines, int longest) {
    this.delimiter = delimiter;
    this.quote = quote;
    this.lines = lines;
    this.longest = longest;
  }

  static CsvCutter of(TextFormat text, IngestLimits limits) {
    return new CsvCutter(
        (byte) text.delimiter(),
        (byte) text.quote(),
        text.multiline() ? limits.recordLines() : 1,
        limits.recordBytes());
  }

  /** The same records, without a look at quotes where those cannot change where records end. */
  static CsvCutter counting(TextFormat text, IngestLimits limits) {
    CsvCutter whole = of(text, limits);
    byte quote = text.multiline() ? whole.quote : UNUSED;
    return new CsvCutter(whole.delimiter, quote, whole.lines, whole.longest);
  }

  /**
   * Cuts what a block holds.
   *
   * @param block gets the records
   * @param to how many bytes of it are filled
   * @param last whether the file or slice ends there
   */
  CsvBlock cut(CsvBlock block, int to, boolean last) {
    byte[] b = block.bytes();
    int at = 0;
    if (block.skipsFirst()) {
      int end = lineEnd(b, to);
      at = end < to ? afterLine(b, end, to, last) : last ? to : -1;
      if (at < 0) {
        return block.upTo(end, true);
      }
    }
    while (at < to) {
      boolean blank = b[at] == '\n' || b[at] == '\r';
      int next = blank ? afterLine(b, at, to, last) : record(block, at, to, last);
      if (block.skipsOn()) {
        return block;
      }
      if (next < 0) {
        return block.upTo(at, false);
      }
      at = next;
    }
    return block.upTo(to, false);
  }

  /** Cuts the record that begins at {@code start}: where the next line begins, or -1 for more. */
  private int record(CsvBlock block, int start, int to, boolean last) {
    byte[] b = block.bytes();
    boolean open = false;
    boolean stray = false;
    boolean nul = false;
    int firstEnd = -1;
    int inside = 0;
    int p = start;
    while ((p = stop(b, p, to)) < to) {
      byte c = b[p];
      if (c == quote) {
        boolean doubled = open && p + 1 < to && b[p + 1] == quote;
        int after = open && !doubled ? afterBlanks(b, p + 1, to) : p;
        if (after == to && !last) {
          break;
        }
        stray |= open ? !doubled && !endsCell(b, after, to) : !beginsCell(b, p, start);
        open = doubled || !open;
        p += doubled ? 2 : 1;
      } else if (c == '\n' || c == '\r') {
        int next = afterLine(b, p, to, last);
        if (next < 0) {
          break;
        }
        firstEnd = firstEnd < 0 ? p : firstEnd;
        if (!open && !stray && (firstEnd == p || p - start <= longest)) {
          return close(block, start, p, nul ? IngestRule.NUL : null, next);
        }
        if (!open || stray || ++inside >= lines || next - start > longest) {
          return giveUp(block, start, firstEnd, to, last);
        }
        p = next;
      } else {
        nul |= c == 0;
        p++;
      }
    }
    return unfinished(block, start, firstEnd, to, last, open || stray, nul);
  }

  /** The bytes ended inside the record. */
  private int unfinished(
      CsvBlock block, int start, int firstEnd, int to, boolean last, boolean bad, boolean nul) {
    boolean tooLong = to - start > longest + 1;
    if (last && !bad && (firstEnd < 0 || to - start <= longest)) {
      return close(block, start, to, nul ? IngestRule.NUL : null, to);
    }
    if (firstEnd >= 0) {
      return last || tooLong ? giveUp(block, start, firstEnd, to, last) : -1;
    }
    if (last) {
      return close(block, start, to, IngestRule.QUOTE, to);
    }
    if (tooLong) {
      block.add(start, start + longest, IngestRule.LENGTH);
      block.upTo(start + longest, true);
    }
    return -1;
  }

  private boolean beginsCell(byte[] b, int p, int start) {
    return p == start || b[p - 1] == delimiter;
  }

  /** Blanks may stand between a closing quote and the end of its cell. */
  private int afterBlanks(byte[] b, int from, int to) {
    int p = from;
    while (p < to && (b[p] == ' ' || b[p] == '\t') && b[p] != delimiter) {
      p++;
    }
    return p;
  }

  private boolean endsCell(byte[] b, int p, int to) {
    return p == to || b[p] == delimiter || b[p] == '\n' || b[p] == '\r';
  }

  private int giveUp(CsvBlock block, int start, int firstEnd, int to, boolean last) {
    return close(
        block, start, firstEnd, IngestRule.QUOTE, afterLine(block.bytes(), firstEnd, to, last));
  }

  private int close(CsvBlock block, int start, int end, IngestRule fault, int next) {
    boolean tooLong = end - start > longest;
    block.add(start, tooLong ? start + longest : end, tooLong ? IngestRule.LENGTH : fault);
    return next;
  }

  /**
   * Where the line after the line end at {@code p} begins; -1 where an LF may still follow a CR.
   */
  private static int afterLine(byte[] b, int p, int to, boolean last) {
    if (b[p] == '\r' && p + 1 == to) {
      return last ? to : -1;
    }
    return b[p] == '\r' && b[p + 1] == '\n' ? p + 2 : p + 1;
  }

  private static int lineEnd(byte[] b, int to) {
    int p = 0;
    while (p < to && b[p] != '\n' && b[p] != '\r') {
      p++;
    }
    return p;
  }

  /** The first control character or quote at or after {@code from}, eight bytes at a time. */
  private int stop(byte[] b, int from, int to) {
    int p = from;
    long quotes = quote * ONES;
    for (; p + Long.BYTES <= to; p += Long.BYTES) {
      long w = (long) LONG.get(b, p);
      long x = w ^ quotes;
      long hit = ((w - PRINTABLE * ONES) & ~w | (x - ONES) & ~x) & HIGHS;
      if (hit != 0) {
        return p + (Long.numberOfTrailingZeros(hit) >>> 3);
      }
    }
    while (p < to && (b[p] < 0 || b[p] >= PRINTABLE) && b[p] != quote) {
      p++;
    }
    return p;
  }
}
