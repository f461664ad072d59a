package org.tidemark.disclose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.tidemark.catalogue.Catalogue;

/**
 * What adds up to what in a programme's tables, and who is counted: all that the tables' schemas do
 * not say themselves.
 */
public final class Structure {
  private final Map<String, Hierarchy> hierarchies;
  private final CountedTable.Scope scope;

  private Structure(Map<String, Hierarchy> hierarchies, CountedTable.Scope scope) {
    this.hierarchies = Map.copyOf(hierarchies);
    this.scope = scope;
  }

  /**
   * The structure of a programme.
   *
   * @param catalogue its lists of cancer groups
   * @param areas site → its area
   * @param countries site → its country
   * @param areaOfSource source of tumours → its area, where each is the other's only one
   * @param personIndicators codes of the indicators whose counts are people; others count reports,
   *     days or posts, and are not hidden
   */
  public static Structure of(
      Catalogue catalogue,
      Map<String, String> areas,
      Map<String, String> countries,
      Map<String, String> areaOfSource,
      Set<String> personIndicators) {
    Map<String, Hierarchy> kinds = new LinkedHashMap<>();
    kinds.put("parts", new Parts());
    kinds.put("periods", Spans.periods());
    kinds.put("ages", Spans.ages());
    kinds.put("cancers", CancerSums.of(catalogue));
    kinds.put("units", Units.of(areas, countries));
    kinds.put("strata", new Strata());
    return new Structure(kinds, new CountedTable.Scope(areaOfSource, personIndicators));
  }

  Map<String, Hierarchy> hierarchies() {
    return hierarchies;
  }

  CountedTable.Scope scope() {
    return scope;
  }
}
