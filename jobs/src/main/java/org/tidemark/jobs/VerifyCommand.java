package org.tidemark.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.tidemark.publish.PublicationFolder;
import org.tidemark.publish.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark verify}: re-reads a publication against its manifest. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    description = "Re-reads a publication against its manifest: bytes, rows and SHA-256.")
final class VerifyCommand implements Callable<Integer> {
  private static final int DAMAGED = 2;

  @Parameters(index = "0", paramLabel = "DIR", description = "the publication folder")
  Path folder;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Verification found =
        Verification.verify(
            PublicationFolder.of(folder.toAbsolutePath().toUri(), new Configuration()));
    found.findings().forEach(f -> out.println(f.file() + ": " + f.what()));
    String run = found.runId().map(Object::toString).orElse("no run");
    if (found.findings().isEmpty()) {
      out.printf("%s: %d files, all as published%n", run, found.files());
      return 0;
    }
    out.printf("%s: %d of its files are not as published%n", run, found.findings().size());
    return DAMAGED;
  }
}
