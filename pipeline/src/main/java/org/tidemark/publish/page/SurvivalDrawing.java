package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The points of a survival curve, the band of their intervals, the number at risk below. */
final class SurvivalDrawing {
  private static final int TOP = 16;
  private static final int FLOOR = 296;

  private final List<Row> rows;
  private final String title;
  private final Scale y = Scale.linear(0, 100, FLOOR, TOP);

  private SurvivalDrawing(List<Row> rows, String title) {
    this.rows = rows;
    this.title = title;
  }

  static SurvivalDrawing of(List<Row> rows, String title) {
    return new SurvivalDrawing(rows, title);
  }

  List<Drawing> layouts() {
    return List.of(drawing("wide", 760, 56, 40), drawing("narrow", 328, 46, 24));
  }

  private Drawing drawing(String layout, int width, int left, int right) {
    Canvas canvas = Canvas.blank();
    double longest = rows.get(rows.size() - 1).number("years");
    Scale x = Scale.linear(0, longest, left, width - right);
    axes(canvas, left, width - right, x, longest);
    if (rows.stream().allMatch(row -> row.has("lower") && row.has("upper"))) {
      canvas.area("band", band(x));
    }
    canvas.through("line a", curve(x));
    points(canvas, x);
    atRisk(canvas, left, x);
    return new Drawing(
        "survival-" + layout, layout, title, describe(), width, FLOOR + 92, canvas.marks());
  }

  private void axes(Canvas canvas, int left, int right, Scale x, double longest) {
    for (int tick = 0; tick <= 100; tick += 25) {
      canvas.line(tick == 0 ? "zero" : "grid", left, y.at(tick), right, y.at(tick));
      canvas.text("tick", left - 8, y.at(tick) + 4, "end", tick + Wording.NBSP + "%");
    }
    for (int year = 0; year <= longest; year++) {
      canvas.line("zero", x.at(year), FLOOR, x.at(year), FLOOR + 5);
      canvas.text("tick", x.at(year), FLOOR + 20, "middle", Integer.toString(year));
    }
    canvas.text("axis", left, FLOOR + 40, "start", "Years since diagnosis");
  }

  private List<Double> band(Scale x) {
    List<Double> outline = new ArrayList<>(List.of(x.at(0), y.at(100)));
    rows.forEach(row -> outline.addAll(List.of(x.at(row.number("years")), at(row, "upper"))));
    for (int i = rows.size() - 1; i >= 0; i--) {
      outline.addAll(List.of(x.at(rows.get(i).number("years")), at(rows.get(i), "lower")));
    }
    return outline;
  }

  private List<Double> curve(Scale x) {
    List<Double> points = new ArrayList<>(List.of(x.at(0), y.at(100)));
    rows.forEach(row -> points.addAll(List.of(x.at(row.number("years")), at(row, "value"))));
    return points;
  }

  private void points(Canvas canvas, Scale x) {
    for (Row row : rows) {
      double cx = x.at(row.number("years"));
      canvas.line("interval a", cx, at(row, "lower"), cx, at(row, "upper"));
      canvas.disc("marker a", cx, at(row, "value"), 4.5);
      boolean last = row.equals(rows.get(rows.size() - 1));
      double left = last ? cx + 6 : cx + 3;
      String anchor = last ? "end" : "start";
      canvas.text("value", left, at(row, "upper") - 10, anchor, SurvivalCurve.percent(row));
    }
  }

  private void atRisk(Canvas canvas, int left, Scale x) {
    canvas.line(
        "rule", 0, FLOOR + 52, x.at(rows.get(rows.size() - 1).number("years")) + 24, FLOOR + 52);
    canvas.text("axis strong", 0, FLOOR + 70, "start", "Number at risk");
    boolean close = x.at(rows.get(0).number("years")) - left < 40;
    String all = Wording.count(rows.get(0).number("cases"));
    canvas.text("tick", close ? left + 4 : left, FLOOR + 88, close ? "end" : "middle", all);
    for (Row row : rows) {
      if (row.has("at_risk")) {
        double cx = x.at(row.number("years"));
        canvas.text("tick", cx, FLOOR + 88, "middle", Wording.count(row.number("at_risk")));
      }
    }
  }

  private double at(Row row, String column) {
    double percent = 100 * (row.has(column) ? row.number(column) : row.number("value"));
    return y.at(Math.min(100, Math.max(0, percent)));
  }

  private String describe() {
    return rows.stream()
        .map(
            row ->
                Wording.count(row.number("years"))
                    + " years: "
                    + SurvivalCurve.percent(row)
                    + " ("
                    + SurvivalMessage.interval(row)
                    + ")")
        .collect(Collectors.joining("; ", "Net survival after ", "."));
  }
}
