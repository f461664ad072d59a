package org.tidemark.jobs;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.apache.hadoop.conf.Configuration;
import org.tidemark.jobs.generate.GenerateCommand;
import org.tidemark.model.Refusal;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The command line. Exit codes are those of the contract; every message says how to mend. */
@Command(
    name = "tidemark",
    mixinStandardHelpOptions = true,
    version = "tidemark " + Tidemark.VERSION,
    description = "Outcome and capacity indicators for cancer registries and cancer programmes.",
    subcommands = {
      RunCommand.class,
      CheckCommand.class,
      ExplainCommand.class,
      VerifyCommand.class,
      LeftoversCommand.class,
      GenerateCommand.class,
      SchemaCommand.class,
      HelpCommand.class
    })
public final class Tidemark {
  /** The version of the code, as manifests name it. */
  static final String VERSION = "0.1.0";

  private static final int DEFECT = 1;
  private static final int OPERATOR = 2;
  private static final int MACHINE = 5;

  private Tidemark() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    // When memory is short it is too late to load what tells of it.
    PrintWriter nobody = new PrintWriter(Writer.nullWriter());
    told(new OutOfMemoryError(), nobody);
    told(new IllegalStateException(), nobody);
    String tooFew = OpenFiles.refusal();
    if (tooFew != null) {
      System.err.println("tidemark: " + tooFew);
      System.exit(MACHINE);
    }
    System.exit(run(writer(System.out), writer(System.err), args));
  }

  /** Runs one command and gives its exit code. */
  static int run(PrintWriter out, PrintWriter err, String... args) {
    Configuration.addDefaultResource("tidemark-hadoop.xml");
    CommandLine line = new CommandLine(new Tidemark()).setOut(out).setErr(err);
    line.setExecutionExceptionHandler((failure, command, result) -> told(failure, err));
    line.setExitCodeExceptionMapper(failure -> OPERATOR);
    try {
      return line.execute(args.length == 0 ? new String[] {"--help"} : args);
    } catch (OutOfMemoryError | LinkageError e) {
      // Of the machine, most often; the command line's library hands on exceptions only.
      return told(e, err);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  private static int told(Throwable failure, PrintWriter err) {
    Refusal refusal = Failures.refusal(failure);
    if (refusal != null) {
      err.println("tidemark: " + refusal.getMessage());
      return refusal.kind().exitCode();
    }
    err.println("tidemark: a defect of ours: " + Failures.place(failure));
    err.println("  mend: please report it with the version (" + VERSION + ") and these lines");
    return DEFECT;
  }
}
