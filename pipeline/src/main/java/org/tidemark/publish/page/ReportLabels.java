package org.tidemark.publish.page;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CodeTable;

/** The words that the catalogue has for codes of the published tables, as the page wants them. */
public final class ReportLabels {
  private ReportLabels() {}

  /**
   * Words for cancer groups and checks.
   *
   * @param grouping the programme's cancer grouping
   * @param language of the words
   * @return {@code column/code} → words, to which a caller may add names of sites and areas
   */
  public static Map<String, String> of(Catalogue catalogue, String grouping, String language) {
    Map<String, String> labels = new TreeMap<>();
    Stream.of("cancer_groups", "cancer_totals", "icd10_groups", "icd10_totals")
        .filter(catalogue.codes()::containsKey)
        .forEach(table -> groups(catalogue.codes().get(table), grouping, labels));
    catalogue
        .checks()
        .forEach(
            check ->
                labels.put(
                    "rule/" + check.id(), check.message().getOrDefault(language, check.id())));
    return labels;
  }

  private static void groups(CodeTable table, String grouping, Map<String, String> labels) {
    table.rows().stream()
        .filter(row -> row.get("grouping").equals(grouping))
        .forEach(row -> labels.putIfAbsent("cancer/" + row.get("code"), row.get("label")));
  }
}
