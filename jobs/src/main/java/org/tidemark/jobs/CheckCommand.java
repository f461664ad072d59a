package org.tidemark.jobs;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/**
 * {@code tidemark check}: what each source holds beside last time, what was refused and found;
 * publishes nothing and writes the work list.
 */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Ingests, conforms and checks only; says what each source holds and writes the work list.")
final class CheckCommand implements Callable<Integer> {
  @Mixin ProgrammeOptions programme;

  @Mixin OutputOptions places;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Progress progress = new Progress(spec.commandLine().getErr());
    try (Pipeline pipeline = Pipeline.of(programme, progress)) {
      pipeline.check(places.target(), places.kept(), spec.commandLine().getOut()::println);
      return 0;
    }
  }
}
