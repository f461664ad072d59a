package org.tidemark.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Something that was assumed, or found, when a population or life table was brought to one form.
 *
 * @param rule its name in {@code finding}
 * @param severity {@code scope} for an assumption, {@code query} for what somebody should look at
 * @param source the source's id
 * @param area the area; empty for all
 * @param year the calendar year
 * @param cells how many cells of that year it concerns
 */
public record Assumed(
    String rule, String severity, String source, String area, int year, long cells) {
  private static final StructType COLUMNS =
      new StructType()
          .add("rule", DataTypes.StringType, false)
          .add("source", DataTypes.StringType, false)
          .add("area", DataTypes.StringType, false)
          .add("period", DataTypes.StringType, false)
          .add("count", DataTypes.LongType, false)
          .add("severity", DataTypes.StringType, false);

  private record Key(String rule, String severity, String source, String area) {
    private String text() {
      return String.join("\u0001", rule, severity, source, area);
    }
  }

  /** Rows of {@code finding}: years in a row are one period, its cells counted together. */
  public static Dataset<Row> rows(SparkSession spark, List<Assumed> assumed) {
    Map<Key, TreeMap<Integer, Long>> cells = new TreeMap<>((a, b) -> a.text().compareTo(b.text()));
    assumed.forEach(
        a ->
            cells
                .computeIfAbsent(
                    new Key(a.rule, a.severity, a.source, a.area), key -> new TreeMap<>())
                .merge(a.year, a.cells, Long::sum));
    List<Row> rows = new ArrayList<>();
    cells.forEach((key, years) -> rows.addAll(periods(key, years)));
    return spark.createDataFrame(rows, COLUMNS);
  }

  private static List<Row> periods(Key key, TreeMap<Integer, Long> years) {
    List<Row> rows = new ArrayList<>();
    int from = years.firstKey();
    long count = 0;
    for (Map.Entry<Integer, Long> year : years.entrySet()) {
      count += year.getValue();
      if (!years.containsKey(year.getKey() + 1)) {
        String period = from == year.getKey() ? "" + from : from + "-" + year.getKey();
        rows.add(RowFactory.create(key.rule, key.source, key.area, period, count, key.severity));
        Integer next = years.higherKey(year.getKey());
        from = next == null ? 0 : next;
        count = 0;
      }
    }
    return rows;
  }
}
