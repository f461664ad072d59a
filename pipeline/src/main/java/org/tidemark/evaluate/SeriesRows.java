package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Effect;
import org.tidemark.stats.series.AutoregressiveSeries;
import org.tidemark.stats.series.InterruptedSeries;
import org.tidemark.stats.series.QuasiPoissonSeries;
import org.tidemark.stats.series.SeriesEstimators;
import org.tidemark.stats.series.SeriesFit;

/**
 * Interrupted series of the treated sites together, and against comparison sites. The answer is the
 * fit with autoregressive errors by restricted likelihood, Prais and Winsten's where that does not
 * settle, ordinary least squares below 12 points; the others are there for comparison.
 */
final class SeriesRows {
  private static final int ENOUGH = 12;
  private static final List<Integer> HORIZONS = List.of(6, 12, 24);
  private static final int SEASON_POINTS = 24;

  private final Question question;
  private final SitePanel sites;
  private final EffectRows rows;
  private final List<Row> all = new ArrayList<>();

  private SeriesRows(Question question, SitePanel sites, EffectRows rows) {
    this.question = question;
    this.sites = sites;
    this.rows = rows;
  }

  /** A way to fit, by the name of its method. */
  private record Way(String method, Function<InterruptedSeries, Answer<SeriesFit>> fit) {}

  private static final List<Way> WAYS =
      List.of(
          new Way("its-reml", AutoregressiveSeries::restricted),
          new Way("its-prais-winsten", SeriesEstimators::praisWinsten),
          new Way("its-ols", SeriesEstimators::ordinary),
          new Way(
              "its-newey-west",
              s -> SeriesEstimators.neweyWest(s, SeriesEstimators.lag(s.points()), true)));

  static List<Row> of(Question question, SitePanel sites, StructType schema) {
    EffectRows rows = EffectRows.of(question, sites, schema, "its-reml");
    SeriesRows made = new SeriesRows(question, sites, rows);
    if (!sites.pooledShortfall().isEmpty()) {
      return List.of(rows.answer().missing(made.level(), sites.pooledShortfall()));
    }
    boolean controlled = question.entry().method().equals("controlled-its");
    return controlled ? made.controlled() : made.single();
  }

  private String level() {
    return "change of the level at the start, " + rows.unit();
  }

  private List<SitePanel.Site> treated() {
    return sites.sites().stream().filter(s -> s.part().treated()).toList();
  }

  private Optional<Integer> commonStart() {
    List<Integer> starts =
        treated().stream().map(s -> Periods.number(s.part().start())).distinct().toList();
    return starts.size() == 1 ? Optional.of(starts.get(0)) : Optional.empty();
  }

  private int harmonics(boolean calendar, int points) {
    boolean season = calendar && sites.span().equals("month") && points >= SEASON_POINTS;
    return (int) question.entry().number("harmonics", season ? 2 : 0);
  }

  private List<Row> single() {
    List<SitePanel.Site> treated = treated();
    if (treated.isEmpty()) {
      return List.of(rows.answer().missing(level(), "no site with a figure is treated"));
    }
    AlignedSeries series =
        commonStart()
            .map(start -> AlignedSeries.byCalendar(treated, start))
            .orElseGet(() -> AlignedSeries.byOwnStart(treated));
    int harmonics = harmonics(commonStart().isPresent(), series.sums().size());
    int perYear = Periods.perYear(sites.span());
    Answer<InterruptedSeries> points =
        series.values(sites.measure().per(), perYear, commonStart().isPresent() ? harmonics : 0);
    if (points.shortfall().isPresent()) {
      return List.of(rows.answer().missing(level(), tooShort()));
    }
    EffectRows told =
        rows.over(series.sites(), series.sites(), points.get().points(), assumptions());
    Optional<String> answer = answer(points.get());
    for (Way way : WAYS) {
      EffectRows own = told.by(way.method());
      way.fit()
          .apply(points.get())
          .figure()
          .ifPresent(
              fit ->
                  fitted(
                      answer.filter(way.method()::equals).isPresent() ? own.answer() : own,
                      series,
                      fit,
                      note(way.method(), points.get())));
    }
    quasiPoisson(told, series, perYear);
    return List.copyOf(all);
  }

  private static String tooShort() {
    return "fewer than %d periods before or %d after the start in which all sites have figures"
        .formatted(InterruptedSeries.LEAST_BEFORE, InterruptedSeries.LEAST_AFTER);
  }

  private String assumptions() {
    return "the course before would have gone on in a line"
        + (commonStart().isPresent() ? "" : "; sites are laid over each other at their own starts");
  }

  /** The first way that the number of points allows and that settles. */
  private static Optional<String> answer(InterruptedSeries series) {
    return WAYS.stream()
        .filter(w -> w.method().equals("its-ols") || series.points() >= ENOUGH)
        .filter(w -> w.fit().apply(series).figure().isPresent())
        .map(Way::method)
        .findFirst();
  }

