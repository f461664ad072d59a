package org.tidemark.estimate;

import java.util.Optional;
import org.tidemark.model.Status;
import org.tidemark.tally.ReportCount;

/**
 * What the reports behind a figure allow to be said. With fewer than half of the reports owed an
 * aggregate is withheld, with fewer than four fifths it is marked; both are defaults of the
 * programme.
 *
 * @param status OK, LOW_COVERAGE, INSUFFICIENT, NOT_REPORTED or NOT_APPLICABLE
 * @param note how many reports came, where not all did; else empty
 */
record IndicatorCover(Status status, String note) {
  private static final int WITHHELD_BELOW = 50;
  private static final int MARKED_BELOW = 80;
  private static final int PERCENT = 100;

  /** What the reports allow; all of it where nothing is known of reports. */
  static IndicatorCover of(Optional<ReportCount> reports) {
    return reports.map(IndicatorCover::of).orElse(new IndicatorCover(Status.OK, ""));
  }

  private static IndicatorCover of(ReportCount reports) {
    long owed = reports.expected();
    long in = reports.in();
    if (owed == 0) {
      return new IndicatorCover(Status.NOT_APPLICABLE, "no report was owed: no service, or waived");
    }
    String note = in == owed ? "" : in + " of " + owed + " reports";
    if (in == 0) {
      return new IndicatorCover(Status.NOT_REPORTED, note);
    }
    if (in * PERCENT < WITHHELD_BELOW * owed) {
      return new IndicatorCover(Status.INSUFFICIENT, note);
    }
    return new IndicatorCover(
        in * PERCENT < MARKED_BELOW * owed ? Status.LOW_COVERAGE : Status.OK, note);
  }

  /** Whether a value may be given. */
  boolean tells() {
    return status == Status.OK || status == Status.LOW_COVERAGE;
  }
}
