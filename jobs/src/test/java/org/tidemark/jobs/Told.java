package org.tidemark.jobs;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What the command line told an operator.
 *
 * @param exitCode as the contract numbers them
 * @param out standard output
 * @param err standard error
 */
record Told(int exitCode, String out, String err) {

  /**
   * Runs one command in this process; {@code check} without a folder has one beside its programme.
   */
  static Told command(String... asked) {
    List<String> args = new ArrayList<>(List.of(asked));
    if (args.get(0).equals("check") && !args.contains("--out")) {
      args.addAll(List.of("--out", Path.of(asked[1]).resolveSibling("out").toString()));
    }
    return of(args.toArray(String[]::new));
  }

  private static Told of(String... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Tidemark.run(new PrintWriter(out, true), new PrintWriter(err, true), args);
    return new Told(code, out.toString(), err.toString());
  }

  /** Runs a programme into a folder. */
  static Told run(Path programme, Path out, String... more) {
    List<String> args = new ArrayList<>(List.of("run", programme.toString(), "--out"));
    args.add(out.toString());
    args.addAll(List.of("--master", "local[2]"));
    args.addAll(List.of(more));
    return command(args.toArray(String[]::new));
  }
}
