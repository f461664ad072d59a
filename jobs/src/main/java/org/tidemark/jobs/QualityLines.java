package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;

/** The quality indices of the records just checked, beside those that readers see now. */
final class QualityLines {
  private static final String FORM = "  %-26s %7s %10s %7s";
  private static final Map<String, String> NAMES = names();

  private final List<Row> rows;
  private final Optional<LastTime> last;

  /**
   * Lines by source.
   *
   * @param rows rows of {@code quality} by source
   */
  QualityLines(List<Row> rows, Optional<LastTime> last) {
    this.rows = List.copyOf(rows);
    this.last = last;
  }

  private static Map<String, String> names() {
    Map<String, String> names = new LinkedHashMap<>();
    names.put("mv", "MV %");
    names.put("dco", "DCO %");
    names.put("clinical", "clinical basis %");
    names.put("basis_unknown", "unknown basis %");
    names.put("psu", "PSU %");
    names.put("morphology_unspecified", "unspecified morphology %");
    names.put("age_unknown", "unknown age %");
    names.put("stage_unknown", "unknown stage %");
    return names;
  }

  /** The lines of one source; none where it has no cases. */
  List<String> of(String source) {
    List<String> lines = new ArrayList<>();
    rows.stream()
        .filter(r -> source.equals(r.getAs("source")))
        .forEach(r -> lines.add(line(source, r)));
    if (!lines.isEmpty()) {
      lines.add(0, String.format(Locale.ROOT, FORM, "quality", "now", "last time", "change"));
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
    return String.format(
            Locale.ROOT,
            FORM,
            NAMES.getOrDefault(index, index + " %"),
            now == null ? status(row.getAs("status")) : percent(now),
            before
                .map(QualityLines::percent)
                .orElse(old.map(o -> status(o.get("status"))).orElse("-")),
            change)
        .stripTrailing();
  }

  private static String percent(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static String status(String status) {
    return switch (status) {
      case "NOT_APPLICABLE" -> "n/a";
      case "SUPPRESSED" -> "hidden";
      default -> status.toLowerCase(Locale.ROOT);
    };
  }
}
