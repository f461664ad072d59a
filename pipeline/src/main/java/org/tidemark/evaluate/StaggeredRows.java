package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Interval;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.panel.CallawaySantAnna;
import org.tidemark.stats.panel.CallawaySantAnna.Aggregate;
import org.tidemark.stats.panel.CallawaySantAnna.Design;
import org.tidemark.stats.panel.CallawaySantAnna.GroupTime;
import org.tidemark.stats.panel.CallawaySantAnna.Level;
import org.tidemark.stats.panel.Panel;
import org.tidemark.stats.panel.Wald;

/** Callaway and Sant'Anna's estimates in every aggregation, with the band over event times. */
final class StaggeredRows {
  private static final int LEAST_COHORTS = 2;
  private static final int LEAST_CONTROLS = 3;

  private final Question question;
  private final SitePanel sites;
  private final EffectRows rows;
  private final CallawaySantAnna fit;
  private final String how;
  private final StaggeredWords words;
  private final List<Row> all = new ArrayList<>();

  private StaggeredRows(
      Question question,
      SitePanel sites,
      EffectRows rows,
      CallawaySantAnna fit,
      String how,
      StaggeredWords words) {
    this.question = question;
    this.sites = sites;
    this.rows = rows;
    this.fit = fit;
    this.how = how;
    this.words = words;
  }

  static List<Row> of(Question question, SitePanel all, StructType schema) {
    StaggeredWords words = question.leaving() ? StaggeredWords.LEAVING : StaggeredWords.STARTING;
    SitePanel sites = question.leaving() ? all.leaving() : all;
    EffectRows rows = EffectRows.of(question, sites, schema, words.method()).than(words.than());
    Answer<CallawaySantAnna> fit = fit(question, sites);
    String how = how(question, rows, words);
    String why = why(sites, fit, words);
    return why.isEmpty()
        ? new StaggeredRows(question, sites, rows, fit.get(), how, words).rows()
        : List.of(rows.answer().missing(words.mean() + how, why));
  }

  /** The effect of leaving in short, beside what sustainability tells. */
  static List<Row> leaving(Question question, SitePanel all, StructType schema) {
    StaggeredWords words = StaggeredWords.LEAVING;
    SitePanel sites = all.leaving();
    EffectRows rows = EffectRows.of(question, sites, schema, "effect-of-leaving");
    Answer<CallawaySantAnna> fit = fit(question, sites);
    String how = how(question, rows, words);
    String why = why(sites, fit, words);
    return why.isEmpty()
        ? new StaggeredRows(question, sites, rows.than(words.than()), fit.get(), how, words).brief()
        : List.of(rows.missing(words.mean() + how, why));
  }

  private static Design design(Question question) {
    return new Design(
        question.notYetTreated(),
        question.entry().setting("base", "varying").equals("universal"),
        question.unbalanced());
  }

  private static Answer<CallawaySantAnna> fit(Question question, SitePanel sites) {
    return sites.shortfall().isEmpty()
        ? CallawaySantAnna.of(sites.panel(false), design(question))
        : Answer.insufficient(Shortfall.TOO_FEW_UNITS);
  }

  private static String how(Question question, EffectRows rows, StaggeredWords words) {
    Design design = design(question);
    return ", %s; against %s, %s base%s"
        .formatted(
            rows.unit(),
            words.controls(design.notYetTreated()),
            design.universal() ? "universal" : "varying",
            design.gaps() ? ", sites with gaps too" : "");
  }

  private static String why(SitePanel sites, Answer<CallawaySantAnna> fit, StaggeredWords words) {
    if (sites.sites().isEmpty()) {
      return words.nobody();
    }
    return sites.shortfall().isEmpty()
        ? fit.shortfall().map(Shortfall::sentence).orElse("")
        : sites.shortfall();
  }

  private List<Row> brief() {
    Optional<Wald> test = fit.preTest();
    EffectRows told = rows.over(fit.panel(), assumptions(test));
    all.add(told.row(words.mean() + how, fit.group().overall(), leftOut()));
    fit.dynamic(leastCohorts(), leastControls())
        .levels()
        .forEach((e, l) -> level(told.at("", DifferenceRows.time(e)), words.since(), l));
    test.ifPresent(w -> test(told, w));
    return List.copyOf(all);
  }

