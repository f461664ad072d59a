package org.tidemark.catalogue;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tidemark.model.Status;

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
    for (Entry measure : entry.entries("measures")) {
      measure
          .entries("also")
          .forEach(a -> require(a, "relation", "view", relations, List.of(a.text("relation"))));
    }
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
        entry.text("missing"),
        new Indicator.Scope(
            entry.texts("levels", Indicator.Scope.LEVELS),
            entry.text("service"),
            entry.child("untold").stream().map(IndicatorReader::untold).toList()),
        entry
            .child("benchmark")
            .map(e -> new Indicator.Benchmark(e.text("text"), e.flag("verified", false))));
  }

  private static Indicator.Measure measure(Entry entry) {
    Indicator.Kind kind = Indicator.Kind.valueOf(entry.text("kind").toUpperCase(Locale.ROOT));
    if (kind.hasHorizon() != entry.has("horizon")) {
      throw entry.refusal(
          "each of retention, attainment and survival needs a horizon, nothing else has one",
          "add or drop the horizon");
    }
    if ((kind.keyed() == Indicator.Keyed.BY_KEY) != entry.has("key")) {
      throw entry.refusal(
          "a measure by different things needs their key, no other has one", "add or drop the key");
    }
    return new Indicator.Measure(
        entry.text("statistic"),
        kind,
        term(entry),
        entry.entries("also").stream().map(IndicatorReader::term).toList(),
        entry.text("key"),
        entry.number("per", 1),
        entry.flag("snapshot", false),
        entry.whole("horizon", 0),
        entry.flag("zero", false));
  }

  private static Indicator.Untold untold(Entry entry) {
    return new Indicator.Untold(Status.valueOf(entry.text("status")), entry.text("note"));
  }

  private static Indicator.Term term(Entry entry) {
    return new Indicator.Term(
        entry.text("relation"),
        entry.text("where"),
        entry.text("numerator"),
        entry.text("denominator"),
        entry.text("date"));
  }

  private static Indicator.Target target(Entry entry) {
    return new Indicator.Target(
        entry.number("value", 0),
        entry.number("up_to", entry.number("value", 0)),
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
