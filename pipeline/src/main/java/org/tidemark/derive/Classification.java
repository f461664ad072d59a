package org.tidemark.derive;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tidemark.coding.Icd10Conversion;

/**
 * How tumours are classified in a run: the groupings in use, and the conversion to ICD-10 where one
 * of them asks for it. A tumour also stands in the empty group of the empty grouping if it is
 * malignant, which is all cancers: so an analysis that is not by cancer reads the same tally.
 */
public final class Classification implements Serializable {
  /**
   * The grouping under which a tumour without an ICD-10 code stands, in the group of its reason.
   */
  public static final String NOT_CONVERTED = "icd10-conversion";

  private static final long serialVersionUID = 1L;
  private static final String ALL = "";

  private final TreeMap<String, Grouping> groupings;

  /** Null where no grouping asks for it. */
  private final Icd10Conversion conversion;

  private Classification(Map<String, Grouping> groupings, Icd10Conversion conversion) {
    this.groupings = new TreeMap<>(groupings);
    this.conversion = conversion;
    if (converts() && conversion == null) {
      throw new IllegalArgumentException("a grouping by ICD-10 code needs the conversion");
    }
  }

  /**
   * One group of one grouping.
   *
   * @param grouping the grouping's name
   * @param cancer the group's
   */
  public record Group(String grouping, String cancer) implements Serializable {}

  /** A classification without a grouping by ICD-10 code. */
  public static Classification of(Map<String, Grouping> groupings) {
    return new Classification(groupings, null);
  }

  /**
   * A classification by some groupings.
   *
   * @param groupings by the names that a programme uses
   */
  public static Classification of(Map<String, Grouping> groupings, Icd10Conversion conversion) {
    return new Classification(groupings, conversion);
  }

  /** The groupings in use, by name. */
  public Map<String, Grouping> groupings() {
    return Collections.unmodifiableMap(groupings);
  }

  /** Whether tumours are converted to ICD-10. */
  public boolean converts() {
    return groupings.values().stream().anyMatch(Grouping::byIcd10);
  }

  /** The editions of the tables in use, by what they are for. */
  public SortedMap<String, String> editions() {
    SortedMap<String, String> editions = new TreeMap<>();
    groupings.forEach((name, grouping) -> editions.put("groups " + name, grouping.edition()));
    if (converts()) {
      editions.put("icd10", conversion.edition());
    }
    return editions;
  }

  /**
   * Every group that a tumour stands in.
   *
   * @param sex 1 male, 2 female; some histologies have an ICD-10 code by sex
   * @param age completed years at incidence, or null
   */
  public List<Group> of(
      String topography, String morphology, String behaviour, String sex, Integer age) {
    Optional<Icd10Conversion.Outcome> icd10 =
        converts()
            ? Optional.of(conversion.of(topography, morphology, behaviour, sex))
            : Optional.empty();
    CodedTumour tumour =
        new CodedTumour(
            topography,
            morphology,
            behaviour,
            age,
            icd10
                .filter(outcome -> !conversion.secondary(behaviour))
                .map(Icd10Conversion.Outcome::code)
                .orElse(null));
    List<Group> all = new ArrayList<>();
    if (tumour.malignant()) {
      all.add(new Group(ALL, ALL));
    }
    groupings.forEach(
        (name, grouping) -> grouping.of(tumour).forEach(g -> all.add(new Group(name, g))));
    icd10
        .map(Icd10Conversion.Outcome::reason)
        .ifPresent(reason -> all.add(new Group(NOT_CONVERTED, reason.name())));
    return all;
  }

  /**
   * The age as far as any grouping tells ages apart: the same groups follow from it, and few
   * distinct values stand for all ages.
   */
  public Integer band(Integer age) {
    if (age == null) {
      return null;
    }
    Integer band = null;
    for (Grouping grouping : groupings.values()) {
      if (age < grouping.belowAge() && grouping.belowAge() != Grouping.ALL_AGES) {
        int youngest = grouping.belowAge() - 1;
        band = band == null ? youngest : Math.min(band, youngest);
      }
    }
    return band;
  }
}
