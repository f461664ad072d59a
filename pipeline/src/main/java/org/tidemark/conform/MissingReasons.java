package org.tidemark.conform;

import java.io.Serializable;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.TaskContext;
import org.tidemark.conform.ConformNote.Event;

/**
 * Counts why cells of a site's report are missing, one partition at a time. The count of a
 * partition is one note: a task that is tried again gives the same, which is taken once.
 */
final class MissingReasons implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Longer texts give no reason. */
  private static final int LONGEST = 9;

  private final String source;
  private final NoteTaker notes;
  private final boolean counting;
  private final EnumMap<Event, Long> counts = new EnumMap<>(Event.class);

  private MissingReasons(String source, NoteTaker notes, boolean counting) {
    this.source = source;
    this.notes = notes;
    this.counting = counting;
  }

  /** Reasons of a source that gives none: nothing is counted. */
  static MissingReasons none() {
    return new MissingReasons("", NoteTaker.NONE, false);
  }

  /** The reasons of a source, none so far. */
  static MissingReasons of(ConformRules rules) {
    return new MissingReasons(rules.source(), rules.notes(), true);
  }

  /** The same, none so far: one for each part that is read. */
  MissingReasons fresh() {
    return new MissingReasons(source, notes, counting);
  }

  void count(String[] texts) {
    if (!counting) {
      return;
    }
    for (String text : texts) {
      if (text != null && text.length() >= 2 && text.length() <= LONGEST) {
        reason(text).ifPresent(event -> counts.merge(event, 1L, Long::sum));
      }
    }
  }

  /** Leaves what was counted, once. */
  void told() {
    if (!counts.isEmpty()) {
      TaskContext task = TaskContext.get();
      String part = task == null ? "" : String.valueOf(task.partitionId());
      for (Map.Entry<Event, Long> one : counts.entrySet()) {
        notes.take(new ConformNote(source, one.getKey(), 0, part, one.getValue()));
      }
      counts.clear();
    }
  }

  private static Optional<Event> reason(String text) {
    return switch (text) {
      case "NA-NOTREP" -> Optional.of(Event.NOT_REPORTED);
      case "NA-UNK" -> Optional.of(Event.NOT_KNOWN);
      case "NA-NAPP" -> Optional.of(Event.NOT_APPLICABLE);
      case "NA-REF" -> Optional.of(Event.NOT_SAID);
      case "NA", "N/A", "n/a", "#N/A" -> Optional.of(Event.NO_REASON);
      default -> Optional.empty();
    };
  }
}
