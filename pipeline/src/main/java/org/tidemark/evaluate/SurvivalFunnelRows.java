package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.tidemark.stats.FunnelPlot;

/**
 * Net survival of each site in its last year against that of all sites together, weighted by cases.
 * A site of which nothing can be judged says so and leaves the others their limits; its cases stay
 * in what the others are compared with.
 */
final class SurvivalFunnelRows {
  private final EffectRows rows;
  private final LatestYear year;
  private final String words;
  private final Threshold threshold;
  private final double per;
  private final List<Integer> judged = new ArrayList<>();

  private SurvivalFunnelRows(
      EffectRows rows, LatestYear year, String words, Threshold threshold, double per) {
    this.rows = rows;
    this.year = year;
    this.words = words;
    this.threshold = threshold;
    this.per = per;
  }

  static List<Row> of(
      EffectRows rows, SitePanel panel, LatestYear year, String words, Threshold threshold) {
    double target = year.sums().stream().reduce(SiteSum.NONE, SiteSum::plus).share();
    if (!isInside(target)) {
      return List.of(
          rows.missing(words + "95 %", "net survival of all sites together is not inside 0 to 1"));
    }
    int periods = Periods.perYear(panel.span());
    SurvivalFunnelRows made =
        new SurvivalFunnelRows(rows, year, words, threshold, panel.measure().per());
    return made.around(target, periods);
  }

  private List<Row> around(double target, int periods) {
    for (int i = 0; i < year.sums().size(); i++) {
      if (shortfall(year.sums().get(i)).isEmpty()) {
        judged.add(i);
      }
    }
    double[] survivals = judged.stream().mapToDouble(i -> year.sums().get(i).share()).toArray();
    double[] errors =
        judged.stream().mapToDouble(i -> year.sums().get(i).error().orElseThrow()).toArray();
    Optional<FunnelPlot> plot = FunnelPlot.ofSurvivals(survivals, errors, target).figure();
    String assumptions =
        "ages of the sites' patients are not made alike; "
            + plot.map(FunnelRows::assumptions).orElse("no site can be judged");
    EffectRows told = rows.over(year.sites().size(), 0, periods, assumptions);
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < year.sites().size(); i++) {
      all.addAll(site(told.at(year.sites().get(i), ""), i, plot));
    }
    return List.copyOf(all);
  }

  private List<Row> site(EffectRows own, int site, Optional<FunnelPlot> plot) {
    SiteSum sum = year.sums().get(site);
    if (threshold.hides(sum.behind().deaths(), sum.trials())) {
      return List.of(own.hidden(words + "95 %"));
    }
    int at = judged.indexOf(site);
    return at < 0 || plot.isEmpty()
        ? List.of(own.missing(words + "95 %", shortfall(sum)))
        : FunnelRows.rows(own, words, per, plot.get().points().get(at));
  }

  /** Why a site cannot be judged; empty where it can. */
  private static String shortfall(SiteSum sum) {
    if (!isInside(sum.share())) {
      return "net survival of the site is not inside 0 to 1: its complementary logarithm has no value";
    }
    return sum.error().isPresent() ? "" : "net survival of the site has no standard error";
  }

  private static boolean isInside(double survival) {
    return survival > 0 && survival < 1;
  }
}
