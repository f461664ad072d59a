package org.tidemark.jobs;

import java.net.URI;
import java.nio.file.Path;
import org.tidemark.publish.PrivateFolder;
import picocli.CommandLine.Option;

/** Where the commands that read a programme find the publication and keep patient-level data. */
final class OutputOptions {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "out",
      description = "the publication folder (default: ${DEFAULT-VALUE})")
  Path out;

  @Option(
      names = "--private",
      paramLabel = "DIR",
      description = "the folder of patient-level data (default: DIR-private beside --out)")
  Path privateFolder;

  /** The publication folder. */
  URI target() {
    return out.toAbsolutePath().normalize().toUri();
  }

  /** The folder of patient-level data. */
  URI kept() {
    return privateFolder == null
        ? PrivateFolder.beside(target())
        : privateFolder.toAbsolutePath().normalize().toUri();
  }
}
