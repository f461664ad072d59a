package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.stats.Answer;
import org.tidemark.stats.FunnelPlot;
import org.tidemark.stats.FunnelPlot.Point;
import org.tidemark.stats.Interval;

/**
 * Each site in its last year against all sites together: limits are those of the funnel around the
 * common share, not of the site. In the order of the sites' names: no league table.
 */
final class FunnelRows {
  private static final String METHOD = "funnel";

  private FunnelRows() {}

  static List<Row> of(Question question, SitePanel panel, StructType schema, Threshold threshold) {
    EffectRows rows = EffectRows.of(question, panel, schema, METHOD);
    String words = "the site in the last twelve months, limits of chance around all sites, ";
    String inner = words + "95 %";
    if (!panel.shortfall().isEmpty()) {
      return List.of(rows.missing(inner, panel.shortfall()));
    }
    LatestYear year = LatestYear.of(panel);
    if (question.survival().isPresent()) {
      return SurvivalFunnelRows.of(rows, panel, year, words, threshold);
    }
    if (panel.measure().kind() != Kind.SHARE || !year.isShares()) {
      return List.of(rows.missing(inner, Unserved.shares("a funnel", panel.measure())));
    }
    Answer<FunnelPlot> answer = FunnelPlot.ofShares(year.events(), year.trials());
    if (answer.shortfall().isPresent()) {
      return List.of(rows.missing(inner, answer.shortfall().get().sentence()));
    }
    FunnelPlot plot = answer.get();
    int sites = year.sites().size();
    EffectRows told = rows.over(sites, 0, Periods.perYear(panel.span()), assumptions(plot));
    List<Row> all = new ArrayList<>();
    for (int i = 0; i < sites; i++) {
      EffectRows own = told.at(year.sites().get(i), "");
      if (threshold.hides(year.events()[i], year.trials()[i])) {
        all.add(own.hidden(inner));
        continue;
      }
      all.addAll(rows(own, words, panel.measure().per(), plot.points().get(i)));
    }
    return List.copyOf(all);
  }

  /** A site between the inner limits, and between the outer ones. */
  static List<Row> rows(EffectRows own, String words, double per, Point point) {
    return List.of(
        row(own, words + "95 %", per, point, point.inner()),
        row(own, words + "99.8 %", per, point, point.outer()));
  }

  private static Row row(EffectRows own, String words, double per, Point point, Interval limits) {
    return own.told(
        words, per * point.value(), Optional.of(limits.scaled(per)), reading(point), "");
  }

  private static String reading(Point point) {
    return switch (point.verdict()) {
      case AS_EXPECTED -> "As expected by chance alone.";
      case HIGHER -> "Higher than expected by chance alone, 95 % limits.";
      case LOWER -> "Lower than expected by chance alone, 95 % limits.";
      case MUCH_HIGHER -> "Higher than expected by chance alone, 99.8 % limits.";
      case MUCH_LOWER -> "Lower than expected by chance alone, 99.8 % limits.";
    };
  }

  static String assumptions(FunnelPlot plot) {
    if (plot.adjusted()) {
      return "limits widened for differences between sites beyond chance";
    }
    return plot.points().size() < FunnelPlot.LEAST_UNITS
        ? "fewer than ten sites: not adjusted for over-dispersion"
        : "no over-dispersion";
  }
}
