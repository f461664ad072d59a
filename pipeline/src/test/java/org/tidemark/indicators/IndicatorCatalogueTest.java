package org.tidemark.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Indicator;
import org.tidemark.derive.Views;
import org.tidemark.testing.SparkSessionExtension;

/** The indicators that the programme agreed on are all there, with a case, and can be computed. */
@ExtendWith(SparkSessionExtension.class)
final class IndicatorCatalogueTest {
  private static final Path CASES = Path.of("..", "sample-data", "cases");
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private static List<String> agreed() throws IOException {
    try (InputStream codes =
        IndicatorCatalogueTest.class.getResourceAsStream("/indicators/codes.txt")) {
      return new String(Objects.requireNonNull(codes).readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .toList();
    }
  }

  @Test
  void everyAgreedIndicatorHasAnEntry() throws IOException {
    assertThat(agreed()).hasSize(126);
    assertThat(CATALOGUE.indicators().keySet()).containsExactlyInAnyOrderElementsOf(agreed());
    assertThat(CATALOGUE.indicators().values())
        .filteredOn(i -> i.tier().equals("core"))
        .as("indicators of the core")
        .hasSize(60);
  }

  @Test
  void everyIndicatorHasAWorkedCase() {
    assertThat(CATALOGUE.indicators().keySet())
        .allSatisfy(code -> assertThat(CASES.resolve(code).resolve("case.yaml")).exists());
  }

  @Test
  void everyIndicatorResolvesAgainstItsTables(SparkSession spark) {
    Views.validate(spark, CATALOGUE);
  }

  @Test
  void everyTargetAndComparisonSaysWhoseItIs() {
    for (Indicator indicator : CATALOGUE.indicators().values()) {
      indicator.target().ifPresent(t -> assertThat(t.origin()).as(indicator.code()).isNotBlank());
      boolean judged = indicator.direction() != Indicator.Direction.CONTEXT;
      if (judged && indicator.target().isEmpty() && indicator.tier().equals("core")) {
        assertThat(indicator.benchmark().or(() -> indicator.target().map(t -> null)))
            .as(indicator.code())
            .isPresent();
      }
    }
  }

  @Test
  void oneViewServesManyIndicators() {
    assertThat(
            CATALOGUE.indicators().values().stream()
                .flatMap(i -> i.relations().stream())
                .distinct()
                .count())
        .as("relations behind 126 indicators")
        .isLessThanOrEqualTo(42);
  }
}
