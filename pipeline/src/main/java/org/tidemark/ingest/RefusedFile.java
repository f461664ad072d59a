package org.tidemark.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import org.tidemark.model.Refusal;

/**
 * A file of which nothing is read. Whether the run goes on without it is the programme's to say.
 *
 * @param source the source's id
 * @param file the file as the programme names it; the source's path where no file was found
 * @param rule the id of the {@link IngestRule}
 * @param what what was found, without any value of the file
 * @param mend how to mend it
 */
public record RefusedFile(String source, String file, String rule, String what, String mend)
    implements Serializable {
  /** Checks that nothing is absent. */
  public RefusedFile {
    requireNonNull(source, "source");
    requireNonNull(file, "file");
    requireNonNull(rule, "rule");
    requireNonNull(what, "what");
    requireNonNull(mend, "mend");
  }

  /** The refusal that stops a run for this file. */
  public Refusal refusal() {
    return Refusal.data("source " + source + ", file " + file, rule + ": " + what, mend);
  }
}
