package org.tidemark.catalogue;

import java.util.List;
import java.util.Map;

/**
 * Checks of CanReg5's registration number, of four digits of a year and four of a series, against
 * the year of incidence. Other forms of a number say nothing. Of the number the year alone is read.
 */
final class RegistrationYear {
  /** The person was registered in a year before that of incidence. */
  static final String BEFORE = "CANREG-REGISTERED-BEFORE";

  /** The person was registered in a year after that of incidence. */
  static final String LATER = "CANREG-REGISTERED-LATER";

  private static final String ORIGIN = "CanReg5 registration number, YYYY####";

  private RegistrationYear() {}

  /**
   * The checks of one column: a record breaks one of them at most.
   *
   * @param column the column that holds the number
   */
  static List<Check> checks(String table, String column) {
    String year = SystemRules.quoted(column);
    String dated = year + " IS NOT NULL AND incidence_date IS NOT NULL";
    String incidence = "LEFT(incidence_date, 4)";
    return List.of(
        check(
            BEFORE,
            table,
            column,
            dated,
            year + " >= " + incidence,
            Map.of(
                "en", "The year in the registration number is before that of incidence.",
                "fr", "L'année du numéro d'enregistrement précède celle d'incidence.",
                "es", "El año del número de registro es anterior al de incidencia.",
                "pt", "O ano do número de registo é anterior ao de incidência.")),
        check(
            LATER,
            table,
            column,
            dated,
            year + " <= " + incidence,
            Map.of(
                "en", "The year in the registration number is after that of incidence.",
                "fr", "L'année du numéro d'enregistrement suit celle d'incidence.",
                "es", "El año del número de registro es posterior al de incidencia.",
                "pt", "O ano do número de registo é posterior ao de incidência.")));
  }

  private static Check check(
      String id,
      String table,
      String column,
      String applies,
      String pass,
      Map<String, String> message) {
    return new Check(
        id,
        1,
        table,
        Check.Severity.QUERY,
        List.of(column, "incidence_date"),
        applies,
        pass,
        ORIGIN,
        message);
  }
}
