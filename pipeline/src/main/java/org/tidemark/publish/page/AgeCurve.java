package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Age-specific incidence of the group with most cases, by sex. */
final class AgeCurve {
  private static final Comparator<String> BY_AGE =
      Comparator.comparingInt(AgeCurve::lowerAge).thenComparing(Comparator.naturalOrder());

  private final Reading reading;
  private final Rows rates;
  private final List<String> ages;

  private AgeCurve(Reading reading, Rows rates) {
    this.reading = reading;
    this.rates = rates;
    TreeSet<String> groups = new TreeSet<>(BY_AGE);
    groups.addAll(rates.distinct("age_group"));
    this.ages = List.copyOf(groups);
  }

  static Panel of(Reading reading) {
    Rows rates =
        reading
            .table("incidence")
            .where("measure", "age_specific_rate")
            .where("age_group", group -> lowerAge(group) >= 0)
            .prefer("correction", "none", "unknown-age")
            .prefer("interval", "exact", "byar", "fay-feuer");
    Rows chosen = chosen(rates);
    return chosen.shown().filter(row -> row.number("value") > 0).isEmpty()
        ? Panel.absent(reading.absent("what.age", rates.filter(row -> !row.shown())))
        : Panel.of(new AgeCurve(reading, chosen).figure());
  }

  /** The age a group begins at; -1 where its name begins with no number. */
  static int lowerAge(String group) {
    int end = 0;
    while (end < Math.min(3, group.length()) && Character.isDigit(group.charAt(end))) {
      end++;
    }
    return end == 0 ? -1 : Integer.parseInt(group.substring(0, end));
  }

  private static Rows chosen(Rows rates) {
    Rows area = withMostCases(rates, "area");
    Rows cancer = withMostCases(area.latest(), "cancer");
    Rows sexes = cancer.where("sex", "1", "2");
    return sexes.shown().isEmpty() ? cancer.where("sex", "") : sexes;
  }

  private static Rows withMostCases(Rows rows, String column) {
    return rows.by(column).values().stream()
        .max(Comparator.comparingDouble(found -> found.shown().sum("cases")))
        .orElse(rows);
  }

  private Figure figure() {
    Row peak = rates.shown().top("value").orElseThrow();
    String title =
        reading.say(
            "age.title",
            "people",
            reading.names().people(peak),
            "age",
            ageWords(peak.text("age_group")),
            "value",
            Wording.rate(peak.number("value")));
    List<Line> lines =
        Stream.of("1", "2", "").map(this::line).filter(line -> !line.rows().isEmpty()).toList();
    return new Figure(
        "ages",
        title,
        reading.say(
            "age.subtitle",
            "cancer",
            reading.names().of(peak, "cancer"),
            "area",
            reading.names().of(peak, "area"),
            "period",
            Period.of(peak.text("period")).words()),
        AgeDrawing.of(lines, ages, title).layouts(),
        notes(),
        table(lines));
  }

  /**
   * The rates of one sex.
   *
   * @param code the sex
   * @param name its name
   * @param rows age group → row
   */
  record Line(String code, String name, Map<String, Row> rows) {}

  private Line line(String sex) {
    Map<String, Row> byAge = new TreeMap<>(BY_AGE);
    rates.where("sex", sex).list().forEach(row -> byAge.putIfAbsent(row.text("age_group"), row));
    return new Line(sex, reading.names().of("sex", sex), byAge);
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(List.of(reading.say("age.note")));
    if (!rates.shown().filter(row -> row.number("value") == 0).isEmpty()) {
      notes.add(reading.say("age.zero"));
    }
    int hidden = rates.size() - rates.shown().size();
    if (hidden > 0) {
      notes.add(reading.say(hidden == 1 ? "age.gap" : "age.gaps", "n", Wording.count(hidden)));
    }
    return notes;
  }

  private Table table(List<Line> lines) {
    List<String> head = new ArrayList<>(List.of("Age group"));
    lines.forEach(line -> head.addAll(List.of(line.name() + ": rate", line.name() + ": cases")));
    List<List<Cell>> rows = new ArrayList<>();
    for (String age : ages) {
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(age.replace('-', '\u2013'))));
      lines.forEach(line -> cells.addAll(cells(line.rows().get(age))));
      rows.add(cells);
    }
    return new Table("ages-table", reading.say("age.caption"), head, 1, rows);
  }

  private List<Cell> cells(Row row) {
    if (row == null || !row.shown()) {
      String why = row == null ? "" : reading.say("short." + row.status());
      return List.of(Cell.none(why), Cell.none(why));
    }
    String interval =
        row.has("lower") && row.has("upper")
            ? Wording.rate(row.number("lower")) + " to " + Wording.rate(row.number("upper"))
            : "";
    return List.of(
        Cell.of(Wording.rate(row.number("value")), interval),
        Cell.of(Wording.count(row.number("cases"))));
  }

  private static String ageWords(String group) {
    return group
        .replaceFirst("^0*(\\d+)-0*(\\d+)$", "$1 to $2")
        .replaceFirst("^(\\d+)\\+$", "$1 and over");
  }
}
