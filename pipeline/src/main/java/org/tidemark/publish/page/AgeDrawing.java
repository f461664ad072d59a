package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Age-specific rates on a log axis, with a lane of their own for rates of zero. */
final class AgeDrawing {
  private static final int TOP = 14;
  private static final int HEIGHT = 300;
  private static final int ZERO = TOP + HEIGHT + 22;

  private final List<AgeCurve.Line> lines;
  private final List<String> ages;
  private final String title;
  private final Scale y;
  private final boolean zeros;

  private AgeDrawing(List<AgeCurve.Line> lines, List<String> ages, String title) {
    this.lines = lines;
    this.ages = ages;
    this.title = title;
    List<Row> drawn =
        lines.stream().flatMap(line -> line.rows().values().stream()).filter(Row::shown).toList();
    List<Double> values = new ArrayList<>();
    drawn.forEach(row -> values.addAll(List.of(row.number("value"), row.number("upper"))));
    drawn.forEach(row -> values.add(row.number("lower")));
    values.removeIf(v -> v.isNaN() || v <= 0);
    double smallest =
        drawn.stream().mapToDouble(r -> r.number("value")).filter(v -> v > 0).min().orElseThrow();
    double largest = values.stream().mapToDouble(v -> v).max().orElseThrow();
    this.y = Scale.log(smallest, largest, TOP + HEIGHT, TOP);
    this.zeros = drawn.stream().anyMatch(row -> row.number("value") == 0);
  }

  static AgeDrawing of(List<AgeCurve.Line> lines, List<String> ages, String title) {
    return new AgeDrawing(lines, ages, title);
  }

  List<Drawing> layouts() {
    return List.of(drawing("wide", 760, 56, 78), drawing("narrow", 328, 46, 12));
  }

  private Drawing drawing(String layout, int width, int left, int right) {
    Canvas canvas = Canvas.blank();
    double step = (double) (width - left - right) / ages.size();
    axes(canvas, left, width - right, step);
    for (AgeCurve.Line line : lines) {
      line(canvas, line, left, step);
    }
    names(canvas, left, step, layout.equals("narrow"));
    int floor = zeros ? ZERO : TOP + HEIGHT;
    canvas.text("axis", left, floor + 44, "start", "Age group, from (years)");
    return new Drawing(
        "ages-" + layout, layout, title, describe(), width, floor + 52, canvas.marks());
  }

  private void axes(Canvas canvas, int left, int right, double step) {
    for (double power : y.powers()) {
      canvas.line("grid", left, y.at(power), right, y.at(power));
      String label =
          power < 1
              ? Wording.decimal(power, (int) -Math.round(Math.log10(power)))
              : Wording.count(power);
      canvas.text("tick", left - 8, y.at(power) + 4, "end", label);
    }
    if (zeros) {
      canvas.line("zero", left, ZERO, right, ZERO);
      canvas.text("tick", left - 8, ZERO + 4, "end", "0");
    }
    int floor = zeros ? ZERO : TOP + HEIGHT;
    int every = (int) Math.ceil(34 / step);
    for (int i = 0; i < ages.size(); i += every) {
      String label = ages.get(i).replace('-', '\u2013');
      String from = label.replaceFirst("\u2013.*", "");
      canvas.text("tick", left + (i + 0.5) * step, floor + 22, "middle", step < 44 ? from : label);
    }
  }

  private void line(Canvas canvas, AgeCurve.Line line, int left, double step) {
    List<Double> run = new ArrayList<>();
    for (int i = 0; i < ages.size(); i++) {
      Row row = line.rows().get(ages.get(i));
      double x = left + (i + 0.5) * step;
      if (row == null || !row.shown() || row.number("value") <= 0) {
        canvas.through("line " + css(line), run);
        run = new ArrayList<>();
      } else {
        run.addAll(List.of(x, y.at(row.number("value"))));
        interval(canvas, line, row, x);
      }
    }
    canvas.through("line " + css(line), run);
    for (int i = 0; i < ages.size(); i++) {
      marker(canvas, line, line.rows().get(ages.get(i)), left + (i + 0.5) * step);
    }
  }

  private void interval(Canvas canvas, AgeCurve.Line line, Row row, double x) {
    if (row.has("lower") && row.has("upper")) {
      double lowest =
          Math.min(
              TOP + HEIGHT, row.number("lower") > 0 ? y.at(row.number("lower")) : TOP + HEIGHT);
      canvas.line("interval " + css(line), x, lowest, x, y.at(row.number("upper")));
    }
  }

  private void marker(Canvas canvas, AgeCurve.Line line, Row row, double x) {
    if (row == null || !row.shown()) {
      return;
    }
    boolean zero = row.number("value") == 0;
    double at = zero ? ZERO : y.at(row.number("value"));
    // Zeroes of both sexes would lie on each other.
    double aside = zero ? lines.indexOf(line) * 10 - 5 * (lines.size() - 1) : 0;
    String style = "marker " + (zero ? "open " : "") + css(line);
    if (line.code().equals("2")) {
      canvas.triangle(style, x + aside, at, 4.6);
    } else {
      canvas.disc(style, x + aside, at, 4);
    }
  }

  /** Names at the end of the lines; in the narrow layout above their last point. */
  private void names(Canvas canvas, int left, double step, boolean narrow) {
    double taken = Double.NaN;
    for (AgeCurve.Line line : lines) {
      int last = last(line);
      double at = height(line.rows().get(ages.get(last)));
      double apart =
          Double.isNaN(taken) || Math.abs(at - taken) > 16
              ? at
              : taken + Math.copySign(16, at - taken);
      taken = apart;
      if (narrow) {
        key(canvas, line, left);
      } else {
        canvas.text(
            "name " + css(line), left + (last + 0.5) * step + 12, apart + 4, "start", line.name());
      }
    }
  }

  /** Where a rate stands; a line without any case has its name beside the zero. */
  private double height(Row row) {
    boolean positive = row != null && row.shown() && row.number("value") > 0;
    return positive ? y.at(row.number("value")) : ZERO;
  }

  private void key(Canvas canvas, AgeCurve.Line line, int left) {
    double at = TOP + 14 + 20 * lines.indexOf(line);
    if (line.code().equals("2")) {
      canvas.triangle("marker " + css(line), left + 14, at - 4, 4.6);
    } else {
      canvas.disc("marker " + css(line), left + 14, at - 4, 4);
    }
    canvas.text("name " + css(line), left + 24, at, "start", line.name());
  }

  private int last(AgeCurve.Line line) {
    for (int i = ages.size() - 1; i > 0; i--) {
      Row row = line.rows().get(ages.get(i));
      if (row != null && row.shown() && row.number("value") > 0) {
        return i;
      }
    }
    return 0;
  }

  private static String css(AgeCurve.Line line) {
    return line.code().equals("2") ? "b" : "a";
  }

  private String describe() {
    return lines.stream()
        .map(
            line ->
                line.name()
                    + ": "
                    + line.rows().values().stream()
                        .filter(Row::shown)
                        .map(
                            row ->
                                row.text("age_group")
                                    + " years "
                                    + Wording.rate(row.number("value")))
                        .collect(Collectors.joining(", ")))
        .collect(Collectors.joining(". ", "Rates per 100,000 person-years, log scale. ", "."));
  }
}
