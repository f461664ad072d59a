package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/** Every stratum, transform and year of the reference, at the tolerance the reference states. */
class NetSurvivalReferenceTest {
  private static final double NET = 1e-8;
  private static final double OBSERVED = 1e-10;

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
  void flemingHarringtonIsWithinTheStepsOfACoarserGrid() {
    Strata strata = new Strata();
    for (CSVRecord row : rows("pohar-perme", "last_time_le_t")) {
      if (transform(row) == PoharPerme.Transform.KAPLAN_MEIER) {
        continue;
      }
      // That grid stops at the last exit before the year; so must the comparison.
      double years =
          (Reference.number(row, "last_event_or_censor_day") + 0.5) / PopulationHazard.DAYS_IN_YEAR;
      SurvivalPoint point =
          PoharPerme.estimate(strata.of(row), transform(row)).at(years, LimitScale.LOG).get();
      Reference.close(row, "surv", point.survival(), 5e-4);
      Reference.close(row, "se_log", point.logError(), 5e-4);
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
      boolean daily = row.get("evaluation").equals("daily_grid");
      if (daily || row.get("method").equals("ederer2")) {
        agreesStandardised(row, strata, daily);
      }
    }
  }

  private static void agreesStandardised(CSVRecord row, Strata strata, boolean poharPerme) {
    PoharPerme.Transform product = PoharPerme.Transform.KAPLAN_MEIER;
    List<Answer<SurvivalPoint>> groups = new ArrayList<>();
    for (String age : List.of("0-44", "45-54", "55-64", "65-74", "75+")) {
      SurvivalTally tally = strata.of("age_group" + age, c -> c.group().equals(age));
      SurvivalCurve curve =
          poharPerme ? PoharPerme.estimate(tally, product) : EdererTwo.estimate(tally, product);
      groups.add(curve.at(Reference.number(row, "year"), LimitScale.LOG));
    }
    AgeStandardisedSurvival all =
        AgeStandardisedSurvival.of(AgeStandardisedSurvival.icss1(), groups).get();
    Reference.close(row, "surv", all.survival(), NET);
    Reference.close(row, "se", all.error(), NET);
    Reference.close(row, "lower_log", all.log().lower(), NET);
    Reference.close(row, "upper_log", all.log().upper(), NET);
    Reference.close(row, "lower_plain", all.plain().lower(), NET);
    Reference.close(row, "upper_plain", all.plain().upper(), NET);
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
