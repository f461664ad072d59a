package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Rates of a registry whose population is open-ended at 75, from its single cases. */
class IndividualCasesTest {
  /** Labels that one run of topography codes defines; the reference groups by topography alone. */
  private static final Map<String, int[]> TOPOGRAPHY =
      Map.of(
          "All cancers", new int[] {0, 999},
          "Oesophagus", new int[] {150, 159},
          "Colorectum", new int[] {180, 219},
          "Stomach", new int[] {160, 169},
          "Lung", new int[] {330, 349},
          "Liver", new int[] {220, 229},
          "Pancreas", new int[] {250, 259},
          "Prostate", new int[] {619, 619},
          "Cervix uteri", new int[] {530, 539});

  private static final int LAST_OPEN = 16;

  @Test
  void agreesWithTheReference() {
    double[] segi = IncidenceReference.weights("SEGI");
    int compared = 0;
    for (CSVRecord row : Reference.rows("incidence/expected_asr_individual.csv")) {
      int[] range = TOPOGRAPHY.get(row.get("label"));
      if (range != null && Reference.integer(row, "cases") > 0) {
        agrees(row, DirectlyStandardisedRate.of(counts(row, range), segi, AgeRange.ALL).get());
        compared++;
      }
    }
    assertThat(compared).isEqualTo(16);
  }

  private static void agrees(CSVRecord row, DirectlyStandardisedRate asr) {
    assertThat(asr.cases()).isEqualTo(Reference.integer(row, "cases"));
    assertThat(asr.ageGroups()).isEqualTo(LAST_OPEN);
    Reference.near(row, "person_years", asr.personYears(), 1e-9);
    Reference.near(row, "correction", asr.correction(), 1e-9);
    Reference.near(row, "asr", asr.asr(), 1e-9);
    Reference.near(row, "se_binomial", asr.binomialError(), 1e-9);
    Reference.near(row, "se_poisson", asr.poissonError(), 1e-9);
    Reference.near(row, "fay_feuer_lower", asr.fayFeuer().lower(), 1e-9);
    Reference.near(row, "fay_feuer_upper", asr.fayFeuer().upper(), 1e-9);
    Reference.near(row, "lognormal_upper", asr.logNormal().get().upper(), 1e-9);
  }

  private static AgeSpecificCounts counts(CSVRecord expected, int[] range) {
    IncidenceReference.Table table = new IncidenceReference.Table();
    for (CSVRecord row : Reference.rows("incidence/individual_population.csv")) {
      if (row.get("sex").equals(expected.get("sex"))) {
        int group = Reference.integer(row, "age_group");
        table.put(group, 0, Reference.number(row, "population"));
      }
    }
    for (CSVRecord row : Reference.rows("incidence/individual_cases.csv")) {
      if (row.get("sex").equals(expected.get("sex")) && belongs(row, range)) {
        int age = Reference.integer(row, "age");
        table.put(age == 999 ? 19 : Math.min(18, age / 5 + 1), 1, 0);
      }
    }
    return table.counts();
  }

  private static boolean belongs(CSVRecord row, int[] range) {
    int topography = Integer.parseInt(row.get("topography").substring(1));
    return row.get("behaviour").equals("3") && topography >= range[0] && topography <= range[1];
  }
}
