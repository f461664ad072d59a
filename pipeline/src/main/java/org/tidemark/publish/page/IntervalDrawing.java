package org.tidemark.publish.page;

import java.util.List;
import java.util.stream.Collectors;

/** Estimates in percent with their intervals, one below the other on one scale. */
final class IntervalDrawing {
  /**
   * One estimate.
   *
   * @param name of the group
   * @param kind groups of one kind stand together
   * @param value the estimate in percent; NaN where there is none
   * @param lower its lower limit
   * @param upper its upper limit
   * @param words the numbers, or why there are none
   */
  record Line(String name, String kind, double value, double lower, double upper, String words) {}

  private static final int GAP = 12;
  private static final int TOP = 24;

  private final String id;
  private final List<Line> lines;
  private final String title;

  private IntervalDrawing(String id, List<Line> lines, String title) {
    this.id = id;
    this.lines = lines;
    this.title = title;
  }

  static IntervalDrawing of(String id, List<Line> lines, String title) {
    return new IntervalDrawing(id, lines, title);
  }

  List<Drawing> layouts() {
    return List.of(wide(), narrow());
  }

  private Drawing wide() {
    Canvas canvas = Canvas.blank();
    Scale x = Scale.linear(0, 100, 190, 570);
    axis(canvas, x, bottom(28));
    double y = TOP;
    for (int i = 0; i < lines.size(); i++) {
      y += i > 0 && !lines.get(i).kind().equals(lines.get(i - 1).kind()) ? GAP : 0;
      canvas.text("label", 0, y + 18, "start", lines.get(i).name());
      canvas.text("value plain", 760, y + 18, "end", lines.get(i).words());
      mark(canvas, lines.get(i), x, y + 14);
      y += 28;
    }
    return drawing("wide", 760, bottom(28), canvas);
  }

  private Drawing narrow() {
    Canvas canvas = Canvas.blank();
    Scale x = Scale.linear(0, 100, 4, 322);
    axis(canvas, x, bottom(46));
    double y = TOP;
    for (int i = 0; i < lines.size(); i++) {
      y += i > 0 && !lines.get(i).kind().equals(lines.get(i - 1).kind()) ? GAP : 0;
      canvas.text("label halo", 0, y + 16, "start", lines.get(i).name());
      canvas.text("value plain halo", 328, y + 16, "end", lines.get(i).words());
      mark(canvas, lines.get(i), x, y + 30);
      y += 46;
    }
    return drawing("narrow", 328, bottom(46), canvas);
  }

  private Drawing drawing(String layout, int width, int height, Canvas canvas) {
    return new Drawing(
        id + "-" + layout, layout, title, describe(), width, height + 6, canvas.marks());
  }

  private int bottom(int row) {
    long kinds = lines.stream().map(Line::kind).distinct().count();
    return (int) (TOP + lines.size() * row + (kinds - 1) * GAP);
  }

  private static void axis(Canvas canvas, Scale x, int bottom) {
    for (int tick = 0; tick <= 100; tick += 25) {
      canvas.line("grid", x.at(tick), TOP - 6, x.at(tick), bottom);
      // Where the axis reaches the edge of the drawing, its last labels stay inside.
      String edge = tick == 0 ? "start" : "end";
      String anchor = x.at(0) < 20 && tick % 100 == 0 ? edge : "middle";
      canvas.text("tick", x.at(tick), TOP - 11, anchor, tick + Wording.NBSP + "%");
    }
  }

  private static void mark(Canvas canvas, Line line, Scale x, double y) {
    if (Double.isNaN(line.value())) {
      return;
    }
    double lower = x.at(Math.max(0, line.lower()));
    double upper = x.at(Math.min(100, line.upper()));
    canvas.line("limits", lower, y, upper, y);
    canvas.line("limits", lower, y - 4, lower, y + 4).line("limits", upper, y - 4, upper, y + 4);
    canvas.disc("marker a", x.at(Math.min(100, line.value())), y, 4.5);
  }

  private String describe() {
    return lines.stream()
        .map(line -> line.name() + ": " + line.words())
        .collect(Collectors.joining("; ", "", "."));
  }
}
