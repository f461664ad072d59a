package org.tidemark.resolve;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fields of a tumour that are read together and are filled together or not at all, so that no value
 * stands beside one of another record that it was never meant for.
 */
enum Part {
  SEX("sex"),
  /** A birth date is not filled where the age was recorded: the age is then used as it is. */
  AGE("birth_date", "age", "age_days"),
  /** The code with the scheme by which it is read. */
  BASIS("basis", "basis_scheme"),
  GRADE("grade"),
  LATERALITY("laterality"),
  /** The scheme alone says nothing of a patient: it gives way. */
  STAGE("stage", "stage_scheme", "t", "n", "m", "stage_raw"),
  /** A status holds at its date, and a cause of death with both. */
  FOLLOW_UP("vital_status", "last_contact_date", "cause_of_death", "cause_of_death_revision");

  /** The basis of what is known from a death certificate only. */
  private static final String CERTIFICATE = "0";

  private static final String UNKNOWN = "9";
  private static final Set<String> CODED =
      Set.of("sex", "basis", "grade", "laterality", "stage", "vital_status");
  private static final Set<String> SCHEMES = Set.of("basis_scheme", "stage_scheme");

  private final List<String> fields;

  Part(String... fields) {
    this.fields = List.of(fields);
  }

  /** The fields, in the order of the table. */
  List<String> fields() {
    return fields;
  }

  /** The rule that tells that it was filled. */
  HistoryRule rule() {
    return HistoryRule.valueOf("FILLED_" + name());
  }

  /**
   * Whether a record lacks this and another one of its tumour may give it, without a combination
   * that the other record did not have and a rule between fields might forbid.
   *
   * @param own field → value as text, absent where it is not known
   * @param other likewise
   */
  boolean fills(Map<String, String> own, Map<String, String> other) {
    boolean lacking = fields.stream().allMatch(f -> SCHEMES.contains(f) || !known(own, f));
    String day = own.get("incidence_date");
    boolean sameDay = day != null && day.equals(other.get("incidence_date"));
    return lacking
        && switch (this) {
          // Dates and ages are checked against the incidence date: it must be the other's.
          case AGE -> sameDay && (known(other, "birth_date") || known(other, "age"));
          // The follow-up of what is known from a certificate only is that certificate's.
          case FOLLOW_UP ->
              sameDay
                  && !CERTIFICATE.equals(own.get("basis"))
                  && known(other, "vital_status")
                  && known(other, "last_contact_date");
          // Known to two registries is no longer known from a death certificate only.
          case BASIS -> known(other, "basis") && !CERTIFICATE.equals(other.get("basis"));
          case SEX, GRADE, LATERALITY, STAGE -> known(other, fields.get(0));
        };
  }

  private static boolean known(Map<String, String> values, String field) {
    String value = values.get(field);
    return value != null && !(CODED.contains(field) && value.equals(UNKNOWN));
  }
}
