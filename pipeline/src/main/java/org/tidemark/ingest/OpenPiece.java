package org.tidemark.ingest;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.Path;
import org.tidemark.model.Refusal;

/**
 * The records of one piece. When the last is read the piece must have held the bytes and the number
 * of records that the survey saw; otherwise the file changed, and the run stops.
 */
final class OpenPiece implements Iterator<RawRecord>, Closeable {
  private final Piece piece;
  private final Configuration conf;
  private final SliceStream bytes;
  private final Iterator<RawRecord> records;
  private long seen;
  private boolean done;

  private OpenPiece(
      Piece piece, Configuration conf, SliceStream bytes, Iterator<RawRecord> records) {
    this.piece = piece;
    this.conf = conf;
    this.bytes = bytes;
    this.records = records;
  }

  static OpenPiece of(Piece piece, Form form, IngestLimits limits, Configuration conf) {
    try {
      SliceStream bytes = SliceStream.of(open(piece, limits, conf), piece.slice());
      return new OpenPiece(piece, conf, bytes, form.records(bytes, piece.file(), piece.slice()));
    } catch (IOException e) {
      throw refusal(piece, e);
    }
  }

  @Override
  public boolean hasNext() {
    try {
      if (!done && !records.hasNext()) {
        done = true;
        verify();
      }
      return !done;
    } catch (IOException e) {
      throw refusal(piece, e);
    } catch (UncheckedIOException e) {
      throw refusal(piece, e.getCause());
    }
  }

  @Override
  public RawRecord next() {
    try {
      RawRecord record = records.next();
      seen++;
      return record;
    } catch (UncheckedIOException e) {
      throw refusal(piece, e.getCause());
    }
  }

  @Override
  public void close() throws IOException {
    bytes.close();
  }

  private void verify() throws IOException {
    bytes.verify();
    close();
    if (seen != piece.slice().records()) {
      throw Unreadable.of(IngestRule.CHANGED);
    }
    FileFinder.requireUnchanged(piece.file(), conf);
  }

  private static InputStream open(Piece piece, IngestLimits limits, Configuration conf)
      throws IOException {
    Path path = new Path(piece.file().path());
    FSDataInputStream stored = path.getFileSystem(conf).open(path);
    if (GzipStream.named(piece.file().name())) {
      InputStream inflated = GzipStream.of(stored, limits);
      inflated.skipNBytes(piece.slice().start());
      return inflated;
    }
    stored.seek(piece.slice().start());
    return stored;
  }

  private static Refusal refusal(Piece piece, IOException e) {
    return refusal(piece.file(), e);
  }

  /** Why the run stops at a file that was surveyed and can no longer be read. */
  static Refusal refusal(SurveyedFile surveyed, IOException e) {
    String where = "source " + surveyed.source() + ", file " + surveyed.name();
    if (e instanceof FileNotFoundException) {
      return refusal(surveyed, Unreadable.of(IngestRule.CHANGED));
    }
    if (e instanceof Unreadable unreadable) {
      RefusedFile file = unreadable.refused(surveyed.source(), surveyed.name());
      return Refusal.operator(where, file.rule() + ": " + file.what(), file.mend());
    }
    return Refusal.machine(
        where, "it cannot be read", "look at the disk or the connection, then run again", e);
  }
}
