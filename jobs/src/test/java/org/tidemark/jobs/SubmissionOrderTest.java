package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Four submissions of two sites for one quarter: a first report with two specimens, a correction of
 * it that has one of them, with another date, and a new one; a report of the other site; and word
 * that the other site takes its report back. In whatever order they come, the same two specimens
 * count.
 */
@DisplayName("Submissions in any order")
class SubmissionOrderTest {
  private static final String PROGRAMME =
      """
      programme: order
      title: {en: Order}
      as_of: 2022-03-31
      sources:
        - {id: sites, table: site, path: site.csv, mapping: shared}
        - {id: datasets, table: dataset, path: dataset.csv, mapping: shared}
        - {id: expectations, table: report_expectation, path: expectation.csv, mapping: shared}
        - {id: submissions, table: report_submission, path: "in/*-submission.csv", mapping: shared}
        - {id: specimens, table: path_specimen, path: "in/*-specimen.csv", mapping: shared}
      analyses:
        indicators:
          - {codes: [REP-01, PAT-01], levels: [site], periods: [quarter]}
      disclosure: none
      """;

  private static final List<String> SUBMISSIONS =
      List.of(
          "A1,PATHOLOGY,A,2021Q4,2022-01-10T08:00:00,2022-01-10T08:00:00,,1\n",
          "A2,PATHOLOGY,A,2021Q4,2022-01-20T08:00:00,2022-01-20T08:00:00,,2\n",
          "B1,PATHOLOGY,B,2021Q4,2022-01-15T08:00:00,2022-01-15T08:00:00,,1\n",
          "B2,PATHOLOGY,B,2021Q4,2022-02-01T08:00:00,,2022-02-01T08:00:00,2\n");

  private static final List<String> SPECIMENS =
      List.of(
          "s1,A,BIOPSY,2021-11-01T09:00:00,2021-11-09T09:00:00,A1\n"
              + "s2,A,BIOPSY,2021-11-02T09:00:00,2021-11-09T09:00:00,A1\n",
          "s1,A,BIOPSY,2021-11-01T09:00:00,2021-11-05T09:00:00,A2\n"
              + "s3,A,BIOPSY,2021-11-03T09:00:00,2021-11-09T09:00:00,A2\n",
          "s4,B,BIOPSY,2021-11-01T09:00:00,2021-11-09T09:00:00,B1\n",
          "");

  @TempDir private static Path folder;
  private static Path programme;
  private static Path out;

  @BeforeAll
  static void publishInTheOrderOfTheirVersions() throws IOException {
    write("site.csv", "site_id,name\nA,One\nB,Two\n");
    write(
        "dataset.csv",
        "dataset,timely_days,period_type,tables\nPATHOLOGY,60,quarter,path_specimen\n");
    write(
        "expectation.csv",
        "dataset,site_id,period,expected\nPATHOLOGY,A,2021Q4,true\nPATHOLOGY,B,2021Q4,true\n");
    programme = write("programme.yaml", PROGRAMME);
    out = folder.resolve("out");
    arrive(List.of(0, 1, 2, 3));
    Published.run(programme, out);
  }

  @Test
  void theCorrectionCountsAndWhatWasTakenBackIsOwedAgain() {
    Published published = Published.in(out);
    Map<String, String> one = value(published, "PAT-01", "A");
    assertThat(one).containsEntry("denominator", "2");
    assertThat(published.rows("indicator", "indicator", "PAT-01", "unit_id", "B"))
        .allSatisfy(row -> assertThat(row.get("status")).isEqualTo("NOT_REPORTED"));
    assertThat(value(published, "REP-01", "A")).containsEntry("numerator", "1");
    assertThat(value(published, "REP-01", "B")).containsEntry("numerator", "0");
    assertThat(published.rows("accounting", "stage", "resolve"))
        .filteredOn(row -> !row.get("reason").isEmpty())
        .extracting(row -> row.get("file") + " " + row.get("reason") + " " + row.get("merged"))
        .containsExactlyInAnyOrder(
            "in/0-specimen.csv superseded 2",
            "in/2-specimen.csv withdrawn 1",
            "in/2-submission.csv withdrawn 1",
            "in/3-submission.csv withdrawn 1");
  }

  @Test
  void allOrdersGiveTheSameVersion() throws IOException {
    String current = Files.readString(out.resolve("CURRENT"));
    List<List<Integer>> orders = orders(new ArrayList<>(), new ArrayList<>());
    assertThat(orders).hasSize(24).doesNotHaveDuplicates();
    TreeSet<String> others = new TreeSet<>();
    for (List<Integer> order : orders) {
      arrive(order);
      Told told = Told.run(programme, out);
      assertThat(told.exitCode()).as(told.err()).isZero();
      if (!told.err().contains("nothing to do: " + current.split(" ")[0])) {
        others.add(order.toString());
      }
    }
    assertThat(others).as("orders that would publish another version").isEmpty();
    assertThat(Files.readString(out.resolve("CURRENT"))).isEqualTo(current);
  }

  /** One submission after the other: when the last is in, all is as if they had come at once. */
  @Test
  void comingOneByOneTheyEndInTheSameFigures() throws IOException {
    Map<String, byte[]> expected = Published.in(out).figures();
    Path other = folder.resolve("other");
    for (int arrived = 1; arrived <= SUBMISSIONS.size(); arrived++) {
      arrive(List.of(3, 1, 2, 0).subList(0, arrived));
      Told told = Told.run(programme, other);
      assertThat(told.exitCode()).as(told.err()).isIn(0, 3);
    }
    Map<String, byte[]> figures = Published.in(other).figures();
    assertThat(figures.keySet()).isEqualTo(expected.keySet());
    expected.forEach(
        (file, bytes) -> assertThat(figures.get(file)).as(file).containsExactly(bytes));
  }

  private static Map<String, String> value(Published published, String indicator, String site) {
    return Published.one(
        published.rows("indicator", "indicator", indicator, "unit_id", site, "period", "2021Q4"),
        "statistic",
        indicator.equals("REP-01") ? "share" : "median",
        "stratum",
        "");
  }

  /** Puts the submissions into the inbox, named by the order in which they came. */
  private static void arrive(List<Integer> order) throws IOException {
    Path in = Files.createDirectories(folder.resolve("in"));
    try (Stream<Path> old = Files.list(in)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (int place = 0; place < order.size(); place++) {
      int sent = order.get(place);
      write(
          "in/" + place + "-submission.csv",
          "submission_id,dataset,site_id,period,received_at,completed_at,withdrawn_at,version\n"
              + SUBMISSIONS.get(sent));
      if (!SPECIMENS.get(sent).isEmpty()) {
        write(
            "in/" + place + "-specimen.csv",
            "specimen_id,site_id,specimen_type,received_at,reported_at,submission_id\n"
                + SPECIMENS.get(sent));
      }
    }
  }

  private static List<List<Integer>> orders(List<Integer> begun, List<List<Integer>> all) {
    if (begun.size() == SUBMISSIONS.size()) {
      all.add(List.copyOf(begun));
    }
    for (int next = 0; next < SUBMISSIONS.size(); next++) {
      if (!begun.contains(next)) {
        begun.add(next);
        orders(begun, all);
        begun.remove(begun.size() - 1);
      }
    }
    return all;
  }

  private static Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }
}
