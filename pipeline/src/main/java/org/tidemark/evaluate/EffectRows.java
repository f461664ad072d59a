package org.tidemark.evaluate;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.estimate.Figure;
import org.tidemark.model.Status;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Interval;
import org.tidemark.stats.panel.Panel;

/** The published rows of one question, each with what a reader must know of its making. */
final class EffectRows {
  private static final double FULL_COVERAGE = 0.8;

  private final Question question;
  private final SitePanel sites;
  private final Figure base;
  private final String than;

  private EffectRows(Question question, SitePanel sites, Figure base, String than) {
    this.question = question;
    this.sites = sites;
    this.base = base;
    this.than = than;
  }

  private EffectRows with(Figure figure) {
    return new EffectRows(question, sites, figure, than);
  }

  /** The same rows, effects read against another course than that without the programme. */
  EffectRows than(String otherwise) {
    return new EffectRows(question, sites, base, otherwise);
  }

  /** Rows under a method's name. */
  static EffectRows of(Question question, SitePanel sites, StructType schema, String method) {
    Figure base =
        Figure.in(schema)
            .with("indicator", question.indicator().code())
            .with("question", question.inWords())
            .with("method", method)
            .with("cohort", "")
            .with("time", "");
    return new EffectRows(question, sites, base, "without the programme");
  }

  /** The same rows with what entered. */
  EffectRows over(Panel panel, String assumptions) {
    return with(
        base.with("units", (long) panel.units())
            .with("treated", (long) panel.treatedUnits())
            .with("clusters", (long) panel.clusters())
            .with("periods", (long) panel.periods())
            .with("coverage", sites.coverage())
            .with("assumptions", assumptions));
  }

  /** The same rows under another method's name. */
  EffectRows by(String method) {
    return with(base.with("method", method));
  }

  /** The same rows with how many sites and periods entered, where there is no panel. */
  EffectRows over(int units, int treated, int periods, String assumptions) {
    return with(
        base.with("units", (long) units)
            .with("treated", (long) treated)
            .with("clusters", (long) units)
            .with("periods", (long) periods)
            .with("coverage", sites.coverage())
            .with("assumptions", assumptions));
  }

  /** The same rows of one cohort or time. */
  EffectRows at(String cohort, String time) {
    return with(base.with("cohort", cohort).with("time", time));
  }

  /** The same rows, part of the question's family: their p is the one that is adjusted. */
  EffectRows answer() {
    return with(base.with("family", question.family()));
  }

  /** The same rows beside the answer, whose p is not adjusted. */
  EffectRows beside() {
    return with(base.with("family", ""));
  }

  /** A row with an effect. */
  Row row(String estimand, Effect effect, String note) {
    Figure figure = base.with("estimand", estimand).ok(effect.value());
    Figure limited = effect.limits().map(figure::with).orElse(figure);
    Figure judged = number(limited, "se", effect.se());
    Figure tested = number(number(judged, "p", effect.p()), "df", effect.df());
    return covered(tested.with("reading", reading(effect.limits()))).remark(note).row();
  }

  /** A row with a figure that is told in its own words. */
  Row told(String estimand, double value, Optional<Interval> limits, String reading, String note) {
    Figure figure = base.with("estimand", estimand).ok(value).with("reading", reading);
    return covered(limits.map(figure::with).orElse(figure)).remark(note).row();
  }

  /** A row of which the figure is hidden: few stand behind it. */
  Row hidden(String estimand) {
    return base.with("estimand", estimand).with("status", Status.SUPPRESSED.name()).row();
  }

  /** A row with a statistic that is no effect. */
  Row test(String estimand, double value, double df, double p, String reading) {
    return covered(
            base.with("estimand", estimand)
                .ok(value)
                .with("df", df)
                .with("p", p)
                .with("reading", reading))
        .row();
  }

  /** A row without a figure, and why. */
  Row missing(String estimand, String why) {
    return base.with("estimand", estimand).insufficient(why).row();
  }

  private Figure covered(Figure figure) {
    return sites.coverage() < FULL_COVERAGE
        ? figure.with("status", Status.LOW_COVERAGE.name())
        : figure;
  }

  private static Figure number(Figure figure, String column, OptionalDouble value) {
    return value.isPresent() ? figure.with(column, value.getAsDouble()) : figure;
  }

  /** One plain sentence, without a number: hidden figures stay hidden. */
  private String reading(Optional<Interval> limits) {
    if (limits.isEmpty()) {
      return "Too few sites to tell the effect from chance.";
    }
    if (limits.get().contains(0)) {
      return "No effect beyond chance is seen.";
    }
    boolean higher = limits.get().lower() > 0;
    Direction direction = question.indicator().direction();
    String judged =
        direction == Direction.UP || direction == Direction.DOWN
            ? (higher == (direction == Direction.UP) ? ", which is better" : ", which is worse")
            : "";
    return (higher ? "Higher" : "Lower") + " than " + than + ", beyond chance" + judged + ".";
  }

  /** The unit of effects. */
  String unit() {
    return sites.measure().kind() == Kind.SHARE || question.survival().isPresent()
        ? "percentage points"
        : question.indicator().unit();
  }

  /** A p in words. */
  static String p(double p) {
    return p < 0.001 ? "p below 0.001" : String.format(Locale.ROOT, "p %.3f", p);
  }
}
