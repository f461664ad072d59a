package org.tidemark.jobs;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.apache.hadoop.conf.Configuration;
import org.tidemark.model.Refusal;
import org.tidemark.publish.Current;
import org.tidemark.publish.Manifest;
import org.tidemark.publish.PublicationFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tidemark explain}: how published figures came about, from the publication alone. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Explains published figures: definition, formula, the flow of cases, the life table, the files.")
final class ExplainCommand implements Callable<Integer> {
  private static final String SURVIVAL = "survival";

  @Parameters(index = "0", paramLabel = "FIGURE", description = "survival")
  String figure;

  @Parameters(
      index = "1..*",
      paramLabel = "COLUMN=VALUE",
      description = "which rows, e.g. cancer=C18-20 sex=2 years=5")
  List<String> asked = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "the publication folder")
  Path folder;

  @Spec CommandSpec spec;

  @Override
  public Integer call() {
    if (!figure.equals(SURVIVAL)) {
      throw Refusal.operator(
          "explain " + figure, "only survival is explained so far", "write 'explain survival'");
    }
    PublicationFolder published =
        PublicationFolder.of(folder.toAbsolutePath().toUri(), new Configuration());
    Current current =
        published
            .current()
            .orElseThrow(
                () ->
                    Refusal.operator(
                        "folder " + folder,
                        "nothing was published there",
                        "name the folder that a run published into"));
    Manifest manifest = published.manifest(current.runId());
    List<Map<String, String>> rows =
        published.rows(current.runId(), SURVIVAL).stream().filter(this::matches).toList();
    if (rows.isEmpty()) {
      throw Refusal.operator(
          "explain survival",
          "no published row has these values",
          "take a column out, or look into tables/survival.csv");
    }
    PrintWriter out = spec.commandLine().getOut();
    boolean withQuality =
        manifest.files().stream().anyMatch(file -> file.path().endsWith("/quality.csv"));
    SurvivalExplanation.of(
            manifest,
            published.rows(current.runId(), "finding"),
            withQuality ? published.rows(current.runId(), "quality") : List.of())
        .print(out, rows);
    return 0;
  }

  private boolean matches(Map<String, String> row) {
    return wanted().entrySet().stream()
        .allMatch(one -> one.getValue().equals(value(row, one.getKey())));
  }

  private Map<String, String> wanted() {
    Map<String, String> wanted = new LinkedHashMap<>();
    for (String one : asked) {
      int at = one.indexOf('=');
      if (at < 1) {
        throw Refusal.operator("explain", "an argument is not COLUMN=VALUE", "write e.g. years=5");
      }
      wanted.put(one.substring(0, at), one.substring(at + 1));
    }
    return wanted;
  }

  private static String value(Map<String, String> row, String column) {
    String value = row.get(column);
    if (value == null) {
      throw Refusal.operator(
          "explain survival",
          "the table has no column '" + column + "'",
          "'bin/tidemark schema survival' lists its columns");
    }
    return value;
  }
}
