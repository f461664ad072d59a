package org.tidemark.catalogue;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;

/**
 * Reads everything that {@code schemas/} declares: the files packed with the pipeline and, over
 * them, an operator's own folder. Every file must meet its meta-schema, every name in it must be
 * declared; the first that is not is refused with its file, its place in it and the nearest right
 * name. SQL is not read here: {@link Expressions} lists it for a room that has Spark.
 */
public final class CatalogueReader {
  private CatalogueReader() {}

  /**
   * The catalogue.
   *
   * @param overlay an operator's folder of schemas, a path or URI; empty for none
   * @throws org.tidemark.model.Refusal of kind OPERATOR where a file cannot be used
   */
  public static Catalogue read(Optional<String> overlay) {
    return read(overlay, new Configuration());
  }

  /**
   * The catalogue, from file systems that need settings.
   *
   * @param overlay an operator's folder of schemas, a path or URI; empty for none
   * @param configuration how Hadoop reaches it
   * @throws org.tidemark.model.Refusal of kind OPERATOR where a file cannot be used
   */
  public static Catalogue read(Optional<String> overlay, Configuration configuration) {
    SchemaFolder packed = SchemaFolder.packed();
    MetaSchemas meta = MetaSchemas.of(packed);
    TextFiles files = TextFiles.of(configuration);
    SchemaFolder folder = overlay.map(own -> packed.overlaid(own, files)).orElse(packed);
    return catalogue(folder, meta);
  }

  private static Catalogue catalogue(SchemaFolder folder, MetaSchemas meta) {
    Map<String, CodeTable> codes = CodeTableReader.all(folder);
    Map<String, TableSchema> tables = TableReader.all(folder, "tables", meta);
    requireCodeLists(folder, tables, codes);
    List<View> views = ViewReader.all(folder, meta, tables);
    Map<String, Indicator> indicators = IndicatorReader.all(folder, meta, views, tables.keySet());
    CheckReader.Declared checks = CheckReader.all(folder, meta, tables, codes);
    return new Catalogue(
        tables,
        TableReader.all(folder, "published", meta),
        MappingReader.all(folder, meta, tables, codes),
        checks.checks(),
        checks.across(),
        views,
        indicators,
        codes,
        disclosure(folder, meta),
        standardAnalyses(folder, meta, codes, indicators),
        folder.version());
  }

  private static void requireCodeLists(
      SchemaFolder folder, Map<String, TableSchema> tables, Map<String, CodeTable> codes) {
    for (SchemaFolder.Document document : folder.in("tables")) {
      for (Field field : tables.get(document.stem()).fields()) {
        if (!field.codeList().isEmpty() && !codes.containsKey(field.codeList())) {
          throw Entry.of(document.where(), NullNode.instance)
              .unknown("code list", field.codeList(), codes.keySet());
        }
      }
    }
  }

  private static Map<String, DisclosureProfile> disclosure(SchemaFolder folder, MetaSchemas meta) {
    Entry root = entry(folder.file("disclosure.json"), "disclosure", meta);
    Map<String, DisclosureProfile> profiles = new LinkedHashMap<>();
    for (String name : root.keys()) {
      Entry entry = root.at(name);
      profiles.put(
          name,
          new DisclosureProfile(
              name,
              entry.whole("threshold", 0),
              entry.whole("denominator_minimum", 0),
              entry.whole("low_reliability_below", 0)));
    }
    return profiles;
  }

  private static Analyses standardAnalyses(
      SchemaFolder folder,
      MetaSchemas meta,
      Map<String, CodeTable> codes,
      Map<String, Indicator> indicators) {
    Entry root = entry(folder.file("standard_analyses.yaml"), "analyses", meta);
    AnalysesReferences.of(codes, indicators.keySet()).require(root, "");
    return AnalysesReader.of(root, "");
  }

  private static Entry entry(SchemaFolder.Document document, String kind, MetaSchemas meta) {
    return meta.require(kind, document.where(), Documents.parse(document.where(), document.text()));
  }
}
