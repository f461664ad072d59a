package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Sites × quarters: what was reported, late or missing. */
final class ReportingStrip {
  private final Reading reading;
  private final Rows received;
  private final Rows onTime;
  private final List<Period> quarters;
  private final SortedMap<String, Map<Period, Row>> bySite = new TreeMap<>();

  private ReportingStrip(Reading reading) {
    this.reading = reading;
    this.received = siteQuarters(reading, "REP-01");
    this.onTime = siteQuarters(reading, "REP-02");
    TreeSet<Period> periods = new TreeSet<>();
    for (Row row : received.list()) {
      Period period = Period.of(row.text("period"));
      periods.add(period);
      bySite.computeIfAbsent(row.text("unit_id"), s -> new TreeMap<>()).putIfAbsent(period, row);
    }
    this.quarters = List.copyOf(periods);
  }

  static Panel of(Reading reading) {
    ReportingStrip strip = new ReportingStrip(reading);
    return strip.received.isEmpty()
        ? Panel.absent(reading.absent("what.strip", strip.received))
        : Panel.of(strip.figure());
  }

  private static Rows siteQuarters(Reading reading, String indicator) {
    return reading
        .table("indicator")
        .where("indicator", indicator)
        .where("level", "site")
        .where("stratum", "")
        .where("period", period -> Period.of(period).isQuarter());
  }

  private ReportState state(String site, Period quarter) {
    Row row = bySite.get(site).get(quarter);
    if (row == null) {
      return ReportState.NOT_EXPECTED;
    }
    Row timely =
        onTime.where("unit_id", site).where("period", quarter.code()).stream()
            .findFirst()
            .orElse(row);
    return ReportState.of(row, timely);
  }

  private Figure figure() {
    Map<ReportState, Integer> counts = new EnumMap<>(ReportState.class);
    List<StripDrawing.Line> lines = new ArrayList<>();
    for (String site : bySite.keySet()) {
      List<ReportState> states = quarters.stream().map(q -> state(site, q)).toList();
      states.forEach(state -> counts.merge(state, 1, Integer::sum));
      lines.add(new StripDrawing.Line(reading.names().of("unit_id", site), states));
    }
    String title = title(counts);
    String period = quarters.get(0).words() + " to " + quarters.get(quarters.size() - 1).words();
    return new Figure(
        "reports",
        title,
        reading.say("strip.subtitle", "period", period),
        StripDrawing.of(quarters, lines, title).layouts(),
        notes(),
        table(lines, period));
  }

  private List<String> notes() {
    String note = reading.say("strip.note");
    return quarters.size() <= StripDrawing.ROOM
        ? List.of(note)
        : List.of(note, reading.say("strip.last", "n", Wording.count(StripDrawing.ROOM)));
  }

  private String title(Map<ReportState, Integer> counts) {
    int expected =
        counts.entrySet().stream()
            .filter(e -> e.getKey() != ReportState.NOT_EXPECTED)
            .mapToInt(Map.Entry::getValue)
            .sum();
    return reading.say(
        "strip.title",
        "ontime",
        Wording.count(counts.getOrDefault(ReportState.ON_TIME, 0)),
        "expected",
        Wording.count(expected),
        "late",
        Wording.count(counts.getOrDefault(ReportState.LATE, 0)),
        "partial",
        Wording.count(counts.getOrDefault(ReportState.PARTIAL, 0)),
        "missing",
        Wording.count(counts.getOrDefault(ReportState.MISSING, 0)));
  }

  private Table table(List<StripDrawing.Line> lines, String period) {
    List<String> head = new ArrayList<>(List.of("Site"));
    quarters.forEach(quarter -> head.add(quarter.words()));
    List<List<Cell>> rows = new ArrayList<>();
    int index = 0;
    for (String site : bySite.keySet()) {
      StripDrawing.Line line = lines.get(index++);
      List<Cell> cells = new ArrayList<>(List.of(Cell.of(line.site())));
      for (int q = 0; q < quarters.size(); q++) {
        cells.add(cell(bySite.get(site).get(quarters.get(q)), line.states().get(q)));
      }
      rows.add(cells);
    }
    return new Table(
        "reports-table", reading.say("strip.caption", "period", period), head, head.size(), rows);
  }

  private static Cell cell(Row row, ReportState state) {
    boolean counted = row != null && row.has("numerator") && row.has("denominator");
    String counts =
        counted
            ? Wording.count(row.number("numerator"))
                + " of "
                + Wording.count(row.number("denominator"))
            : "";
    return Cell.of(state.words(), state == ReportState.NOT_EXPECTED ? "" : counts);
  }
}
