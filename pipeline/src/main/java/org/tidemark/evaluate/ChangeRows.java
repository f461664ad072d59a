package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Indicator.Withhold;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.stats.Interval;

/** The published rows of one pre/post evaluation, each with its estimand in words. */
final class ChangeRows {
  private static final String POOLED = "%s, all reports of %s sites together";

  private final IndicatorTerms indicator;
  private final String question;
  private final StructType schema;

  private ChangeRows(IndicatorTerms indicator, String question, StructType schema) {
    this.indicator = indicator;
    this.question = question;
    this.schema = schema;
  }

  static ChangeRows of(Question question, StructType schema) {
    String asked = "What changed from the start of phase %s on?".formatted(question.phase());
    String outcome = question.survival().map(s -> " (" + s.inWords() + ")").orElse("");
    return new ChangeRows(question.indicator(), asked + outcome, schema);
  }

  /** Over all treated sites together, as the mean of sites, and at comparison sites if any. */
  List<Row> rows(SiteSeries series) {
    Measure measure = indicator.measures().get(series.outcome());
    List<SiteChange> treated = series.treated();
    List<SiteChange> kept = comparable(treated);
    List<Row> rows = new ArrayList<>();
    Figure all = sites(base(POOLED.formatted(contrast(measure), "treated")), kept, kept.size());
    rows.add(told(all, pooled(measure, kept), treated.size() - kept.size(), ""));
    Figure mean =
        sites(
            base("mean over treated sites of each site's own difference" + unit(measure)),
            kept,
            kept.size());
    rows.add(
        told(mean, paired(measure, kept), treated.size() - kept.size(), "p by the sign test; "));
    series.medianStart().ifPresent(split -> compared(series, measure, split).ifPresent(rows::add));
    return rows;
  }

  private Optional<Row> compared(SiteSeries series, Measure measure, String split) {
    List<SiteChange> comparison = series.comparison(split);
    if (comparison.isEmpty()) {
      return Optional.empty();
    }
    List<SiteChange> kept = comparable(comparison);
    Figure figure =
        sites(base(POOLED.formatted(contrast(measure), "comparison")), kept, 0).with("time", split);
    String how = "for context: split at the median start of treated sites, " + split + "; ";
    return Optional.of(told(figure, pooled(measure, kept), comparison.size() - kept.size(), how));
  }

  private ChangeEstimate pooled(Measure measure, List<SiteChange> kept) {
    return withheld(measure, kept).orElseGet(() -> ChangeEstimate.pooled(measure, kept));
  }

  private ChangeEstimate paired(Measure measure, List<SiteChange> kept) {
    return withheld(measure, kept).orElseGet(() -> ChangeEstimate.paired(measure, kept));
  }

  /** Why nothing can be told, before any figure is computed. */
  private Optional<ChangeEstimate> withheld(Measure measure, List<SiteChange> kept) {
    if (!ChangeEstimate.serves(measure)) {
      return missing(
          "before and after compares shares, rates, ratios and means, not times or things counted once");
    }
    if (kept.isEmpty()) {
      return missing(
          "no site with " + SiteChange.LEAST_MONTHS + " reported months on each side of the start");
    }
    return indicator.withhold().flatMap(rule -> hidden(rule, kept));
  }

  private Optional<ChangeEstimate> hidden(Withhold rule, List<SiteChange> kept) {
    SiteSide before = kept.stream().map(SiteChange::before).reduce(SiteSide.NONE, SiteSide::plus);
    SiteSide after = kept.stream().map(SiteChange::after).reduce(SiteSide.NONE, SiteSide::plus);
    double per =
        indicator.measures().stream()
            .filter(m -> m.statistic().equals(rule.statistic()))
            .mapToDouble(Measure::per)
            .findFirst()
            .orElse(1);
    boolean low = before.hidden(per, rule.below()) || after.hidden(per, rule.below());
    return low
        ? missing(rule.statistic() + " is below " + Math.round(rule.below()) + " on a side")
        : Optional.empty();
  }

  private static Optional<ChangeEstimate> missing(String why) {
    return Optional.of(ChangeEstimate.missing(why));
  }

  private static List<SiteChange> comparable(List<SiteChange> sites) {
    return sites.stream().filter(SiteChange::comparable).toList();
  }

  private Figure base(String estimand) {
    return Figure.in(schema)
        .with("indicator", indicator.code())
        .with("question", question)
        .with("method", "pre-post")
        .with("estimand", estimand)
        .with("cohort", "")
        .with("time", "");
  }

  private static Figure sites(Figure figure, List<SiteChange> kept, long treated) {
    return figure
        .with("units", (long) kept.size())
        .with("treated", treated)
        .with("clusters", (long) kept.size());
  }

  private Row told(Figure figure, ChangeEstimate estimate, int leftOut, String how) {
    String left =
        leftOut == 0
            ? ""
            : "; left out: %d with fewer than %d reported months on a side"
                .formatted(leftOut, SiteChange.LEAST_MONTHS);
    if (estimate.value().isEmpty()) {
      return figure.insufficient(estimate.shortfall() + left).row();
    }
    Figure valued = figure.ok(estimate.value().get());
    Figure limited = estimate.limits().map(valued::with).orElse(valued);
    Figure judged = estimate.error().map(e -> limited.with("se", e)).orElse(limited);
    Figure tested = estimate.p().map(p -> judged.with("p", p)).orElse(judged);
    Figure compared =
        estimate.tests().isEmpty() ? tested : tested.with("assumptions", estimate.tests());
    return compared.with("note", "Change, not effect: " + how + reading(estimate) + left).row();
  }

  /** One plain sentence, without a number: hidden figures stay hidden. */
  private static String reading(ChangeEstimate estimate) {
    if (estimate.limits().isEmpty()) {
      return "no interval is given";
    }
    Interval limits = estimate.limits().get();
    if (limits.contains(estimate.neutral())) {
      return "no change beyond chance is seen";
    }
    return limits.lower() > estimate.neutral()
        ? "higher from the start on than before, beyond chance"
        : "lower from the start on than before, beyond chance";
  }

  private String contrast(Measure measure) {
    String name = measure.statistic();
    return ChangeEstimate.isRatio(measure)
        ? name + " from the start on over " + name + " before"
        : name + " from the start on less " + name + " before" + unit(measure);
  }

  private String unit(Measure measure) {
    return measure.kind() == Kind.SHARE ? ", percentage points" : ", " + indicator.unit();
  }
}
