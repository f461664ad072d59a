package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tidemark.model.Status;

/** What is not in the figures, and why: records, findings, and figures withheld. */
final class LeftOut {
  private static final List<String> ESTIMATED =
      List.of("incidence", "survival", "quality", "indicator", "evaluation");

  private LeftOut() {}

  /** Tables of what was left out; those with nothing to say are absent. */
  static List<Table> of(Reading reading) {
    List<Table> tables = new ArrayList<>();
    RefusedFiles.of(reading).ifPresent(tables::add);
    records(reading).ifPresent(tables::add);
    SurvivalLeftOut.table(reading).ifPresent(tables::add);
    withheld(reading).ifPresent(tables::add);
    findings(reading).ifPresent(tables::add);
    return tables;
  }

  /** Records refused or merged, by source and reason: sums over files, whatever their names. */
  private static Optional<Table> records(Reading reading) {
    Rows out =
        SentOnce.accounting(reading)
            .filter(row -> row.number("rejected") > 0 || row.number("merged") > 0);
    Map<List<String>, double[]> sums = new LinkedHashMap<>();
    for (String source : out.distinct("source")) {
      for (Row row : out.where("source", source).list()) {
        double[] sum =
            sums.computeIfAbsent(
                List.of(source, row.text("stage"), row.text("reason")), k -> new double[2]);
        sum[0] += row.number("rejected");
        sum[1] += row.number("merged");
      }
    }
    List<List<Cell>> lines = new ArrayList<>();
    sums.keySet().stream()
        .sorted((a, b) -> String.join("\u0000", a).compareTo(String.join("\u0000", b)))
        .forEach(key -> lines.add(recordLine(reading, key, sums.get(key))));
    return table(
        "records-table",
        reading.say("left.records"),
        List.of("Source", "Reason", "Refused", "Merged"),
        2,
        lines);
  }

  private static List<Cell> recordLine(Reading reading, List<String> key, double[] sum) {
    return List.of(
        Cell.of(
            reading.names().of("source", key.get(0)), reading.say("left.at", "stage", key.get(1))),
        rule(reading, key.get(2)),
        Cell.of(Wording.count(sum[0])),
        Cell.of(Wording.count(sum[1])));
  }

  /** The rule in words with its code beneath, or the code alone. */
  static Cell rule(Reading reading, String code) {
    String words = reading.names().of("rule", code);
    return words.equals(code) ? Cell.of(code) : Cell.of(words, code);
  }

  private static Optional<Table> withheld(Reading reading) {
    List<Status> statuses =
        List.of(
            Status.SUPPRESSED,
            Status.INSUFFICIENT,
            Status.NOT_REPORTED,
            Status.NOT_APPLICABLE,
            Status.LOW_COVERAGE,
            Status.LOW_RELIABILITY);
    List<List<Cell>> lines = new ArrayList<>();
    for (String name : ESTIMATED) {
      Rows rows = reading.table(name);
      if (!rows.isEmpty()) {
        List<Cell> cells = new ArrayList<>(List.of(Cell.of(reading.names().of("table", name))));
        cells.add(Cell.of(Wording.count(rows.size())));
        for (Status status : statuses) {
          cells.add(Cell.of(Wording.count(rows.size(status))));
        }
        lines.add(cells);
      }
    }
    List<String> head = new ArrayList<>(List.of("Table", "Rows"));
    statuses.forEach(status -> head.add(Wording.capital(reading.say("short." + status))));
    return table("withheld-table", reading.say("left.withheld"), head, 1, lines);
  }

  private static Optional<Table> findings(Reading reading) {
    Rows findings = SurvivalLeftOut.otherFindings(reading);
    List<List<Cell>> lines = new ArrayList<>();
    for (String rule : findings.distinct("rule")) {
      Rows own = findings.where("rule", rule);
      for (String severity : own.distinct("severity")) {
        Rows rows = own.where("severity", severity);
        List<String> sources =
            rows.distinct("source").stream().map(s -> reading.names().of("source", s)).toList();
        lines.add(
            List.of(
                rule(reading, rule),
                Cell.of(reading.names().of("severity", severity)),
                Cell.of(String.join(", ", sources)),
                Cell.of(Wording.count(rows.sum("count")))));
      }
    }
    return table(
        "finding-table",
        reading.say("left.findings"),
        List.of("Check", "Severity", "Sources", "Records"),
        3,
        lines);
  }

  /** A table, or nothing where it has no lines. */
  static Optional<Table> table(
      String id, String caption, List<String> head, int words, List<List<Cell>> lines) {
    return lines.isEmpty()
        ? Optional.empty()
        : Optional.of(new Table(id, caption, head, words, lines));
  }
}
