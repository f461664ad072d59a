package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;

/**
 * Every row of the reference for survival by intervals of follow-up. Its net survival is met with
 * its own weights, which have a wrong sign ({@link Survtab}); with the right ones the same sums
 * give what {@link IntervalSurvival} gives.
 */
class IntervalSurvivalReferenceTest {
  private static final double TOLERANCE = 1e-9;

  private final List<Sire.Case> cases = Sire.cases();
  private final Map<String, IntervalTally> tallies = new HashMap<>();
  private final Map<String, Survtab> tables = new HashMap<>();

  @Test
  void everyRowOfTheReference() {
    int compared = 0;
    for (CSVRecord row : Reference.rows("survival-popepi/expected_survtab.csv")) {
      if (Reference.missing(row, "est")) {
        continue;
      }
      if (row.get("analysis").equals("age_standardised")) {
        standardised(row);
      } else {
        plain(row);
      }
      compared++;
    }
    assertThat(compared).isEqualTo(1260);
  }

  private void plain(CSVRecord row) {
    SurvivalPoint point = theirs(row, row.get("level"), scale(row));
    Reference.close(row, "est", point.survival(), TOLERANCE);
    Reference.close(row, "se", point.error(), TOLERANCE);
    if (!Reference.missing(row, "lower")) {
      Reference.close(row, "lower", point.limits().lower(), TOLERANCE);
      Reference.close(row, "upper", point.limits().upper(), TOLERANCE);
    }
  }

  private void standardised(CSVRecord row) {
    List<Answer<SurvivalPoint>> groups = new ArrayList<>();
    Sire.AGES.forEach(age -> groups.add(Answer.given(theirs(row, age, LimitScale.PLAIN))));
    AgeStandardisedSurvival all =
        AgeStandardisedSurvival.of(AgeStandardisedSurvival.icss1(), groups).get();
    Reference.close(row, "est", all.survival(), TOLERANCE);
    Reference.close(row, "se", all.error(), TOLERANCE);
    Reference.close(row, "lower", all.limits(scale(row)).get().lower(), TOLERANCE);
    Reference.close(row, "upper", all.limits(scale(row)).get().upper(), TOLERANCE);
  }

  /** A point of the reference's own method: of net survival with the reference's weights. */
  private SurvivalPoint theirs(CSVRecord row, String level, LimitScale scale) {
    return row.get("method").equals("e2")
        ? curve(row, level).at(years(row), scale).get()
        : table(level, row, Survtab.Weights.THEIRS).at(years(row), form(row), scale);
  }

