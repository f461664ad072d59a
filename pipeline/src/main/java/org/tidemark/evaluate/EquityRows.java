package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Inequality;
import org.tidemark.stats.Inequality.Index;
import org.tidemark.stats.Interval;
import org.tidemark.stats.Proportion;

/** Inequality between groups at treated sites, before the start and from it on. */
final class EquityRows {
  private static final String METHOD = "equity-group";
  private static final String SHARE = "share of the group, %s";

  private final Question question;
  private final SitePanel panel;
  private final EffectRows rows;
  private final Threshold threshold;
  private final List<Row> all = new ArrayList<>();

  private EquityRows(Question question, SitePanel panel, EffectRows rows, Threshold threshold) {
    this.question = question;
    this.panel = panel;
    this.rows = rows;
    this.threshold = threshold;
  }

  static List<Row> of(
      Question question,
      SitePanel panel,
      GroupSums groups,
      StructType schema,
      Threshold threshold) {
    EffectRows rows = EffectRows.of(question, panel, schema, METHOD);
    EquityRows made = new EquityRows(question, panel, rows, threshold);
    String name = question.entry().setting("stratum", "");
    made.told(groups.of(name, false), "before the start");
    made.told(groups.of(name, true), "from the start on");
    return List.copyOf(made.all);
  }

  private void told(Map<String, SiteSum> groups, String when) {
    String why = shortfall(groups);
    if (!why.isEmpty()) {
      all.add(rows.missing(SHARE.formatted(when), why));
      return;
    }
    long treated = panel.sites().stream().filter(s -> s.part().treated()).count();
    String name = question.entry().setting("stratum", "");
    EffectRows told =
        rows.over(
            (int) treated,
            (int) treated,
            panel.periods(),
            "groups of %s in the order of their names, each weighted by its size once"
                .formatted(name));
    boolean hidden = false;
    for (Map.Entry<String, SiteSum> group : groups.entrySet()) {
      hidden |= group(told.at(group.getKey(), ""), group.getValue(), when);
    }
    if (hidden) {
      all.add(told.by("equity").hidden("indices of inequality, " + when));
      return;
    }
    long[] events = groups.values().stream().mapToLong(SiteSum::events).toArray();
    long[] trials = groups.values().stream().mapToLong(SiteSum::trials).toArray();
    Answer<Inequality> answer = Inequality.of(events, trials, question.draws(), question.seed());
    if (answer.shortfall().isPresent()) {
      all.add(
          told.by("equity-sii").missing(words("slope", when), answer.shortfall().get().sentence()));
    } else {
      indices(told, answer.get(), when);
    }
  }

  private String shortfall(Map<String, SiteSum> groups) {
    if (!panel.shortfall().isEmpty()) {
      return panel.shortfall();
    }
    if (question.survival().isPresent()) {
      return "net survival as an outcome is told by site, not by group: groups have no survival to "
          + "compare here; ask for `survival` by the group, and `compare` for a test";
    }
    if (panel.measure().kind() != Kind.SHARE
        || !groups.values().stream().allMatch(SiteSum::isPart)) {
      return Unserved.shares("inequality", panel.measure());
    }
    return groups.size() < 2 ? "fewer than two groups with figures" : "";
  }

  /** Whether the group's share had to be hidden. */
  private boolean group(EffectRows own, SiteSum sum, String when) {
    if (threshold.hides(sum.events(), sum.trials())) {
      all.add(own.hidden(SHARE.formatted(when)));
      return true;
    }
    Proportion share = Proportion.of(sum.events(), sum.trials()).get();
    double per = panel.measure().per();
    all.add(
        own.told(
            SHARE.formatted(when),
            per * share.share(),
            Optional.of(share.wilson().scaled(per)),
            "One group of the table that the indices sum up.",
            ""));
    return false;
  }

  private static String words(String figure, String when) {
    return figure + ", from the first group to the last, " + when;
  }

  private void indices(EffectRows told, Inequality groups, String when) {
    index(told.by("equity-sii"), words("linear slope index", when), groups.slope(), 0);
    index(
        told.by("equity-sii-logit"),
        words("logistic slope index", when),
        groups.logisticSlope(),
        0);
    groups
        .relative()
        .figure()
        .ifPresent(r -> index(told.by("equity-rii"), words("relative index", when), r, 1));
    index(told.by("equity-aci"), words("absolute concentration", when), groups.concentration(), 0);
    index(
        told.by("equity-rci"),
        words("relative concentration", when),
        groups.relativeConcentration(),
        0);
    index(told.by("equity-erreygers"), words("Erreygers' index", when), groups.erreygers(), 0);
    index(told.by("equity-wagstaff"), words("Wagstaff's index", when), groups.wagstaff(), 0);
    index(told.by("equity-gap"), words("gap", when), groups.gap(), 0);
  }

  private void index(EffectRows told, String words, Index index, double equal) {
    all.add(
        told.told(
            words,
            index.value(),
            Optional.of(index.limits()),
            reading(index.limits(), equal),
            "shares as parts of one; %d draws, seed %d"
                .formatted(question.draws(), question.seed())));
  }

  private static String reading(Interval limits, double equal) {
    if (limits.contains(equal)) {
      return "No inequality beyond chance is seen.";
    }
    return limits.lower() > equal
        ? "Higher towards the last group, beyond chance."
        : "Higher towards the first group, beyond chance.";
  }
}
