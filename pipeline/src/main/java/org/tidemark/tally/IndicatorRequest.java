package org.tidemark.tally;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Programme;

/**
 * What a programme asks of its indicators: which, at which levels and for which spans of time, and
 * which of them by site and period of the evaluation design besides.
 *
 * @param indicators the indicators to tally, by code
 * @param published code, level and span of every figure to publish, joined
 * @param asked what is tallied: the spans of each level of each indicator, by its code
 */
public record IndicatorRequest(
    Map<String, Indicator> indicators,
    Set<String> published,
    Map<String, Map<String, Set<String>>> asked) {

  /**
   * What the programme's analyses ask for.
   *
   * @param catalogue declared indicators by code
   */
  public static IndicatorRequest of(Programme programme, Map<String, Indicator> catalogue) {
    Map<String, Map<String, Set<String>>> asked = new LinkedHashMap<>();
    Set<String> published = new LinkedHashSet<>();
    for (Analyses.Indicators figures : programme.analyses().indicators()) {
      for (String code : figures.codes()) {
        figures.levels().forEach(level -> spans(asked, code, level).addAll(figures.periods()));
      }
      published.addAll(keys(figures));
    }
    for (Analyses.Evaluation effect : programme.analyses().evaluation()) {
      if (!SiteSurvival.asked(effect)) {
        spans(asked, effect.indicator(), "site").add(programme.design().period());
      }
    }
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    asked.keySet().forEach(code -> indicators.put(code, catalogue.get(code)));
    return new IndicatorRequest(indicators, published, asked);
  }

  private static Set<String> spans(
      Map<String, Map<String, Set<String>>> asked, String code, String level) {
    return asked
        .computeIfAbsent(code, c -> new LinkedHashMap<>())
        .computeIfAbsent(level, l -> new LinkedHashSet<>());
  }

  /** Every level that is tallied. */
  List<String> levels() {
    return asked.values().stream().flatMap(l -> l.keySet().stream()).distinct().toList();
  }

  /** The relations that the indicators count on, in the order asked for. */
  List<String> counted() {
    Set<String> counted = new LinkedHashSet<>();
    indicators.values().forEach(i -> counted.addAll(i.relations()));
    return List.copyOf(counted);
  }

  /** The tables and views that the tallies read. */
  public Set<String> relations() {
    Set<String> relations = new LinkedHashSet<>(IndicatorTallies.TABLES);
    relations.addAll(counted());
    return relations;
  }

  /** The distinct sets of tables whose reports must have come. */
  Set<List<String>> reports() {
    return indicators.values().stream()
        .map(Indicator::reports)
        .filter(r -> !r.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static Collection<String> keys(Analyses.Indicators asked) {
    List<String> keys = new ArrayList<>();
    for (String code : asked.codes()) {
      for (String level : asked.levels()) {
        asked.periods().forEach(span -> keys.add(key(code, level, span)));
      }
    }
    return keys;
  }

  /** The name of a figure among those to publish. */
  public static String key(String indicator, String level, String span) {
    return indicator + '|' + level + '|' + span;
  }
}
