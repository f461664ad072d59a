package org.tidemark.ingest;

import java.io.Closeable;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.apache.hadoop.conf.Configuration;

/** Reads pieces one after the other, each opened when it is reached. */
final class PieceReader implements Iterator<RawRecord>, Closeable {
  private final Iterator<Piece> rest;
  private final Form form;
  private final IngestLimits limits;
  private final Configuration conf;
  private OpenPiece open;

  private PieceReader(Iterator<Piece> rest, Form form, IngestLimits limits, Configuration conf) {
    this.rest = rest;
    this.form = form;
    this.limits = limits;
    this.conf = conf;
  }

  static PieceReader of(
      List<Piece> pieces, Intake intake, IngestLimits limits, Configuration conf) {
    return new PieceReader(pieces.iterator(), Form.of(intake, limits), limits, conf);
  }

  @Override
  public boolean hasNext() {
    while (open == null || !open.hasNext()) {
      if (!rest.hasNext()) {
        return false;
      }
      open = OpenPiece.of(rest.next(), form, limits, conf);
    }
    return true;
  }

  @Override
  public RawRecord next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return open.next();
  }

  /** Lets go of the file at hand, where reading stops early. */
  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }
}
