package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * ICD-O-3 to ICD-10: the category under which a tumour is reported beside causes of death.
 *
 * <p>Source: the tables of the IARC conversion programs as CanReg5 carries them, edition of 2022
 * with the ICD-10 update of 2010, and their edition of 2008 for the ICD-10 before it. Of morphology
 * rules ({@code codes/icd10_morphology}) the first that holds decides; where none does, the
 * topography by behaviour ({@code codes/icd10_topography}): /3 malignant, /2 in situ D00–D09, /0
 * benign D10–D36, /1 uncertain D37–D48, /6 secondary C77–C79.
 *
 * <ul>
 *   <li>Mesothelioma, Kaposi sarcoma and skin adnexal carcinoma keep their category in the liver;
 *       every other tumour below 9590 whose topography is C22 gets a code of the liver.
 *   <li>A benign tumour of cartilage or bone follows its topography (D16 in bone): the source table
 *       leads it to D21, which is soft tissue.
 *   <li>Pairs of morphology and behaviour that ICD-O does not list follow their topography.
 * </ul>
 *
 * <p>Codes are written without a dot: {@code C509}, {@code C61}, {@code D471}.
 */
public final class Icd10Conversion implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String MALIGNANT = "3";
  private static final String UNKNOWN_PRIMARY = "C809";

  /** Metastatic; malignant and not known whether primary. */
  private static final List<String> SECONDARY = List.of("6", "9");

  private final Map<String, RulesByMorphology<Icd10Rule>> byMorphology = new HashMap<>();
  private final Map<String, Map<String, Outcome>> byTopography = new HashMap<>();
  private final Options options;
  private final String edition;

  private Icd10Conversion(Options options, String edition) {
    this.options = requireNonNull(options, "options");
    this.edition = requireNonNull(edition, "edition");
  }

  /**
   * What programmes settle differently.
   *
   * @param before2010 whether to give codes of the ICD-10 before its update of 2010 (lymphomas,
   *     leukaemias and myelodysplastic syndromes have others there); morphologies that came later
   *     have the code of 2010
   * @param secondaryAsUnknownPrimary whether behaviour 6 and 9 stand for a malignant tumour of
   *     unknown primary site, as registries that code them mean it
   */
  public record Options(boolean before2010, boolean secondaryAsUnknownPrimary)
      implements Serializable {}

  /** Why a tumour has no ICD-10 code. */
  public enum Reason {
    /** Behaviour 9, malignant and not known whether primary: registries should not use it. */
    PRIMARY_OR_SECONDARY_UNKNOWN,
    /** The behaviour is no code of ICD-O. */
    NO_BEHAVIOUR,
    /** The topography is no code of ICD-O-3. */
    NO_TOPOGRAPHY,
    /** No tumour of this behaviour arises there: benign in blood, in situ in bone. */
    IMPOSSIBLE_SITE,
    /** Men and women have different codes and the sex is not known. */
    SEX_NEEDED
  }

  /**
   * A code, or why there is none; one of the two is null.
   *
   * @param code ICD-10 without a dot
   * @param reason why there is none
   */
  public record Outcome(String code, Reason reason) implements Serializable {
    static Outcome code(String code) {
      return new Outcome(code, null);
    }

    static Outcome none(Reason reason) {
      return new Outcome(null, reason);
    }
  }

  /**
   * Compiles the tables.
   *
   * @param tables the rows of {@code codes/topography}, {@code icd10_topography}, {@code
   *     icd10_morphology} and {@code icd10_vintage} under those names
   */
  public static Icd10Conversion of(Map<String, List<Map<String, String>>> tables, Options options) {
    Stream<Map<String, String>> earlier =
        options.before2010() ? tables.get("icd10_vintage").stream() : Stream.empty();
    List<Map<String, String>> morphology =
        Stream.concat(earlier, tables.get("icd10_morphology").stream()).toList();
    Icd10Conversion conversion = new Icd10Conversion(options, Editions.of(morphology));
    List<Map<String, String>> topography = tables.get("icd10_topography");
    List<String> sites = tables.get("topography").stream().map(row -> row.get("code")).toList();
    for (String behaviour : List.of("0", "1", "2", MALIGNANT, "6")) {
      conversion.byMorphology.put(
          behaviour, RulesByMorphology.of(of(behaviour, morphology), Icd10Rule::morphology));
      conversion.byTopography.put(behaviour, outcomes(sites, of(behaviour, topography)));
    }
    return conversion;
  }

  /** The edition of the codes that are given, as the tables name it. */
  public String edition() {
    return edition;
  }

  /** Whether a behaviour is that of a secondary tumour, which is no case of its own. */
  public boolean secondary(String behaviour) {
    return SECONDARY.contains(String.valueOf(behaviour)) && !options.secondaryAsUnknownPrimary();
  }

  private static List<Icd10Rule> of(String behaviour, List<Map<String, String>> rows) {
    return rows.stream()
        .filter(row -> row.get("behaviour").equals(behaviour))
        .map(Icd10Rule::of)
        .toList();
  }

  private static Map<String, Outcome> outcomes(List<String> sites, List<Icd10Rule> rules) {
    Map<String, Outcome> outcomes = new HashMap<>();
    for (String site : sites) {
      rules.stream()
          .filter(rule -> rule.holds(site, ""))
          .findFirst()
          .ifPresent(rule -> outcomes.put(site, rule.outcome(site)));
    }
    return outcomes;
  }

  /**
   * The ICD-10 code of a tumour.
   *
   * @param topography canonical ICD-O code
   * @param morphology four digits, or null where it is not known: then the topography decides
   * @param behaviour fifth digit; null is read as malignant
   * @param sex 1 male, 2 female; anything else is not known
   */
  public Outcome of(String topography, String morphology, String behaviour, String sex) {
    String kind = behaviour == null ? MALIGNANT : behaviour;
    if (options.secondaryAsUnknownPrimary() && SECONDARY.contains(kind)) {
      return converted(UNKNOWN_PRIMARY, morphology, MALIGNANT, sex);
    }
    return converted(topography, morphology, kind, sex);
  }

  private Outcome converted(String topography, String morphology, String behaviour, String sex) {
    Map<String, Outcome> sites = byTopography.get(behaviour);
    if (sites == null) {
      return Outcome.none(
          behaviour.equals("9") ? Reason.PRIMARY_OR_SECONDARY_UNKNOWN : Reason.NO_BEHAVIOUR);
    }
    Outcome bySite = sites.get(topography);
    if (bySite == null) {
      return Outcome.none(Reason.NO_TOPOGRAPHY);
    }
    for (Icd10Rule rule : byMorphology.get(behaviour).of(morphology)) {
      if (rule.holds(topography, sex)) {
        return rule.byTopography() ? bySite : rule.outcome(topography);
      }
    }
    return bySite;
  }
}
