package org.tidemark.tally;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The data-quality indices of cancer registration as predicates over a case (Parkin DM, Bray F, Eur
 * J Cancer 2009;45:747-755, doi:10.1016/j.ejca.2008.11.032; Bray F, Parkin DM, same issue 756-764,
 * doi:10.1016/j.ejca.2008.11.033).
 *
 * @param name as published
 * @param has whether a case has the property
 * @param eligible whether it is known if it has; of none where the registry does not supply the
 *     field
 * @param missing whether the share of those without the property is published; where no case has it
 *     the registry does not supply the field
 */
public record QualityIndex(
    String name, Predicate<Coded> has, Predicate<Coded> eligible, boolean missing) {
  private static final Predicate<Coded> ALL = c -> true;
  private static final Predicate<Coded> BASIS = c -> c.basis() != null;
  private static final Predicate<Coded> MORPHOLOGY = c -> c.morphology() != null;

  /**
   * By the scheme of the source's codes ({@code codes/basis_shared}): CanReg5's and ENCR's 8 are
   * verified, each for a reason of its own; that of IARC/IACR, and so NORDCAN's, has no 8.
   */
  private static final Predicate<Coded> VERIFIED =
      c ->
          Set.of("5", "6", "7").contains(c.basis(""))
              || (c.basis("").equals("8") && !"iacr".equals(c.basisScheme()));

  private static final Predicate<Coded> UNSPECIFIED =
      MORPHOLOGY.and(
          c -> c.morphology().compareTo("8000") >= 0 && c.morphology().compareTo("8005") <= 0);

  private static final Set<String> ILL_DEFINED =
      Set.of("C26", "C39", "C48", "C76", "C77", "C78", "C79", "C80");

  /** Sites that have one code alone, ending with 9, which says nothing. */
  private static final Set<String> UNDIVIDED =
      Set.of(
          "C01", "C07", "C12", "C19", "C20", "C23", "C33", "C37", "C52", "C55", "C56", "C58", "C61",
          "C64", "C65", "C66", "C73", "C80");

  private static final Predicate<Coded> DIVIDED =
      c -> c.topography() != null && !UNDIVIDED.contains(c.site());

  /**
   * What of a case the indices ask for; null where it is absent.
   *
   * @param topography with its subsite
   * @param morphology four digits
   * @param basis of diagnosis, as the scheme codes it
   * @param basisScheme whose codes the basis has
   * @param stage of the shared schema
   * @param grade of the shared schema
   * @param resident whether an area of residence is known
   * @param aged whether the age is known
   */
  record Coded(
      String topography,
      String morphology,
      String basis,
      String basisScheme,
      String stage,
      String grade,
      boolean resident,
      boolean aged) {
    private String basis(String absent) {
      return basis == null ? absent : basis;
    }

    /** The first three signs of the topography. */
    private String site() {
      return topography == null || topography.length() < 3
          ? String.valueOf(topography)
          : topography.substring(0, 3);
    }
  }

  private QualityIndex(String name, Predicate<Coded> has, Predicate<Coded> eligible) {
    this(name, has, eligible, false);
  }

  /** The share of cases without something; where no case has it, the field is not supplied. */
  private static QualityIndex unknown(String name, Predicate<Coded> known) {
    return new QualityIndex(name, known, ALL, true);
  }

  /** Every index, in the order in which they are explained to readers. */
  public static List<QualityIndex> all() {
    return List.of(
        new QualityIndex("mv", VERIFIED, BASIS),
        new QualityIndex("dco", c -> c.basis("").equals("0"), BASIS),
        new QualityIndex("clinical", c -> Set.of("1", "2", "3", "4").contains(c.basis("")), BASIS),
        new QualityIndex("basis_unknown", c -> c.basis("").equals("9"), BASIS),
        new QualityIndex("age_unknown", c -> !c.aged(), ALL),
        new QualityIndex("psu", c -> ILL_DEFINED.contains(c.site()), ALL),
        new QualityIndex("morphology_unspecified", UNSPECIFIED, MORPHOLOGY),
        new QualityIndex("psu_c80", c -> c.site().equals("C80"), ALL),
        new QualityIndex(
            "morphology_unspecified_mv", UNSPECIFIED.and(VERIFIED), VERIFIED.and(MORPHOLOGY)),
        new QualityIndex("subsite_unknown", DIVIDED.and(QualityIndex::unknownSubsite), DIVIDED),
        unknown("stage_unknown", c -> c.stage() != null && !c.stage().equals("9")),
        unknown("grade_unknown", c -> c.grade() != null && !c.grade().equals("9")),
        unknown("residence_unknown", Coded::resident));
  }

  private static boolean unknownSubsite(Coded tumour) {
    return tumour.topography().length() > 3 && tumour.topography().charAt(3) == '9';
  }

  /** The columns of a tally, two an index: numerator and denominator. */
  static List<String> columns() {
    return all().stream().flatMap(i -> Stream.of(i.count(), i.base())).toList();
  }

  /** The columns of {@link #columns} that a case counts in, as bits from the lowest. */
  static long bits(List<QualityIndex> indices, Coded tumour) {
    long bits = 0;
    for (int i = 0; i < indices.size(); i++) {
      bits |= indices.get(i).has().test(tumour) ? 1L << (2 * i) : 0;
      bits |= indices.get(i).eligible().test(tumour) ? 2L << (2 * i) : 0;
    }
    return bits;
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
