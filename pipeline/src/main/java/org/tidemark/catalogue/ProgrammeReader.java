package org.tidemark.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.tidemark.model.PseudonymKey;

/**
 * Reads a programme file, YAML or JSON: held to its JSON Schema, then every name in it to the
 * catalogue and every path to the programme's folder, before anything runs.
 */
public final class ProgrammeReader {
  private static final String KEY_FILE = "key_file";

  private ProgrammeReader() {}

  /**
   * The programme.
   *
   * @param path the file, a path or URI
   * @param settings dotted key → value in YAML, laid over the file before it is validated
   * @param catalogue what it may name
   * @throws org.tidemark.model.Refusal of kind OPERATOR where it cannot be used
   */
  public static Programme read(String path, Map<String, String> settings, Catalogue catalogue) {
    return read(path, settings, catalogue, new Configuration());
  }

  /**
   * The programme, from a file system that needs settings.
   *
   * @param path the file, a path or URI
   * @param settings dotted key → value in YAML, laid over the file before it is validated
   * @param catalogue what it may name
   * @param configuration how Hadoop reaches the file and the sources
   * @throws org.tidemark.model.Refusal of kind OPERATOR where it cannot be used
   */
  public static Programme read(
      String path, Map<String, String> settings, Catalogue catalogue, Configuration configuration) {
    TextFiles files = TextFiles.of(configuration);
    Path file = files.qualified(path);
    JsonNode root = Documents.parse(path, files.read(file));
    Overrides.apply(root, settings);
    Entry entry = MetaSchemas.of(SchemaFolder.packed()).require("programme", path, root);
    return programme(entry, file.getParent(), catalogue, files);
  }

  private static Programme programme(
      Entry entry, Path folder, Catalogue catalogue, TextFiles files) {
    String grouping = entry.text("cancer_grouping", "ci5");
    String disclosure = entry.text("disclosure", "public");
    if (!catalogue.disclosure().containsKey(disclosure)) {
      throw entry
          .at("disclosure")
          .unknown("disclosure profile", disclosure, catalogue.disclosure().keySet());
    }
    AnalysesReferences references =
        AnalysesReferences.of(catalogue.codes(), catalogue.indicators().keySet());
    references.grouping(entry, "cancer_grouping");
    SourcePaths paths = SourcePaths.below(folder, files);
    Optional<Entry> analyses = entry.child("analyses");
    analyses.ifPresent(a -> references.require(a, grouping));
    return new Programme(
        entry.text("programme"),
        entry.map("title"),
        LocalDate.parse(entry.text("as_of")),
        folder.toString(),
        SourceReader.all(entry, catalogue, paths),
        SourceReader.ownMappings(entry, catalogue, paths),
        analyses
            .map(e -> AnalysesReader.of(e, grouping))
            .orElseGet(() -> catalogue.standardAnalyses().groupedBy(grouping)),
        grouping,
        coding(entry.at("coding")),
        design(entry.at("evaluation_design")),
        acceptance(entry.at("acceptance")),
        entry.texts("languages", List.of("en")),
        disclosure,
        entry.child("pseudonyms").map(e -> key(e, paths)).orElse(PseudonymKey.DEMONSTRATION),
        SourceReader.corrections(entry, catalogue, paths),
        entry.texts("exchange"));
  }

  private static PseudonymKey key(Entry entry, SourcePaths paths) {
    String where = entry.text(KEY_FILE);
    return PseudonymKey.parse(where, TextFiles.decode(where, paths.bytes(entry, KEY_FILE)));
  }

  private static Programme.Coding coding(Entry entry) {
    Programme.Coding standard = Programme.Coding.STANDARD;
    return new Programme.Coding(
        entry.text("icd10", standard.icd10()),
        entry.text("secondary", standard.secondary()),
        entry.text("multiple_primaries", standard.multiplePrimaries()),
        entry.text("bladder", standard.bladder()),
        entry.text("unknown_primary", standard.unknownPrimary()));
  }

  private static Programme.Design design(Entry entry) {
    return new Programme.Design(
        entry.text("treated_from", "INTENSIVE"), entry.text("period", "quarter"));
  }

  private static Programme.Acceptance acceptance(Entry entry) {
    return new Programme.Acceptance(
        entry.number("rejected_share_max", 0.05),
        "stop".equals(entry.text("on_refused_file", "stop")));
  }
}
