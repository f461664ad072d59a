package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Crude probabilities of death and cumulative incidence against the reference. */
class CrudeProbabilityReferenceTest {
  @Test
  void croninFeuer() {
    SurvivalTally tally = SurvivalTally.empty(3653);
    PopulationHazard hazard = Colrec.hazard();
    Colrec.cases().forEach(c -> c.addTo(tally, hazard));
    double until = 10 * PopulationHazard.DAYS_IN_YEAR;
    CrudeCurve cancer = CroninFeuer.cancer(tally, until).get();
    CrudeCurve other = CroninFeuer.other(tally, until).get();
    List<CSVRecord> rows = Reference.rows("netsurv-colrec/expected_crude_probability_death.csv");
    assertThat(rows).hasSize(12);
    for (CSVRecord row : rows) {
      CrudeCurve curve = row.get("cause").equals("causeSpec") ? cancer : other;
      CrudePoint point = curve.at(Reference.number(row, "t_days"), LimitScale.PLAIN).get();
      Reference.close(row, "est", point.value(), 1e-8);
      Reference.near(row, "var", point.error() * point.error(), 1e-6);
    }
  }

  @Test
  void aalenJohansen() {
    List<CSVRecord> rows = Reference.rows("survival-popepi/expected_cumulative_incidence.csv");
    assertThat(rows).hasSize(8);
    for (CSVRecord row : rows) {
      CrudeCurve curve = AalenJohansen.estimate(sire(row.get("cause"))).get();
      CrudePoint point = curve.at(Reference.number(row, "year"), LimitScale.PLAIN).get();
      Reference.close(row, "est", point.value(), 1e-10);
      Reference.close(row, "var", point.error() * point.error(), 1e-9);
    }
  }

  /**
   * The Finnish cases by exact time: at each time events of the cause, of others, and all exits.
   */
  private static EventTable sire(String cause) {
    TreeMap<Double, long[]> byTime = new TreeMap<>();
    List<CSVRecord> cases = Reference.rows("survival-popepi/cases.csv");
    List<CSVRecord> scale = Reference.rows("survival-popepi/cases_time_scale.csv");
    long left = 0;
    java.util.Map<String, String> status = new java.util.HashMap<>();
    cases.forEach(c -> status.put(c.get("id"), c.get("status")));
    for (CSVRecord row : scale) {
      long[] at = byTime.computeIfAbsent(Reference.number(row, "fu_years"), time -> new long[3]);
      String end = status.get(row.get("id"));
      at[0] += end.equals(cause) ? 1 : 0;
      at[1] += end.equals("0") || end.equals(cause) ? 0 : 1;
      at[2]++;
      left++;
    }
    double[] times = byTime.keySet().stream().mapToDouble(Double::doubleValue).toArray();
    long[][] columns = new long[3][times.length];
    for (int i = 0; i < times.length; i++) {
      long[] at = byTime.get(times[i]);
      columns[0][i] = left;
      columns[1][i] = at[0];
      columns[2][i] = at[1];
      left -= at[2];
    }
    return new EventTable(times, columns[0], columns[1], columns[2]);
  }

  @Test
  void bothCrudeProbabilitiesAndTheSurvivalSumToOne() {
    SurvivalTally tally = Colrec.tally(Colrec.cases(), Colrec.hazard());
    for (double years : new double[] {1, 5, 9.9}) {
      double days = Math.floor(years * PopulationHazard.DAYS_IN_YEAR);
      double dead =
          CroninFeuer.cancer(tally, days).get().at(days, LimitScale.PLAIN).get().value()
              + CroninFeuer.other(tally, days).get().at(days, LimitScale.PLAIN).get().value();
      double alive = KaplanMeier.estimate(tally).at(years, LimitScale.PLAIN).get().survival();
      assertThat(dead + alive).isCloseTo(1, within(1e-12));
    }
  }
}
