package org.tidemark.publish.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/** Effects by periods since the start, the band around them, and the line of no effect. */
final class EffectDrawing {
  private static final int TOP = 30;
  private static final int FLOOR = 296;
  private static final int STEPS = 6;

  private final String id;
  private final List<EffectCourse.Point> points;
  private final String title;
  private final double step;
  private final double low;
  private final double high;

  private EffectDrawing(String id, List<EffectCourse.Point> points, String title) {
    this.id = id;
    this.points = points;
    this.title = title;
    double[] drawn =
        points.stream()
            .flatMapToDouble(
                p -> DoubleStream.of(0, p.effect().number("value"), p.lower(), p.upper()))
            .filter(Double::isFinite)
            .toArray();
    double least = DoubleStream.of(drawn).min().orElseThrow();
    double most = DoubleStream.of(drawn).max().orElseThrow();
    this.step = step(most - least);
    this.low = Math.floor(least / step) * step;
    this.high = Math.max(Math.ceil(most / step) * step, low + step);
  }

  static EffectDrawing of(String id, List<EffectCourse.Point> points, String title) {
    return new EffectDrawing(id, points, title);
  }

  List<Drawing> layouts() {
    return List.of(drawing("wide", 760, 56, 24), drawing("narrow", 328, 46, 12));
  }

  /** One, two or five times a power of ten: as many steps as the axis has room for. */
  private static double step(double span) {
    double least = Math.max(span, 1e-6) / STEPS;
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    for (double times : new double[] {1, 2, 5}) {
      if (times * power >= least) {
        return times * power;
      }
    }
    return 10 * power;
  }

  private Drawing drawing(String layout, int width, int left, int right) {
    Canvas canvas = Canvas.blank();
    Scale x = Scale.linear(first() - 0.5, last() + 0.5, left, width - right);
    Scale y = Scale.linear(low, high, FLOOR, TOP);
    values(canvas, left, width - right, y);
    times(canvas, left, width - right, x);
    band(canvas, x, y);
    for (EffectCourse.Point point : points) {
      String css = point.time() < 0 ? "marker open a" : "marker a";
      canvas.disc(
          css, x.at(point.time()), y.at(point.effect().number("value")), width > 400 ? 4 : 2.6);
    }
    return new Drawing(
        id + "-" + layout, layout, title, describe(), width, FLOOR + 48, canvas.marks());
  }

  private int first() {
    return Math.min(points.get(0).time(), 0);
  }

  private int last() {
    return Math.max(points.get(points.size() - 1).time(), 0);
  }

  private void values(Canvas canvas, int left, int right, Scale y) {
    int places = step < 1 ? (int) Math.ceil(-Math.log10(step)) : 0;
    for (long i = Math.round(low / step); i <= Math.round(high / step); i++) {
      double tick = i * step;
      canvas.line(i == 0 ? "zero" : "grid", left, y.at(tick), right, y.at(tick));
      String sign = i > 0 ? "+" : "";
      canvas.text("tick", left - 8, y.at(tick) + 4, "end", sign + Wording.decimal(tick, places));
    }
  }

  private void times(Canvas canvas, int left, int right, Scale x) {
    int every = (int) Math.max(1, step((last() - first()) * 40.0 * STEPS / (right - left)));
    for (int time = first(); time <= last(); time++) {
      if (time % every == 0) {
        canvas.line("zero", x.at(time), FLOOR, x.at(time), FLOOR + 5);
        canvas.text("tick", x.at(time), FLOOR + 20, "middle", EffectCourse.time(time));
      }
    }
    canvas.text("axis", left, FLOOR + 40, "start", "Periods since the start");
    if (first() < 0) {
      double start = x.at(-0.5);
      canvas.line("zero", start, TOP - 16, start, FLOOR);
      boolean room = start - left > 60;
      canvas.text("axis", start + 6, TOP - 8, "start", "After the start");
      if (room) {
        canvas.text("axis", start - 6, TOP - 8, "end", "Before");
      }
    }
  }

  /** The band, broken where a time has none: nothing is drawn where nothing is told. */
  private void band(Canvas canvas, Scale x, Scale y) {
    List<EffectCourse.Point> run = new ArrayList<>();
    for (EffectCourse.Point point : points) {
      boolean follows = run.isEmpty() || point.time() == run.get(run.size() - 1).time() + 1;
      if (!point.banded() || !follows) {
        piece(canvas, run, x, y);
        run.clear();
      }
      if (point.banded()) {
        run.add(point);
      }
    }
    piece(canvas, run, x, y);
  }

  private static void piece(Canvas canvas, List<EffectCourse.Point> run, Scale x, Scale y) {
    List<Double> outline = new ArrayList<>();
    run.forEach(p -> outline.addAll(List.of(x.at(p.time()), y.at(p.upper()))));
    for (int i = run.size() - 1; i >= 0; i--) {
      outline.addAll(List.of(x.at(run.get(i).time()), y.at(run.get(i).lower())));
    }
    if (run.size() > 1) {
      canvas.area("band", outline);
    }
    if (run.size() == 1) {
      EffectCourse.Point only = run.get(0);
      canvas.line(
          "interval a",
          x.at(only.time()),
          y.at(only.lower()),
          x.at(only.time()),
          y.at(only.upper()));
    }
  }

  private String describe() {
    return points.stream()
        .map(
            point ->
                EffectCourse.time(point.time())
                    + ": "
                    + EvaluationWords.signed(point.effect(), point.effect().number("value"))
                    + (point.banded()
                        ? " ("
                            + Wording.rate(point.lower())
                            + " to "
                            + Wording.rate(point.upper())
                            + ")"
                        : ""))
        .collect(
            Collectors.joining(
                "; ", "Effect, with its 95 % band, by periods since the start ", "."));
  }
}
