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
 * @param idSpace the space of person ids that its registry shares with others; empty where the
 *     registry has its own
 * @param submitted the day on which it was submitted, ISO 8601, for the records that another
 *     submission has too; empty where it was not given
 */
public record Source(
    String id,
    String table,
    String path,
    SourceFormat format,
    String mapping,
    Beyond beyond,
    String idSpace,
    String submitted)
    implements Serializable {
  /** What holds outside the cells of a life table. */
  public enum Beyond {
    /** A missing cell stops the run and is named. */
    ERROR,
    /** The nearest row holds. */
    NEAREST
  }

  /** A source whose registry has person ids of its own, submitted on no day that is known. */
  public Source(
      String id, String table, String path, SourceFormat format, String mapping, Beyond beyond) {
    this(id, table, path, format, mapping, beyond, "", "");
  }

  /** Checks that nothing is absent. */
  public Source {
    requireNonNull(id, "id");
    requireNonNull(table, "table");
    requireNonNull(path, "path");
    requireNonNull(format, "format");
    requireNonNull(mapping, "mapping");
    requireNonNull(beyond, "beyond");
    requireNonNull(idSpace, "idSpace");
    requireNonNull(submitted, "submitted");
  }

  /** The same source, of other files. */
  public Source at(String otherPath) {
    return new Source(id, table, otherPath, format, mapping, beyond);
  }
}
