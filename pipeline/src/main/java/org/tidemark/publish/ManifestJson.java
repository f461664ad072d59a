package org.tidemark.publish;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.tidemark.account.AccountingRow;
import org.tidemark.publish.Provenance.Input;

/** The manifest as JSON: keys sorted, so that equal manifests are equal bytes. */
final class ManifestJson {
  /** Raised when a reader of old manifests would misread new ones. */
  private static final int FORMAT = 1;

  private ManifestJson() {}

  static byte[] bytes(Manifest manifest) {
    Provenance from = manifest.provenance();
    Map<String, Object> all = new TreeMap<>();
    all.put("accounting", from.accounting().stream().map(ManifestJson::accounting).toList());
    if (!from.dropped().isEmpty()) {
      all.put("dropped", from.dropped());
    }
    all.put("files", manifest.files().stream().map(ManifestJson::file).toList());
    all.put("format", FORMAT);
    all.put("inputs", from.inputs().stream().map(ManifestJson::input).toList());
    all.put("licence", from.licence());
    all.put("programme", from.programme());
    all.put("run_id", manifest.runId().toString());
    all.put("title", from.title());
    all.put("versions", from.versions());
    return Json.bytes(all);
  }

  /**
   * Reads a manifest.
   *
   * @throws IOException if it is not one; the text says which part
   */
  static Manifest parse(byte[] bytes) throws IOException {
    JsonNode all = Json.parse(bytes);
    try {
      if (whole(all, "format") != FORMAT) {
        throw new IOException("a manifest of a format that this version does not read");
      }
      Map<String, String> versions = new TreeMap<>();
      member(all, "versions")
          .properties()
          .forEach(e -> versions.put(e.getKey(), e.getValue().asText()));
      Provenance from =
          Provenance.of(
                  text(all, "programme"),
                  text(all, "title"),
                  text(all, "licence"),
                  list(all, "inputs", ManifestJson::input),
                  versions,
                  list(all, "accounting", ManifestJson::accounting))
              .without(dropped(all));
      return new Manifest(
          RunId.parse(text(all, "run_id")), from, list(all, "files", ManifestJson::file));
    } catch (IllegalArgumentException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** Manifests of runs that left nothing out do not have it. */
  private static Map<String, List<String>> dropped(JsonNode all) {
    Map<String, List<String>> dropped = new TreeMap<>();
    all.path("dropped")
        .properties()
        .forEach(
            source -> {
              List<String> columns = new ArrayList<>();
              source.getValue().forEach(column -> columns.add(column.asText()));
              dropped.put(source.getKey(), columns);
            });
    return dropped;
  }

  private static Map<String, Object> input(Input input) {
    return new TreeMap<>(
        Map.of(
            "bytes", input.bytes(),
            "path", input.path(),
            "rows", input.rows(),
            "sha256", input.sha256(),
            "source", input.source()));
  }

  private static Input input(JsonNode node) {
    return new Input(
        text(node, "source"),
        text(node, "path"),
        whole(node, "bytes"),
        whole(node, "rows"),
        text(node, "sha256"));
  }

  private static Map<String, Object> file(PublishedFile file) {
    Map<String, Object> all =
        new TreeMap<>(Map.of("bytes", file.bytes(), "path", file.path(), "sha256", file.sha256()));
    file.rows().ifPresent(rows -> all.put("rows", rows));
    return all;
  }

  private static PublishedFile file(JsonNode node) {
    OptionalLong rows =
        node.has("rows") ? OptionalLong.of(whole(node, "rows")) : OptionalLong.empty();
    return new PublishedFile(text(node, "path"), whole(node, "bytes"), rows, text(node, "sha256"));
  }

  private static Map<String, Object> accounting(AccountingRow row) {
    return new TreeMap<>(
        Map.of(
            "accepted", row.accepted(),
            "file", row.file(),
            "merged", row.merged(),
            "reason", row.reason(),
            "records_in", row.recordsIn(),
            "rejected", row.rejected(),
            "source", row.source(),
            "stage", row.stage()));
  }

  private static AccountingRow accounting(JsonNode node) {
    return new AccountingRow(
        text(node, "stage"),
        text(node, "source"),
        text(node, "file"),
        whole(node, "records_in"),
        whole(node, "accepted"),
        whole(node, "rejected"),
        whole(node, "merged"),
        text(node, "reason"));
  }

  private static <T> List<T> list(JsonNode node, String name, Function<JsonNode, T> item) {
    List<T> items = new ArrayList<>();
    member(node, name).forEach(n -> items.add(item.apply(n)));
    return items;
  }

  private static String text(JsonNode node, String name) {
    JsonNode value = member(node, name);
    if (!value.isTextual()) {
      throw new IllegalArgumentException("manifest: " + name + " is not a text");
    }
    return value.textValue();
  }

  private static long whole(JsonNode node, String name) {
    JsonNode value = member(node, name);
    if (!value.isIntegralNumber()) {
      throw new IllegalArgumentException("manifest: " + name + " is not a whole number");
    }
    return value.longValue();
  }

  private static JsonNode member(JsonNode node, String name) {
    JsonNode value = node.get(name);
    if (value == null) {
      throw new IllegalArgumentException("manifest: " + name + " is missing");
    }
    return value;
  }
}
