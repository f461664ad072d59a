package org.tidemark.tally;

import java.util.List;
import java.util.stream.Stream;

/**
 * The data-quality indices of cancer registration as predicates over a case (Parkin DM, Bray F, Eur
 * J Cancer 2009;45:747-755, doi:10.1016/j.ejca.2008.11.032; Bray F, Parkin DM, same issue 756-764,
 * doi:10.1016/j.ejca.2008.11.033).
 *
 * @param name as published
 * @param numerator cases that have the property
 * @param eligible cases of which it is known whether they have it; none where the registry does not
 *     supply the field
 * @param missing whether the share of those without the property is published; where no case has it
 *     the registry does not supply the field
 */
public record QualityIndex(String name, String numerator, String eligible, boolean missing) {
  private static final String BASIS = "basis IS NOT NULL";
  private static final String MORPHOLOGY = "morphology IS NOT NULL";

  /**
   * By the scheme of the source's codes ({@code codes/basis_shared}): CanReg5's and ENCR's 8 are
   * verified, each for a reason of its own; that of IARC/IACR, and so NORDCAN's, has no 8.
   */
  private static final String VERIFIED =
      "(basis IN ('5', '6', '7') OR (basis = '8' AND coalesce(basis_scheme, '') <> 'iacr'))";

  /** Sites that have one code alone, ending with 9, which says nothing. */
  private static final String UNDIVIDED =
      "substring(topography, 1, 3) IN ('C01', 'C07', 'C12', 'C19', 'C20', 'C23', 'C33', 'C37',"
          + " 'C52', 'C55', 'C56', 'C58', 'C61', 'C64', 'C65', 'C66', 'C73', 'C80')";

  private QualityIndex(String name, String numerator, String eligible) {
    this(name, numerator, eligible, false);
  }

  /** The share of cases without something; where no case has it, the field is not supplied. */
  private static QualityIndex unknown(String name, String known) {
    return new QualityIndex(name, known, "true", true);
  }

  /** Every index, in the order in which they are explained to readers. */
  public static List<QualityIndex> all() {
    return List.of(
        new QualityIndex("mv", VERIFIED, BASIS),
        new QualityIndex("dco", "basis = '0'", BASIS),
        new QualityIndex("clinical", "basis IN ('1', '2', '3', '4')", BASIS),
        new QualityIndex("basis_unknown", "basis = '9'", BASIS),
        new QualityIndex("age_unknown", "age_index = 18", "true"),
        new QualityIndex(
            "psu",
            "substring(topography, 1, 3) IN ('C26', 'C39', 'C48', 'C76', 'C77', 'C78', 'C79',"
                + " 'C80')",
            "true"),
        new QualityIndex(
            "morphology_unspecified", "morphology BETWEEN '8000' AND '8005'", MORPHOLOGY),
        new QualityIndex("psu_c80", "topography LIKE 'C80%'", "true"),
        new QualityIndex(
            "morphology_unspecified_mv",
            "morphology BETWEEN '8000' AND '8005' AND " + VERIFIED,
            VERIFIED + " AND " + MORPHOLOGY),
        new QualityIndex(
            "subsite_unknown",
            "substring(topography, 4, 1) = '9' AND NOT " + UNDIVIDED,
            "NOT " + UNDIVIDED),
        unknown("stage_unknown", "stage IS NOT NULL AND stage <> '9'"),
        unknown("grade_unknown", "grade IS NOT NULL AND grade <> '9'"),
        unknown("residence_unknown", "area <> ''"));
  }

  /** The columns of a tally, two an index: numerator and denominator. */
  static List<String> columns() {
    return all().stream().flatMap(i -> Stream.of(i.count(), i.base())).toList();
  }

  /** The column of a tally that counts the numerator. */
  public String count() {
    return name + "_n";
  }

  /** The column of a tally that counts the denominator. */
  public String base() {
    return name + "_of";
  }
}
