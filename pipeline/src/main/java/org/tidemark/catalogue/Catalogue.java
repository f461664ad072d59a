package org.tidemark.catalogue;

import java.util.List;
import java.util.Map;

/**
 * Everything that {@code schemas/} declares, read once and validated. It stays with the driver.
 *
 * @param tables shared-schema tables by name
 * @param published the tables of a publication by name, in the order of the contract
 * @param mappings mappings by id
 * @param checks every declared check, in file and entry order
 * @param crossChecks every declared check against other records, those of foreign keys first
 * @param views relations that indicators count on, in the order they may build on each other
 * @param indicators indicators by code, in catalogue order
 * @param codes code lists and rule tables by name
 * @param disclosure disclosure profiles by name
 * @param standardAnalyses what a programme computes that lists no analyses; their grouping is empty
 * @param version SHA-256 over all entries, in name order
 */
public record Catalogue(
    Map<String, TableSchema> tables,
    Map<String, TableSchema> published,
    Map<String, Mapping> mappings,
    List<Check> checks,
    List<CrossCheck> crossChecks,
    List<View> views,
    Map<String, Indicator> indicators,
    Map<String, CodeTable> codes,
    Map<String, DisclosureProfile> disclosure,
    Analyses standardAnalyses,
    String version) {
  /** A catalogue without checks against other records. */
  public Catalogue(
      Map<String, TableSchema> tables,
      Map<String, TableSchema> published,
      Map<String, Mapping> mappings,
      List<Check> checks,
      List<View> views,
      Map<String, Indicator> indicators,
      Map<String, CodeTable> codes,
      Map<String, DisclosureProfile> disclosure,
      Analyses standardAnalyses,
      String version) {
    this(
        tables,
        published,
        mappings,
        checks,
        List.of(),
        views,
        indicators,
        codes,
        disclosure,
        standardAnalyses,
        version);
  }
}
