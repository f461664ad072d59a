package org.tidemark.tally;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tidemark.tally.IndicatorPeriods.Period;
import org.tidemark.tally.IndicatorPlan.Told;
import org.tidemark.tally.SiteFact.Amounts;
import scala.Tuple2;

/**
 * All figures of one site, and its share in those of its area, its country and the programme.
 *
 * <p>The particulars of a site are those of its last entry in the site master up to the data
 * cut-off, for the whole of its past: a series then speaks of the same sites throughout. A site
 * that the master does not know counts by itself and in the programme.
 */
final class SiteFigures {
  private final IndicatorPlan plan;
  private final String site;
  private final List<SiteReports.Due> reports = new ArrayList<>();
  private final List<SiteFact.Place> places = new ArrayList<>();
  private final List<Amounts> amounts = new ArrayList<>();

  private SiteFigures(IndicatorPlan plan, String site, Iterable<SiteFact> facts) {
    this.plan = plan;
    this.site = site;
    for (SiteFact fact : facts) {
      if (fact instanceof SiteFact.Report report) {
        reports.add(SiteReports.Due.of(report));
      } else if (fact instanceof SiteFact.Place place) {
        places.add(place);
      } else if (fact instanceof Amounts some) {
        amounts.add(some);
      }
    }
  }

  /** The figures of a site from its facts, in whatever order they come. */
  static List<Tuple2<IndicatorKey, IndicatorSum>> of(
      IndicatorPlan plan, String site, Iterable<SiteFact> facts) {
    return new SiteFigures(plan, site, facts).figures();
  }

  private List<Tuple2<IndicatorKey, IndicatorSum>> figures() {
    Map<String, String> units = units();
    Map<Integer, List<Amounts>> own = new HashMap<>();
    amounts.forEach(a -> own.computeIfAbsent(a.slot().indicator(), i -> new ArrayList<>()).add(a));
    List<Tuple2<IndicatorKey, IndicatorSum>> figures = new ArrayList<>();
    for (int i = 0; i < plan.indicators().size(); i++) {
      Told told = plan.indicators().get(i);
      sums(told, own.getOrDefault(i, List.of()))
          .forEach(
              (period, sum) ->
                  units.forEach(
                      (level, unit) -> {
                        if (told.asks(level, period.span())) {
                          figures.add(
                              new Tuple2<>(
                                  new IndicatorKey(
                                      told.code(), level, unit, period.span(), period.name()),
                                  sum));
                        }
                      }));
    }
    return figures;
  }

  /** Level → unit, of the levels asked for in which the site has a unit. */
  private Map<String, String> units() {
    SiteFact.Place last =
        places.stream()
            .filter(p -> p.validFrom().compareTo(plan.asOf().toString()) <= 0)
            .max(SiteFigures::byDay)
            .orElse(new SiteFact.Place("", null, null, null));
    Map<String, String> units = new LinkedHashMap<>();
    for (String level : plan.levels()) {
      String unit =
          switch (level) {
            case "site" -> Reporter.isSite(site) ? site : null;
            case "area" -> last.area();
            case "country" -> last.country();
            default -> plan.programme();
          };
      if (unit != null) {
        units.put(level, unit);
      }
    }
    return units;
  }

  private static int byDay(SiteFact.Place one, SiteFact.Place other) {
    return one.validFrom().compareTo(other.validFrom());
  }

  private Map<Period, IndicatorSum> sums(Told told, List<Amounts> rows) {
    SiteReports own =
        SiteReports.of(reports, told.reports(), month -> offers(told, month), plan.asOf());
    Map<Period, IndicatorSum> sums = new HashMap<>();
    own.byPeriod(told.spans()).forEach((p, count) -> sums.put(p, IndicatorSum.of(count)));
    List<Amounts> counted =
        rows.stream()
            .filter(a -> own.counts(a.slot().month()) && offers(told, a.slot().month()))
            .toList();
    Map<String, List<Period>> held = new HashMap<>();
    Function<String, List<Period>> holding =
        month -> held.computeIfAbsent(month, m -> IndicatorPeriods.holding(m, told.spans()));
    Map<State, String> last = lastDays(counted, holding);
    for (Amounts row : counted) {
      for (Period period : holding.apply(row.slot().month())) {
        IndicatorSum sum = sums.computeIfAbsent(period, p -> IndicatorSum.of(ReportCount.NONE));
        if (row.isEvent() || row.slot().day().equals(last.get(State.of(row, period)))) {
          sum.add(row.slot().stratum(), row.slot().place(), row.pair());
        }
      }
    }
    return sums;
  }

  /**
   * Whether the site offers the service that an indicator asks for, by the site master of the
   * month's end, or the first entry where none is that old. What the master does not say is taken
   * as offered.
   */
  private boolean offers(Told told, String month) {
    String end = month + "-31";
    return told.scope().service().isEmpty()
        || places.stream()
            .filter(p -> p.validFrom().compareTo(end) <= 0)
            .max(SiteFigures::byDay)
            .or(() -> places.stream().min(SiteFigures::byDay))
            .map(SiteFact.Place::services)
            .map(s -> List.of(s.split(";")).contains(told.scope().service()))
            .orElse(true);
  }

  /**
   * A state of a site: amounts of one measure that hold together. Those of other relations, which
   * belong to every stratum, have days of their own.
   */
  private record State(Period period, int measure, boolean common) {
    static State of(Amounts row, Period period) {
      boolean common = row.slot().stratum().startsWith(RelationSums.EVERY);
      return new State(period, row.slot().place().measure(), common);
    }
  }

  /** The last day of a state in each period. */
  private static Map<State, String> lastDays(
      List<Amounts> counted, Function<String, List<Period>> holding) {
    Map<State, String> last = new HashMap<>();
    counted.stream()
        .filter(row -> !row.isEvent())
        .forEach(
            row ->
                holding
                    .apply(row.slot().month())
                    .forEach(
                        period ->
                            last.merge(
                                State.of(row, period),
                                row.slot().day(),
                                (a, b) -> a.compareTo(b) >= 0 ? a : b)));
    return last;
  }
}
