package org.tidemark.estimate;

import java.util.List;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.SurvivalDesign;
import org.tidemark.stats.AalenJohansen;
import org.tidemark.stats.Answer;
import org.tidemark.stats.CroninFeuer;
import org.tidemark.stats.CrudeCurve;
import org.tidemark.stats.EdererOne;
import org.tidemark.stats.EdererTwo;
import org.tidemark.stats.EventTable;
import org.tidemark.stats.ExpectedTally;
import org.tidemark.stats.Hakulinen;
import org.tidemark.stats.Interval;
import org.tidemark.stats.IntervalSurvival;
import org.tidemark.stats.KaplanMeier;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.PoharPerme;
import org.tidemark.stats.PoharPerme.Transform;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.SurvivalCurve;
import org.tidemark.stats.SurvivalPoint;
import org.tidemark.stats.SurvivalTally;
import org.tidemark.tally.SurvivalPart;

/** The curves of one stratum that an analysis publishes. */
final class SurvivalLines {
  private static final String CAUSE_SPECIFIC = "cause-specific";

  private final Analyses.Survival analysis;
  private final SurvivalPart part;
  private final SurvivalTally tally;

  private SurvivalLines(Analyses.Survival analysis, SurvivalPart part) {
    this.analysis = analysis;
    this.part = part;
    this.tally = part.tally();
  }

  /** The curves of a stratum. */
  static List<SurvivalLine> of(Analyses.Survival analysis, SurvivalPart part) {
    return new SurvivalLines(analysis, part).lines();
  }

  /** The one curve of a daily tally by the analysis' method: for what differs in its follow-up. */
  static SurvivalCurve daily(Analyses.Survival analysis, SurvivalTally tally) {
    return switch (analysis.method()) {
      case "kaplan-meier" -> KaplanMeier.estimate(tally);
      case CAUSE_SPECIFIC -> KaplanMeier.causeSpecific(tally);
      case "ederer-2" -> EdererTwo.estimate(tally, transform(analysis));
      default -> PoharPerme.estimate(tally, transform(analysis));
    };
  }

  static Transform transform(Analyses.Survival analysis) {
    return analysis.transform().equals("fleming-harrington")
        ? Transform.FLEMING_HARRINGTON
        : Transform.KAPLAN_MEIER;
  }

  /** The measure of a method that publishes one. */
  static String measure(Analyses.Survival analysis) {
    return switch (analysis.method()) {
      case "kaplan-meier" -> "observed";
      case CAUSE_SPECIFIC -> "cause_specific";
      case "ederer-1", "ederer-2", "hakulinen" -> "relative";
      case "expected" -> "expected";
      default -> "net";
    };
  }

  /** The name of a method, with what sets it apart from its plain form. */
  static String method(Analyses.Survival analysis) {
    return named(analysis, form(analysis));
  }

  /** A name with whom the analysis leaves out. */
  static String named(Analyses.Survival analysis, String name) {
    List<String> exclude = analysis.design().exclude();
    return name + (exclude.isEmpty() ? "" : "-without-" + String.join("-", exclude));
  }

  private static String form(Analyses.Survival analysis) {
    SurvivalDesign design = analysis.design();
    boolean actuarial = design.byIntervals() && design.form().equals("life-table");
    String name =
        switch (analysis.method()) {
          case "kaplan-meier" ->
              actuarial ? "actuarial" : design.byIntervals() ? "hazard" : "kaplan-meier";
          case CAUSE_SPECIFIC ->
              actuarial ? "actuarial" : design.byIntervals() ? "hazard" : "kaplan-meier";
          default -> analysis.method() + (actuarial ? "-actuarial" : "");
        };
    if (design.byIntervals()) {
      return name + "-" + design.breaks();
    }
    boolean exponential =
        analysis.transform().equals("fleming-harrington")
            && List.of("pohar-perme", "ederer-2").contains(analysis.method());
    return name
        + (exponential ? "-fleming-harrington" : "")
        + (design.weights().equals("individual") ? "-individual-weights" : "");
  }

  private List<SurvivalLine> lines() {
    return switch (analysis.method()) {
      case "cronin-feuer" ->
          crude(CroninFeuer.cancer(tally, until()), CroninFeuer.other(tally, until()));
      case "aalen-johansen" -> byCause();
      case "expected" -> List.of(line(this::expected));
      case "ederer-1" -> lines(EdererOne.estimate(tally, everybody()));
      case "hakulinen" -> lines(Hakulinen.estimate(tally, everybody()));
      default -> analysis.design().byIntervals() ? byIntervals() : lines(daily(analysis, tally));
    };
  }

  private List<SurvivalLine> lines(SurvivalCurve curve) {
    return lines(
        (years, scale) -> reading(curve, curve.at(years, scale)),
        (given, years, scale) -> reading(curve, curve.given(given, years, scale)));
  }

