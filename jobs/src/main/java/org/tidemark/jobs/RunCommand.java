package org.tidemark.jobs;

import java.util.concurrent.Callable;
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

  @Mixin OutputOptions places;

  @Option(
      names = "--only",
      paramLabel = "STAGE",
      description = "stops after a stage and publishes nothing: ${COMPLETION-CANDIDATES}")
  Stage only;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Progress progress = new Progress(spec.commandLine().getErr());
    try (Pipeline pipeline = Pipeline.of(programme, progress)) {
      String place = pipeline.run(places.target(), places.kept(), only);
      spec.commandLine().getOut().println(place);
      return 0;
    }
  }
}
