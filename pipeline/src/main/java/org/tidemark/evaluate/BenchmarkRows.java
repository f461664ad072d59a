package org.tidemark.evaluate;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Target;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Benchmark;

/** Whether all sites together reached the indicator's target in the last year. */
final class BenchmarkRows {
  private static final String METHOD = "benchmark";
  private static final String ESTIMAND = "share over all sites in the last twelve months";

  private static final String SURVIVAL =
      "net survival over all sites in the last twelve months, weighted by cases";

  private BenchmarkRows() {}

  static List<Row> of(Question question, SitePanel panel, StructType schema, Threshold threshold) {
    EffectRows rows = EffectRows.of(question, panel, schema, METHOD);
    String estimand = question.survival().isPresent() ? SURVIVAL : ESTIMAND;
    Optional<Target> target = question.indicator().target();
    LatestYear year = LatestYear.of(panel);
    String why = shortfall(question, panel, year);
    if (!why.isEmpty() || target.isEmpty()) {
      return List.of(rows.missing(estimand, why));
    }
    double per = panel.measure().per();
    Answer<Benchmark> answer = answer(question, year, target.get().value() / per);
    if (answer.shortfall().isPresent()) {
      return List.of(rows.missing(estimand, answer.shortfall().get().sentence()));
    }
    Benchmark benchmark = answer.get();
    EffectRows told =
        rows.over(year.sites().size(), 0, Periods.perYear(panel.span()), assumptions(benchmark));
    SiteSum all = year.sums().stream().reduce(SiteSum.NONE, SiteSum::plus);
    return List.of(
        hides(question, threshold, all)
            ? told.hidden(estimand)
            : told.told(
                estimand,
                per * benchmark.share(),
                Optional.of(benchmark.limits().scaled(per)),
                reading(benchmark),
                target.get().verified() ? "" : "the target's source is not verified"));
  }

  private static Answer<Benchmark> answer(Question question, LatestYear year, double target) {
    boolean upward = question.indicator().direction() == Direction.UP;
    if (question.survival().isEmpty()) {
      return Benchmark.of(year.events(), year.trials(), target, upward);
    }
    SiteSum all = year.sums().stream().reduce(SiteSum.NONE, SiteSum::plus);
    return Benchmark.ofSurvivals(
        year.sums().stream().mapToDouble(SiteSum::share).toArray(),
        year.sums().stream().mapToDouble(s -> s.denominator().doubleValue()).toArray(),
        all.error().orElseThrow(),
        target,
        upward);
  }

  private static boolean hides(Question question, Threshold threshold, SiteSum all) {
    long events = question.survival().isPresent() ? all.behind().deaths() : all.events();
    return threshold.hides(events, all.trials());
  }

  private static String assumptions(Benchmark benchmark) {
    return benchmark.bySites()
        ? "limits from differences between sites, never narrower than of patients"
        : "fewer than five sites: patients of a site are taken for independent";
  }

  private static String shortfall(Question question, SitePanel panel, LatestYear year) {
    if (!panel.shortfall().isEmpty()) {
      return panel.shortfall();
    }
    Direction direction = question.indicator().direction();
    if (question.indicator().target().isEmpty()
        || (direction != Direction.UP && direction != Direction.DOWN)) {
      return "the indicator has no target to reach";
    }
    if (question.survival().isPresent()) {
      SiteSum all = year.sums().stream().reduce(SiteSum.NONE, SiteSum::plus);
      return all.error().isPresent() ? "" : "net survival of a site has no standard error";
    }
    return panel.measure().kind() == Kind.SHARE && year.isShares()
        ? ""
        : Unserved.shares("a benchmark", panel.measure());
  }

  private static String reading(Benchmark benchmark) {
    return switch (benchmark.verdict()) {
      case MET -> "The target is met, beyond chance.";
      case NOT_MET -> "The target is not met, beyond chance.";
      case COMPATIBLE -> "Whether the target is met cannot be told from chance.";
    };
  }
}
