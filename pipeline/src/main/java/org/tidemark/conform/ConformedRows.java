package org.tidemark.conform;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.tidemark.account.StagedColumns;
import org.tidemark.ingest.BesideRule;
import org.tidemark.ingest.RawRecord;

/**
 * Reads records into rows, one cell at a time, in plain Java inside the reading task. A cell that
 * is not of its field's type refuses the record under {@code TYPE-<field>}, two that contradict
 * each other under {@code CONFLICT-<field>}; nothing is guessed and nothing is shifted. What the
 * last texts of a column were read as is remembered, because codes and dates repeat.
 */
final class ConformedRows implements Iterator<InternalRow> {
  private static final UTF8String INGEST = UTF8String.fromString("ingest");
  private static final UTF8String MERGED = UTF8String.fromString(StagedColumns.MERGED_AT);
  private static final UTF8String CONFORM = UTF8String.fromString(Conformer.STAGE);

  /** Columns behind the fields: place, refusal, text, hash. */
  private static final int BEHIND = 8;

  /** Before the name of a field that names a person. */
  private static final String PERSONAL = "PERSON-";

  private static final UTF8String NOT_KEPT = UTF8String.fromString("");

  private final Iterator<RawRecord> records;
  private final FieldReader[] readers;
  private final UTF8String[] rules;
  private final UTF8String[] conflicts;
  private final UTF8String[] personal;
  private final FieldWeights weights;
  private final Corrected corrected;
  private final MissingReasons reasons;
  private boolean named;
  private long high;
  private long low;
  private String lastSource = "";
  private String lastFile = "";
  private UTF8String source;
  private UTF8String file;

  private ConformedRows(
      Iterator<RawRecord> records,
      FieldReader[] readers,
      UTF8String[] rules,
      UTF8String[] conflicts,
      UTF8String[] personal,
      FieldWeights weights,
      Corrected corrected,
      MissingReasons reasons) {
    this.records = records;
    this.readers = readers;
    this.rules = rules;
    this.conflicts = conflicts;
    this.personal = personal;
    this.weights = weights;
    this.corrected = corrected;
    this.reasons = reasons;
  }

  static ConformedRows of(
      Iterator<RawRecord> records,
      List<String> names,
      FieldReading[] readings,
      Corrected corrected,
      MissingReasons reasons) {
    FieldReader[] readers = new FieldReader[readings.length];
    UTF8String[] rules = new UTF8String[readings.length];
    UTF8String[] conflicts = new UTF8String[readings.length];
    UTF8String[] personal = new UTF8String[readings.length];
    for (int i = 0; i < readings.length; i++) {
      readers[i] = readings[i].reader();
      rules[i] = UTF8String.fromString("TYPE-" + names.get(i));
      conflicts[i] = UTF8String.fromString("CONFLICT-" + names.get(i));
      personal[i] = UTF8String.fromString(PERSONAL + names.get(i));
    }
    return new ConformedRows(
        records, readers, rules, conflicts, personal, FieldWeights.of(names), corrected, reasons);
  }

  @Override
  public boolean hasNext() {
    boolean more = records.hasNext();
    if (!more) {
      reasons.told();
    }
    return more;
  }

  @Override
  public InternalRow next() {
    RawRecord record = records.next();
    Object[] values = new Object[readers.length + BEHIND];
    UTF8String refusedAt = null;
    UTF8String refusal = null;
    named = false;
    if (record.fault() != null) {
      refusedAt = BesideRule.merges(record.fault()) ? MERGED : INGEST;
      refusal = UTF8String.fromString(record.fault());
    } else {
      refusal = cells(corrected.cells(record), values);
      refusedAt = refusal == null ? null : CONFORM;
    }
    place(record, values, refusedAt, refusal);
    return new GenericInternalRow(values);
  }

  /** Reads all cells; the rule of the first that is not of its type, or null. */
  private UTF8String cells(String[] texts, Object[] values) {
    high = 0;
    low = 0;
    reasons.count(texts);
    for (int i = 0; i < readers.length; i++) {
      FieldReader.Value value = readers[i].read(texts);
      if (value.stored() == CellType.NOT_OF_TYPE) {
        if (readers[i].thirteenthMonth(texts)) {
          corrected.noteThirteenthMonth();
        }
        return rules[i];
      }
      if (value.stored() == CellType.CONTRADICTED) {
        return conflicts[i];
      }
      if (value.stored() == CellType.PERSONAL) {
        named = true;
        return personal[i];
      }
      if (value.stored() != null) {
        values[i] = value.stored();
        high += value.high() * weights.high(i);
        low += value.low() * weights.low(i);
      }
    }
    return null;
  }

  private void place(RawRecord record, Object[] values, UTF8String refusedAt, UTF8String refusal) {
    if (!record.source().equals(lastSource) || !record.file().equals(lastFile)) {
      lastSource = record.source();
      lastFile = record.file();
      source = UTF8String.fromString(lastSource);
      file = UTF8String.fromString(lastFile);
    }
    int at = readers.length;
    values[at++] = source;
    values[at++] = file;
    values[at++] = record.recordNumber();
    values[at++] = refusedAt;
    values[at++] = refusal;
    // Who is named by mistake is not kept, not even among the refused.
    values[at++] = named ? NOT_KEPT : record.text().utf8();
    values[at++] = high;
    values[at] = low;
  }
}
