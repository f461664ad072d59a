package org.tidemark.catalogue;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;

/**
 * Prevalence by strata: persons alive on a day who were diagnosed before it, each once a cancer
 * group, by their first tumour of the group.
 *
 * @param by dimensions out of area, cancer, sex
 * @param grouping the cancer groups; the programme's own where not named
 * @param indexDate the day; the programme's cut-off where not named
 * @param years since diagnosis at most; 0 is complete prevalence, as far as the registry reaches
 */
public record Prevalence(List<String> by, String grouping, LocalDate indexDate, List<Integer> years)
    implements Serializable {
  /** What {@code years} holds for complete prevalence. */
  public static final int COMPLETE = 0;

  private static final List<String> YEARS = List.of("1", "3", "5", "10", "20", "complete");

  Prevalence groupedBy(String own) {
    return grouping.isEmpty() ? new Prevalence(by, own, indexDate, years) : this;
  }

  /** The same where no day is named. */
  public Prevalence at(LocalDate asOf) {
    return indexDate.equals(LocalDate.MAX) ? new Prevalence(by, grouping, asOf, years) : this;
  }

  static Prevalence of(Entry entry, String grouping) {
    return new Prevalence(
        entry.texts("by"),
        entry.text("grouping", grouping),
        entry.has("index_date") ? LocalDate.parse(entry.text("index_date")) : LocalDate.MAX,
        entry.texts("years", YEARS).stream()
            .map(years -> years.equals("complete") ? COMPLETE : Integer.parseInt(years))
            .toList());
  }
}
