package org.tidemark.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.tidemark.catalogue.FileLayout;
import org.tidemark.catalogue.Source;
import org.tidemark.catalogue.TextFormat;

/**
 * What is to be read of one source, and how.
 *
 * @param folder the programme file's folder; the source's path is resolved against it, and files
 *     under it are named relative to it
 * @param source the programme's entry
 * @param text how delimited text is cut into cells
 * @param plan the columns that the mapping expects
 * @param emptyAllowed whether a header without records is a valid report
 * @param layout where records stand in files that do not say so themselves
 */
public record Intake(
    String folder,
    Source source,
    TextFormat text,
    ColumnPlan plan,
    boolean emptyAllowed,
    FileLayout layout)
    implements Serializable {
  /** Checks that nothing is absent. */
  public Intake {
    requireNonNull(folder, "folder");
    requireNonNull(source, "source");
    requireNonNull(text, "text");
    requireNonNull(plan, "plan");
    requireNonNull(layout, "layout");
  }

  /** The intake of files that say themselves where their columns are. */
  public Intake(
      String folder, Source source, TextFormat text, ColumnPlan plan, boolean emptyAllowed) {
    this(folder, source, text, plan, emptyAllowed, FileLayout.PLAIN);
  }
}
