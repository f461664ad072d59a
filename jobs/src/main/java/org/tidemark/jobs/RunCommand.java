package org.tidemark.jobs;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tidemark.publish.PrivateFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code tidemark run}: the whole pipeline, from files to a publication. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Runs the whole pipeline and publishes; the sample programme by default.")
final class RunCommand implements Callable<Integer> {
  @Mixin ProgrammeOptions programme;

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

  @Option(
      names = "--only",
      paramLabel = "STAGE",
      description = "stops after a stage and publishes nothing: ${COMPLETION-CANDIDATES}")
  Stage only;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Path target = out.toAbsolutePath().normalize();
    Path kept =
        privateFolder == null
            ? Path.of(PrivateFolder.beside(target.toUri()))
            : privateFolder.toAbsolutePath().normalize();
    Progress progress = new Progress(spec.commandLine().getErr());
    try (Pipeline pipeline = Pipeline.of(programme, progress)) {
      String place = pipeline.run(target.toUri(), kept.toUri(), only);
      spec.commandLine().getOut().println(place);
      return 0;
    }
  }
}
