package org.tidemark.stats.panel;

import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.tidemark.stats.Reference;

/** The reference panel: 40 sites, 24 quarters, cohorts 9, 13 and 17 and a group never treated. */
final class ReferencePanel {
  private static final int SITES = 40;
  private static final int PERIODS = 24;

  private ReferencePanel() {}

  static List<CSVRecord> expected(String name) {
    return Reference.rows("program-evaluation/" + name);
  }

  static Panel panel() {
    return read("share", true);
  }

  static Panel weighted() {
    return read("share", false);
  }

  private static Panel read(String column, boolean even) {
    double[][] outcome = new double[SITES][PERIODS];
    double[][] weights = new double[SITES][PERIODS];
    int[] first = new int[SITES];
    Arrays.stream(outcome).forEach(row -> Arrays.fill(row, Double.NaN));
    for (CSVRecord row : expected("panel.csv")) {
      int site = Reference.integer(row, "site_id") - 1;
      int t = Reference.integer(row, "t") - 1;
      outcome[site][t] = Reference.number(row, column);
      weights[site][t] = Reference.number(row, "cases_staged");
      first[site] = Reference.integer(row, "cohort_first_treated_t");
    }
    Panel panel = Panel.of(outcome, first);
    return even ? panel : panel.weighted(weights);
  }
}
