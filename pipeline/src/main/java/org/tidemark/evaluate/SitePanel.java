package org.tidemark.evaluate;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Indicator.Withhold;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.stats.panel.Panel;

/** One indicator of every engaged site by period, from the first figure of any to the last. */
final class SitePanel {
  /** Below this share of figures nothing is told. */
  static final double LEAST_COVERAGE = 0.5;

  private static final Set<Kind> SUMS = Set.of(Kind.SHARE, Kind.RATE, Kind.RATIO);

  private final IndicatorTerms indicator;
  private final String span;
  private final List<Site> sites;
  private final int from;
  private final int to;
  private final double coverage;
  private final String cluster;

  private SitePanel(
      IndicatorTerms indicator, String span, List<Site> sites, int from, int to, String cluster) {
    this.cluster = cluster;
    this.indicator = indicator;
    this.span = span;
    this.sites = sites;
    this.from = from;
    this.to = to;
    double told = sites.stream().mapToInt(s -> s.sums().size()).sum();
    this.coverage = sites.isEmpty() ? 0 : told / (periods() * (double) sites.size());
  }

  /**
   * A site.
   *
   * @param id the site
   * @param part its part in the programme
   * @param sums what it counted by number of period; never empty
   */
  record Site(String id, SitePart part, SortedMap<Integer, SiteSum> sums) {}

  static SitePanel of(IndicatorTerms indicator, String span, List<Site> sites) {
    int from = sites.stream().mapToInt(s -> s.sums().firstKey()).min().orElse(0);
    int to = sites.stream().mapToInt(s -> s.sums().lastKey()).max().orElse(-1);
    return new SitePanel(indicator, span, List.copyOf(sites), from, to, "");
  }

  /** The same panel, its errors by area or country; by site where that is empty. */
  SitePanel clusteredBy(String level) {
    return new SitePanel(indicator, span, sites, from, to, level);
  }

  /**
   * The sites that were treated for a year or more before the first of them left, from when all of
   * them were treated: leaving takes the place of the start, and those still in serve for
   * comparison. Without any site where none left.
   */
  SitePanel leaving() {
    int year = Periods.perYear(span);
    List<Site> treated = sites.stream().filter(s -> s.part().treated()).toList();
    int leaves =
        treated.stream()
            .filter(s -> !s.part().exit().isEmpty())
            .mapToInt(s -> Periods.number(s.part().exit()))
            .min()
            .orElse(0);
    List<Site> in =
        treated.stream().filter(s -> Periods.number(s.part().start()) <= leaves - year).toList();
    int all = in.stream().mapToInt(s -> Periods.number(s.part().start())).max().orElse(0);
    List<Site> kept =
        in.stream()
            .map(s -> new Site(s.id(), s.part().leaving(), s.sums().tailMap(all)))
            .filter(s -> !s.sums().isEmpty())
            .toList();
    return of(indicator, span, kept).clusteredBy(cluster);
  }

  /** The measure that is evaluated: that of the target, else the first. */
  static int outcomeOf(IndicatorTerms indicator) {
    return Math.max(0, indicator.target().map(t -> indicator.indexOf(t.statistic())).orElse(0));
  }

  Measure measure() {
    return indicator.measures().get(outcomeOf(indicator));
  }

  String span() {
    return span;
  }

  List<Site> sites() {
    return sites;
  }

  /** Number of the first period with a figure. */
  int from() {
    return from;
  }

  int periods() {
    return to - from + 1;
  }

  /** The name of a period, counted from 1. */
  String label(int period) {
    return Periods.name(from + period - 1, span);
  }

  /** Share of sites and periods with a figure. */
  double coverage() {
    return coverage;
  }

  /** Whether figures of sites and periods are sums over sums, and so can be brought together. */
  static boolean addsUp(Measure measure) {
    return SUMS.contains(measure.kind());
  }

  /** Why sites cannot be evaluated together; empty where they can. */
  String pooledShortfall() {
    return addsUp(measure())
        ? shortfall()
        : "figures of sites do not add up: only shares, rates and ratios do";
  }

