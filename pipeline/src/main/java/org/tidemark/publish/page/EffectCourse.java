package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The effect before and after the start, period by period, of one question. */
final class EffectCourse {
  /** The most questions that are drawn; the tables hold all. */
  private static final int MOST = 3;

  private static final String EFFECT = "effect by periods since the start";
  private static final String BAND = "band of the effects by periods since the start";

  private final Reading reading;
  private final Row answer;
  private final String how;
  private final List<Point> points;

  private EffectCourse(Reading reading, Row answer) {
    this.reading = reading;
    this.answer = answer;
    this.how = answer.text("estimand").replaceFirst("^" + EvaluationRows.MEAN, "");
    this.points = points();
  }

  /**
   * One period before or after the start.
   *
   * @param time periods since the start, below 0 before it
   * @param effect the estimate with its own limits
   * @param band its limits that hold for all times at once; empty where it has none
   */
  record Point(int time, Row effect, Optional<Row> band) {
    double lower() {
      return band.orElse(effect).number("lower");
    }

    double upper() {
      return band.orElse(effect).number("upper");
    }

    boolean banded() {
      return band.isPresent() && band.get().has("lower") && band.get().has("upper");
    }
  }

  /** The courses of the first questions that have one. */
  static List<Panel> of(Reading reading) {
    List<EffectCourse> courses =
        EvaluationRows.answers(reading).stream()
            .filter(row -> row.text("method").equals(EvaluationRows.STAGGERED))
            .map(row -> new EffectCourse(reading, row))
            .filter(course -> course.points.size() > 1)
            .limit(MOST)
            .toList();
    List<Panel> panels = new ArrayList<>();
    for (EffectCourse course : courses) {
      panels.add(Panel.of(course.figure("effects-" + (panels.size() + 1))));
    }
    return List.copyOf(panels);
  }

  private List<Point> points() {
    Rows own =
        EvaluationRows.all(reading)
            .where("method", EvaluationRows.STAGGERED)
            .where("indicator", answer.text("indicator"))
            .where("question", answer.text("question"))
            .where("cohort", "")
            .shown();
    Map<Integer, Row> effects = byTime(own.where("estimand", EFFECT + how));
    Map<Integer, Row> bands = byTime(own.where("estimand", BAND + how));
    List<Point> found = new ArrayList<>();
    effects.forEach(
        (time, row) -> found.add(new Point(time, row, Optional.ofNullable(bands.get(time)))));
    return List.copyOf(found);
  }

  /** Event times are written e-2, e+3. */
  private static Map<Integer, Row> byTime(Rows rows) {
    Map<Integer, Row> byTime = new TreeMap<>();
    rows.where("time", time -> time.matches("e[+-]\\d{1,6}"))
        .list()
        .forEach(row -> byTime.putIfAbsent(Integer.parseInt(row.text("time").substring(1)), row));
    return byTime;
  }

  private Figure figure(String id) {
    String indicator = reading.names().indicatorName(answer.text("indicator"));
    String title =
        reading.say(
            "course.title", "indicator", indicator, "reading", Wording.inSentence(finding()));
    String subtitle =
        reading.say(
            "course.subtitle",
            "how",
            how,
            "method",
            reading.names().of(answer, "method"),
            "question",
            reading.names().of(answer, "question"));
    return new Figure(
        id, title, subtitle, EffectDrawing.of(id, points, title).layouts(), notes(), table(id));
  }

  private String finding() {
    String sentence = answer.shown() ? answer.text("reading") : "";
    return sentence.isEmpty() ? reading.say("course.plain") : sentence.replaceFirst("\\.$", "");
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(List.of(reading.say("course.note")));
    if (answer.has("assumptions")) {
      notes.add(reading.say("course.assumed", "what", answer.text("assumptions")));
    }
    return notes;
  }

  private Table table(String id) {
    List<List<Cell>> cells = new ArrayList<>();
    for (Point point : points) {
      Row row = point.effect();
      cells.add(
          List.of(
              Cell.of(time(point.time())),
              Cell.of(EvaluationWords.signed(row, row.number("value"))),
              Cell.of(limits(row)),
              Cell.of(point.band().map(EffectCourse::limits).orElse(""))));
    }
    return new Table(
        id + "-table",
        reading.say("course.caption", "question", EvaluationWords.indicator(reading, answer)),
        List.of("Periods since the start", "Effect", "95 % CI", "95 % band, all times at once"),
        1,
        cells);
  }

  private static String limits(Row row) {
    return row.has("lower") && row.has("upper")
        ? Wording.rate(row.number("lower")) + " to " + Wording.rate(row.number("upper"))
        : "";
  }

  /** A time with its sign: −2, 0, +3. */
  static String time(int time) {
    return time > 0 ? "+" + time : Wording.count(time);
  }
}
