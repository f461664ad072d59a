package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Every stratum, transform and year of the reference, at the tolerance the reference states. */
class NetSurvivalReferenceTest {
  private static final double NET = 1e-8;
  private static final double OBSERVED = 1e-10;

  /** Where a day is cut; the reference asks for 5e-4. */
  private static final double CUT_DAYS = 1e-6;

  private static final PoharPerme.Transform PRODUCT = PoharPerme.Transform.KAPLAN_MEIER;
  private static final double[] NONE = {};
  private static final double[] YEARS =
      IntStream.of(1, 2, 3, 4, 5, 10).mapToDouble(y -> y * PopulationHazard.DAYS_IN_YEAR).toArray();

  @Test
  void poharPermeOnTheDailyGrid() {
    int compared = 0;
    Strata strata = new Strata();
    for (CSVRecord row : rows("pohar-perme", "daily_grid")) {
      SurvivalTally tally = strata.of(row);
      assertThat(tally.cases()).isEqualTo(Reference.integer(row, "n"));
      agrees(row, PoharPerme.estimate(tally, transform(row)));
      compared++;
    }
    assertThat(compared).isEqualTo(84);
  }

  @Test
  void poharPermeOnTheGridsThatThePackageTakesByItself() {
    int compared = 0;
    Strata strata = new Strata();
    for (String grid : List.of("last_time_le_t", "exact_t")) {
      boolean exact = grid.equals("exact_t");
      for (CSVRecord row : rows("pohar-perme", grid)) {
        double days = Reference.number(row, "t_days");
        SurvivalTally tally = strata.of(row);
        double[] point = CoarseGrid.at(tally, exact ? YEARS : NONE, days, transform(row));
        Reference.close(row, "surv", point[0], exact ? CUT_DAYS : NET);
        Reference.close(row, "se_log", point[1], exact ? CUT_DAYS : NET);
        compared++;
      }
    }
    assertThat(compared).isEqualTo(90 + 84);
  }

  @Test
  void theFirstTwoHundredStepsOfTheCurve() {
    List<CSVRecord> rows = Reference.rows("netsurv-colrec/expected_pp_curve_first200.csv");
    assertThat(rows).hasSize(200);
    SurvivalTally tally = Colrec.tally(Colrec.cases(), Colrec.hazard());
    SurvivalCurve curve = PoharPerme.estimate(tally, PoharPerme.Transform.KAPLAN_MEIER);
    for (CSVRecord row : rows) {
      int day = Reference.integer(row, "time");
      double[] point = CoarseGrid.at(tally, NONE, day, PoharPerme.Transform.KAPLAN_MEIER);
      assertThat(curve.atRisk(day)).isEqualTo(Reference.integer(row, "n_risk"));
      Reference.close(row, "surv", point[0], NET);
      Reference.close(row, "se_log", point[1], NET);
    }
  }

  @Test
  void edererTwo() {
    Strata strata = new Strata();
    for (CSVRecord row : rows("ederer2", "last_time_le_t")) {
      agrees(row, EdererTwo.estimate(strata.of(row), transform(row)));
    }
  }

  @Test
  void kaplanMeierWithGreenwoodErrors() {
    Strata strata = new Strata();
    for (CSVRecord row : Reference.rows("netsurv-colrec/expected_kaplan_meier.csv")) {
      SurvivalTally tally = strata.of(row);
      SurvivalCurve curve = KaplanMeier.estimate(tally);
      LimitScale scale = row.get("conf_type").equals("log") ? LimitScale.LOG : LimitScale.LOG_LOG;
      SurvivalPoint point = curve.at(Reference.number(row, "year"), scale).get();
      Reference.close(row, "surv", point.survival(), OBSERVED);
      Reference.close(row, "se", point.error(), OBSERVED);
      Reference.close(row, "lower", point.limits().lower(), OBSERVED);
      Reference.close(row, "upper", point.limits().upper(), OBSERVED);
      // The reference counts who is at risk just after the whole day.
      Reference.close(row, "n_risk_at_t", (double) curve.atRisk(point.day() + 1), 0);
    }
  }

