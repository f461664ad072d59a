package org.tidemark.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * A file that may be read: what it is, and where its records are.
 *
 * @param source the source's id
 * @param path where it is, as Hadoop's {@code FileSystem} names it
 * @param name the file as the programme names it
 * @param bytes its length as stored
 * @param modified its modification time when it was surveyed, in milliseconds
 * @param sha256 of its bytes as stored, in lower-case hexadecimal
 * @param records how many records it holds, refused ones included
 * @param alignment where its columns are
 * @param slices its records, in order, in runs that can be read apart
 */
public record SurveyedFile(
    String source,
    String path,
    String name,
    long bytes,
    long modified,
    String sha256,
    long records,
    Alignment alignment,
    List<Slice> slices)
    implements Serializable {
  /** Checks that nothing is absent. */
  public SurveyedFile {
    requireNonNull(source, "source");
    requireNonNull(path, "path");
    requireNonNull(name, "name");
    requireNonNull(sha256, "sha256");
    requireNonNull(alignment, "alignment");
    slices = List.copyOf(slices);
  }

  /** The same file with other slices. */
  SurveyedFile withSlices(List<Slice> others) {
    return new SurveyedFile(
        source, path, name, bytes, modified, sha256, records, alignment, others);
  }
}
