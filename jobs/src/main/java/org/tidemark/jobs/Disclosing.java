package org.tidemark.jobs;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Indicator;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.disclose.Disclosed;
import org.tidemark.disclose.Disclosure;
import org.tidemark.disclose.Hidden;
import org.tidemark.disclose.ShownRows;
import org.tidemark.disclose.Structure;
import org.tidemark.publish.PrivateFolder;
import org.tidemark.publish.PrivateTables;

/** Hides small counts in related tables, against the last publication, and lists what is hidden. */
final class Disclosing {
  private final Disclosure disclosure;
  private final Function<String, List<Map<String, String>>> last;
  private final List<Hidden> hidden = Collections.synchronizedList(new ArrayList<>());

  /**
   * The disclosure of a run.
   *
   * @param sites the sites that count
   * @param last table → its rows in the publication before, as readers see them; none if there is
   *     no such publication
   */
  Disclosing(
      Catalogue catalogue,
      Programme programme,
      Sites sites,
      Function<String, List<Map<String, String>>> last) {
    this.disclosure =
        Disclosure.of(
            catalogue.disclosure().get(programme.disclosure()),
            Structure.of(
                catalogue,
                sites.areas(),
                sites.countries(),
                areaOfSource(catalogue, programme),
                personIndicators(catalogue)));
    this.last = last;
  }

  /** Whether anything may be hidden in the table. */
  boolean concerns(TableSchema schema) {
    return disclosure.hides() && schema.smallCells().isPresent();
  }

  /** The rows of related tables as the audience may see them. */
  Map<String, List<Row>> disclosed(Map<TableSchema, List<Row>> tables) {
    Map<String, List<Row>> before = new HashMap<>();
    tables
        .keySet()
        .forEach(
            schema -> before.put(schema.name(), ShownRows.of(schema, last.apply(schema.name()))));
    Disclosed disclosed = disclosure.apply(tables, before);
    hidden.addAll(disclosed.hidden());
    return disclosed.tables();
  }

  /** Lists every row whose counts are hidden. */
  void list(URI folder) {
    if (disclosure.hides()) {
      PrivateTables.writeLines(
          folder,
          PrivateFolder.DISCLOSURE,
          List.of("table", "key", "reason"),
          hidden.stream().map(Disclosing::line).sorted(Disclosing::compare).toList());
    }
  }

  private static List<String> line(Hidden row) {
    String key =
        row.key().entrySet().stream()
            .map(e -> e.getKey() + "=" + e.getValue())
            .collect(Collectors.joining("; "));
    return List.of(row.table(), key, row.reason());
  }

  private static int compare(List<String> one, List<String> other) {
    int table = one.get(0).compareTo(other.get(0));
    return table != 0 ? table : one.get(1).compareTo(other.get(1));
  }

  private static Set<String> personIndicators(Catalogue catalogue) {
    return catalogue.indicators().values().stream()
        .filter(Indicator::persons)
        .map(Indicator::code)
        .collect(Collectors.toSet());
  }

  /** Sources whose mapping gives every record one area that no other source gives. */
  private static Map<String, String> areaOfSource(Catalogue catalogue, Programme programme) {
    Map<String, String> areas = new HashMap<>();
    List<Source> tumours =
        programme.sources().stream().filter(s -> s.table().equals("tumour")).toList();
    for (Source source : tumours) {
      String area = programme.mapping(source, catalogue).constants().get("area");
      if (area == null) {
        return Map.of();
      }
      areas.put(source.id(), area);
    }
    return areas.entrySet().stream()
        .filter(e -> Collections.frequency(areas.values(), e.getValue()) == 1)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }
}
