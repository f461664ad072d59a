package org.tidemark.resolve;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.unsafe.types.UTF8String;
import org.tidemark.account.Precedence;

/**
 * Walks through records that stand person by person, and gives those of which there is anything to
 * say. A person of one record costs a comparison; an id with more records than a person has tumours
 * is passed on record by record, so that memory does not grow with it.
 */
final class PersonRows implements Iterator<Row> {
  /** More tumours than these are not of one person. */
  static final int MOST_TUMOURS = 30;

  private static final int YEAR = 4;

  private final Iterator<InternalRow> rows;
  private final Persons.Rules rules;
  private final Queue<Row> ready = new ArrayDeque<>();

  /** The first record of the next person; null behind the last. */
  private final AtomicReference<InternalRow> next = new AtomicReference<>();

  PersonRows(Iterator<InternalRow> rows, Persons.Rules rules) {
    this.rows = rows;
    this.rules = rules;
    next.set(rows.hasNext() ? rows.next().copy() : null);
  }

  @Override
  public boolean hasNext() {
    while (ready.isEmpty() && next.get() != null) {
      person(next.get());
    }
    return !ready.isEmpty();
  }

  @Override
  public Row next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.remove();
  }

  /** Takes all records of a person, or the first of too many. */
  private void person(InternalRow first) {
    List<InternalRow> own = new ArrayList<>(1);
    own.add(first);
    InternalRow row = following();
    while (row != null && Persons.samePerson(first, row) && own.size() <= MOST_TUMOURS) {
      own.add(row);
      row = following();
    }
    if (own.size() > MOST_TUMOURS) {
      own.forEach(this::flag);
      while (row != null && Persons.samePerson(first, row)) {
        flag(row);
        row = following();
      }
    } else if (own.size() > 1) {
      judge(own.stream().map(this::record).toList());
    }
    next.set(row);
  }

  private InternalRow following() {
    return rows.hasNext() ? rows.next().copy() : null;
  }

  private void flag(InternalRow row) {
    TumourRecord record = record(row);
    ready.add(
        row(
            record,
            new PersonHistory.Outcome(
                EnumSet.of(HistoryRule.PERSON_TUMOURS), null, null, null, null, null),
            0));
  }

  private void judge(List<TumourRecord> records) {
    int trust = 0;
    for (var told : PersonHistory.of(records, rules.primaries(), rules.decisions()).entrySet()) {
      if (told.getValue().tells(told.getKey())) {
        ready.add(row(told.getKey(), told.getValue(), trust));
      }
      trust++;
    }
  }

  private TumourRecord record(InternalRow row) {
    List<String> values = new ArrayList<>(TumourRecord.FIELDS.size());
    for (int i = 0; i < TumourRecord.FIELDS.size(); i++) {
      values.add(text(row, Persons.VALUES + i));
    }
    Precedence precedence = rules.precedence();
    String source = text(row, Persons.SOURCE);
    long rank =
        precedence.rank(
            i -> {
              int at = TumourRecord.FIELDS.indexOf(precedence.rules().get(i).field());
              return at < 0 ? null : stored(row, Persons.VALUES + at);
            },
            rules.submitted().getOrDefault(source, ""));
    return new TumourRecord(
        source,
        text(row, Persons.SOURCE + 1),
        row.getLong(Persons.SOURCE + 2),
        rank,
        text(row, Persons.REGISTRY),
        text(row, Persons.REGISTRY + 1),
        Collections.unmodifiableList(values));
  }

  private Row row(TumourRecord record, PersonHistory.Outcome outcome, int trust) {
    boolean changed = outcome.topography() != null && outcome.changed(record);
    EnumSet<HistoryRule> told = EnumSet.noneOf(HistoryRule.class);
    told.addAll(outcome.findings());
    if (outcome.merged() != null) {
      told.add(outcome.merged());
    }
    TumourRecord through = outcome.through();
    String date = record.incidenceDate();
    return RowFactory.create(
        record.source(),
        record.file(),
        record.number(),
        Persons.TABLE,
        record.registry(),
        record.tumour(),
        record.area() == null ? "" : record.area(),
        date == null ? "" : date.substring(0, Math.min(YEAR, date.length())),
        PersonHistory.ids(told, rules.decisions().on(record)),
        outcome.merged() == null ? null : outcome.merged().id(),
        through == null ? null : through.source(),
        through == null ? null : through.file(),
        through == null ? null : through.number(),
        changed ? outcome.topography() : null,
        changed ? outcome.morphology() : null,
        changed ? outcome.behaviour() : null,
        trust);
  }

  private static UTF8String stored(InternalRow row, int at) {
    return row.isNullAt(at) ? null : row.getUTF8String(at);
  }

  private static String text(InternalRow row, int at) {
    UTF8String value = stored(row, at);
    return value == null ? null : value.toString();
  }
}