  @Test
  void netSurvivalHasTheRightSign() {
    int compared = 0;
    for (CSVRecord row : Reference.rows("survival-popepi/expected_survtab.csv")) {
      boolean net = row.get("method").equals("pp") && !row.get("analysis").startsWith("age_");
      if (net && !Reference.missing(row, "est")) {
        String level = row.get("level");
        SurvivalPoint ours = curve(row, level).at(years(row), scale(row)).get();
        SurvivalPoint sums =
            table(level, row, Survtab.Weights.OURS).at(years(row), form(row), scale(row));
        assertThat(ours.survival()).isCloseTo(sums.survival(), within(TOLERANCE));
        assertThat(ours.error()).isCloseTo(sums.error(), within(TOLERANCE));
        assertThat(ours.limits().lower()).isCloseTo(sums.limits().lower(), within(TOLERANCE));
        assertThat(ours.limits().upper()).isCloseTo(sums.limits().upper(), within(TOLERANCE));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(540);
  }

  @Test
  void theSumsOfEachInterval() {
    for (CSVRecord row : Reference.rows("survival-popepi/expected_survtab_intervals_overall.csv")) {
      IntervalTally tally = tally("all", row);
      int k = Reference.integer(row, "surv.int") - 1;
      Reference.close(row, "d", tally.count(k, IntervalTally.DEATHS) + (twice(row) ? 1 : 0), 0);
      if (row.get("surv_method").equals("hazard")) {
        Reference.near(row, "pyrs", tally.sum(k, IntervalTally.TIME), TOLERANCE);
      } else {
        Reference.close(row, "n", (double) tally.count(k, IntervalTally.AT_RISK), 0);
        Reference.close(row, "n.cens", (double) tally.count(k, IntervalTally.CENSORED), 0);
      }
      if (row.get("method").equals("e2")) {
        Reference.near(row, "d.exp", tally.sum(k, IntervalTally.EXPECTED), TOLERANCE);
        survival(row, "r.e2", IntervalSurvival.Measure.RELATIVE);
      } else {
        weighted(row, k);
      }
      if (!row.get("method").equals("pp") || !row.get("approach").equals("period") || k < 14) {
        survival(row, "surv.obs", IntervalSurvival.Measure.OBSERVED);
      }
    }
  }

  /** One death of its weighted period analysis by months the reference counts twice. */
  private static boolean twice(CSVRecord row) {
    return row.get("approach").equals("period")
        && row.get("method").equals("pp")
        && row.get("breaks").equals("monthly")
        && row.get("surv.int").equals("15");
  }

  private void survival(CSVRecord row, String column, IntervalSurvival.Measure measure) {
    SurvivalPoint point =
        IntervalSurvival.estimate(tally("all", row), measure, form(row))
            .at(Reference.number(row, "Tstop"), LimitScale.LOG_LOG)
            .get();
    Reference.close(row, column, point.survival(), TOLERANCE);
    Reference.close(row, "SE." + column, point.error(), TOLERANCE);
    Reference.close(row, column + ".lo", point.limits().lower(), TOLERANCE);
    Reference.close(row, column + ".hi", point.limits().upper(), TOLERANCE);
  }

  private void weighted(CSVRecord row, int k) {
    Survtab table = table("all", row, Survtab.Weights.THEIRS);
    Survtab.Sums sums = table.sums(k);
    Reference.near(row, "d.pp", sums.deathsWeighted(), TOLERANCE);
    Reference.near(row, "d.exp.pp", sums.expectedWeighted(), TOLERANCE);
    Reference.near(row, "d.pp.2", sums.squares(), TOLERANCE);
    if (row.get("surv_method").equals("hazard")) {
      Reference.near(row, "pyrs.pp", sums.timeWeighted(), TOLERANCE);
    }
    SurvivalPoint point = table.at(Reference.number(row, "Tstop"), form(row), LimitScale.LOG_LOG);
    Reference.close(row, "r.pp", point.survival(), TOLERANCE);
    Reference.close(row, "SE.r.pp", point.error(), TOLERANCE);
    Reference.close(row, "r.pp.lo", point.limits().lower(), TOLERANCE);
    Reference.close(row, "r.pp.hi", point.limits().upper(), TOLERANCE);
  }

  private Survtab table(String level, CSVRecord row, Survtab.Weights weights) {
    boolean period = row.get("approach").equals("period");
    Predicate<Sire.Case> belongs = c -> level.equals("all") || level.equals(c.group());
    return tables.computeIfAbsent(
        level + row.get("breaks") + period + weights,
        key -> Survtab.of(cases, belongs, Sire.breaks(row.get("breaks")), period, weights));
  }

  private IntervalSurvival curve(CSVRecord row, String level) {
    IntervalSurvival.Measure measure =
        row.get("method").equals("e2")
            ? IntervalSurvival.Measure.RELATIVE
            : IntervalSurvival.Measure.NET;
    return IntervalSurvival.estimate(tally(level, row), measure, form(row));
  }

  private static IntervalSurvival.Form form(CSVRecord row) {
    return row.get("surv_method").equals("hazard")
        ? IntervalSurvival.Form.HAZARD
        : IntervalSurvival.Form.LIFE_TABLE;
  }

  private IntervalTally tally(String level, CSVRecord row) {
    boolean period = row.get("approach").equals("period");
    Predicate<Sire.Case> belongs = c -> level.equals("all") || level.equals(c.group());
    return tallies.computeIfAbsent(
        level + row.get("breaks") + period,
        key -> Sire.tally(cases, belongs, Sire.breaks(row.get("breaks")), period));
  }

  private static double years(CSVRecord row) {
    return Reference.number(row, "year");
  }

  private static LimitScale scale(CSVRecord row) {
    return switch (row.get("conf_type")) {
      case "log" -> LimitScale.LOG;
      case "log-log" -> LimitScale.LOG_LOG;
      default -> LimitScale.PLAIN;
    };
  }
}
