package org.tidemark.jobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A publication made by the real command line, read back from its files. */
final class Published {
  private final Path folder;

  private Published(Path folder) {
    this.folder = folder;
  }

  /** Runs a programme into a folder and reads what it published; fails unless it exits with 0. */
  static Published run(Path programme, Path out, String... more) {
    Told told = Told.run(programme, out, more);
    if (told.exitCode() != 0) {
      throw new AssertionError("the run exited with " + told.exitCode() + ": " + told.err());
    }
    return new Published(out);
  }

  /** What an earlier run published. */
  static Published in(Path folder) {
    return new Published(folder);
  }

  /** The relative names of all published files. */
  Set<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(current())) {
      return all.filter(Files::isRegularFile)
          .map(f -> current().relativize(f).toString())
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }

  /**
   * Names and bytes of the statistical tables and the report; accounting and manifest name files
   * and follow them.
   */
  Map<String, byte[]> figures() throws IOException {
    Map<String, byte[]> all = new TreeMap<>();
    for (String file : files()) {
      boolean figures = file.startsWith("tables/") || file.startsWith("report/");
      if (figures && !file.contains("accounting")) {
        all.put(file, Files.readAllBytes(current().resolve(file)));
      }
    }
    return all;
  }

  /** The current run's folder. */
  Path current() {
    try {
      String runId = Files.readString(folder.resolve("CURRENT")).split("\\s+")[0];
      return folder.resolve("runs").resolve(runId);
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** The rows of a table. */
  List<Map<String, String>> rows(String table) {
    return Csv.rows(current().resolve("tables").resolve(table + ".csv"));
  }

  /** The rows of a table in which each named column has the value that follows it. */
  List<Map<String, String>> rows(String table, String... columnsAndValues) {
    return matching(rows(table), columnsAndValues).toList();
  }

  /** The one row of such rows. */
  static Map<String, String> one(List<Map<String, String>> rows, String... columnsAndValues) {
    List<Map<String, String>> found = matching(rows, columnsAndValues).toList();
    if (found.size() != 1) {
      throw new AssertionError(
          found.size() + " rows where " + String.join(" ", columnsAndValues) + ", not one");
    }
    return found.get(0);
  }

  private static Stream<Map<String, String>> matching(
      List<Map<String, String>> rows, String... columnsAndValues) {
    Predicate<Map<String, String>> fits = row -> true;
    for (int i = 0; i < columnsAndValues.length; i += 2) {
      String column = columnsAndValues[i];
      String value = columnsAndValues[i + 1];
      fits = fits.and(row -> value.equals(row.get(column)));
    }
    return rows.stream().filter(fits);
  }
}
