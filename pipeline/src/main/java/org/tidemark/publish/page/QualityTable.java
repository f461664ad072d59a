package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The data quality indices of each registry, all its cancers and years together. */
final class QualityTable {
  private static final List<String> ORDER =
      List.of("mv", "dco", "clinical", "basis_unknown", "psu", "age_unknown");

  /** Indices that are no shares of cases. */
  private static final List<String> OTHERS =
      List.of("stability", "age_curve", "sources_per_case", "registration_days");

  private QualityTable() {}

  static Optional<Table> of(Reading reading) {
    Rows all =
        reading
            .table("quality")
            .where("cancer", "")
            .where("sex", "")
            .filter(row -> !OTHERS.contains(row.text("index")))
            .filter(row -> !row.text("index").startsWith("childhood_"));
    String registry = all.filter(row -> row.has("source")).isEmpty() ? "area" : "source";
    Rows rows = all.filter(row -> row.has(registry));
    if (rows.isEmpty()) {
      return Optional.empty();
    }
    List<Rows> units =
        rows.distinct(registry).stream().map(u -> rows.where(registry, u).latest()).toList();
    List<String> head = new ArrayList<>(List.of("Index"));
    units.forEach(unit -> head.add(head(reading, unit, registry)));
    List<List<Cell>> lines = new ArrayList<>(List.of(cases(units)));
    ordered(rows).forEach(index -> lines.add(line(reading, units, index)));
    return Optional.of(new Table("quality-table", reading.say("quality.caption"), head, 1, lines));
  }

  private static String head(Reading reading, Rows unit, String registry) {
    Row first = unit.list().get(0);
    String name = reading.names().of(first, registry);
    Rows told = reading.table("finding").where("source", first.text("source"));
    for (String kind : List.of("HOSPITAL", "PATHOLOGY")) {
      if (first.has("source") && !told.where("rule", "REGISTRY-" + kind).isEmpty()) {
        name += " (" + reading.say("quality.registry_" + kind) + ")";
      }
    }
    return name + ", " + Period.of(first.text("period")).words();
  }

  private static List<Cell> cases(List<Rows> units) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of("Cases")));
    for (Rows unit : units) {
      cells.add(unit.top("denominator").map(QualityTable::denominator).orElse(Cell.of("")));
    }
    return cells;
  }

  private static Cell denominator(Row row) {
    return Cell.of(Wording.count(row.number("denominator")));
  }

  private static List<String> ordered(Rows rows) {
    List<String> present = List.copyOf(rows.distinct("index"));
    return Stream.concat(
            ORDER.stream().filter(present::contains),
            present.stream().filter(index -> !ORDER.contains(index)))
        .toList();
  }

  private static List<Cell> line(Reading reading, List<Rows> units, String index) {
    List<Cell> cells = new ArrayList<>(List.of(Cell.of(reading.names().of("index", index))));
    for (Rows unit : units) {
      double factor = Share.factor(unit);
      cells.add(
          unit.where("index", index).stream()
              .findFirst()
              .map(row -> cell(reading, row, factor))
              .orElse(Cell.none(reading.say("quality.none"))));
    }
    return cells;
  }

  private static Cell cell(Reading reading, Row row, double factor) {
    if (!row.shown()) {
      return Cell.none(Wording.capital(reading.say("short." + row.status())));
    }
    String count =
        row.has("numerator")
            ? "n" + Wording.NBSP + "=" + Wording.NBSP + Wording.count(row.number("numerator"))
            : "";
    return Cell.of(Wording.percent(factor * row.number("value"), row.number("denominator")), count);
  }
}
