package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One list of cancer groups for reporting: the first rule whose sites and histologies hold a tumour
 * gives its group; totals are published besides. The rules are data ({@code codes/cancer_groups}
 * and {@code codes/cancer_totals}), each with its edition.
 */
public final class CancerGroups implements Serializable {
  private static final long serialVersionUID = 1L;

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
   * @param sex the only sex it is reported for, 1 or 2; empty for both
   * @param topography its sites
   * @param morphology its histologies
   */
  public record Group(String code, String sex, CodeRanges topography, CodeRanges morphology)
      implements Serializable {
    /** Checks that nothing is absent. */
    public Group {
      requireNonNull(code, "code");
      requireNonNull(sex, "sex");
    }

    private boolean holds(String site, String histology) {
      return topography.contains(site) && morphology.contains(histology);
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
  }

  /** The groups in the order in which their rules are tried. */
  public static CancerGroups of(List<Group> groups, List<Total> totals) {
    return new CancerGroups(groups, totals);
  }

  /**
   * The groups and totals that a tumour counts in.
   *
   * @param topography canonical code
   * @param morphology four digits, or null where the registry does not supply it: then only rules
   *     without histologies hold
   */
  public List<String> of(String topography, String morphology) {
    List<String> found = new ArrayList<>();
    Optional<String> own =
        groups.stream().filter(g -> g.holds(topography, morphology)).map(Group::code).findFirst();
    own.ifPresent(found::add);
    totals.stream()
        .filter(t -> own.isEmpty() || !t.except().contains(own.get()))
        .map(Total::code)
        .forEach(found::add);
    return found;
  }

  /** Every published name with the only sex it is reported for, or empty: groups, then totals. */
  public Map<String, String> published() {
    Map<String, String> names = new LinkedHashMap<>();
    groups.forEach(g -> names.put(g.code(), g.sex()));
    totals.forEach(t -> names.put(t.code(), ""));
    return names;
  }
}
