package org.tidemark.publish;

import static java.util.Objects.requireNonNull;

import java.util.OptionalLong;

/**
 * One file of a publication, as its manifest lists it.
 *
 * @param path where it lies in the run's folder, with forward slashes
 * @param bytes its length
 * @param rows the rows of a table, without the header; empty where the file is no table
 * @param sha256 SHA-256 of its bytes, in lower-case hex
 */
public record PublishedFile(String path, long bytes, OptionalLong rows, String sha256) {
  /** Checks that the path stays in the run's folder. */
  public PublishedFile {
    requireNonNull(rows, "rows");
    requireNonNull(sha256, "sha256");
    if (!isInside(path)) {
      throw new IllegalArgumentException("a published file must lie in the run's folder");
    }
  }

  /** Whether the path is relative, normal and made of plain names. */
  static boolean isInside(String path) {
    return path.matches("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
  }
}
