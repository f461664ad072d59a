package org.tidemark.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;
import org.tidemark.model.Refusal;

/**
 * A publication re-read against its manifest: every file, its bytes, rows and SHA-256, and whether
 * anything lies there that the manifest does not know.
 *
 * @param runId the version; empty if {@code CURRENT} names none
 * @param files how many files the manifest lists
 * @param findings what is wrong; empty if nothing is
 */
public record Verification(Optional<RunId> runId, int files, List<Finding> findings) {

  /**
   * Something wrong.
   *
   * @param file the file's path in the publication folder
   * @param what what is wrong with it
   */
  public record Finding(String file, String what) {
    @Override
    public String toString() {
      return file + " " + what;
    }
  }

  /** Copies the findings. */
  public Verification {
    findings = List.copyOf(findings);
  }

  /**
   * Verifies what readers see now.
   *
   * @throws Refusal if nothing was ever published there
   */
  public static Verification verify(PublicationFolder folder) {
    byte[] line =
        folder
            .pointer()
            .orElseThrow(
                () ->
                    Refusal.operator(
                        folder.toString(),
                        "holds no publication: there is no CURRENT",
                        "give the folder that --out named"));
    Optional<Current> current = Current.parse(line);
    if (current.isEmpty()) {
      return broken(Optional.empty(), Current.FILE, "is torn: not one line of a run id and a hash");
    }
    RunId runId = current.get().runId();
    Optional<byte[]> manifest = folder.read(manifestOf(folder, runId));
    if (manifest.isPresent()
        && !Hashes.hex(manifest.get()).equals(current.get().manifestSha256())) {
      return broken(
          Optional.of(runId),
          place(runId, Manifest.FILE),
          "has not the SHA-256 that CURRENT gives");
    }
    return of(folder, runId);
  }

  /** Verifies one version, current or not, by its own manifest. */
  static Verification of(PublicationFolder folder, RunId runId) {
    String name = place(runId, Manifest.FILE);
    Optional<byte[]> bytes = folder.read(manifestOf(folder, runId));
    if (bytes.isEmpty()) {
      return broken(Optional.of(runId), name, "is missing");
    }
    try {
      Manifest manifest = ManifestJson.parse(bytes.get());
      if (!manifest.runId().equals(runId)) {
        return broken(Optional.of(runId), name, "is the manifest of another version");
      }
      return of(folder, manifest);
    } catch (IOException e) {
      return broken(Optional.of(runId), name, "cannot be read as a manifest");
    }
  }

  private static Verification of(PublicationFolder folder, Manifest manifest) {
    FileSystem files = folder.files();
    Path run = folder.runFolder(manifest.runId());
    List<Finding> findings = new ArrayList<>();
    Set<String> listed = new TreeSet<>(Set.of(Manifest.FILE));
    for (PublishedFile file : manifest.files()) {
      listed.add(file.path());
      FileCheck.of(files, new Path(run, file.path()), file)
          .fault()
          .ifPresent(w -> findings.add(new Finding(place(manifest.runId(), file.path()), w)));
    }
    for (String path : Attempt.reading(run, () -> present(files, run))) {
      if (!listed.contains(path)) {
        findings.add(new Finding(place(manifest.runId(), path), "is not in the manifest"));
      }
    }
    return new Verification(Optional.of(manifest.runId()), manifest.files().size(), findings);
  }

  private static Set<String> present(FileSystem files, Path run) throws IOException {
    Set<String> paths = new TreeSet<>();
    String prefix = run.toUri().getPath() + "/";
    RemoteIterator<LocatedFileStatus> all = files.listFiles(run, true);
    while (all.hasNext()) {
      paths.add(all.next().getPath().toUri().getPath().substring(prefix.length()));
    }
    return paths;
  }

  private static Path manifestOf(PublicationFolder folder, RunId runId) {
    return new Path(folder.runFolder(runId), Manifest.FILE);
  }

  private static String place(RunId runId, String path) {
    return PublicationFolder.RUNS + "/" + runId + "/" + path;
  }

  private static Verification broken(Optional<RunId> runId, String file, String what) {
    return new Verification(runId, 0, List.of(new Finding(file, what)));
  }
}
