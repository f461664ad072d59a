package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Effect;
import org.tidemark.stats.panel.CountRegression;
import org.tidemark.stats.panel.EventStudy;
import org.tidemark.stats.panel.Panel;
import org.tidemark.stats.panel.TwoWayRegression;
import org.tidemark.stats.panel.TwoWayRegression.Correction;
import org.tidemark.stats.panel.Wald;
import org.tidemark.stats.panel.WildBootstrap;

/**
 * Difference in differences by two-way regression, judged in each way that the number of sites
 * allows; one of them is the answer. With three treated sites or fewer it is randomisation
 * inference; with fewer than 12 sites CR2, which in generated panels of 8 held its level best; with
 * fewer than 42 sites, or 10 treated, the wild cluster bootstrap; else the cluster-robust t.
 */
final class DifferenceRows {
  /** From so many clusters on the robust t is relied on. */
  static final int MANY = 42;

  /** From so many clusters on the wild bootstrap holds its level as well as CR2 does. */
  static final int SOME = 12;

  /** From so many treated clusters on. */
  static final int MANY_TREATED = 10;

  /** Up to so many treated clusters nothing but randomisation is reliable. */
  static final int FEW_TREATED = 3;

  private static final String ESTIMAND = "mean effect on treated sites from the start on, %s%s";

  private final Question question;
  private final EffectRows rows;
  private final Panel panel;
  private final String estimand;

  private DifferenceRows(Question question, EffectRows rows, Panel panel, String estimand) {
    this.question = question;
    this.rows = rows;
    this.panel = panel;
    this.estimand = estimand;
  }

  static List<Row> of(Question question, SitePanel sites, StructType schema) {
    EffectRows rows = EffectRows.of(question, sites, schema, "twfe");
    String estimand =
        ESTIMAND.formatted(rows.unit(), question.weighted() ? ", weighted by denominators" : "");
    if (!sites.shortfall().isEmpty()) {
      return List.of(rows.answer().missing(estimand, sites.shortfall()));
    }
    Panel panel = sites.panel(question.weighted());
    Answer<TwoWayRegression> fit = TwoWayRegression.ofTreatment(panel);
    if (fit.shortfall().isPresent()) {
      return List.of(rows.answer().missing(estimand, fit.shortfall().get().sentence()));
    }
    List<Row> all =
        new ArrayList<>(new DifferenceRows(question, rows, panel, estimand).rows(fit.get()));
    counted(sites, rows).ifPresent(all::add);
    return List.copyOf(all);
  }

  /** The same question of the counts, which small denominators do not lead astray. */
  private static Optional<Row> counted(SitePanel sites, EffectRows rows) {
    if (sites.measure().kind() != Kind.SHARE && sites.measure().kind() != Kind.RATE) {
      return Optional.empty();
    }
    SitePanel.Counts counts = sites.counts();
    return CountRegression.of(counts.counts(), counts.exposure())
        .figure()
        .filter(fit -> fit.logRatio().limits().isPresent())
        .map(
            fit ->
                rows.by("poisson")
                    .over(fit.panel(), "parallel courses of logarithms without the programme")
                    .row(
                        "logarithm of the ratio to the course without the programme",
                        fit.logRatio(),
                        "counts over denominators, cluster-robust error"));
  }

  private List<Row> rows(TwoWayRegression fit) {
    int earliest = -(int) question.entry().number("leads", 6);
    int latest = (int) question.entry().number("lags", 8);
    Optional<EventStudy> study = EventStudy.of(panel, earliest, latest).figure();
    EffectRows told = rows.over(panel, assumptions(study));
    String recommended = recommended();
    List<Row> all = new ArrayList<>();
    all.add(as(told, "twfe", recommended).row(named(), fit.effect(correction()), freedom()));
    all.add(
        as(told, "twfe-cr2", recommended)
            .row(estimand, fit.satterthwaite(), "bias-reduced error, Satterthwaite's freedom"));
    all.add(bootstrap(as(told, "twfe-wild-bootstrap", recommended), fit));
    if (recommended.equals("randomisation")) {
      EffectRows answer = as(told, "randomisation", recommended);
      all.add(RandomisationRows.of(question, answer, panel, estimand));
    }
    study.ifPresent(s -> study(all, told.by("twfe-event-study"), s));
    return all;
  }

