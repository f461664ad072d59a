package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Net survival at five years beside each other: all, by sex, by age, by stage, by deprivation. */
final class SurvivalGroups {
  private static final double HORIZON = 5;
  private static final List<String> STRATA = List.of("sex", "age_group", "stage", "deprivation");

  private final Reading reading;
  private final List<Row> rows;

  private SurvivalGroups(Reading reading) {
    this.reading = reading;
    Rows overall = SurvivalRows.overall(reading);
    Rows alike = SurvivalRows.at(SurvivalRows.like(reading, overall), HORIZON);
    this.rows =
        Stream.concat(
                Stream.of("all", "standard").flatMap(kind -> of(alike, kind)),
                STRATA.stream().flatMap(stratum -> of(alike, stratum)))
            .toList();
  }

  static Panel of(Reading reading) {
    SurvivalGroups groups = new SurvivalGroups(reading);
    boolean worth = groups.rows.stream().filter(Row::shown).count() > 1;
    return worth
        ? Panel.of(groups.figure())
        : Panel.absent(reading.absent("what.survival_groups", Rows.of(List.of())));
  }

  private static Stream<Row> of(Rows rows, String kind) {
    return rows.stream().filter(row -> kind(row).equals(kind)).sorted(order(kind));
  }

  private static Comparator<Row> order(String kind) {
    return Comparator.comparingInt((Row row) -> AgeCurve.lowerAge(row.text(kind)))
        .thenComparing(Comparator.naturalOrder());
  }

  /** Which stratum a row tells apart; of two at once it is none of them. */
  private static String kind(Row row) {
    List<String> set = STRATA.stream().filter(row::has).toList();
    if (set.size() > 1 || !set.isEmpty() && row.has("age_standard")) {
      return "";
    }
    String plain = row.has("age_standard") ? "standard" : "all";
    return set.isEmpty() ? plain : set.get(0);
  }

  private Figure figure() {
    List<IntervalDrawing.Line> lines = rows.stream().map(this::line).toList();
    String title = title();
    Row first = rows.get(0);
    return new Figure(
        "groups",
        title,
        reading.say(
            "groups.subtitle",
            "who",
            SurvivalRows.who(reading, first),
            "period",
            Period.of(first.text("period")).words()),
        IntervalDrawing.of("groups", lines, title).layouts(),
        List.of(reading.say("groups.note")),
        table(lines));
  }

  private String title() {
    Comparator<Row> byValue = Comparator.comparingDouble(row -> row.number("value"));
    List<Row> split =
        rows.stream().filter(Row::shown).filter(r -> STRATA.contains(kind(r))).toList();
    if (split.size() < 2) {
      return reading.say("groups.title_plain");
    }
    Row high = split.stream().max(byValue).orElseThrow();
    Row low = split.stream().min(byValue).orElseThrow();
    return reading.say(
        "groups.title",
        "high",
        SurvivalCurve.percent(high),
        "high_group",
        Wording.inSentence(name(high)),
        "low",
        SurvivalCurve.percent(low),
        "low_group",
        Wording.inSentence(name(low)));
  }

  private IntervalDrawing.Line line(Row row) {
    if (!row.shown()) {
      String why = reading.say("short." + row.status());
      return new IntervalDrawing.Line(
          name(row), kind(row), Double.NaN, Double.NaN, Double.NaN, why);
    }
    return new IntervalDrawing.Line(
        name(row),
        kind(row),
        100 * row.number("value"),
        100 * row.number(row.has("lower") ? "lower" : "value"),
        100 * row.number(row.has("upper") ? "upper" : "value"),
        SurvivalCurve.percent(row) + " (" + SurvivalCurve.limits(row) + ")");
  }

  private String name(Row row) {
    return switch (kind(row)) {
      case "sex" -> reading.names().of(row, "sex");
      case "age_group" -> row.text("age_group").replace('-', '\u2013') + " years";
      case "stage" -> reading.names().of(row, "stage");
      case "deprivation" -> reading.say("groups.deprivation", "group", row.text("deprivation"));
      case "standard" ->
          reading.say("groups.standard", "standard", reading.names().of(row, "age_standard"));
      default -> reading.say("groups.all");
    };
  }

  private Table table(List<IntervalDrawing.Line> lines) {
    List<List<Cell>> cells = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      Row row = rows.get(i);
      cells.add(
          List.of(
              Cell.of(lines.get(i).name()),
              row.shown() ? Cell.of(SurvivalCurve.percent(row)) : Cell.none(lines.get(i).words()),
              Cell.of(row.shown() ? SurvivalCurve.limits(row) : ""),
              Cell.of(row.has("cases") ? Wording.count(row.number("cases")) : "")));
    }
    return new Table(
        "groups-table",
        reading.say("groups.caption"),
        List.of("Group", "Net survival", "95 % CI", "Cases"),
        1,
        cells);
  }
}
