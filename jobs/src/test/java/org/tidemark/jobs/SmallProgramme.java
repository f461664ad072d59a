package org.tidemark.jobs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A programme of a few hundred real cases in a folder of its own, to be changed by a test. */
final class SmallProgramme {
  private static final String TEXT =
      """
      programme: small
      title: {en: A small programme}
      as_of: 2023-12-31
      sources:
        - {id: north, table: tumour, path: cases.csv, format: csv, mapping: north}
        - {id: population, table: population, path: population.csv, format: csv, mapping: north-population}
        - {id: colrec, table: tumour, path: colrec.csv, format: csv, mapping: colrec}
        - {id: life, table: life_table, path: life.csv, format: csv, mapping: colrec-life, beyond: nearest}
      analyses:
        incidence: [{by: [area, sex], standards: [segi-doll]}]
        quality: [{by: [source]}]
        survival: [{by: [], years: [1]}]
      disclosure: none
      """;

  private static final String REPORTS =
      """
        - {id: sites, table: site, path: reports/site.csv, format: csv, mapping: shared}
        - {id: engagements, table: engagement, path: reports/engagement.csv, format: csv, mapping: shared}
        - {id: datasets, table: dataset, path: reports/dataset.csv, format: csv, mapping: shared}
        - {id: expectations, table: report_expectation, path: reports/report_expectation.csv, format: csv, mapping: shared}
        - {id: submissions, table: report_submission, path: reports/report_submission.csv, format: csv, mapping: shared}
        - {id: specimens, table: path_specimen, path: "reports/path_specimen-*.csv", format: csv, mapping: shared}
        - {id: pathways, table: care_pathway, path: reports/care_pathway.csv, format: csv, mapping: shared}
      analyses:
        indicators:
          - {codes: [REP-01, PAT-01, OUT-01], levels: [site, programme], periods: [quarter, all]}
        evaluation: [{indicator: OUT-01, method: pre-post}]
      """;

  private final Path folder;

  private SmallProgramme(Path folder) {
    this.folder = folder;
  }

  /** The programme, its files copied into an empty folder. */
  static SmallProgramme in(Path folder) throws IOException {
    SmallProgramme made = new SmallProgramme(folder);
    Path sample = Csv.root().resolve("sample-data");
    made.write("cases.csv", head(sample.resolve("north/cases.csv"), 301));
    made.write("population.csv", head(sample.resolve("north/population.csv"), 97));
    made.write("colrec.csv", head(sample.resolve("colrec/cases.csv"), 201));
    Files.copy(sample.resolve("colrec/life_table.csv"), folder.resolve("life.csv"));
    made.write("programme.yaml", TEXT);
    return made;
  }

  /** The programme that a folder already holds. */
  static SmallProgramme madeIn(Path folder) {
    return new SmallProgramme(folder);
  }

  /** The same with the site reports that three indicators and an evaluation need. */
  SmallProgramme withReports() throws IOException {
    Path reports = Files.createDirectories(file("reports"));
    try (Stream<Path> all = Files.list(Csv.root().resolve("sample-data/reports"))) {
      for (Path report : all.toList()) {
        Files.copy(report, reports.resolve(report.getFileName().toString()));
      }
    }
    replace("programme.yaml", "analyses:\n", REPORTS);
    return this;
  }

  Path programme() {
    return folder.resolve("programme.yaml");
  }

  Path out() {
    return folder.resolve("out");
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  String text(String name) throws IOException {
    return Files.readString(file(name), StandardCharsets.UTF_8);
  }

  void write(String name, String text) throws IOException {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void write(String name, byte[] bytes) throws IOException {
    Files.write(file(name), bytes);
  }

  /** Changes one record, counted from 1. */
  void record(String name, int number, String line) throws IOException {
    List<String> lines = new java.util.ArrayList<>(text(name).lines().toList());
    lines.set(number, line);
    write(name, String.join("\n", lines) + "\n");
  }

  /** Replaces a piece of a file that must be there. */
  void replace(String name, String piece, String by) throws IOException {
    String text = text(name);
    if (!text.contains(piece)) {
      throw new IllegalArgumentException(name + " does not contain the piece to replace");
    }
    write(name, text.replace(piece, by));
  }

  private static String head(Path file, int lines) throws IOException {
    try (Stream<String> all = Files.lines(file)) {
      return String.join("\n", all.limit(lines).toList()) + "\n";
    }
  }
}
