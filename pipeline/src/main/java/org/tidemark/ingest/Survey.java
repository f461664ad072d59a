package org.tidemark.ingest;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;

/**
 * What a source's files hold, before any record is read: every file is in exactly one of the lists,
 * both in the order of the files' names.
 *
 * @param intake what was asked for
 * @param accepted files that will be read
 * @param refused files of which nothing is read
 */
public record Survey(Intake intake, List<SurveyedFile> accepted, List<RefusedFile> refused)
    implements Serializable {
  /** Copies the lists. */
  public Survey {
    requireNonNull(intake, "intake");
    accepted = List.copyOf(accepted);
    refused = List.copyOf(refused);
  }

  /** Records in the accepted files, those refused later included. */
  public long records() {
    return accepted.stream().mapToLong(SurveyedFile::records).sum();
  }
}
