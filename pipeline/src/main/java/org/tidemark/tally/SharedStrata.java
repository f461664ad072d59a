package org.tidemark.tally;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.tidemark.catalogue.Analyses;

/**
 * Analyses of survival that look at the same strata of the same persons in the same window share
 * one tally, kept under the first of them: daily sums are long, and methods are many.
 */
public final class SharedStrata implements Serializable {
  private static final long serialVersionUID = 1L;

  private final int[] first;

  private SharedStrata(int[] first) {
    this.first = first;
  }

  /** What the analyses share. */
  public static SharedStrata of(List<Analyses.Survival> analyses) {
    List<List<Object>> wanted = analyses.stream().map(SharedStrata::wanted).toList();
    return new SharedStrata(wanted.stream().mapToInt(wanted::indexOf).toArray());
  }

  /** Whatever decides of whom and of which strata an analysis speaks. */
  private static List<Object> wanted(Analyses.Survival analysis) {
    return List.of(
        new TreeSet<>(analysis.by()),
        analysis.grouping(),
        analysis.ageStandard().isEmpty(),
        analysis.approach(),
        // A cohort is of those who could be followed to the last of its years.
        analysis.approach().equals("cohort") ? analysis.years() : List.of(),
        analysis.design().window(),
        analysis.design().diagnosed(),
        analysis.design().exclude());
  }

  /** Whether tallies are kept under an analysis. */
  boolean keeps(int analysis) {
    return first[analysis] == analysis;
  }

  /** The stratum of each analysis that a kept tally speaks for. */
  public List<SurvivalKey> keys(SurvivalKey kept) {
    List<SurvivalKey> keys = new ArrayList<>();
    for (int i = 0; i < first.length; i++) {
      if (first[i] == kept.analysis()) {
        keys.add(kept.of(i));
      }
    }
    return keys;
  }
}
