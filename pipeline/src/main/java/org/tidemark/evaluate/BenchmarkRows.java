package org.tidemark.evaluate;

import java.util.Arrays;
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

  private BenchmarkRows() {}

  static List<Row> of(Question question, SitePanel panel, StructType schema, Threshold threshold) {
    EffectRows rows = EffectRows.of(question, panel, schema, METHOD);
    Optional<Target> target = question.indicator().target();
    LatestYear year = LatestYear.of(panel);
    String why = shortfall(question, panel, year);
    if (!why.isEmpty() || target.isEmpty()) {
      return List.of(rows.missing(ESTIMAND, why));
    }
    double per = panel.measure().per();
    Answer<Benchmark> answer =
        Benchmark.of(
            year.events(),
            year.trials(),
            target.get().value() / per,
            question.indicator().direction() == Direction.UP);
    if (answer.shortfall().isPresent()) {
      return List.of(rows.missing(ESTIMAND, answer.shortfall().get().sentence()));
    }
    Benchmark benchmark = answer.get();
    int sites = year.sites().size();
    EffectRows told =
        rows.over(
            sites,
            0,
            Periods.perYear(panel.span()),
            benchmark.bySites()
                ? "limits from differences between sites, never narrower than of patients"
                : "fewer than five sites: patients of a site are taken for independent");
    long events = Arrays.stream(year.events()).sum();
    long trials = Arrays.stream(year.trials()).sum();
    return List.of(
        threshold.hides(events, trials)
            ? told.hidden(ESTIMAND)
            : told.told(
                ESTIMAND,
                per * benchmark.share(),
                Optional.of(benchmark.limits().scaled(per)),
                reading(benchmark),
                target.get().verified() ? "" : "the target's source is not verified"));
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
    return panel.measure().kind() == Kind.SHARE && year.isShares()
        ? ""
        : "a benchmark asks for shares of whole counts";
  }

  private static String reading(Benchmark benchmark) {
    return switch (benchmark.verdict()) {
      case MET -> "The target is met, beyond chance.";
      case NOT_MET -> "The target is not met, beyond chance.";
      case COMPATIBLE -> "Whether the target is met cannot be told from chance.";
    };
  }
}