  private static String note(String method, InterruptedSeries series) {
    return switch (method) {
      case "its-ols" ->
          series.points() < ENOUGH
              ? "fewer than 12 points: limits are likely too narrow"
              : "for comparison: limits are too narrow where errors last";
      case "its-newey-west" -> "for comparison: limits are likely too narrow in short series";
      default -> "";
    };
  }

  private void fitted(EffectRows told, AlignedSeries series, SeriesFit fit, String note) {
    effects(told, series, fit::level, fit::slope, fit::after, note);
  }

  private interface At {
    Effect after(int periods);
  }

  private void effects(
      EffectRows told,
      AlignedSeries series,
      Supplier<Effect> level,
      Supplier<Effect> slope,
      At at,
      String note) {
    // One answer a question: that of the level; the others are read beside it.
    all.add(told.row(level(), level.get(), note));
    EffectRows beside = told.beside();
    all.add(beside.row("change of the slope, %s a period".formatted(told.unit()), slope.get(), ""));
    for (int months : HORIZONS) {
      int periods = months * Periods.perYear(sites.span()) / 12;
      if (periods > 0 && periods <= series.reach()) {
        all.add(
            beside
                .at("", "month " + months)
                .row(
                    "difference from the course without the programme, " + told.unit(),
                    at.after(periods),
                    ""));
      }
    }
  }

  private void quasiPoisson(EffectRows told, AlignedSeries series, int perYear) {
    if (sites.measure().kind() != Kind.RATE) {
      return;
    }
    Answer<SeriesFit> fit =
        series.counts(perYear, 0).then(c -> QuasiPoissonSeries.of(c, series.denominators()));
    fit.figure()
        .ifPresent(
            f ->
                all.add(
                    told.by("its-quasi-poisson")
                        .row(
                            "logarithm of the ratio of rates at the start",
                            f.level(),
                            "counts with a variance in proportion to their mean")));
  }

  private List<Row> controlled() {
    EffectRows own = rows.by("controlled-its-reml");
    List<SitePanel.Site> comparison =
        sites.sites().stream().filter(s -> !s.part().treated()).toList();
    Optional<Integer> start = commonStart();
    if (start.isEmpty() || comparison.isEmpty()) {
      return List.of(
          own.answer()
              .missing(
                  level(),
                  comparison.isEmpty()
                      ? "no comparison site has a figure"
                      : "sites start at different times: ask for callaway-santanna"));
    }
    AlignedSeries with = AlignedSeries.byCalendar(treated(), start.get());
    AlignedSeries without = AlignedSeries.byCalendar(comparison, start.get());
    Answer<SeriesFit> first = fit(with);
    Answer<SeriesFit> second = fit(without);
    if (first.shortfall().isPresent() || second.shortfall().isPresent()) {
      return List.of(own.answer().missing(level(), tooShort()));
    }
    EffectRows told =
        own.over(
                with.sites() + without.sites(),
                with.sites(),
                with.sums().size(),
                "treated sites would have changed course as the comparison sites did")
            .answer();
    SeriesFit a = first.get();
    SeriesFit b = second.get();
    effects(
        told,
        with.reach() < without.reach() ? with : without,
        () -> less(a.level(), b.level()),
        () -> less(a.slope(), b.slope()),
        periods -> less(a.after(periods), b.after(periods)),
        "every term has its own value in each group; the difference is told");
    return List.copyOf(all);
  }

  private Answer<SeriesFit> fit(AlignedSeries series) {
    int perYear = Periods.perYear(sites.span());
    int harmonics = harmonics(true, series.sums().size());
    return series
        .values(sites.measure().per(), perYear, harmonics)
        .then(
            s -> {
              Answer<SeriesFit> best =
                  s.points() >= ENOUGH
                      ? AutoregressiveSeries.restricted(s)
                      : SeriesEstimators.ordinary(s);
              return best.figure().isPresent() ? best : SeriesEstimators.ordinary(s);
            });
  }

  /** The difference of two independent effects, Welch's degrees of freedom. */
  static Effect less(Effect first, Effect second) {
    double value = first.value() - second.value();
    if (first.se().isEmpty() || second.se().isEmpty()) {
      return Effect.point(value);
    }
    double a = Math.pow(first.se().getAsDouble(), 2);
    double b = Math.pow(second.se().getAsDouble(), 2);
    OptionalDouble one = first.df();
    OptionalDouble other = second.df();
    double df =
        (a + b)
            * (a + b)
            / (a * a / one.orElse(Double.MAX_VALUE) + b * b / other.orElse(Double.MAX_VALUE));
    return Effect.student(value, Math.sqrt(a + b), df);
  }
}
