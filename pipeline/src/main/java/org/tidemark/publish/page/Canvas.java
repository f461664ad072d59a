package org.tidemark.publish.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Marks put on paper in painting order. Coordinates keep one decimal: the same bytes anywhere. */
final class Canvas {
  private final List<Mark> marks = new ArrayList<>();

  static Canvas blank() {
    return new Canvas();
  }

  private Canvas() {}

  List<Mark> marks() {
    return List.copyOf(marks);
  }

  Canvas path(String css, String commands) {
    marks.add(new Mark(css, commands, "", "", "", ""));
    return this;
  }

  Canvas line(String css, double x1, double y1, double x2, double y2) {
    return path(css, "M" + at(x1, y1) + "L" + at(x2, y2));
  }

  /** A line through points x, y, x, y …; fewer than two points draw nothing. */
  Canvas through(String css, List<Double> points) {
    return points.size() < 4 ? this : path(css, commands(points));
  }

  Canvas area(String css, List<Double> points) {
    return path(css, commands(points) + "Z");
  }

  Canvas box(String css, double x, double y, double width, double height) {
    return path(
        css, "M" + at(x, y) + "h" + one(width) + "v" + one(height) + "h" + one(-width) + "Z");
  }

  Canvas disc(String css, double x, double y, double r) {
    String half = "a" + one(r) + " " + one(r) + " 0 1 0 ";
    return path(css, "M" + at(x - r, y) + half + one(2 * r) + " 0" + half + one(-2 * r) + " 0Z");
  }

  Canvas triangle(String css, double x, double y, double r) {
    return area(
        css, List.of(x, y - r * 1.15, x + r * 1.1, y + r * 0.85, x - r * 1.1, y + r * 0.85));
  }

  Canvas text(String css, double x, double y, String anchor, String words) {
    marks.add(new Mark(css, "", one(x), one(y), anchor, words));
    return this;
  }

  private static String commands(List<Double> points) {
    StringBuilder d = new StringBuilder();
    for (int i = 0; i + 1 < points.size(); i += 2) {
      d.append(i == 0 ? "M" : "L").append(at(points.get(i), points.get(i + 1)));
    }
    return d.toString();
  }

  private static String at(double x, double y) {
    return one(x) + " " + one(y);
  }

  private static String one(double value) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP);
    return rounded.stripTrailingZeros().toPlainString();
  }
}
