package org.tidemark.evaluate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapGroupsFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.tidemark.stats.Multiplicity;

/**
 * The families of questions whose p values are adjusted together: of each question its one answer.
 * A family is adjusted by Holm's method, unless one of its entries asks for that of Benjamini and
 * Hochberg.
 */
final class Families implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, Boolean> byRate;
  private final StructType schema;

  private Families(Map<String, Boolean> byRate, StructType schema) {
    this.byRate = byRate;
    this.schema = schema;
  }

  static Families of(List<Question> questions, StructType schema) {
    Map<String, Boolean> byRate = new TreeMap<>();
    for (Question question : questions) {
      if (!question.family().isEmpty()) {
        boolean rate = question.entry().setting("adjust", "holm").equals("benjamini-hochberg");
        byRate.merge(question.family(), rate, Boolean::logicalOr);
      }
    }
    return new Families(Collections.unmodifiableMap(byRate), schema);
  }

  boolean isEmpty() {
    return byRate.isEmpty();
  }

  /** The same rows, p adjusted in those of a family. */
  Dataset<Row> adjusted(Dataset<Row> rows) {
    int family = schema.fieldIndex("family");
    MapFunction<Row, String> byFamily = row -> row.isNullAt(family) ? "" : row.getString(family);
    FlatMapGroupsFunction<String, Row, Row> adjust = this::adjusted;
    return rows.groupByKey(byFamily, Encoders.STRING()).flatMapGroups(adjust, Encoders.row(schema));
  }

  private Iterator<Row> adjusted(String family, Iterator<Row> rows) {
    if (family.isEmpty()) {
      return rows;
    }
    int p = schema.fieldIndex("p");
    List<Row> told = new ArrayList<>();
    List<Row> all = new ArrayList<>();
    rows.forEachRemaining(row -> (row.isNullAt(p) ? all : told).add(row));
    told.sort(Comparator.comparingDouble(row -> row.getDouble(p)));
    double[] values = told.stream().mapToDouble(row -> row.getDouble(p)).toArray();
    double[] adjusted =
        byRate.get(family) ? Multiplicity.benjaminiHochberg(values) : Multiplicity.holm(values);
    for (int i = 0; i < adjusted.length; i++) {
      all.add(with(told.get(i), adjusted[i], family, adjusted.length));
    }
    return all.iterator();
  }

  private Row with(Row row, double adjusted, String family, int questions) {
    Object[] values = new Object[row.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = row.get(i);
    }
    values[schema.fieldIndex("p_adjusted")] = adjusted;
    int note = schema.fieldIndex("note");
    String how =
        "p adjusted over %d answers by %s"
            .formatted(questions, byRate.get(family) ? "Benjamini and Hochberg" : "Holm");
    values[note] = values[note] == null ? how : values[note] + "; " + how;
    return RowFactory.create(values);
  }
}
