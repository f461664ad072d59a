package org.tidemark.derive;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.coding.CancerGroups;
import org.tidemark.coding.ChildhoodGroups;

/**
 * One list of cancer groups that a programme names: which tumours it takes in, and under which
 * names they are published.
 */
public sealed interface Grouping extends Serializable {
  /** No limit of age. */
  int ALL_AGES = Integer.MAX_VALUE;

  /** The groups and totals that a tumour counts in; none where the list leaves it out. */
  List<String> of(CodedTumour tumour);

  /** Every published name with the only sex it is reported for, or empty. */
  Map<String, String> published();

  /** The edition of its table. */
  String edition();

  /** The age that its persons have not reached: its rates are those of younger persons alone. */
  default int belowAge() {
    return ALL_AGES;
  }

  /** Whether it asks for ICD-10 codes. */
  default boolean byIcd10() {
    return false;
  }

  /**
   * By site and histology: malignant tumours alone.
   *
   * @param groups the list
   * @param edition of the list
   */
  record BySite(CancerGroups groups, String edition) implements Grouping {
    /** Checks that nothing is absent. */
    public BySite {
      requireNonNull(groups, "groups");
      requireNonNull(edition, "edition");
    }

    @Override
    public List<String> of(CodedTumour tumour) {
      return tumour.malignant() ? groups.of(tumour.topography(), tumour.morphology()) : List.of();
    }

    @Override
    public Map<String, String> published() {
      return groups.published();
    }
  }

  /**
   * By ICD-10 code: malignant tumours, and those others that a group names by their code.
   *
   * @param groups the list
   * @param edition of the list
   */
  record ByIcd10(CancerGroups groups, String edition) implements Grouping {
    /** Checks that nothing is absent. */
    public ByIcd10 {
      requireNonNull(groups, "groups");
      requireNonNull(edition, "edition");
    }

    @Override
    public List<String> of(CodedTumour tumour) {
      return tumour.malignant()
          ? groups.of(tumour.topography(), tumour.morphology(), tumour.icd10())
          : groups.takingIn(tumour.icd10());
    }

    @Override
    public Map<String, String> published() {
      return groups.published();
    }

    @Override
    public boolean byIcd10() {
      return true;
    }
  }

  /**
   * The childhood classification, of persons below an age. Tumours that are not malignant stand in
   * the groups that the classification has for them, in the brain and the skull; the total has all
   * of its groups, and malignant tumours that it does not classify.
   *
   * @param groups the classification
   * @param belowAge in completed years
   */
  record Childhood(ChildhoodGroups groups, int belowAge) implements Grouping {
    private static final String ALL = "All childhood cancers";

    /** Checks that there is a classification. */
    public Childhood {
      requireNonNull(groups, "groups");
    }

    @Override
    public List<String> of(CodedTumour tumour) {
      if (tumour.age() == null || tumour.age() >= belowAge) {
        return List.of();
      }
      List<String> names =
          groups.of(tumour.topography(), tumour.morphology(), tumour.behaviour()).names();
      if (names.isEmpty() && !tumour.malignant()) {
        return names;
      }
      List<String> all = new ArrayList<>(names);
      all.add(ALL);
      return all;
    }

    @Override
    public Map<String, String> published() {
      Map<String, String> names = new LinkedHashMap<>();
      groups.names().forEach(name -> names.put(name, ""));
      names.put(ALL, "");
      return names;
    }

    @Override
    public String edition() {
      return groups.edition();
    }
  }
}
