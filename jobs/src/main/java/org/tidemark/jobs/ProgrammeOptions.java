package org.tidemark.jobs;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that read a programme share. */
final class ProgrammeOptions {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "PROGRAMME.yaml",
      // The launcher says where the checkout is, so that this holds in any directory.
      defaultValue = "${sys:tidemark.home:-.}/sample-data/programme.yaml",
      description = "the programme file (default: the sample programme)")
  String file;

  @Option(
      names = "--set",
      paramLabel = "KEY=VALUE",
      description = "sets an entry of the programme file for this run, as in disclosure=none")
  Map<String, String> set = new LinkedHashMap<>();

  @Option(
      names = "--schemas",
      paramLabel = "DIR",
      description = "lays a folder of your own beside the shipped schemas")
  Optional<String> schemas = Optional.empty();

  @Option(
      names = "--master",
      paramLabel = "URL",
      defaultValue = "local[*]",
      description = "where Spark runs (default: ${DEFAULT-VALUE})")
  String master;
}
