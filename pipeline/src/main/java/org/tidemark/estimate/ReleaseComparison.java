package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.model.Status;
import org.tidemark.stats.Multiplicity;

/**
 * One published table beside that of the last publication: how many figures both have, which of
 * them jumped by a test of their kind ({@link FigureTest}), and which came or went. Both tables are
 * taken as readers see them, so that nothing hidden is compared.
 */
public final class ReleaseComparison {
  private final TableSchema table;
  private final double level;
  private final StructType schema;

  private ReleaseComparison(TableSchema table, double level, StructType schema) {
    this.table = table;
    this.level = level;
    this.schema = schema;
  }

  private record Tested(String figure, String before, String after, FigureTest test) {}

  /**
   * Comparisons of one table.
   *
   * @param level adjusted p below which a difference is a jump
   * @param schema of the table {@code comparison}
   */
  public static ReleaseComparison of(TableSchema table, double level, StructType schema) {
    return new ReleaseComparison(table, level, schema);
  }

  /** The row where there is no earlier publication, or it has no such table. */
  public Row first() {
    return row("summary")
        .status(Status.NOT_APPLICABLE, "no earlier publication of this table")
        .row();
  }

  /**
   * The rows of {@code comparison}.
   *
   * @param before rows of the last publication, cell by cell
   * @param after rows of this one
   */
  public List<Row> rows(List<Map<String, String>> before, List<Map<String, String>> after) {
    Map<String, Map<String, String>> earlier = byKey(before);
    Map<String, Map<String, String>> later = byKey(after);
    List<Row> rows = new ArrayList<>();
    rows.addAll(only(later, earlier, "came", "after"));
    rows.addAll(only(earlier, later, "went", "before"));
    List<Tested> tested = tested(earlier, later);
    List<Row> jumps = jumps(tested);
    rows.addAll(jumps);
    rows.add(
        row("summary")
            .with("before", (double) earlier.size())
            .with("after", (double) later.size())
            .with("compared", (long) tested.size())
            .with("jumps", (long) jumps.size())
            .with("status", ok())
            .row());
    return rows;
  }

  /** The figures that one of the publications has alone. */
  private List<Row> only(
      Map<String, Map<String, String>> one,
      Map<String, Map<String, String>> other,
      String kind,
      String column) {
    return one.entrySet().stream()
        .filter(figure -> !other.containsKey(figure.getKey()))
        .map(
            figure ->
                row(kind)
                    .with("figure", figure.getKey())
                    .with(column, number(figure.getValue()))
                    .with("status", ok())
                    .row())
        .toList();
  }

  private static List<Tested> tested(
      Map<String, Map<String, String>> earlier, Map<String, Map<String, String>> later) {
    List<Tested> tested = new ArrayList<>();
    later.forEach(
        (figure, now) -> {
          Map<String, String> then = earlier.get(figure);
          if (then != null) {
            FigureTest.of(then, now)
                .map(test -> new Tested(figure, then.get("value"), now.get("value"), test))
                .ifPresent(tested::add);
          }
        });
    return tested;
  }

  private List<Row> jumps(List<Tested> tested) {
    double[] adjusted = Multiplicity.holm(tested.stream().mapToDouble(t -> t.test().p()).toArray());
    List<Row> jumps = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      if (adjusted[i] < level) {
        Tested one = tested.get(i);
        jumps.add(
            row("jump")
                .with("figure", one.figure())
                .with("before", Double.valueOf(one.before()))
                .with("after", Double.valueOf(one.after()))
                .with("test", one.test().name())
                .with("p", one.test().p())
                .with("p_adjusted", adjusted[i])
                .with("status", ok())
                .row());
      }
    }
    return jumps;
  }

  private Figure row(String kind) {
    return Figure.in(schema).with("table", table.name()).with("kind", kind);
  }

  /** Figures by the columns of their key that say anything. */
  private Map<String, Map<String, String>> byKey(List<Map<String, String>> rows) {
    Map<String, Map<String, String>> figures = new LinkedHashMap<>();
    for (Map<String, String> row : rows) {
      String key =
          table.primaryKey().stream()
              .filter(column -> !row.getOrDefault(column, "").isEmpty())
              .map(column -> column + "=" + row.get(column))
              .collect(Collectors.joining("; "));
      figures.put(key, row);
    }
    return figures;
  }

  private static Double number(Map<String, String> row) {
    return Optional.ofNullable(row.get("value"))
        .filter(text -> !text.isEmpty())
        .map(Double::valueOf)
        .orElse(null);
  }

  private static String ok() {
    return Status.OK.name();
  }
}
