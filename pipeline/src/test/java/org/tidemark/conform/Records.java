package org.tidemark.conform;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.unsafe.types.UTF8String;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.SourceRules;
import org.tidemark.catalogue.Spelling;
import org.tidemark.catalogue.StageForm;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.catalogue.TextFormat;
import org.tidemark.ingest.RawRecord;
import org.tidemark.ingest.RawText;

/** Records of a source whose columns bear the names of fields, conformed without Spark. */
final class Records {
  static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());
  static final TableSchema TUMOUR = CATALOGUE.tables().get("tumour");

  private Records() {}

  /** A mapping of columns to the fields of the same names. */
  static Mapping mapping(Optional<StageForm> stage, Map<String, String> constants, String... cols) {
    Map<String, String> columns = new java.util.LinkedHashMap<>();
    Arrays.asList(cols).forEach(c -> columns.put(c, c));
    return new Mapping(
        "own",
        "tumour",
        TextFormat.STANDARD,
        columns,
        Map.of(),
        constants,
        Map.of(),
        Map.of(),
        new Spelling(
            java.util.Set.of(),
            org.tidemark.model.SolarCalendar.GREGORIAN,
            Map.of(),
            Map.of(),
            Map.of(),
            stage),
        Map.of(),
        List.of(),
        List.of(),
        false,
        true,
        SourceRules.NONE);
  }

  /** The row of one record, its cells in the order of the mapping's columns. */
  static Row row(Conformer conformer, String... cells) {
    return row(conformer, 1, cells);
  }

  /** The row of a record of that number. */
  static Row row(Conformer conformer, long number, String... cells) {
    RawRecord record =
        new RawRecord("own", "cases.csv", number, cells, null, RawText.ofText("as sent"));
    InternalRow stored = conformer.rows(List.of(record).iterator()).next();
    Object[] values = new Object[conformer.schema().length()];
    for (int i = 0; i < values.length; i++) {
      Object value = stored.get(i, conformer.schema().apply(i).dataType());
      values[i] = value instanceof UTF8String text ? text.toString() : value;
    }
    return new GenericRowWithSchema(values, conformer.schema());
  }
}
