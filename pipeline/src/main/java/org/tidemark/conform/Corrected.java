package org.tidemark.conform;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.tidemark.catalogue.Correction;
import org.tidemark.catalogue.CorrectionList;
import org.tidemark.conform.ConformNote.Event;
import org.tidemark.ingest.RawRecord;

/**
 * Lays corrections over the cells of a record before they are read: those that name the record's
 * own id, in the order of their file, each only where the record still has the old value.
 */
final class Corrected implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int NOWHERE = -1;

  private final String source;
  private final int id;
  private final Map<String, List<Fix>> byRecord;
  private final NoteTaker notes;

  private Corrected(String source, int id, Map<String, List<Fix>> byRecord, NoteTaker notes) {
    this.source = source;
    this.id = id;
    this.byRecord = byRecord;
    this.notes = notes;
  }

  private record Fix(int line, int column, String oldValue, String newValue)
      implements Serializable {}

  /**
   * The corrections of one source.
   *
   * @param wanted the columns in the order in which records hold their cells
   */
  static Corrected of(ConformRules rules, List<String> wanted) {
    Map<String, List<Fix>> byRecord = new HashMap<>();
    rules.corrections().map(CorrectionList::entries).orElse(List.of()).stream()
        .forEach(
            c -> byRecord.computeIfAbsent(c.record(), r -> new ArrayList<>()).add(fix(c, wanted)));
    int id = rules.corrections().map(c -> wanted.indexOf(c.column())).orElse(NOWHERE);
    return new Corrected(rules.source(), id, byRecord, rules.notes());
  }

  private static Fix fix(Correction correction, List<String> wanted) {
    return new Fix(
        correction.line(),
        wanted.indexOf(correction.column()),
        correction.oldValue(),
        correction.newValue());
  }

  /** The cells of a record, corrected; the record itself is not changed. */
  String[] cells(RawRecord record) {
    String[] sent = record.cells();
    if (id == NOWHERE || sent[id] == null) {
      return sent;
    }
    List<Fix> fixes = byRecord.get(sent[id].strip());
    if (fixes == null) {
      return sent;
    }
    String[] cells = sent.clone();
    fixes.forEach(fix -> apply(fix, cells, record));
    return cells;
  }

  /** Notes, for the source as a whole, that a date of a thirteenth month could not be read. */
  void noteThirteenthMonth() {
    notes.take(new ConformNote(source, Event.THIRTEENTH_MONTH, 0, "", 0));
  }

  private void apply(Fix fix, String[] cells, RawRecord record) {
    String now = Objects.toString(cells[fix.column], "").strip();
    Event event = Event.DIFFERS;
    if (now.equals(fix.oldValue)) {
      cells[fix.column] = fix.newValue;
      event = Event.APPLIED;
    } else if (now.equals(fix.newValue)) {
      event = Event.DONE;
    }
    notes.take(new ConformNote(source, event, fix.line, record.file(), record.recordNumber()));
  }
}
