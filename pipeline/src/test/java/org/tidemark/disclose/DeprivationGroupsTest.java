package org.tidemark.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.estimate.Figure;

@DisplayName("Groups of deprivation add up to the whole, and hide each other")
class DeprivationGroupsTest {
  private static final TableSchema SURVIVAL = Publications.CATALOGUE.published().get("survival");
  private static final StructType SCHEMA = Figure.schema(SURVIVAL);

  private static Row survival(String deprivation, long cases) {
    return Figure.in(SCHEMA)
        .with("area", "North")
        .with("deprivation", deprivation)
        .with("period", "2019")
        .with("approach", "complete")
        .with("measure", "net")
        .with("method", "pohar-perme")
        .with("interval", "log")
        .with("years", 5.0)
        .with("cases", cases)
        .with("deaths", cases / 2)
        .with("at_risk", cases / 2)
        .ok(0.5)
        .row();
  }

  private static List<String> statuses(Row... rows) {
    return Publications.disclosure(1)
        .apply(Map.of(SURVIVAL, List.of(rows)))
        .tables()
        .get("survival")
        .stream()
        .map(row -> row.getString(SCHEMA.fieldIndex("status")))
        .toList();
  }

  @Test
  void aGroupOfFewHidesAnotherSoThatItCannotBeSubtracted() {
    List<String> statuses =
        statuses(survival("", 122), survival("1", 50), survival("5", 70), survival("unknown", 2));
    assertThat(statuses.get(0)).isEqualTo("OK");
    assertThat(statuses.get(3)).isEqualTo("SUPPRESSED");
    assertThat(statuses.subList(1, 3)).contains("SUPPRESSED");
  }

  @Test
  void largeGroupsAreShown() {
    assertThat(statuses(survival("", 120), survival("1", 50), survival("5", 70)))
        .containsOnly("OK");
  }
}
