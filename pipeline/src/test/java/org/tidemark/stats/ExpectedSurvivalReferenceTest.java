package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Expected survival, and the two relative survivals that rest on it, against the reference. */
class ExpectedSurvivalReferenceTest {
  private static final int HORIZON = 3652;
  private final PopulationHazard hazard = Colrec.hazard();
  private final List<Colrec.Case> cases = Colrec.cases();

  @Test
  void edererOne() {
    compare("ederer1");
  }

  @Test
  void hakulinenOnTheTimesOfTheReference() {
    compare("hakulinen");
  }

  private void compare(String method) {
    java.util.Map<String, SurvivalCurve> curves = new java.util.HashMap<>();
    int compared = 0;
    for (CSVRecord row : Reference.rows("netsurv-colrec/expected_net_survival.csv")) {
      if (row.get("method").equals(method)) {
        SurvivalCurve curve =
            curves.computeIfAbsent(
                row.get("stratum") + row.get("level"), key -> curve(method, row));
        SurvivalPoint point = curve.at(Reference.number(row, "year"), LimitScale.LOG).get();
        Reference.close(row, "surv", point.survival(), 1e-8);
        Reference.close(row, "se", point.error(), 1e-8);
        Reference.close(row, "lower", point.limits().lower(), 1e-8);
        Reference.close(row, "upper", point.limits().upper(), 1e-8);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(84);
  }

  private SurvivalCurve curve(String method, CSVRecord row) {
    List<Colrec.Case> own = cases.stream().filter(Colrec.stratum(row)).toList();
    SurvivalTally tally = Colrec.tally(own, hazard);
    int closing = own.stream().mapToInt(c -> c.day() + c.time()).max().orElseThrow();
    int longest = own.stream().mapToInt(Colrec.Case::time).max().orElseThrow();
    TreeSet<Integer> days = new TreeSet<>();
    own.forEach(c -> days.add(c.time()));
    own.forEach(c -> days.add(Math.min(longest, potential(c, closing))));
    days.removeIf(day -> day > HORIZON);
    ExpectedTally expected =
        ExpectedTally.empty(days.stream().mapToDouble(Integer::doubleValue).toArray());
    own.forEach(
        c ->
            expected.add(
                c.age(), c.day(), Math.min(longest, potential(c, closing)), hazard, c.sex()));
    return method.equals("ederer1")
        ? EdererOne.estimate(tally, expected)
        : Hakulinen.estimate(tally, expected);
  }

  private static int potential(Colrec.Case c, int closing) {
    return c.died() ? closing - c.day() : c.time();
  }

  @Test
  void expectedNumbersAlive() {
    for (CSVRecord row : Reference.rows("netsurv-colrec/expected_nessie.csv")) {
      double[] times = {1, 5, 10};
      for (int i = 0; i < times.length; i++) {
        times[i] *= PopulationHazard.DAYS_IN_YEAR;
      }
      ExpectedTally tally = ExpectedTally.empty(times);
      int sex = row.get("stratum").equals("sex=1") ? 1 : 2;
      cases.stream()
          .filter(c -> c.sex() == sex)
          .forEach(c -> tally.add(c.age(), c.day(), 0, hazard, sex));
      for (double time : times) {
        String years = Integer.toString((int) Math.round(time / PopulationHazard.DAYS_IN_YEAR));
        Reference.close(row, years, tally.alive(time), 1e-6);
      }
    }
  }
}
