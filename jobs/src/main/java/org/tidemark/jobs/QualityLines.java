package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** The quality indices of the records just checked, beside those that readers see now. */
final class QualityLines {
  private static final int WIDEST = 26;

  private final List<Row> rows;
  private final Optional<LastTime> last;
  private final CheckWords words;

  /**
   * Lines by source.
   *
   * @param rows rows of {@code quality} by source
   */
  QualityLines(List<Row> rows, Optional<LastTime> last, CheckWords words) {
    this.rows = List.copyOf(rows);
    this.last = last;
    this.words = words;
  }

  /** The lines of one source; none where it has no cases. */
  List<String> of(String source) {
    List<String> lines = new ArrayList<>();
    rows.stream()
        .filter(r -> source.equals(r.getAs("source")))
        .forEach(r -> lines.add(line(source, r)));
    if (!lines.isEmpty()) {
      lines.add(
          0, line(words.say("quality"), words.say("now"), words.say("last"), words.say("change")));
    }
    return lines;
  }

  private String line(String source, Row row) {
    String index = row.getAs("index");
    Double now = row.getAs("value");
    Optional<Map<String, String>> old = last.flatMap(l -> l.index(source, index));
    Optional<Double> before =
        old.map(o -> o.get("value")).filter(v -> !v.isEmpty()).map(Double::valueOf);
    String change =
        now == null || before.isEmpty()
            ? ""
            : String.format(Locale.ROOT, "%+.1f", now - before.get());
    return line(
        name(index),
        now == null ? status(row.getAs("status")) : percent(now),
        before
            .map(QualityLines::percent)
            .orElseGet(() -> old.map(o -> status(o.get("status"))).orElse("-")),
        change);
  }

  private String name(String index) {
    return words.sayOr(index + " %", "index." + index);
  }

  private String line(String name, String now, String before, String change) {
    int width =
        rows.stream().mapToInt(r -> name(r.getAs("index")).length()).reduce(WIDEST, Math::max);
    return String.format(Locale.ROOT, "  %-" + width + "s %10s %10s %8s", name, now, before, change)
        .stripTrailing();
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private String status(String status) {
    String lower = status.toLowerCase(Locale.ROOT);
    return words.sayOr(lower, "status." + lower);
  }
}
