package org.tidemark.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.TableSchema;

/**
 * {@code datapackage.json}: the CSV tables described for any tool that reads Frictionless Data
 * Packages (version 2, datapackage.org).
 */
final class PackageDescription {
  static final String FILE = "datapackage.json";

  private PackageDescription() {}

  /**
   * The description's bytes.
   *
   * @param tables the tables by name, in the order to list them
   * @param files every published file by path
   */
  static byte[] bytes(
      RunId runId,
      Provenance from,
      Map<String, TableSchema> tables,
      Map<String, PublishedFile> files) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
    all.put("name", from.programme());
    all.put("id", runId.toString());
    all.put("title", from.title());
    all.put("version", runId.toString());
    if (!from.licence().isEmpty()) {
      all.put("licenses", List.of(Map.of("name", from.licence())));
    }
    List<Object> resources = new ArrayList<>();
    tables
        .values()
        .forEach(t -> resources.add(resource(t, files.get("tables/" + t.name() + ".csv"))));
    all.put("resources", resources);
    return Json.bytes(all);
  }

  private static Map<String, Object> resource(TableSchema table, PublishedFile csv) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", table.name());
    all.put("type", "table");
    all.put("title", table.title());
    all.put("path", csv.path());
    all.put("format", "csv");
    all.put("mediatype", "text/csv");
    all.put("encoding", "utf-8");
    all.put("bytes", csv.bytes());
    all.put("hash", "sha256:" + csv.sha256());
    all.put("dialect", dialect());
    all.put("schema", schema(table));
    return all;
  }

  private static Map<String, Object> dialect() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("delimiter", ",");
    all.put("lineTerminator", "\n");
    all.put("quoteChar", "\"");
    all.put("doubleQuote", true);
    all.put("header", true);
    return all;
  }

  private static Map<String, Object> schema(TableSchema table) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("fields", table.fields().stream().map(PackageDescription::field).toList());
    key(table, all);
    all.put("missingValues", List.of(""));
    return all;
  }

  /** A primary key of the format is never empty; a key with parts that may be is a unique one. */
  private static void key(TableSchema table, Map<String, Object> all) {
    List<String> key = table.primaryKey();
    if (key.isEmpty()) {
      return;
    }
    boolean required = key.stream().allMatch(n -> table.field(n).orElseThrow().required());
    if (required) {
      all.put("primaryKey", key);
    } else {
      all.put("uniqueKeys", List.of(key));
    }
  }

  private static Map<String, Object> field(Field field) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("name", field.name());
    switch (field.type()) {
      case INTEGER -> all.put("type", "integer");
      case NUMBER -> all.put("type", "number");
      case BOOLEAN -> all.put("type", "boolean");
      case LIST -> {
        all.put("type", "list");
        all.put("delimiter", ";");
      }
      // Dates may be partial, which the format's own date type does not allow.
      case STRING, DATE, DATETIME -> all.put("type", "string");
    }
    all.put("title", field.title());
    if (!field.unit().isEmpty()) {
      all.put("unit", field.unit());
    }
    Map<String, Object> constraints = constraints(field);
    if (!constraints.isEmpty()) {
      all.put("constraints", constraints);
    }
    return all;
  }

  private static Map<String, Object> constraints(Field field) {
    Map<String, Object> all = new LinkedHashMap<>();
    if (field.required()) {
      all.put("required", true);
    }
    if (field.type() == FieldType.STRING && !field.values().isEmpty()) {
      all.put("enum", field.values());
    }
    return all;
  }
}