  @Test
  void ageStandardisedByIcss1() {
    Strata strata = new Strata();
    for (CSVRecord row : Reference.rows("netsurv-colrec/expected_age_standardised_icss1.csv")) {
      switch (row.get("method") + " " + row.get("evaluation")) {
        case "pohar-perme daily_grid" ->
            standardised(row, strata, tally -> at(PoharPerme.estimate(tally, PRODUCT), row), NET);
        case "pohar-perme exact_t" ->
            standardised(row, strata, tally -> coarse(tally, YEARS, row), CUT_DAYS);
        case "pohar-perme last_time_le_t" ->
            standardised(row, strata, tally -> coarse(tally, NONE, row), NET);
        case "ederer2 last_time_le_t" ->
            standardised(row, strata, tally -> at(EdererTwo.estimate(tally, PRODUCT), row), NET);
        // ExpectedSurvivalReferenceTest has the others.
        default -> assertThat(row.get("method")).isIn("ederer1", "hakulinen");
      }
    }
  }

  private static SurvivalPoint coarse(SurvivalTally tally, double[] asked, CSVRecord row) {
    double[] point = CoarseGrid.at(tally, asked, Reference.number(row, "t_days"), PRODUCT);
    Interval limits = LimitScale.LOG.limits(point[0], point[1]).get();
    return new SurvivalPoint(0, 0, 10, point[0], point[1], point[0] * point[1], limits);
  }

  private static void standardised(
      CSVRecord row,
      Strata strata,
      Function<SurvivalTally, SurvivalPoint> point,
      double tolerance) {
    List<Answer<SurvivalPoint>> groups = new ArrayList<>();
    for (String age : Sire.AGES) {
      SurvivalTally tally = strata.of("age_group" + age, c -> c.group().equals(age));
      groups.add(Answer.given(point.apply(tally)));
    }
    Colrec.agreesStandardised(row, groups, tolerance);
  }

  private static void agrees(CSVRecord row, SurvivalCurve curve) {
    SurvivalPoint point = at(curve, row);
    Reference.close(row, "surv", point.survival(), NET);
    Reference.close(row, "se_log", point.logError(), NET);
    Reference.close(row, "se", point.error(), NET);
    Reference.close(row, "lower", point.limits().lower(), NET);
    Reference.close(row, "upper", point.limits().upper(), NET);
    assertThat(curve.atRisk(Reference.integer(row, "last_event_or_censor_day")))
        .isEqualTo(Reference.integer(row, "n_risk"));
  }

  private static SurvivalPoint at(SurvivalCurve curve, CSVRecord row) {
    return curve.at(Reference.number(row, "year"), LimitScale.LOG).get();
  }

  private static PoharPerme.Transform transform(CSVRecord row) {
    return row.get("transform").equals("kaplan-meier")
        ? PoharPerme.Transform.KAPLAN_MEIER
        : PoharPerme.Transform.FLEMING_HARRINGTON;
  }

  private static List<CSVRecord> rows(String method, String evaluation) {
    return Reference.rows("netsurv-colrec/expected_net_survival.csv").stream()
        .filter(r -> r.get("method").equals(method) && r.get("evaluation").equals(evaluation))
        .toList();
  }

  /** Tallies of the strata, each made once. */
  private static final class Strata {
    private final PopulationHazard hazard = Colrec.hazard();
    private final List<Colrec.Case> cases = Colrec.cases();
    private final Map<String, SurvivalTally> tallies = new HashMap<>();

    SurvivalTally of(CSVRecord row) {
      return of(row.get("stratum") + row.get("level"), Colrec.stratum(row));
    }

    SurvivalTally of(String name, Predicate<Colrec.Case> belongs) {
      return tallies.computeIfAbsent(
          name, k -> Colrec.tally(cases.stream().filter(belongs).toList(), hazard));
    }
  }
}
