package org.tidemark.jobs;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;

/**
 * Which registries have the cases of a population, and which those of hospitals or laboratories:
 * these are no incidence, and a reader is told so wherever their cases are counted.
 */
final class Coverage {
  private static final String RULE = "REGISTRY-";
  private static final String TUMOUR = "tumour";

  private final List<Source> registries;

  private Coverage(List<Source> registries) {
    this.registries = registries;
  }

  /** The registries of a programme. */
  static Coverage of(Programme programme) {
    return new Coverage(
        programme.sources().stream().filter(s -> s.table().equals(TUMOUR)).toList());
  }

  /** Whether every registry is one of a population. */
  boolean isPopulation() {
    return others().isEmpty();
  }

  /** Whether no registry is one of a population. */
  boolean isNone() {
    return others().size() == registries.size();
  }

  private List<Source> others() {
    return registries.stream().filter(s -> s.coverage() != Source.Coverage.POPULATION).toList();
  }

  /** The rows of registries of a population; rows name their source. */
  Dataset<Row> ofPopulation(Dataset<Row> rows) {
    return isPopulation() ? rows : rows.where(not(isOther()));
  }

  /**
   * The cells of areas that have no other registry than one of hospitals or laboratories.
   *
   * @param cells name their source and area
   */
  Dataset<Row> elsewhere(Dataset<Row> cells) {
    Dataset<Row> covered = ofPopulation(cells).select("area").distinct();
    return cells.where(isOther()).join(broadcast(covered), new String[] {"area"}, "left_anti");
  }

  private Column isOther() {
    return col("source_id").isin(others().stream().map(Source::id).toArray());
  }

  /** Rows with a note of what the registries behind them are; by source where they name one. */
  Dataset<Row> labelled(Dataset<Row> rows) {
    if (isPopulation()) {
      return rows;
    }
    String whole =
        isNone()
            ? label(others().get(0)) + ", not of a population"
            : "hospitals or laboratories are among the registries";
    Column said = lit(whole);
    if (List.of(rows.columns()).contains("source")) {
      Column own = when(coalesce(col("source"), lit("")).equalTo(""), lit(whole));
      for (Source s : others()) {
        own = own.when(col("source").equalTo(s.id()), lit(label(s) + ", not of a population"));
      }
      said = own;
    }
    return rows.withColumn("note", when(said.isNull(), col("note")).otherwise(joined(said)));
  }

  private static Column joined(Column said) {
    return concat_ws("; ", when(col("note").notEqual(""), col("note")), said);
  }

  private static String label(Source source) {
    return source.coverage() == Source.Coverage.HOSPITAL
        ? "cases of a hospital registry"
        : "cases of a pathology registry";
  }

  /** What is told of each such registry, in {@code finding}, on the screen and on the page. */
  List<Sign> signs() {
    List<Sign> signs = new ArrayList<>();
    for (Source s : others()) {
      String kind = s.coverage().name();
      signs.add(
          new Sign(
              RULE + kind,
              "scope",
              s.id(),
              1,
              "a registry of "
                  + (s.coverage() == Source.Coverage.HOSPITAL ? "hospitals" : "laboratories")
                  + ": its cases are no incidence of a population, and none is published"));
    }
    return signs;
  }

  /** Why cases of these registries have no rate. */
  static String reason() {
    return "cases of a hospital or pathology registry, not of a population";
  }
}
