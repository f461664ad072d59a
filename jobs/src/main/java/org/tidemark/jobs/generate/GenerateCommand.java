package org.tidemark.jobs.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import org.tidemark.model.Refusal;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code bin/tidemark generate}: writes a synthetic programme that runs as it stands. No number in
 * it is about a person.
 */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "A synthetic programme at any size, the same bytes for the same seed.")
public final class GenerateCommand implements Callable<Integer> {
  private static final int MOST_CASES = 10_000_000;
  private static final int MOST_SITES = 1_000;

  @Option(
      names = "--cases",
      required = true,
      paramLabel = "N",
      description = "cases of a tumour registry, 0 to 10,000,000; 0: site reports only")
  private int cases;

  @Option(
      names = "--sites",
      defaultValue = "24",
      paramLabel = "K",
      description = "invented sites that report, 1 to 1,000 (default: ${DEFAULT-VALUE})")
  private int sites;

  @Option(
      names = "--seed",
      defaultValue = "12",
      paramLabel = "S",
      description = "another seed gives another programme (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "a new or empty folder")
  private String out;

  /**
   * Writes the files.
   *
   * @return 0
   * @throws Refusal if a figure is out of range or the folder is not empty
   */
  @Override
  public Integer call() throws IOException {
    within("--cases", cases, 0, MOST_CASES);
    within("--sites", sites, 1, MOST_SITES);
    Folder folder = HadoopFolder.empty(out);
    SiteReports.of(seed, sites).write(path -> folder.create("reports/" + path));
    if (cases > 0) {
      Registry.of(seed, cases).write(path -> folder.create("registry/" + path));
    }
    try (OutputStream file = folder.create("programme.yaml")) {
      file.write(ProgrammeFile.text(cases > 0).getBytes(StandardCharsets.UTF_8));
    }
    return 0;
  }

  private static void within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw Refusal.operator(
          option, "out of range", "give a whole number from " + least + " to " + most);
    }
  }
}
