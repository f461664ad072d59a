package org.tidemark.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Reads indicators and holds them to the views and tables they count on. */
final class IndicatorReader {
  private final Set<String> relations;
  private final Set<String> tables;

  private IndicatorReader(Set<String> relations, Set<String> tables) {
    this.relations = relations;
    this.tables = tables;
  }

  /** All indicators by code, in file and entry order. */
  static Map<String, Indicator> all(
      SchemaFolder folder, MetaSchemas meta, List<View> views, Set<String> tables) {
    Set<String> relations = new TreeSet<>();
    views.forEach(view -> relations.add(view.name()));
    IndicatorReader reader = new IndicatorReader(relations, tables);
    Map<String, Indicator> indicators = new LinkedHashMap<>();
    Map<String, String> places = new HashMap<>();
    for (SchemaFolder.Document document : folder.in("indicators")) {
      Entry root =
          meta.require(
              "indicators", document.where(), Documents.parse(document.where(), document.text()));
      for (Entry entry : root.entries("indicators")) {
        Indicator indicator = reader.indicator(entry);
        indicators.put(indicator.code(), indicator);
        String other = places.put(indicator.code(), document.where());
        if (other != null) {
          throw entry.refusal(
              "another indicator has this code, in " + other, "give it its own code");
        }
      }
    }
    return indicators;
  }

  private Indicator indicator(Entry entry) {
    require(entry, "relation", "view", relations, List.of(entry.text("relation")));
    require(entry, "reports", "table", tables, entry.texts("reports"));
    List<Indicator.Measure> measures =
        entry.entries("measures").stream().map(IndicatorReader::measure).toList();
    Set<String> statistics = new TreeSet<>();
    for (Indicator.Measure measure : measures) {
      if (!statistics.add(measure.statistic())) {
        throw entry.at("measures").refusal("a statistic stands twice", "name each its own way");
      }
    }
    for (String key : List.of("target", "withhold")) {
      entry
          .child(key)
          .ifPresent(
              e -> require(e, "statistic", "measure", statistics, List.of(e.text("statistic"))));
    }
    return bound(entry, measures);
  }

  private static Indicator bound(Entry entry, List<Indicator.Measure> measures) {
    return new Indicator(
        entry.text("code"),
        entry.text("tier"),
        entry.map("name"),
        entry.text("domain"),
        entry.text("relation"),
        entry.text("counts", "persons").equals("persons"),
        entry.texts("reports"),
        measures,
        entry.text("unit"),
        Indicator.Direction.valueOf(entry.text("direction").toUpperCase(Locale.ROOT)),
        entry.child("target").map(IndicatorReader::target),
        entry
            .child("withhold")
            .map(e -> new Indicator.Withhold(e.text("statistic"), e.number("below", 0))),
        entry.map("by"),
        entry.text("missing"));
  }

  private static Indicator.Measure measure(Entry entry) {
    Indicator.Kind kind = Indicator.Kind.valueOf(entry.text("kind").toUpperCase(Locale.ROOT));
    if ((kind == Indicator.Kind.RETENTION) != entry.has("horizon")) {
      throw entry.refusal(
          "a retention needs a horizon and nothing else has one", "add or drop the horizon");
    }
    return new Indicator.Measure(
        entry.text("statistic"),
        kind,
        entry.text("where"),
        entry.text("numerator"),
        entry.text("denominator"),
        entry.number("per", 1),
        entry.flag("snapshot", false),
        entry.whole("horizon", 0));
  }

  private static Indicator.Target target(Entry entry) {
    return new Indicator.Target(
        entry.number("value", 0),
        entry.text("statistic"),
        entry.text("origin"),
        entry.flag("verified", false));
  }

  private static void require(
      Entry entry, String key, String kind, Set<String> known, List<String> asked) {
    for (String name : asked) {
      if (!known.contains(name)) {
        throw entry.at(key).unknown(kind, name, known);
      }
    }
  }
}
