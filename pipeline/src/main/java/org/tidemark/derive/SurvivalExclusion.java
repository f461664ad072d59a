package org.tidemark.derive;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why a tumour does not enter a survival analysis, the first reason that holds (flags as NORDCAN's
 * survival exclusions). The label stays with the case; no table counts them yet.
 */
public enum SurvivalExclusion {
  /** Not malignant. */
  NOT_MALIGNANT("NOT malignant"),
  /** Known from the death certificate only: there is no time from diagnosis to death. */
  DEATH_CERTIFICATE_ONLY("basis = '0'"),
  /** No follow-up: the vital status is not known. */
  NO_FOLLOW_UP("vital_status IS NULL OR vital_status NOT IN ('1', '2', '3')"),
  /** A date of diagnosis or last contact without its day. */
  INCOMPLETE_DATES("follow_up_days IS NULL"),
  /** Last contact before diagnosis. */
  NEGATIVE_FOLLOW_UP("follow_up_days < 0"),
  /** Diagnosis and last contact on one day. */
  ZERO_FOLLOW_UP("follow_up_days = 0"),
  /** Age at diagnosis unknown: no expected survival. */
  AGE_UNKNOWN("age_in_days IS NULL"),
  /** Sex neither male nor female: no life table. */
  SEX_UNKNOWN("sex NOT IN ('1', '2')");

  private final String predicate;

  SurvivalExclusion(String predicate) {
    this.predicate = predicate;
  }

  /** The name under which it is published. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** SQL that gives the label of the first reason that holds, or null. */
  static String sql() {
    return Arrays.stream(values())
        .map(e -> "WHEN " + e.predicate + " THEN '" + e.label() + "'")
        .collect(Collectors.joining(" ", "CASE ", " END"));
  }
}
