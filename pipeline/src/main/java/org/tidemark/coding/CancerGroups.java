package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One list of cancer groups for reporting: at each level the first rule that holds a tumour gives
 * its group; totals are published besides. The rules are data, each with its edition: by site and
 * histology in {@code codes/cancer_groups} and {@code cancer_totals}, by ICD-10 code in {@code
 * codes/icd10_groups} and {@code icd10_totals}. Most lists have one level; the entities of NORDCAN
 * have six, from all sites down to single ones.
 */
public final class CancerGroups implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String LIST_SEPARATOR = "\\s*;\\s*";

  private final List<Group> groups;
  private final List<Total> totals;

  private CancerGroups(List<Group> groups, List<Total> totals) {
    this.groups = List.copyOf(groups);
    this.totals = List.copyOf(totals);
  }

  /**
   * One group.
   *
   * @param code the group's name in published tables
   * @param level the level it belongs to; empty in lists of one level
   * @param sex the only sex it is reported for, 1 or 2; empty for both
   * @param topography its sites
   * @param morphology its histologies
   * @param icd10 its ICD-10 codes
   */
  public record Group(
      String code,
      String level,
      String sex,
      CodeRanges topography,
      CodeRanges morphology,
      CodeRanges icd10)
      implements Serializable {
    /** Checks that nothing is absent. */
    public Group {
      requireNonNull(code, "code");
      requireNonNull(level, "level");
      requireNonNull(sex, "sex");
    }

    /** A group by site and histology, of a list of one level. */
    public Group(String code, String sex, CodeRanges topography, CodeRanges morphology) {
      this(code, "", sex, topography, morphology, CodeRanges.of(""));
    }

    /** Reads a row of {@code codes/cancer_groups} or {@code codes/icd10_groups}. */
    public static Group of(Map<String, String> row) {
      return new Group(
          row.get("code"),
          row.getOrDefault("level", ""),
          row.get("sex"),
          CodeRanges.of(row.getOrDefault("topography", "")),
          CodeRanges.of(row.getOrDefault("morphology", "")),
          CodeRanges.of(row.getOrDefault("icd10", "")));
    }

    private boolean holds(String site, String histology, String ofIcd10) {
      return topography.contains(site) && morphology.contains(histology) && icd10.contains(ofIcd10);
    }
  }

  /**
   * A total over groups.
   *
   * @param code the total's name in published tables
   * @param except codes of groups left out
   */
  public record Total(String code, List<String> except) implements Serializable {
    /** Copies the list. */
    public Total {
      except = List.copyOf(except);
    }

    /** Reads a row of {@code codes/cancer_totals} or {@code codes/icd10_totals}. */
    public static Total of(Map<String, String> row) {
      return new Total(
          row.get("code"),
          Arrays.stream(row.get("except").split(LIST_SEPARATOR))
              .filter(code -> !code.isBlank())
              .toList());
    }
  }

  /** The groups in the order in which their rules are tried, level by level. */
  public static CancerGroups of(List<Group> groups, List<Total> totals) {
    return new CancerGroups(groups, totals);
  }

  /** The groups and totals that a tumour counts in, where no group asks for an ICD-10 code. */
  public List<String> of(String topography, String morphology) {
    return of(topography, morphology, null);
  }

  /**
   * The groups and totals that a tumour counts in.
   *
   * @param topography canonical code
   * @param morphology four digits, or null where the registry does not supply it: then only rules
   *     without histologies hold
   * @param icd10 code with or without a dot, or null where there is none: then only rules without
   *     ICD-10 codes hold
   */
  public List<String> of(String topography, String morphology, String icd10) {
    List<String> own = new ArrayList<>();
    String decided = null;
    for (Group group : groups) {
      if (!group.level().equals(decided) && group.holds(topography, morphology, icd10)) {
        own.add(group.code());
        decided = group.level();
      }
    }
    List<String> found = new ArrayList<>(own);
    totals.stream()
        .filter(total -> own.stream().noneMatch(total.except()::contains))
        .forEach(total -> found.add(total.code()));
    return found;
  }

  /**
   * The groups and totals that take in a tumour that is not malignant: a group does so where its
   * ICD-10 codes name it, as those of the bladder and the brain do in some lists, and a total with
   * it. A tumour that no group takes in stands in no total.
   *
   * @param icd10 code with or without a dot, or null where there is none
   */
  public List<String> takingIn(String icd10) {
    boolean named = groups.stream().anyMatch(g -> !g.icd10().any() && g.icd10().contains(icd10));
    return named ? of(null, null, icd10) : List.of();
  }

  /** Every published name with the only sex it is reported for, or empty: groups, then totals. */
  public Map<String, String> published() {
    Map<String, String> names = new LinkedHashMap<>();
    groups.forEach(g -> names.put(g.code(), g.sex()));
    totals.forEach(t -> names.put(t.code(), ""));
    return names;
  }
}
