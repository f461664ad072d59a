package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

  @ParameterizedTest
  @ValueSource(strings = {"ederer1", "hakulinen"})
  void ageStandardised(String method) {
    List<SurvivalCurve> groups =
        Sire.AGES.stream()
            .map(age -> cases.stream().filter(c -> c.group().equals(age)).toList())
            .map(own -> curve(method, own))
            .toList();
    int compared = 0;
    for (CSVRecord row : Reference.rows("netsurv-colrec/expected_age_standardised_icss1.csv")) {
      if (row.get("method").equals(method)) {
        double years = Reference.number(row, "year");
        Colrec.agreesStandardised(
            row, groups.stream().map(c -> c.at(years, LimitScale.LOG)).toList(), 1e-8);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(6);
  }

  private SurvivalCurve curve(String method, CSVRecord row) {
    return curve(method, cases.stream().filter(Colrec.stratum(row)).toList());
  }

  private SurvivalCurve curve(String method, List<Colrec.Case> own) {
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
      List<Colrec.Case> own = ofSex(row);
      own.forEach(c -> tally.add(c.age(), c.day(), 0, hazard, c.sex()));
      assertThat(own).hasSize(Reference.integer(row, "0"));
      for (double time : times) {
        String years = Integer.toString((int) Math.round(time / PopulationHazard.DAYS_IN_YEAR));
        Reference.close(row, years, tally.alive(time), 1e-6);
      }
    }
  }

  /** The reference takes the hazard of a person to be even within each half of a year. */
  @Test
  void meanExpectedYearsOfLife() {
    double[] times = new double[200];
    java.util.Arrays.setAll(times, i -> (i + 1) * PopulationHazard.DAYS_IN_YEAR / 2);
    for (CSVRecord row : Reference.rows("netsurv-colrec/expected_nessie.csv")) {
      List<Colrec.Case> own = ofSex(row);
      double years = own.stream().mapToDouble(c -> years(c, times)).average().orElseThrow();
      Reference.close(row, "c.exp.surv", years, 1e-6);
    }
  }

  private double years(Colrec.Case c, double[] times) {
    ExpectedWay way = new ExpectedWay(hazard, c.sex(), c.age(), c.day());
    double sum = 0;
    double before = 0;
    for (double time : times) {
      double cumulative = way.cumulativeTo(time);
      double half = cumulative - before;
      sum += Math.exp(-before) * (half > 0 ? -Math.expm1(-half) / half : 1) / 2;
      before = cumulative;
    }
    return sum;
  }

  private List<Colrec.Case> ofSex(CSVRecord row) {
    int sex = row.get("stratum").equals("sex=1") ? 1 : 2;
    return cases.stream().filter(c -> c.sex() == sex).toList();
  }
}
