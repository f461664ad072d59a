package org.tidemark.conform;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Comparator;

/**
 * What happened to a record of a source while it was conformed.
 *
 * @param source the source's id
 * @param event what happened
 * @param line the line of the corrections file; 0 where it has nothing to do with one
 * @param file the record's file; empty where any record says the same; of a count of cells the part
 *     that was counted
 * @param record the record's number in it; 0 likewise; of a count of cells how many
 */
public record ConformNote(String source, Event event, int line, String file, long record)
    implements Serializable, Comparable<ConformNote> {
  private static final Comparator<ConformNote> ORDER =
      Comparator.comparing(ConformNote::source)
          .thenComparing(ConformNote::event)
          .thenComparing(ConformNote::line)
          .thenComparing(ConformNote::file)
          .thenComparing(ConformNote::record);

  /** What can happen. */
  public enum Event {
    /** A correction changed the record. */
    APPLIED,
    /** The record has neither the old value of a correction nor the new one. */
    DIFFERS,
    /** The record has the new value of a correction already. */
    DONE,
    /** A date of a thirteenth month could not be read. */
    THIRTEENTH_MONTH,
    /** Cells of a site's report say that a value was not reported. */
    NOT_REPORTED,
    /** Cells say that it was asked for and is not known. */
    NOT_KNOWN,
    /** Cells say that it does not apply. */
    NOT_APPLICABLE,
    /** Cells say that it was refused. */
    NOT_SAID,
    /** Cells say NA, without a reason. */
    NO_REASON
  }

  /** Checks that nothing is absent. */
  public ConformNote {
    requireNonNull(source, "source");
    requireNonNull(event, "event");
    requireNonNull(file, "file");
  }

  @Override
  public int compareTo(ConformNote other) {
    return ORDER.compare(this, other);
  }
}
