package org.tidemark.account;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Where the columns of a table's rows stand, and what names a row.
 *
 * @param table the shared-schema table
 * @param row all columns of a row that comes out of the checks, in order
 * @param key places of the fields that name a row
 * @param naming places of those without which a row has no name and is never merged
 * @param submission place of the submission's id; -1 where the table has none
 * @param area place of the area; -1 where the table has none
 * @param date place of the field whose year is the period of a finding; -1 where there is none
 * @param refusing ids of the checks that refuse a record
 * @param varied fields whose values hardly repeat
 * @param precedence which of two rows of one name is believed
 */
public record StagedShape(
    String table,
    StructType row,
    List<Integer> key,
    List<Integer> naming,
    int submission,
    int area,
    int date,
    Set<String> refusing,
    Set<String> varied,
    Precedence precedence)
    implements Serializable {
  private static final int YEAR_LENGTH = 4;
  private static final List<String> DATES =
      List.of("incidence_date", "year", "period", "diagnosis_date", "received_at");

  /**
   * The shape of rows.
   *
   * @param row all columns of the rows
   * @param key the fields that name a row
   * @param naming those that must be there
   * @param submission the field that names the submission a row came with
   * @param refusing ids of the checks that refuse a record
   */
  public static StagedShape of(
      String table,
      StructType row,
      List<String> key,
      List<String> naming,
      Optional<String> submission,
      Set<String> refusing) {
    List<String> names = Arrays.asList(row.fieldNames());
    return new StagedShape(
        table,
        row,
        key.stream().map(names::indexOf).toList(),
        naming.stream().map(names::indexOf).toList(),
        submission.map(names::indexOf).orElse(-1),
        names.indexOf(StagedColumns.AREA),
        date(row).map(names::indexOf).orElse(-1),
        Set.copyOf(refusing),
        Set.copyOf(key),
        Precedence.NONE);
  }

  /** The field of rows whose year is the period of a finding. */
  private static Optional<String> date(StructType row) {
    List<String> names = Arrays.asList(row.fieldNames());
    return DATES.stream().filter(names::contains).findFirst();
  }

  /** The area of a row; empty where it has none. */
  String area(InternalRow values) {
    return area < 0 || values.isNullAt(area) ? "" : values.getUTF8String(area).toString();
  }

  /** The year of a row; empty where it has none. */
  String year(InternalRow values) {
    if (date < 0 || values.isNullAt(date)) {
      return "";
    }
    String text =
        row.apply(date).dataType().equals(DataTypes.StringType)
            ? values.getUTF8String(date).toString()
            : Integer.toString(values.getInt(date));
    return text.substring(0, Math.min(YEAR_LENGTH, text.length()));
  }

  /** The columns that are stored: the fields, the place and the findings. */
  public StructType stored() {
    return DataTypes.createStructType(Arrays.copyOf(row.fields(), at(StagedColumns.FINDINGS) + 1));
  }

  /** The same shape, of which more fields hardly repeat, such as dates. */
  public StagedShape varying(Collection<String> more) {
    Set<String> all = new HashSet<>(varied);
    all.addAll(more);
    return with(Set.copyOf(all), precedence);
  }

  /** The same shape, with the rules by which one of two rows of one name is believed. */
  public StagedShape preferring(Precedence rules) {
    return with(varied, rules);
  }

  private StagedShape with(Set<String> fields, Precedence rules) {
    return new StagedShape(
        table, row, key, naming, submission, area, date, refusing, fields, rules);
  }

  /** Place of a column that every row has. */
  int at(String column) {
    return row.fieldIndex(column);
  }

  /** Place of a column that a row may have; -1 where it has none. */
  int find(String column) {
    return Arrays.asList(row.fieldNames()).indexOf(column);
  }

  /** Columns of what is put into the quarantine. */
  static StructType quarantine() {
    return DataTypes.createStructType(
        new StructField[] {
          text(StagedColumns.SOURCE),
          text(StagedColumns.FILE),
          DataTypes.createStructField(StagedColumns.RECORD, DataTypes.LongType, false),
          text(StagedColumns.TABLE),
          text("stage"),
          text("rule"),
          text(StagedColumns.RAW)
        });
  }

  /** Columns of {@link Staged#found}. */
  public static StructType found() {
    return DataTypes.createStructType(
        new StructField[] {
          text(StagedColumns.SOURCE),
          text(StagedColumns.FILE),
          DataTypes.createStructField(StagedColumns.RECORD, DataTypes.LongType, false),
          text(StagedColumns.TABLE),
          text(StagedColumns.REGISTRY),
          text(StagedColumns.TUMOUR),
          text(StagedColumns.AREA),
          text(StagedColumns.PERIOD),
          text(StagedColumns.FINDINGS)
        });
  }

  private static StructField text(String name) {
    return DataTypes.createStructField(name, DataTypes.StringType, true);
  }
}
