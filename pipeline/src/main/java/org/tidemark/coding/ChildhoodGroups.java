package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The International Classification of Childhood Cancer: groups of the cancers of persons under 20
 * by histology and site.
 *
 * <p>Source: ICCC, third edition (Steliarova-Foucher et al., Cancer 2005;103:1457–67), as IARC
 * brought it up to the ICD-O-3 of 2017; table {@code codes/iccc3}, of which the first row that
 * holds decides. Tumours that are not malignant belong to it in the brain and the skull only (group
 * III and intracranial germ cell tumours, X a). The age is for the caller to ask.
 */
public final class ChildhoodGroups implements Serializable {
  /** What the classification has no group for. */
  public static final Group UNCLASSIFIED = new Group("999", "999", "");

  private static final long serialVersionUID = 1L;
  private static final String MALIGNANT = "3";

  private final RulesByMorphology<Rule> rules;
  private final List<String> names;
  private final String edition;

  private ChildhoodGroups(RulesByMorphology<Rule> rules, List<String> names, String edition) {
    this.rules = rules;
    this.names = names;
    this.edition = requireNonNull(edition, "edition");
  }

  /**
   * Where a tumour belongs.
   *
   * @param code group and subgroup, three digits: {@code 011} is I (a), {@code 103} is X (c)
   * @param extended number of the division of the extended classification, three digits
   * @param label the subgroup's name
   */
  public record Group(String code, String extended, String label) implements Serializable {
    private static final int SUBGROUPS = 10;
    private static final int CLASSIFIED = 12;

    private static final String[] ROMAN = {
      "", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"
    };

    /** The main group, 1 to 12 for I to XII; 99 for what is not classified. */
    public int main() {
      return Integer.parseInt(code) / SUBGROUPS;
    }

    /**
     * The names under which it is published, the main group first: {@code I} and {@code I(a)},
     * {@code V} alone, which has no subgroups; none for what is not classified.
     */
    public List<String> names() {
      if (main() > CLASSIFIED) {
        return List.of();
      }
      int subgroup = Integer.parseInt(code) % SUBGROUPS;
      String group = ROMAN[main()];
      return subgroup == 0
          ? List.of(group)
          : List.of(group, group + '(' + (char) ('a' + subgroup - 1) + ')');
    }
  }

  private record Rule(
      Group group, Set<String> behaviours, CodeRanges topography, CodeRanges morphology)
      implements Serializable {
    static Rule of(Map<String, String> row) {
      return new Rule(
          new Group(row.get("code"), row.get("extended"), row.get("label")),
          Set.of(row.get("behaviour").split(";")),
          CodeRanges.of(row.get("topography")),
          CodeRanges.of(row.get("morphology")));
    }
  }

  /** Compiles the rows of {@code codes/iccc3}. */
  public static ChildhoodGroups of(List<Map<String, String>> rows) {
    List<Rule> all = rows.stream().map(Rule::of).toList();
    TreeSet<String> codes = new TreeSet<>();
    all.forEach(rule -> codes.add(rule.group().code()));
    return new ChildhoodGroups(
        RulesByMorphology.of(all, Rule::morphology),
        codes.stream()
            .flatMap(code -> new Group(code, "", "").names().stream())
            .distinct()
            .toList(),
        Editions.of(rows));
  }

  /** Every name that is published, main groups before their subgroups. */
  public List<String> names() {
    return names;
  }

  /** The edition of the classification, as the table names it. */
  public String edition() {
    return edition;
  }

  /**
   * The group of a tumour.
   *
   * @param topography canonical ICD-O code
   * @param morphology four digits
   * @param behaviour fifth digit; null is read as malignant
   * @return {@link #UNCLASSIFIED} where the classification has none, or a code is not known
   */
  public Group of(String topography, String morphology, String behaviour) {
    if (TopographyCode.number(topography) < 0) {
      return UNCLASSIFIED;
    }
    String kind = behaviour == null ? MALIGNANT : behaviour;
    for (Rule rule : rules.of(morphology)) {
      if (rule.behaviours().contains(kind) && rule.topography().contains(topography)) {
        return rule.group();
      }
    }
    return UNCLASSIFIED;
  }
}
