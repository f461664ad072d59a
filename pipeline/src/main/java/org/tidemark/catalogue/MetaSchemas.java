package org.tidemark.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.model.Refusal;

/**
 * The JSON Schemas (draft 2020-12, formats asserted) that every document must meet before it is
 * read, and what to say where one does not.
 */
final class MetaSchemas {
  private static final String PREFIX = "urn:tidemark:";

  private final SchemaRegistry registry;
  private final Map<String, JsonNode> roots;

  private MetaSchemas(Map<String, String> texts) {
    this.roots = new TreeMap<>();
    texts.forEach((id, text) -> roots.put(id, Documents.parse(id + ".json", text)));
    SchemaRegistryConfig config =
        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build();
    this.registry =
        SchemaRegistry.withDefaultDialect(
            SpecificationVersion.DRAFT_2020_12,
            builder -> builder.schemaRegistryConfig(config).schemas(texts));
  }

  /** The meta-schemas in {@code schemas/meta}, each known by its file's stem. */
  static MetaSchemas of(SchemaFolder folder) {
    Map<String, String> texts = new TreeMap<>();
    for (SchemaFolder.Document document : folder.in("meta")) {
      texts.put(PREFIX + document.stem().replace(".schema", ""), document.text());
    }
    return new MetaSchemas(texts);
  }

  /** A document that meets the meta-schema of its kind, ready to be read. */
  Entry require(String kind, String where, JsonNode root) {
    List<Error> errors =
        new ArrayList<>(registry.getSchema(SchemaLocation.of(PREFIX + kind)).validate(root));
    // A misspelt key also makes a required one missing: say the former.
    errors.sort(Comparator.comparing(e -> !"additionalProperties".equals(e.getKeyword())));
    if (!errors.isEmpty()) {
      throw refusal(where, errors.get(0), errors.size() - 1);
    }
    return Entry.of(where, root);
  }

  private Refusal refusal(String where, Error error, int more) {
    String pointer = error.getInstanceLocation().toString();
    String place = pointer.isEmpty() ? where : where + " at " + pointer;
    String tail = more > 0 ? " (and " + more + " more)" : "";
    return Refusal.operator(place, what(error) + tail, mend(error));
  }

  private String what(Error error) {
    return switch (error.getKeyword()) {
      case "additionalProperties" -> "there is no key '" + error.getProperty() + "'";
      case "required" -> "the key '" + error.getProperty() + "' is missing";
      case "enum" -> "is not one of the values allowed";
      case "type" -> "has the wrong type";
      case "format" -> "is not a " + rule(error).asText();
      case "uniqueItems" -> "holds a value twice";
      case "minItems", "minProperties", "minLength" -> "is empty";
      case "propertyNames" -> "has a key that is not a name";
      default -> "breaks the rule '" + error.getKeyword() + "'";
    };
  }

  private String mend(Error error) {
    return switch (error.getKeyword()) {
      case "additionalProperties" ->
          Names.mend(error.getProperty(), names(parent(error).path("properties")));
      case "required" -> "add it";
      case "enum" -> Names.mend(error.getInstanceNode().asText(), texts(rule(error)));
      case "type" -> "write " + rule(error).toString().replace("\"", "") + "; text goes in quotes";
      case "format" -> "write it as 2023-12-31";
      case "uniqueItems" -> "keep one of the two";
      case "minItems", "minProperties", "minLength" -> "fill it or leave the key out";
      default -> "the rule is " + rule(error).toString();
    };
  }

  /** The part of the meta-schema that was broken. */
  private JsonNode rule(Error error) {
    return parent(error).path(error.getKeyword());
  }

  private JsonNode parent(Error error) {
    SchemaLocation location = error.getSchemaLocation();
    String pointer = location.getFragment().toString();
    String above = pointer.substring(0, Math.max(0, pointer.lastIndexOf('/')));
    return roots.get(location.getAbsoluteIri().toString()).at(above);
  }

  private static List<String> names(JsonNode block) {
    List<String> names = new ArrayList<>();
    block.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }
}
