package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;

/**
 * One arrival of a report.
 *
 * @param dataset which report
 * @param site whose
 * @param span for when
 * @param completed when the site declared it complete, or took back what it had sent
 * @param version 1, and one more for each correction
 * @param withdrawal whether it brings nothing and takes back the version before
 */
record Submission(
    Dataset dataset,
    Site site,
    Span span,
    LocalDateTime completed,
    int version,
    boolean withdrawal) {
  /** Events after this day are outside the programme's data. */
  static final LocalDate AS_OF = LocalDate.of(2023, 12, 31);

  String id() {
    return id(version);
  }

  /** The submission that this one replaces. */
  Optional<String> supersedes() {
    return version == 1 ? Optional.empty() : Optional.of(id(version - 1));
  }

  /** The file its rows stand in. */
  String file() {
    return version == 1 || withdrawal ? dataset.file(span.year()) : SpecimenReport.CORRECTION;
  }

  /** What the site can have known of a day when it reported: the day, or nothing. */
  Optional<LocalDate> known(LocalDate day) {
    return Optional.ofNullable(day)
        .filter(d -> !d.isAfter(completed.toLocalDate()) && !d.isAfter(AS_OF));
  }

  private String id(int number) {
    return site.id() + "-" + span.label() + "-" + dataset.letters() + number;
  }
}
