package org.tidemark.jobs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code tidemark check}: what each source holds and what was refused; publishes nothing. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Ingests, conforms and checks only; says what each source holds.")
final class CheckCommand implements Callable<Integer> {
  @Mixin ProgrammeOptions programme;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Progress progress = new Progress(spec.commandLine().getErr());
    try (Pipeline pipeline = Pipeline.of(programme, progress)) {
      pipeline.check(spec.commandLine().getOut());
      return 0;
    }
  }
}
