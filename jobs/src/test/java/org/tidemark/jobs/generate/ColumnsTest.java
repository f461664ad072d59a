package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What is generated keeps to the shared schema: its columns, what it requires, its closed lists.
 */
class ColumnsTest {
  static Set<String> tables() {
    return Columns.tables();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void areThoseOfTheSharedSchema(String table) throws IOException {
    List<String> all = new ArrayList<>();
    List<String> required = new ArrayList<>();
    for (JsonNode field : fields(table)) {
      all.add(field.get("name").asText());
      if (field.at("/constraints/required").asBoolean()) {
        required.add(field.get("name").asText());
      }
    }
    assertThat(all).containsSubsequence(Columns.of(table));
    assertThat(Columns.of(table)).containsAll(required).doesNotHaveDuplicates();
  }

  @Test
  void cellsKeepToRequiredFieldsAndClosedLists() throws IOException {
    Drawn drawn = Drawn.sample();
    for (String table : drawn.tables()) {
      for (JsonNode field : fields(table)) {
        String name = field.get("name").asText();
        if (Columns.of(table).contains(name)) {
          drawn.rows(table).forEach(row -> assertAllowed(table, field, row.get(name)));
        }
      }
    }
  }

  @Test
  void everyColumnIsFilledSomewhere() {
    Drawn drawn = Drawn.sample();
    for (String table : drawn.tables()) {
      for (String column : Columns.of(table)) {
        assertThat(drawn.rows(table))
            .as(table + "." + column)
            .anySatisfy(row -> assertThat(row.get(column)).isNotEmpty());
      }
    }
  }

  private static void assertAllowed(String table, JsonNode field, String cell) {
    String name = table + "." + field.get("name").asText();
    if (cell.isEmpty()) {
      assertThat(field.at("/constraints/required").asBoolean()).as(name).isFalse();
    } else if (field.at("/constraints/enum").isArray()) {
      List<String> allowed = new ArrayList<>();
      field.at("/constraints/enum").forEach(value -> allowed.add(value.asText()));
      assertThat(allowed).as(name).contains(cell);
    }
  }

  private static JsonNode fields(String table) throws IOException {
    Path schema = Places.project().resolve("schemas/tables/" + table + ".json");
    return new ObjectMapper().readTree(schema.toFile()).get("fields");
  }
}