  /** Why nothing can be evaluated; empty where something can. */
  String shortfall() {
    if (sites.isEmpty()) {
      return "no engaged site has a figure";
    }
    if (coverage < LEAST_COVERAGE) {
      return "fewer than half of sites and periods have a figure";
    }
    return indicator.withhold().filter(this::hidden).map(SitePanel::told).orElse("");
  }

  private static String told(Withhold rule) {
    return rule.statistic() + " is below " + Math.round(rule.below()) + " over all sites";
  }

  private boolean hidden(Withhold rule) {
    SiteSum all =
        sites.stream().flatMap(s -> s.sums().values().stream()).reduce(SiteSum.NONE, SiteSum::plus);
    // Ready figures have no companion: who sent them answers for them.
    double per = indicator.measures().get(indicator.indexOf(rule.statistic())).per();
    return all.knowable().signum() > 0
        && per * all.known().doubleValue() / all.knowable().doubleValue() < rule.below();
  }

  /** The panel, in the unit of the published value. */
  Panel panel(boolean weighted) {
    double[][] outcomes = new double[sites.size()][periods()];
    double[][] weights = new double[sites.size()][periods()];
    int[] first = new int[sites.size()];
    for (int i = 0; i < sites.size(); i++) {
      Site site = sites.get(i);
      double[] values = outcomes[i];
      double[] sizes = weights[i];
      Arrays.fill(values, Double.NaN);
      site.sums()
          .forEach(
              (number, sum) -> {
                values[number - from] = value(sum);
                sizes[number - from] = sum.denominator().doubleValue();
              });
      first[i] = first(site.part());
    }
    Panel panel = Panel.of(outcomes, first).clustered(clusters());
    return weighted ? panel.weighted(weights) : panel;
  }

  /** A site without the place asked for is a cluster of its own. */
  private int[] clusters() {
    List<String> names =
        sites.stream().map(s -> cluster.isEmpty() ? "" : s.part().place(cluster)).toList();
    List<String> known = names.stream().distinct().toList();
    return IntStream.range(0, sites.size())
        .map(i -> names.get(i).isEmpty() ? known.size() + i : known.indexOf(names.get(i)))
        .toArray();
  }

  /** Numerators as a panel, and denominators beside it; 1 where there is none. */
  Counts counts() {
    Panel panel = panel(false);
    double[][] over = new double[sites.size()][periods()];
    double[][] under = new double[sites.size()][periods()];
    int[] first = new int[sites.size()];
    for (int i = 0; i < sites.size(); i++) {
      Arrays.fill(over[i], Double.NaN);
      Arrays.fill(under[i], 1);
      first[i] = panel.first(i);
      double[] numerators = over[i];
      double[] denominators = under[i];
      sites
          .get(i)
          .sums()
          .forEach(
              (number, sum) -> {
                numerators[number - from] = sum.pair()[0];
                denominators[number - from] = sum.pair()[1];
              });
    }
    return new Counts(Panel.of(over, first).clustered(clusters()), under);
  }

  /**
   * What was counted.
   *
   * @param counts the panel of numerators
   * @param exposure the denominators
   */
  record Counts(Panel counts, double[][] exposure) {}

  /** A start before the first figure is treatment in every period. */
  private int first(SitePart part) {
    return part.treated() ? Math.max(1, Periods.number(part.start()) - from + 1) : Panel.NEVER;
  }

  /** The sums of a site over some periods, by their numbers, both included. */
  static SiteSum between(Site site, int first, int last) {
    return first > last
        ? SiteSum.NONE
        : site.sums().subMap(first, last + 1).values().stream().reduce(SiteSum.NONE, SiteSum::plus);
  }

  /** Number of the last period with a figure. */
  int to() {
    return to;
  }

  double value(SiteSum sum) {
    return (addsUp(measure()) ? measure().per() : 1) * sum.share();
  }
}
