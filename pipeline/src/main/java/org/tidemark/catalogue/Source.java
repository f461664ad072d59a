package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;

/**
 * One entry of a programme's {@code sources}.
 *
 * @param id the source's name in accounting and findings
 * @param table the shared-schema table its rows land in
 * @param path a file or glob, resolved against the programme file; local, hdfs:// or s3a://
 * @param format how the file is read
 * @param mapping the mapping's id, {@code shared} where columns bear the shared schema's names
 * @param beyond what holds outside a life table: error or nearest
 */
public record Source(
    String id, String table, String path, SourceFormat format, String mapping, Beyond beyond)
    implements Serializable {
  /** What holds outside the cells of a life table. */
  public enum Beyond {
    /** A missing cell stops the run and is named. */
    ERROR,
    /** The nearest row holds. */
    NEAREST
  }

  /** Checks that nothing is absent. */
  public Source {
    requireNonNull(id, "id");
    requireNonNull(table, "table");
    requireNonNull(path, "path");
    requireNonNull(format, "format");
    requireNonNull(mapping, "mapping");
    requireNonNull(beyond, "beyond");
  }

  /** The same source, of other files. */
  public Source at(String otherPath) {
    return new Source(id, table, otherPath, format, mapping, beyond);
  }
}