  private List<Row> rows() {
    Optional<Wald> test = fit.preTest();
    EffectRows told = rows.over(fit.panel(), assumptions(test));
    String left = leftOut();
    Aggregate group = fit.group();
    all.add(told.answer().row(words.mean() + how, group.overall(), left));
    all.add(
        told.row(
            words.of("mean effect over sites and periods") + how, fit.simple().overall(), left));
    Aggregate dynamic = fit.dynamic(leastCohorts(), leastControls());
    all.add(
        told.row(
            words.of("mean effect over periods since the start") + how, dynamic.overall(), left));
    Aggregate calendar = fit.calendar();
    all.add(
        told.row(words.of("mean effect over calendar periods") + how, calendar.overall(), left));
    group
        .levels()
        .forEach((g, l) -> level(told.at(sites.label(g), ""), words.of("effect on a cohort"), l));
    calendar
        .levels()
        .forEach((t, l) -> level(told.at("", sites.label(t)), words.of("effect in a period"), l));
    IntFunction<String> time = DifferenceRows::time;
    dynamic.levels().forEach((e, l) -> level(told.at("", time.apply(e)), words.since(), l));
    band(told, dynamic);
    test.ifPresent(w -> test(told, w));
    fit.groupTimes().forEach(cell -> cell(told, cell));
    return List.copyOf(all);
  }

  private boolean keepsThin() {
    return question.entry().setting("thin", "stop").equals("keep");
  }

  private int leastCohorts() {
    return keepsThin() ? 1 : LEAST_COHORTS;
  }

  private int leastControls() {
    return keepsThin() ? 0 : LEAST_CONTROLS;
  }

  private void level(EffectRows told, String words, Level level) {
    all.add(told.row(words + how, level.effect(), counts(level)));
  }

  private static String counts(Level level) {
    return "%d cohorts of %d sites, at least %d for comparison"
        .formatted(level.cohorts(), level.treated(), level.controls());
  }

  private void band(EffectRows told, Aggregate dynamic) {
    double critical =
        fit.simultaneous(leastCohorts(), leastControls(), question.draws(), question.seed());
    String note =
        "holds for all times at once: multiplier bootstrap, %d draws, seed %d"
            .formatted(question.draws(), question.seed());
    dynamic
        .levels()
        .forEach(
            (e, level) ->
                level
                    .effect()
                    .se()
                    .ifPresent(
                        se ->
                            all.add(
                                told.at("", DifferenceRows.time(e))
                                    .row(
                                        words.of("band of the effects by periods since the start")
                                            + how,
                                        wide(level.effect(), critical * se),
                                        note))));
  }

  private static Effect wide(Effect effect, double half) {
    return new Effect(
        effect.value(),
        effect.se(),
        effect.df(),
        Optional.of(new Interval(effect.value() - half, effect.value() + half)),
        OptionalDouble.empty());
  }

  private void test(EffectRows told, Wald test) {
    all.add(
        told.test(
            words.of("joint test of no effect before the start") + how,
            test.statistic(),
            test.df(),
            test.p(),
            words.parallel(test)));
  }

  private void cell(EffectRows told, GroupTime cell) {
    all.add(
        told.at(sites.label(cell.cohort()), sites.label(cell.period()))
            .row(
                words.of("effect on a cohort in a period") + how,
                cell.effect(),
                "%d sites, %d for comparison, base %s"
                    .formatted(cell.treated(), cell.controls(), sites.label(cell.base()))));
  }

  private String leftOut() {
    List<String> left = new ArrayList<>();
    if (fit.alwaysTreated() > 0) {
      left.add(fit.alwaysTreated() + words.always());
    }
    if (fit.incomplete() > 0) {
      left.add(fit.incomplete() + " sites left out that lack a period: the panel is balanced");
    }
    Panel panel = fit.panel();
    if (panel.units() == panel.treatedUnits()) {
      left.add(words.nobodyElse());
    }
    return String.join("; ", left);
  }

  private String assumptions(Optional<Wald> test) {
    return words.assumed()
        + "; "
        + test.map(w -> words.event("effects before the start") + ": joint " + EffectRows.p(w.p()))
            .orElse(words.event("effects before the start") + ": too many for a joint test");
  }
}
