package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A registry's export changes its columns: in each of seven forms the records are the same as
 * before, or the change is named; never does a value land in another field.
 */
@DisplayName("Schema drift")
class SchemaDriftTest {
  private static final String HEADER =
      "id,regcode,sex,age,date_of_incidence,topography,morphology,behaviour,grade,basis";

  @TempDir private Path folder;

  /** A change to every line, and what the operator is told of it. */
  private record Drift(String name, UnaryOperator<String> change, int exitCode, List<String> told) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Drift> forms() {
    return Stream.of(
        drift("a column is added", l -> l + (header(l) ? ",ward" : ",3"), "column 11 \"ward\""),
        drift(
            "a column is removed",
            l -> l.substring(0, l.lastIndexOf(',')),
            "a column that the mapping needs is missing: basis"),
        drift(
            "a column is renamed",
            l -> l.replace("morphology", "morfology"),
            "column 7 \"morfology\", perhaps morphology"),
        drift(
            "a column stands twice",
            l -> l + "," + l.split(",")[3],
            "column 11 of 11 has the name of an earlier one"),
        new Drift("columns are reordered", SchemaDriftTest::reversed, 0, List.of("0 refused")),
        drift(
            "a column is of another type",
            l -> l.replaceFirst(",(\\d{4})(\\d\\d)(\\d\\d),", ",$3.$2.$1,"),
            "rule TYPE-incidence_date: 300"),
        drift("a code is new", l -> l.replaceFirst(",\\d$", ",11"), "rule CODE-basis: 300"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("forms")
  void isHarmlessOrNamed(Drift drift) throws IOException {
    SmallProgramme programme = SmallProgramme.in(folder);
    List<String> lines = programme.text("cases.csv").lines().map(drift.change()).toList();
    assertThat(programme.text("cases.csv")).startsWith(HEADER);
    programme.write("cases.csv", String.join("\n", lines) + "\n");
    Told told = Told.command("check", programme.programme().toString(), "--master", "local[2]");
    assertThat(told.exitCode()).as(told.err()).isEqualTo(drift.exitCode());
    assertThat(drift.exitCode() == 0 ? told.out() : told.err()).contains(drift.told());
    if (drift.exitCode() != 0) {
      assertThat(told.err()).contains("north").contains("mend: ");
    }
  }

  private static Drift drift(String name, UnaryOperator<String> change, String told) {
    return new Drift(name, change, 3, List.of(told));
  }

  private static boolean header(String line) {
    return line.equals(HEADER);
  }

  private static String reversed(String line) {
    List<String> cells = new java.util.ArrayList<>(List.of(line.split(",", -1)));
    java.util.Collections.reverse(cells);
    return String.join(",", cells);
  }
}
