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
 */
public record QualityIndex(String name, String numerator, String eligible) {
  private static final String BASIS = "basis IS NOT NULL";
  private static final String MORPHOLOGY = "morphology IS NOT NULL";

  /** Every index, in the order in which they are explained to readers. */
  public static List<QualityIndex> all() {
    return List.of(
        new QualityIndex("mv", "basis IN ('5', '6', '7', '8')", BASIS),
        new QualityIndex("dco", "basis = '0'", BASIS),
        new QualityIndex("clinical", "basis IN ('1', '2', '3', '4')", BASIS),
        new QualityIndex("basis_unknown", "basis = '9'", BASIS),
        new QualityIndex("age_unknown", "age_index = 18", "true"),
        new QualityIndex(
            "psu",
            "substring(topography, 1, 3) IN ('C26', 'C39', 'C48', 'C76', 'C77', 'C78', 'C79', 'C80')",
            "true"),
        new QualityIndex(
            "morphology_unspecified", "morphology BETWEEN '8000' AND '8005'", MORPHOLOGY));
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
