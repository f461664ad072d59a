package org.tidemark.resolve;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.tidemark.account.Precedence;

/**
 * One accepted record of a tumour, as far as a person's history asks for it; what is not known is
 * null.
 *
 * @param source its place: the source
 * @param file the file
 * @param number the record in the file
 * @param rank which of two records of one tumour is to be believed, see {@link Precedence}
 * @param registry registry that holds it
 * @param tumour its id there
 * @param values of {@link #FIELDS}, in their order
 */
record TumourRecord(
    String source,
    String file,
    long number,
    long rank,
    String registry,
    String tumour,
    List<String> values)
    implements Serializable {
  /** The fields that a history asks for, and those that tell records of the same content apart. */
  static final List<String> FIELDS =
      List.of(
          "sex",
          "birth_date",
          "incidence_date",
          "topography",
          "morphology",
          "behaviour",
          "laterality",
          "area",
          "basis",
          "stage",
          "last_contact_date",
          "vital_status");

  private static final String RIGHT = "1";
  private static final String LEFT = "2";

  /** The most trusted first; then by content, and by the place where nothing else differs. */
  static final Comparator<TumourRecord> MOST_TRUSTED =
      Comparator.comparingLong(TumourRecord::rank)
          .reversed()
          .thenComparing(TumourRecord::content)
          .thenComparing(TumourRecord::source)
          .thenComparing(TumourRecord::file)
          .thenComparingLong(TumourRecord::number);

  String sex() {
    return values.get(0);
  }

  String birthDate() {
    return values.get(1);
  }

  String incidenceDate() {
    return values.get(2);
  }

  String topography() {
    return values.get(3);
  }

  String morphology() {
    return values.get(4);
  }

  String behaviour() {
    return values.get(5);
  }

  String area() {
    return values.get(7);
  }

  private String content() {
    return registry + '\u0001' + tumour + '\u0001' + values;
  }

  /** Whether another registry sent this same tumour: the same codes, and no date against it. */
  boolean sentTwice(TumourRecord other) {
    return !Objects.equals(registry, other.registry)
        && sameTumour(values.subList(3, 7), other.values.subList(3, 7))
        && agree(incidenceDate(), other.incidenceDate());
  }

  /** Whether the codes are the same: topography, morphology, behaviour and side. */
  static boolean sameTumour(List<String> codes, List<String> others) {
    return codes.subList(0, 3).equals(others.subList(0, 3))
        && !opposite(codes.get(3), others.get(3));
  }

  private static boolean opposite(String one, String other) {
    return (RIGHT.equals(one) && LEFT.equals(other)) || (LEFT.equals(one) && RIGHT.equals(other));
  }

  /** Whether two dates may be the same day; a partial one is any day of it. */
  static boolean agree(String one, String other) {
    return one == null || other == null || one.startsWith(other) || other.startsWith(one);
  }
}
