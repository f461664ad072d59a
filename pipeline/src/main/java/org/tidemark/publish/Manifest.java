package org.tidemark.publish;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;
import java.util.List;

/**
 * What a version consists of and where it comes from: the trail from a published number back to the
 * files.
 *
 * @param runId the version
 * @param provenance inputs, versions and accounting
 * @param files every published file but the manifest itself, by path
 */
public record Manifest(RunId runId, Provenance provenance, List<PublishedFile> files) {
  /** The manifest's name in the run's folder. */
  public static final String FILE = "manifest.json";

  /** Orders the files. */
  public Manifest {
    requireNonNull(runId, "runId");
    requireNonNull(provenance, "provenance");
    files = files.stream().sorted(Comparator.comparing(PublishedFile::path)).toList();
  }
}
