package org.tidemark.indicators;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.derive.Views;

/**
 * Small tables of site reports, written as CSV: the first line names fields, the others are null.
 */
final class ReportTables {
  private final Catalogue catalogue;
  private final Map<String, List<Row>> rows = new HashMap<>();

  private ReportTables(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  static ReportTables of(Catalogue catalogue) {
    return new ReportTables(catalogue);
  }

  /** Adds the lines of a text to a table. */
  ReportTables with(String table, String csv) {
    TableSchema schema = catalogue.tables().get(table);
    CSVFormat format = CSVFormat.DEFAULT.builder().setHeader().setTrim(true).get();
    try (CSVParser parser = CSVParser.parse(csv, format)) {
      for (String name : parser.getHeaderNames()) {
        if (schema.field(name).isEmpty()) {
          throw new IllegalArgumentException(table + " has no field " + name);
        }
      }
      for (CSVRecord line : parser) {
        rows.computeIfAbsent(table, t -> new ArrayList<>()).add(row(schema, line));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** Adds every {@code input-<table>.csv} of a folder. */
  ReportTables with(Path folder) {
    try (var files = Files.list(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("input-")).toList()) {
        String name = file.getFileName().toString();
        with(
            name.substring("input-".length(), name.length() - ".csv".length()),
            Files.readString(file, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** The tables as the stages before would hand them on, in some number of partitions. */
  Map<String, Dataset<Row>> datasets(SparkSession spark, int partitions) {
    Map<String, Dataset<Row>> datasets = new HashMap<>();
    rows.forEach(
        (table, lines) ->
            datasets.put(
                table,
                spark
                    .createDataFrame(lines, Views.structure(catalogue.tables().get(table)))
                    .repartition(partitions)));
    return datasets;
  }

  /** The same tables with the lines of each in the opposite order. */
  ReportTables reversed() {
    ReportTables turned = new ReportTables(catalogue);
    rows.forEach(
        (table, lines) -> {
          List<Row> copy = new ArrayList<>(lines);
          java.util.Collections.reverse(copy);
          turned.rows.put(table, copy);
        });
    return turned;
  }

  private static Row row(TableSchema schema, CSVRecord line) {
    return RowFactory.create(
        schema.fields().stream()
            .map(f -> line.isMapped(f.name()) ? value(f, line.get(f.name())) : null)
            .toArray());
  }

  private static Object value(Field field, String text) {
    if (text.isEmpty()) {
      return null;
    }
    return switch (field.type()) {
      case INTEGER -> Integer.valueOf(text);
      case NUMBER -> Double.valueOf(text);
      case BOOLEAN -> Boolean.valueOf(text);
      case STRING, LIST, DATE, DATETIME -> text;
    };
  }
}