  /** The curve from diagnosis, or one for each number of years survived already. */
  private List<SurvivalLine> lines(SurvivalLine.Curve plain, Conditional conditional) {
    List<Integer> given = analysis.design().given();
    if (given.isEmpty()) {
      return List.of(line(plain));
    }
    return given.stream()
        .map(
            survived ->
                new SurvivalLine(
                    measure(analysis),
                    method(analysis) + "-given-" + survived,
                    survived,
                    (years, scale) -> conditional.at(survived, years, scale)))
        .toList();
  }

  /** What is read at a time of those who survived to an earlier one. */
  @FunctionalInterface
  private interface Conditional {
    Answer<Reading> at(int given, int years, LimitScale scale);
  }

  private SurvivalLine line(SurvivalLine.Curve curve) {
    return new SurvivalLine(measure(analysis), method(analysis), 0, curve);
  }

  private ExpectedTally everybody() {
    return ExpectedTally.dailyFrom(part.more().expected());
  }

  static Answer<Reading> reading(SurvivalCurve curve, Answer<SurvivalPoint> point) {
    return point.map(p -> Reading.of(p, curve.deaths(p.day())));
  }

  private List<SurvivalLine> byIntervals() {
    IntervalSurvival.Measure kind =
        switch (analysis.method()) {
          case "kaplan-meier" -> IntervalSurvival.Measure.OBSERVED;
          case CAUSE_SPECIFIC -> IntervalSurvival.Measure.CAUSE_SPECIFIC;
          case "ederer-2" -> IntervalSurvival.Measure.RELATIVE;
          default -> IntervalSurvival.Measure.NET;
        };
    IntervalSurvival.Form form =
        analysis.design().form().equals("life-table")
            ? IntervalSurvival.Form.LIFE_TABLE
            : IntervalSurvival.Form.HAZARD;
    IntervalSurvival curve =
        IntervalSurvival.estimate(
            part.more().intervals(analysis.design().breaks(), tally.horizon()), kind, form);
    return lines(
        (years, scale) ->
            curve.at(years, scale).map(point -> Reading.of(point, curve.deaths(years))),
        (given, years, scale) ->
            curve.given(given, years, scale).map(point -> Reading.of(point, curve.deaths(years))));
  }

  private Answer<Reading> expected(int years, LimitScale scale) {
    double cases = tally.cases();
    double value = everybody().alive(Math.floor(years * PopulationHazard.DAYS_IN_YEAR)) / cases;
    // Of a life table, not of a sample: there is no error.
    return Answer.given(
        new Reading(value, 0, tally.cases(), 0, Answer.given(new Interval(value, value))));
  }

  private double until() {
    int longest = analysis.years().get(analysis.years().size() - 1);
    return longest * PopulationHazard.DAYS_IN_YEAR;
  }

  private List<SurvivalLine> byCause() {
    EventTable table = EventTable.byCause(tally);
    if (table.times().length > 0 && part.more().unknownCauses() == tally.deaths()) {
      Answer<CrudeCurve> none = Answer.insufficient(Shortfall.NO_CAUSE_OF_DEATH);
      return crude(none, none);
    }
    EventTable other =
        new EventTable(table.times(), table.atRisk(), table.competing(), table.events());
    return crude(AalenJohansen.estimate(table), AalenJohansen.estimate(other));
  }

  private List<SurvivalLine> crude(Answer<CrudeCurve> cancer, Answer<CrudeCurve> other) {
    String method = method(analysis);
    return List.of(
        new SurvivalLine("crude_cancer", method, 0, probability(cancer)),
        new SurvivalLine("crude_other", method, 0, probability(other)),
        new SurvivalLine("years_lost", method, 0, lost(cancer)));
  }

  private SurvivalLine.Curve probability(Answer<CrudeCurve> curve) {
    return (years, scale) ->
        curve.then(c -> c.at(time(years), scale)).map(point -> Reading.of(point, deaths(years)));
  }

  private SurvivalLine.Curve lost(Answer<CrudeCurve> curve) {
    return (years, scale) ->
        curve
            .then(c -> c.lost(time(years), scale))
            .map(point -> Reading.of(point, deaths(years)).inYears(scale));
  }

  /** The longest horizon stands between two days; others are read on the day before. */
  private double time(int years) {
    double days = years * PopulationHazard.DAYS_IN_YEAR;
    boolean cut = analysis.method().equals("cronin-feuer") && days == until();
    return cut ? days : Math.floor(days);
  }

  private long deaths(int years) {
    SurvivalCurve curve = KaplanMeier.estimate(tally);
    int day = (int) Math.floor(years * PopulationHazard.DAYS_IN_YEAR);
    return curve.deaths(Math.min(day, curve.lastDay()));
  }
}
