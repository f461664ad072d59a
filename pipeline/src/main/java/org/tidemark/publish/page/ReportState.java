package org.tidemark.publish.page;

import org.tidemark.model.Status;

/** What became of the reports that a site owed for a quarter. */
enum ReportState {
  ON_TIME("All on time"),
  LATE("All, some late"),
  PARTIAL("Some missing"),
  MISSING("None arrived"),
  NOT_EXPECTED("None expected"),
  NO_FIGURE("No figure");

  private final String words;

  ReportState(String words) {
    this.words = words;
  }

  String words() {
    return words;
  }

  /**
   * The state of one site and quarter.
   *
   * @param received the row of REP-01
   * @param onTime the row of REP-02, the same row where there is none
   */
  static ReportState of(Row received, Row onTime) {
    if (received.status() == Status.NOT_APPLICABLE || received.number("denominator") == 0) {
      return NOT_EXPECTED;
    }
    if (received.status() == Status.NOT_REPORTED || received.number("numerator") == 0) {
      return MISSING;
    }
    if (!received.shown() || !received.has("numerator")) {
      return NO_FIGURE;
    }
    if (received.number("numerator") < received.number("denominator")) {
      return PARTIAL;
    }
    return onTime.number("numerator") < onTime.number("denominator") ? LATE : ON_TIME;
  }
}
