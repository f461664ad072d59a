package org.tidemark.model;

/**
 * What a published figure may be relied on for. A figure that is not {@link #OK} says so in its own
 * row; an empty value is always explained by its status, and missing is never zero.
 */
public enum Status {
  /** Computed as defined, from data that meet the minimum rules. */
  OK,
  /** Computed, but fewer of the expected reports arrived than the indicator asks for. */
  LOW_COVERAGE,
  /** Computed from a count under 16: shown, and marked as of low reliability. */
  LOW_RELIABILITY,
  /** Nothing was reported where a report was expected. */
  NOT_REPORTED,
  /** The question does not arise, as where a site does not offer the service. */
  NOT_APPLICABLE,
  /** Known, and hidden because the count is small enough to identify a patient. */
  SUPPRESSED,
  /** Too little data to compute the figure; the note says what is missing. */
  INSUFFICIENT
}
