package org.tidemark.conform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.ingest.ColumnPlan;
import org.tidemark.ingest.RawRecord;

/**
 * How raw records become rows of their shared-schema table by the source's mapping: one cell at a
 * time, by name, in plain Java inside the reading task. A cell that is not of its field's type
 * refuses the record under {@code TYPE-<field>}, two that contradict each other under {@code
 * CONFLICT-<field>}; nothing is guessed and nothing is shifted.
 */
public final class Conformer implements Serializable {
  private static final long serialVersionUID = 1L;

  /** The stage under which an unreadable cell is accounted. */
  public static final String STAGE = "conform";

  private final ColumnPlan plan;
  private final List<String> names;
  private final FieldReading[] readings;
  private final StructType schema;
  private final Corrected corrected;
  private final MissingReasons reasons;

  private Conformer(
      ColumnPlan plan,
      List<String> names,
      FieldReading[] readings,
      StructType schema,
      Corrected corrected,
      MissingReasons reasons) {
    this.plan = plan;
    this.names = names;
    this.readings = readings;
    this.schema = schema;
    this.corrected = corrected;
    this.reasons = reasons;
  }

  /** The conformer of one source's mapping onto its table. */
  public static Conformer of(TableSchema table, Mapping mapping) {
    return of(table, mapping, ConformRules.NONE);
  }

  /** The same with code tables, a key and corrections. */
  public static Conformer of(TableSchema table, Mapping mapping, ConformRules rules) {
    ColumnPlan plan = columnsOf(table, mapping);
    List<String> names = new ArrayList<>();
    List<FieldReading> readings = new ArrayList<>();
    FieldReadings fields = FieldReadings.of(table, mapping, plan.wanted(), rules);
    List<StructField> stored = new ArrayList<>();
    for (Field field : table.fields()) {
      names.add(field.name());
      readings.add(fields.of(field));
      stored.add(column(field.name(), field.type()));
    }
    mapping
        .inputs()
        .forEach(
            (column, type) -> {
              names.add(column);
              Cell cell = Cell.input(column, type, plan.wanted().indexOf(column), mapping);
              boolean year = mapping.rules().years().contains(column);
              readings.add(year ? new YearOfNumber(cell) : cell);
              stored.add(column(column, type));
            });
    fields
        .name()
        .ifPresent(
            name -> {
              names.add(StagedColumns.NAME_CODE);
              readings.add(name);
              stored.add(column(StagedColumns.NAME_CODE, FieldType.STRING));
            });
    return new Conformer(
        plan,
        names,
        readings.toArray(FieldReading[]::new),
        withPlace(stored),
        Corrected.of(rules, plan.wanted()),
        table.siteReport() ? MissingReasons.of(rules) : MissingReasons.none());
  }

  /** The columns to read from the source's files. */
  public ColumnPlan plan() {
    return plan;
  }

  /** The schema of the rows that {@link #rows} gives. */
  public StructType schema() {
    return schema;
  }

  /** The rows of records, refused or not; every record gives exactly one, in its order. */
  public Iterator<InternalRow> rows(Iterator<RawRecord> records) {
    return ConformedRows.of(records, names, readings, corrected, reasons.fresh());
  }

  private static ColumnPlan columnsOf(TableSchema table, Mapping mapping) {
    boolean report = table.siteReport();
    if (mapping.shared()) {
      List<String> all = table.fields().stream().map(Field::name).toList();
      List<String> needed =
          table.fields().stream()
              .filter(f -> f.required() && !mapping.constants().containsKey(f.name()))
              .filter(f -> !mapping.notSupplied().contains(f.name()))
              .map(Field::name)
              .toList();
      return new ColumnPlan(all, needed, mapping.ignore(), mapping.rules().headers(), report);
    }
    List<String> wanted = new ArrayList<>(mapping.columns().keySet());
    mapping.inputs().keySet().stream().filter(c -> !wanted.contains(c)).forEach(wanted::add);
    wanted.addAll(mapping.rules().names());
    List<String> needed =
        wanted.stream().filter(c -> !mapping.rules().optional().contains(c)).toList();
    return new ColumnPlan(wanted, needed, mapping.ignore(), mapping.rules().headers(), report);
  }

  private static StructField column(String name, FieldType type) {
    return DataTypes.createStructField(name, CellType.stored(type), true);
  }

  private static StructType withPlace(List<StructField> fields) {
    List<StructField> all = new ArrayList<>(fields);
    all.add(DataTypes.createStructField(StagedColumns.SOURCE, DataTypes.StringType, false));
    all.add(DataTypes.createStructField(StagedColumns.FILE, DataTypes.StringType, false));
    all.add(DataTypes.createStructField(StagedColumns.RECORD, DataTypes.LongType, false));
    all.add(column(StagedColumns.REFUSED_AT, FieldType.STRING));
    all.add(column(StagedColumns.REFUSAL, FieldType.STRING));
    all.add(column(StagedColumns.RAW, FieldType.STRING));
    all.add(DataTypes.createStructField(StagedColumns.HASH_HIGH, DataTypes.LongType, false));
    all.add(DataTypes.createStructField(StagedColumns.HASH_LOW, DataTypes.LongType, false));
    return DataTypes.createStructType(all);
  }
}
