package org.tidemark.publish.page;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.DisclosureProfile;
import org.tidemark.catalogue.Indicator;

/**
 * What the page says besides the tables.
 *
 * @param title the programme's title, in the page's language
 * @param asOf the data cut-off
 * @param runId the name of the run
 * @param versions what was versioned (code, schemas, mappings) → its version, shown in key order
 * @param labels {@code column/code} → words for a reader, as {@code cancer/C50} → Breast; a code
 *     without a label is shown as it is
 * @param indicators the declared indicators: names, units, targets and their origin
 * @param disclosure what this audience may see
 */
public record ReportHead(
    String title,
    LocalDate asOf,
    String runId,
    Map<String, String> versions,
    Map<String, String> labels,
    List<Indicator> indicators,
    DisclosureProfile disclosure) {
  /** Checks that nothing is absent and copies the collections. */
  public ReportHead {
    requireNonNull(title, "title");
    requireNonNull(asOf, "asOf");
    requireNonNull(runId, "runId");
    requireNonNull(disclosure, "disclosure");
    versions = Map.copyOf(versions);
    labels = Map.copyOf(labels);
    indicators = List.copyOf(indicators);
  }
}
