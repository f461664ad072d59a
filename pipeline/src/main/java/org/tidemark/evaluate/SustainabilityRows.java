package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.stats.Answer;
import org.tidemark.stats.CensoredQuantile;
import org.tidemark.stats.Interval;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.Sustainability;
import org.tidemark.stats.Sustainability.Retained;

/**
 * What is left after the programme has gone: the first and second year after exit against its last
 * year, over the sites that have figures before it, in its last year and after it.
 */
final class SustainabilityRows {
  private static final String METHOD = "sustainability";
  private static final String CHANGE =
      "level in %s after exit less that in the last year before it";

  private final Question question;
  private final SitePanel panel;
  private final EffectRows rows;
  private final int year;

  private SustainabilityRows(Question question, SitePanel panel, EffectRows rows) {
    this.question = question;
    this.panel = panel;
    this.rows = rows;
    this.year = Periods.perYear(panel.span());
  }

  private record Left(SitePanel.Site site, int start, int exit) {}

  static List<Row> of(Question question, SitePanel panel, StructType schema) {
    EffectRows rows = EffectRows.of(question, panel, schema, METHOD);
    if (!panel.pooledShortfall().isEmpty()) {
      String words = CHANGE.formatted("the first year") + ", " + rows.unit();
      return List.of(rows.answer().missing(words, panel.pooledShortfall()));
    }
    SustainabilityRows made = new SustainabilityRows(question, panel, rows);
    List<Row> all = new ArrayList<>(made.year(1, "the first year"));
    all.addAll(made.year(2, "the second year"));
    all.add(made.loss());
    all.addAll(StaggeredRows.leaving(question, panel, schema));
    return List.copyOf(all);
  }

  private List<Left> left() {
    return panel.sites().stream()
        .filter(s -> s.part().treated() && !s.part().exit().isEmpty())
        .map(s -> new Left(s, Periods.number(s.part().start()), Periods.number(s.part().exit())))
        .toList();
  }

  private List<Row> year(int number, String name) {
    List<Sustainability.Site> sites = new ArrayList<>();
    for (Left one : left()) {
      SiteSum base = SitePanel.between(one.site, one.start - year, one.start - 1);
      SiteSum end = SitePanel.between(one.site, one.exit - year, one.exit - 1);
      int after = one.exit + (number - 1) * year;
      SiteSum post = SitePanel.between(one.site, after, after + year - 1);
      if (base.tells() && end.tells() && post.tells()) {
        sites.add(new Sustainability.Site(base.pair(), end.pair(), post.pair()));
      }
    }
    EffectRows own = number == 1 ? rows.answer() : rows;
    String words = CHANGE.formatted(name) + ", " + rows.unit();
    Answer<Sustainability> answer = Sustainability.of(sites, question.draws(), question.seed());
    if (answer.shortfall().isPresent()) {
      return List.of(
          own.missing(
              words,
              "fewer than %d sites with figures before the start, in the last year and after exit"
                  .formatted(Sustainability.LEAST_SITES)));
    }
    EffectRows told =
        own.over(sites.size(), sites.size(), year, "sites stand for others like them");
    return rows(told, words, name, answer.get());
  }

  private List<Row> rows(EffectRows told, String words, String name, Sustainability level) {
    double per = panel.measure().per();
    String reading = reading(level);
    String note = "sites drawn %d times, seed %d".formatted(question.draws(), question.seed());
    EffectRows beside = told.beside();
    List<Row> all = new ArrayList<>();
    all.add(
        told.told(
            words,
            per * level.difference(),
            Optional.of(level.differenceLimits().scaled(per)),
            reading,
            note));
    all.add(
        beside.told(
            "level in %s after exit over that in the last year before it".formatted(name),
            level.ratio(),
            Optional.of(level.ratioLimits()),
            reading,
            note));
    String gain = "share of the gain that is left in %s after exit".formatted(name);
    Answer<Retained> retained = level.retained();
    all.add(
        retained.shortfall().isPresent()
            ? beside.missing(gain, "the gain itself is not beyond chance")
            : beside.told(
                gain,
                retained.get().share(),
                Optional.of(retained.get().limits()),
                reading,
                "limits after Fieller"));
    return all;
  }

  private boolean lowerIsBetter() {
    return question.indicator().direction() == Direction.DOWN;
  }

  private String reading(Sustainability level) {
    return lowerIsBetter() ? ofRise(level) : ofFall(level);
  }

  private static String ofRise(Sustainability level) {
    return switch (level.verdict(true)) {
      case SUSTAINED -> "The level rose to ten ninths at most, beyond chance; lower is better.";
      case DECLINED -> "The level rose above ten ninths, beyond chance; lower is better.";
      case UNCERTAIN -> "Whether the level rose above ten ninths cannot be told from chance.";
    };
  }

  private static String ofFall(Sustainability level) {
    return switch (level.verdict(false)) {
      case SUSTAINED -> "At least nine tenths of the level were kept, beyond chance.";
      case DECLINED -> "Less than nine tenths of the level were kept, beyond chance.";
      case UNCERTAIN -> "Whether nine tenths of the level were kept cannot be told from chance.";
    };
  }

  /**
   * Periods until a site first loses its own level at the end: falls below nine tenths of it, or
   * rises above ten ninths where lower is better.
   */
  private Row loss() {
    boolean down = lowerIsBetter();
    String words =
        "median periods from exit to the first %s of the level"
            .formatted(down ? "above ten ninths" : "below nine tenths");
    List<Integer> times = new ArrayList<>();
    List<Boolean> lost = new ArrayList<>();
    for (Left one : left()) {
      SiteSum end = SitePanel.between(one.site, one.exit - year, one.exit - 1);
      if (end.tells() && one.site.sums().lastKey() >= one.exit) {
        Optional<Integer> first =
            one.site.sums().tailMap(one.exit).entrySet().stream()
                .filter(e -> Sustainability.isLost(e.getValue().share(), end.share(), down))
                .map(e -> e.getKey() - one.exit + 1)
                .findFirst();
        times.add(first.orElse(one.site.sums().lastKey() - one.exit + 1));
        lost.add(first.isPresent());
      }
    }
    EffectRows told =
        rows.over(times.size(), times.size(), year, "sites still at their level: censored");
    if (times.size() < Sustainability.LEAST_SITES) {
      return told.missing(
          words,
          "fewer than %d sites with figures after exit".formatted(Sustainability.LEAST_SITES));
    }
    boolean[] observed = new boolean[times.size()];
    for (int i = 0; i < observed.length; i++) {
      observed[i] = lost.get(i);
    }
    Answer<CensoredQuantile> median =
        CensoredQuantile.of(
            times.stream().mapToDouble(Integer::doubleValue).toArray(),
            observed,
            0.5,
            LimitScale.LOG_LOG);
    if (median.shortfall().isPresent()) {
      return told.missing(words, median.shortfall().get().sentence());
    }
    CensoredQuantile found = median.get();
    Optional<Interval> limits =
        found.upper().isPresent()
            ? Optional.of(new Interval(found.lower(), found.upper().getAsDouble()))
            : Optional.empty();
    return told.told(
        words,
        found.value(),
        limits,
        down
            ? "Half of the sites had risen above by then."
            : "Half of the sites had fallen below by then.",
        "");
  }
}
