package org.tidemark.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file that somebody writes while the run reads it: the run stops and names it. */
@DisplayName("A file that changes while it is read")
class ChangingFileTest {
  private static final String MORE = "901,Zq7Canary,1,71,20080917,C445,8070,3,9,7\n";

  @TempDir private Path folder;

  /** What is done to a file between two steps of a run. */
  private record Change(String name, String file, Damage damage) {
    @Override
    public String toString() {
      return name;
    }
  }

  private interface Damage {
    void to(Path file) throws IOException;
  }

  static Stream<Change> changes() {
    return Stream.of(
        new Change("lines are appended", "cases.csv", f -> append(f, MORE)),
        new Change("another file takes its place", "cases.csv", f -> replace(f, "71", "72")),
        new Change(
            "a cell changes and the clock is set back",
            "cases.csv",
            f -> {
              FileTime time = Files.getLastModifiedTime(f);
              replace(f, "71", "72");
              Files.setLastModifiedTime(f, time);
            }),
        new Change("it is cut", "cases.csv", f -> Files.writeString(f, head(f))),
        new Change("it goes", "cases.csv", Files::delete),
        new Change("a Parquet file is written again", "cases.parquet", f -> parquet(f, 300)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("changes")
  void betweenTheSurveyAndTheReadingTheRunStopsByName(Change change) throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    if (change.file().endsWith(".parquet")) {
      parquet(programme.file(change.file()), 299);
      programme.replace(
          "programme.yaml", "path: cases.csv, format: csv", "path: cases.parquet, format: parquet");
    }
    Told told = run(programme, "survey", change);
    assertThat(told.exitCode()).as(told.err()).isIn(2, 5);
    assertThat(told.err()).contains("source north, file " + change.file()).contains("mend: ");
    assertThat(told.err()).doesNotContain("Zq7Canary");
    assertThat(programme.out().resolve("CURRENT")).doesNotExist();
  }

  @Test
  void afterTheReadingTheVersionSaysWhatWasRead() throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    Told told = run(programme, "check", new Change("", "cases.csv", file -> append(file, MORE)));
    assertThat(told.exitCode()).as(told.err()).isZero();
    String first = Files.readString(programme.out().resolve("CURRENT"));
    assertThat(Published.in(programme.out()).rows("accounting", "source", "north"))
        .extracting(row -> row.get("records_in"))
        .containsOnly("300");
    assertThat(Told.run(programme.programme(), programme.out()).exitCode()).isZero();
    assertThat(Files.readString(programme.out().resolve("CURRENT"))).isNotEqualTo(first);
    assertThat(Published.in(programme.out()).rows("accounting", "source", "north"))
        .extracting(row -> row.get("records_in"))
        .containsOnly("301");
  }

  /** Runs a programme, and changes its file as soon as a stage is said to have ended. */
  private static Told run(SmallProgramme programme, String stage, Change change) {
    StringWriter err = new StringWriter();
    PrintWriter watched =
        new PrintWriter(err, true) {
          private boolean done;

          @Override
          public void flush() {
            super.flush();
            if (!done && err.toString().contains(" s  " + stage)) {
              done = true;
              change(change, programme.file(change.file()));
            }
          }
        };
    int code =
        Tidemark.run(
            new PrintWriter(new StringWriter()),
            watched,
            "run",
            programme.programme().toString(),
            "--out",
            programme.out().toString(),
            "--master",
            "local[2]");
    return new Told(code, "", err.toString());
  }

  private static void change(Change change, Path file) {
    try {
      change.damage().to(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void append(Path file, String text) throws IOException {
    Files.writeString(file, text, StandardOpenOption.APPEND);
  }

  private static void replace(Path file, String piece, String by) throws IOException {
    Path other = file.resolveSibling("other");
    Files.writeString(other, Files.readString(file, UTF_8).replaceFirst(piece, by));
    Files.move(other, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
  }

  private static String head(Path file) throws IOException {
    String text = Files.readString(file, UTF_8);
    return text.substring(0, text.length() / 2);
  }

  /** The cases as Parquet, with one age changed in the second of two numbers of records. */
  private static void parquet(Path file, int changed) throws IOException {
    String cases = file.resolveSibling("cases.csv").toString();
    try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = duckdb.createStatement()) {
      statement.execute(
          ("COPY (SELECT * REPLACE (CASE WHEN id = '%d' THEN '44' ELSE age END AS age)"
                  + " FROM read_csv('%s', all_varchar = true)) TO '%s' (FORMAT parquet)")
              .formatted(changed, cases, file));
    } catch (SQLException e) {
      throw new IOException(e);
    }
  }
}