  private EffectRows as(EffectRows told, String method, String recommended) {
    return method.equals(recommended) ? told.by(method).answer() : told.by(method);
  }

  private String recommended() {
    if (panel.treatedClusters() <= FEW_TREATED) {
      return "randomisation";
    }
    if (panel.clusters() < SOME) {
      return "twfe-cr2";
    }
    return panel.clusters() < MANY || panel.treatedClusters() < MANY_TREATED
        ? "twfe-wild-bootstrap"
        : "twfe";
  }

  private String freedom() {
    return switch (recommended()) {
      case "twfe" -> "cluster-robust error, t with clusters less one";
      case "randomisation" ->
          "three treated sites or fewer: only randomisation inference is reliable";
      case "twfe-cr2" -> "few clusters: the bias-reduced error is recommended";
      default -> "few clusters: the wild cluster bootstrap is recommended";
    };
  }

  private Correction correction() {
    return switch (question.entry().setting("correction", "nested")) {
      case "all-effects" -> Correction.ALL_EFFECTS;
      case "clusters" -> Correction.CLUSTERS;
      case "none" -> Correction.NONE;
      default -> Correction.NESTED;
    };
  }

  /** Two entries that differ in the correction alone need two names. */
  private String named() {
    String correction = question.entry().setting("correction", "nested");
    return correction.equals("nested") ? estimand : estimand + ", error corrected: " + correction;
  }

  private Row bootstrap(EffectRows told, TwoWayRegression fit) {
    Answer<WildBootstrap> answer = WildBootstrap.of(panel, question.draws(), question.seed());
    if (answer.shortfall().isPresent()) {
      return told.missing(estimand, answer.shortfall().get().sentence());
    }
    WildBootstrap wild = answer.get();
    Effect effect = fit.effect(Correction.NESTED);
    return told.row(
        estimand,
        effect.judged(wild.p(), wild.limits()),
        "wild cluster bootstrap-t, %s, %d samples%s"
            .formatted(
                wild.weights().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                wild.samples(),
                wild.weights() == WildBootstrap.Weights.RADEMACHER_ENUMERATED
                    ? ""
                    : ", seed " + question.seed()));
  }

  private static void study(List<Row> all, EffectRows told, EventStudy study) {
    String words = "effect by periods since the start against the one before it, " + told.unit();
    study.effects().forEach((k, e) -> all.add(told.at("", time(k)).row(words, e, "")));
    study
        .leads()
        .ifPresent(
            w ->
                all.add(
                    told.test(
                        "joint test of no effect before the start",
                        w.statistic(),
                        w.df(),
                        w.p(),
                        parallel(w))));
  }

  /** Event time in words that no spreadsheet takes for a formula. */
  static String time(int k) {
    return k < 0 ? "e" + k : "e+" + k;
  }

  static String parallel(Wald test) {
    return test.p() < 0.05
        ? "Treated sites moved differently before the start already: the effect is doubtful."
        : "Nothing speaks against parallel courses before the start.";
  }

  private static String assumptions(Optional<EventStudy> study) {
    String leads =
        study
            .flatMap(EventStudy::leads)
            .map(w -> "leads before the start: joint " + EffectRows.p(w.p()))
            .orElse("leads before the start: too few to test");
    String bound =
        study
            .map(EventStudy::breakdown)
            .filter(java.util.OptionalDouble::isPresent)
            .map(
                b ->
                    String.format(
                        Locale.ROOT,
                        "; a trend of %.2f times the largest earlier step a period would overturn"
                            + " it",
                        b.getAsDouble()))
            .orElse("");
    return "parallel courses without the programme, effects alike in all cohorts; " + leads + bound;
  }
}
