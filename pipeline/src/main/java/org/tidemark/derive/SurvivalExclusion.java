package org.tidemark.derive;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Why a tumour does not enter a survival analysis, the first reason that holds (flags as NORDCAN's
 * survival exclusions). The first two are no exclusions in the sense of the analysis: it asks about
 * malignant tumours of registries that follow their patients. The last three hold only for analyses
 * that name them under {@code exclude}.
 */
public enum SurvivalExclusion {
  /** Not malignant. */
  NOT_MALIGNANT(Severity.SCOPE, "NOT malignant"),
  /** The source has no vital status or no last contact at all. */
  FOLLOW_UP_NOT_SUPPLIED(Severity.SCOPE, "FALSE"),
  /** Known from the death certificate only: there is no time from diagnosis to death. */
  DEATH_CERTIFICATE_ONLY(Severity.MISSING, "basis = '0'"),
  /** No follow-up: the vital status is not known. */
  NO_FOLLOW_UP(Severity.MISSING, "vital_status IS NULL OR vital_status NOT IN ('1', '2', '3')"),
  /** A date of diagnosis or last contact without its day. */
  INCOMPLETE_DATES(Severity.MISSING, "follow_up_days IS NULL"),
  /** Last contact before diagnosis. */
  NEGATIVE_FOLLOW_UP(Severity.INVALID, "follow_up_days < 0"),
  /** Diagnosis and last contact on one day. */
  ZERO_FOLLOW_UP(Severity.QUERY, "follow_up_days = 0"),
  /** Age at diagnosis unknown: no expected survival. */
  AGE_UNKNOWN(Severity.MISSING, "age_in_days IS NULL"),
  /** Sex neither male nor female: no life table. */
  SEX_UNKNOWN(Severity.MISSING, "sex IS NULL OR sex NOT IN ('1', '2')"),
  /**
   * Group of deprivation unknown, where the area has life tables by deprivation alone: decided with
   * the life tables at hand.
   */
  DEPRIVATION_UNKNOWN(Severity.MISSING, ""),
  /** Found at autopsy, under every scheme that has a code for it. */
  AUTOPSY(Severity.ASKED, "basis = '8'"),
  /** Diagnosed at the age of 90 or later. */
  AGE_90_AND_OVER(Severity.ASKED, "age_years >= 90"),
  /** Cancer of the breast of a man. */
  MALE_BREAST(Severity.ASKED, "sex = '1' AND topography LIKE 'C50%'");

  /** The column of a case that holds the label of its reason; null where it enters survival. */
  public static final String COLUMN = "survival_exclusion";

  /** What the reason says of the record, as findings are graded. */
  private enum Severity {
    INVALID,
    QUERY,
    MISSING,
    SCOPE,
    ASKED
  }

  private final Severity severity;
  private final String predicate;

  SurvivalExclusion(Severity severity, String predicate) {
    this.severity = severity;
    this.predicate = predicate;
  }

  /** The reason of a label. */
  public static SurvivalExclusion labelled(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The name under which it is published. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What it says of the record: {@code invalid}, {@code query}, {@code missing}, or {@code scope},
   * where nothing is wrong with the record and the analysis does not ask about it.
   */
  public String severity() {
    return (severity == Severity.ASKED ? Severity.SCOPE : severity).name().toLowerCase(Locale.ROOT);
  }

  /** Whether the analysis asks about the tumour and cannot use it. */
  public boolean isInScope() {
    return severity != Severity.SCOPE;
  }

  /** The reasons for which the analysis does not ask about a tumour. */
  public static List<SurvivalExclusion> outOfScope() {
    return Arrays.stream(values()).filter(e -> !e.isInScope()).toList();
  }

  /**
   * SQL that gives the label of the first reason that holds, or null.
   *
   * @param withoutFollowUp ids of the sources that supply no follow-up
   */
  static String sql(Collection<String> withoutFollowUp) {
    return Arrays.stream(values())
        .filter(e -> e.severity != Severity.ASKED && !e.predicate.isEmpty())
        .map(e -> "WHEN " + e.predicate(withoutFollowUp) + " THEN '" + e.label() + "'")
        .collect(Collectors.joining(" ", "CASE ", " END"));
  }

  /**
   * SQL that gives the labels of those asked for that hold, with a blank before and after each.
   *
   * @param asked labels that analyses name
   */
  public static String flags(Collection<String> asked) {
    return asked.stream()
        .map(SurvivalExclusion::labelled)
        .sorted()
        .map(e -> "IF(%s, ' %s ', '')".formatted(e.predicate, e.label()))
        .collect(Collectors.joining(", ", "concat(", ")"));
  }

  private String predicate(Collection<String> withoutFollowUp) {
    return this != FOLLOW_UP_NOT_SUPPLIED || withoutFollowUp.isEmpty()
        ? predicate
        : withoutFollowUp.stream()
            .sorted()
            .collect(Collectors.joining("', '", "source_id IN ('", "')"));
  }
}
