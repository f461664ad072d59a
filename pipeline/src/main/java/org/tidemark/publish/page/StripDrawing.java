package org.tidemark.publish.page;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The heat map of reports: colour, and a symbol beside the colour. */
final class StripDrawing {
  /** The most quarters a drawing has room for; the table beside it holds all. */
  static final int ROOM = 12;

  private static final int ROW = 30;

  /**
   * One site.
   *
   * @param site its name
   * @param states one a quarter
   */
  record Line(String site, List<ReportState> states) {}

  private final List<Period> quarters;
  private final List<Line> lines;
  private final String title;

  private StripDrawing(List<Period> quarters, List<Line> lines, String title) {
    int first = Math.max(0, quarters.size() - ROOM);
    this.quarters = quarters.subList(first, quarters.size());
    this.lines =
        lines.stream()
            .map(l -> new Line(l.site(), l.states().subList(first, quarters.size())))
            .toList();
    this.title = title;
  }

  static StripDrawing of(List<Period> quarters, List<Line> lines, String title) {
    return new StripDrawing(quarters, lines, title);
  }

  List<Drawing> layouts() {
    return List.of(drawing("wide", 760, 172, ROW), drawing("narrow", 328, 0, ROW + 24));
  }

  private Drawing drawing(String layout, int width, int left, int row) {
    Canvas canvas = Canvas.blank();
    double cell = (double) (width - left) / quarters.size();
    quarters(canvas, left, cell);
    double top = 38;
    for (Line line : lines) {
      double y = top + row - ROW;
      canvas.text(
          "label",
          0,
          left == 0 ? top + 18 : y + 19,
          "start",
          Wording.cut(line.site(), left == 0 ? 44 : 24));
      for (int q = 0; q < line.states().size(); q++) {
        state(canvas, line.states().get(q), left + q * cell + 1.5, y + 1.5, cell - 3, ROW - 3);
      }
      top += row;
    }
    double bottom = key(canvas, top + 14, layout.equals("wide") ? 6 : 2, width);
    return new Drawing(
        "reports-" + layout,
        layout,
        title,
        describe(),
        width,
        (int) Math.ceil(bottom),
        canvas.marks());
  }

  private void quarters(Canvas canvas, double left, double cell) {
    for (int q = 0; q < quarters.size(); q++) {
      String[] words = quarters.get(q).words().split(" ", 2);
      double x = left + (q + 0.5) * cell;
      if (q == 0 || words[1].equals("Q1")) {
        canvas.text("tick strong", left + q * cell + 1.5, 13, "start", words[0]);
      }
      canvas.text("tick", x, 30, "middle", words[1]);
    }
  }

  private static double key(Canvas canvas, double top, int columns, double width) {
    ReportState[] states = ReportState.values();
    double step = width / columns;
    for (int i = 0; i < states.length; i++) {
      double x = i % columns * step;
      double y = top + i / columns * 26;
      state(canvas, states[i], x, y, 18, 18);
      canvas.text("tick", x + 24, y + 14, "start", states[i].words());
    }
    return top + Math.ceil((double) states.length / columns) * 26;
  }

  private static void state(
      Canvas canvas, ReportState state, double x, double y, double width, double height) {
    double cx = x + width / 2;
    double cy = y + height / 2;
    if (state != ReportState.NOT_EXPECTED) {
      canvas.box("cell " + state.name().toLowerCase(Locale.ROOT), x, y, width, height);
    }
    switch (state) {
      case ON_TIME ->
          canvas.through("symbol light", List.of(cx - 5, cy, cx - 1.5, cy + 4, cx + 5, cy - 4.5));
      case LATE -> {
        canvas.disc("symbol", cx, cy, 5.5);
        canvas.through("symbol", List.of(cx, cy - 3.5, cx, cy, cx + 2.8, cy + 1.5));
      }
      case PARTIAL -> canvas.area("half", List.of(x, y, x + width, y + height, x, y + height));
      case MISSING -> {
        canvas.line("symbol", cx - 4, cy - 4, cx + 4, cy + 4);
        canvas.line("symbol", cx - 4, cy + 4, cx + 4, cy - 4);
      }
      case NOT_EXPECTED -> canvas.disc("dot", cx, cy, 1.8);
      case NO_FIGURE -> canvas.line("symbol", cx - 5, cy, cx + 5, cy);
    }
  }

  private String describe() {
    return lines.stream()
        .map(line -> line.site() + ": " + tally(line.states()))
        .collect(Collectors.joining(" "));
  }

  private static String tally(List<ReportState> states) {
    return states.stream()
        .distinct()
        .sorted()
        .map(
            s ->
                s.words().toLowerCase(Locale.ROOT)
                    + " "
                    + states.stream().filter(s::equals).count())
        .collect(Collectors.joining(", ", "", "."));
  }
}
