package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.TableSchema;

final class PackageDescriptionTest {
  private static final TableSchema TABLE =
      SampleTables.table(
          "rate",
          List.of("area", "year"),
          new Field("area", FieldType.STRING, true, false, "", List.of("N", "S"), "", "Area", ""),
          SampleTables.field("year", FieldType.INTEGER, true),
          new Field(
              "value", FieldType.NUMBER, false, false, "", List.of(), "per 100,000", "Rate", ""),
          SampleTables.field("final", FieldType.BOOLEAN, false),
          SampleTables.field("day", FieldType.DATE, false),
          SampleTables.field("codes", FieldType.LIST, false));

  @Test
  void describesThePackage() throws IOException {
    JsonNode all = described(TABLE, "CC-BY-4.0");
    assertThat(all.get("$schema").asText())
        .isEqualTo("https://datapackage.org/profiles/2.0/datapackage.json");
    assertThat(all.get("name").asText()).isEqualTo("sample");
    assertThat(all.get("version").asText()).isEqualTo(SampleTables.runId(1).toString());
    assertThat(all.get("licenses").toString()).isEqualTo("[{\"name\":\"CC-BY-4.0\"}]");
    assertThat(described(TABLE, "").has("licenses")).isFalse();
    assertThat(all.has("created")).isFalse();
  }

  @Test
  void describesEachTableAsItLies() throws IOException {
    JsonNode resource = described(TABLE, "").get("resources").get(0);
    assertThat(resource.get("name").asText()).isEqualTo("rate");
    assertThat(resource.get("path").asText()).isEqualTo("tables/rate.csv");
    assertThat(resource.get("bytes").asLong()).isEqualTo(12);
    assertThat(resource.get("hash").asText()).isEqualTo("sha256:" + "0".repeat(64));
    assertThat(resource.get("encoding").asText()).isEqualTo("utf-8");
    assertThat(resource.get("dialect").get("lineTerminator").asText()).isEqualTo("\n");
    JsonNode schema = resource.get("schema");
    assertThat(schema.get("primaryKey").toString()).isEqualTo("[\"area\",\"year\"]");
    assertThat(schema.get("missingValues").toString()).isEqualTo("[\"\"]");
    assertThat(schema.get("fields").findValuesAsText("type"))
        .containsExactly("string", "integer", "number", "boolean", "string", "list");
    assertThat(schema.get("fields").get(0).get("constraints").toString())
        .isEqualTo("{\"required\":true,\"enum\":[\"N\",\"S\"]}");
    assertThat(schema.get("fields").get(2).get("unit").asText()).isEqualTo("per 100,000");
    assertThat(schema.get("fields").get(2).has("constraints")).isFalse();
  }

  @Test
  void keyWithPartsThatMayBeEmptyIsAUniqueKey() throws IOException {
    JsonNode schema = described(SampleTables.RATE, "").get("resources").get(0).get("schema");
    assertThat(schema.has("primaryKey")).isFalse();
    assertThat(schema.get("uniqueKeys").toString()).isEqualTo("[[\"area\",\"year\"]]");
  }

  private static JsonNode described(TableSchema table, String licence) throws IOException {
    Provenance from = Provenance.of("sample", "Sample", licence, List.of(), Map.of(), List.of());
    PublishedFile csv =
        new PublishedFile("tables/rate.csv", 12, OptionalLong.of(1), "0".repeat(64));
    return Json.parse(
        PackageDescription.bytes(
            SampleTables.runId(1), from, Map.of("rate", table), Map.of(csv.path(), csv)));
  }
}
