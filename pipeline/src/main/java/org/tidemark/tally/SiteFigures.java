package org.tidemark.tally;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final List<SiteFact.Report> reports = new ArrayList<>();
  private final List<SiteFact.Place> places = new ArrayList<>();
  private final List<Amounts> amounts = new ArrayList<>();

  private SiteFigures(IndicatorPlan plan, String site, Iterable<SiteFact> facts) {
    this.plan = plan;
    this.site = site;
    for (SiteFact fact : facts) {
      if (fact instanceof SiteFact.Report report) {
        reports.add(report);
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
    List<Tuple2<IndicatorKey, IndicatorSum>> figures = new ArrayList<>();
    for (int r = 0; r < plan.relations().size(); r++) {
      for (Told told : plan.relations().get(r)) {
        sums(r, told)
            .forEach(
                (period, sum) ->
                    units.forEach(
                        (level, unit) ->
                            figures.add(
                                new Tuple2<>(
                                    new IndicatorKey(
                                        told.code(), level, unit, period.span(), period.name()),
                                    sum))));
      }
    }
    return figures;
  }

  /** Level → unit, of the levels asked for in which the site has a unit. */
  private Map<String, String> units() {
    SiteFact.Place last =
        places.stream()
            .filter(p -> p.validFrom().compareTo(plan.asOf().toString()) <= 0)
            .max(SiteFigures::byDay)
            .orElse(new SiteFact.Place("", null, null));
    Map<String, String> units = new LinkedHashMap<>();
    for (String level : plan.levels()) {
      String unit =
          switch (level) {
            case "site" -> site;
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

  private Map<Period, IndicatorSum> sums(int relation, Told told) {
    SiteReports own = SiteReports.of(reports, told.reports(), plan.asOf());
    Map<Period, IndicatorSum> sums = new HashMap<>();
    own.byPeriod(plan.spans()).forEach((p, count) -> sums.put(p, IndicatorSum.of(count)));
    List<Amounts> counted =
        amounts.stream().filter(a -> a.relation() == relation && own.counts(a.month())).toList();
    Map<Period, String> last = lastDays(counted);
    for (Amounts row : counted) {
      for (Period period : IndicatorPeriods.holding(row.month(), plan.spans())) {
        IndicatorSum sum = sums.computeIfAbsent(period, p -> IndicatorSum.of(ReportCount.NONE));
        add(sum, told, row, row.day().equals(last.get(period)));
      }
    }
    return sums;
  }

  /** The last day of a state in each period. */
  private Map<Period, String> lastDays(List<Amounts> counted) {
    Map<Period, String> last = new HashMap<>();
    for (Amounts row : counted) {
      for (Period period : IndicatorPeriods.holding(row.month(), plan.spans())) {
        last.merge(period, row.day(), (a, b) -> a.compareTo(b) >= 0 ? a : b);
      }
    }
    return last;
  }

  private static void add(IndicatorSum sum, Told told, Amounts row, boolean isLast) {
    for (IndicatorMeasures.Amount amount : told.amounts()) {
      boolean hasLength = amount.length() >= 0;
      boolean there =
          hasLength ? row.lengths()[amount.length()] != null : row.sums()[amount.sum() + 1] != null;
      if (there && (isLast || !amount.snapshot())) {
        IndicatorSum.Place place =
            new IndicatorSum.Place(
                amount.measure(),
                hasLength ? row.lengths()[amount.length()] : IndicatorRelation.NO_LENGTH);
        IndicatorSum.Pair pair =
            new IndicatorSum.Pair(row.sums()[amount.sum()], row.sums()[amount.sum() + 1]);
        sum.add("", place, pair);
        told.strata().forEach((name, at) -> sum.add(name + "=" + row.strata()[at], place, pair));
      }
    }
  }
}
