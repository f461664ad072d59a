package org.tidemark.conform;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.util.AccumulatorV2;

/**
 * The notes of all tasks. Notes are a set: a task that is tried again, or whose partition is read
 * twice, gives the same ones, so that unlike a count none is taken twice.
 */
public final class ConformNotes extends AccumulatorV2<ConformNote, SortedSet<ConformNote>>
    implements NoteTaker {
  private static final long serialVersionUID = 1L;

  /** Of several threads: Spark reads it while a task adds to it. */
  private final ConcurrentSkipListSet<ConformNote> notes = new ConcurrentSkipListSet<>();

  private ConformNotes() {}

  /** Notes of the tasks of a session: none so far. */
  public static ConformNotes in(SparkSession spark) {
    ConformNotes notes = new ConformNotes();
    spark.sparkContext().register(notes, "conform");
    return notes;
  }

  @Override
  public void take(ConformNote note) {
    notes.add(note);
  }

  @Override
  public boolean isZero() {
    return notes.isEmpty();
  }

  @Override
  public ConformNotes copy() {
    ConformNotes copy = new ConformNotes();
    copy.notes.addAll(notes);
    return copy;
  }

  @Override
  public void reset() {
    notes.clear();
  }

  @Override
  public void add(ConformNote note) {
    take(note);
  }

  @Override
  public void merge(AccumulatorV2<ConformNote, SortedSet<ConformNote>> other) {
    notes.addAll(other.value());
  }

  /** The notes in order. */
  @Override
  public SortedSet<ConformNote> value() {
    return new TreeSet<>(notes);
  }
}
