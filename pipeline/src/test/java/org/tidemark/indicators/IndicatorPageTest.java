package org.tidemark.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Indicator;

/** The page of indicators says of each what its entry says. */
final class IndicatorPageTest {
  private static final Path PAGE = Path.of("..", "docs", "indicators.md");
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  @Test
  void thePageHasALineForEveryIndicator() throws IOException {
    List<String> lines = Files.readAllLines(PAGE, StandardCharsets.UTF_8);
    assertThat(lines.stream().filter(l -> l.matches("\\| [A-Z]{3}-\\d\\d \\|.*")))
        .containsExactlyElementsOf(
            CATALOGUE.indicators().values().stream().map(IndicatorPageTest::line).toList());
  }

  private static String line(Indicator indicator) {
    return List.of(
            indicator.code(),
            indicator.tier(),
            indicator.name().get("en"),
            indicator.measures().stream()
                .map(Indicator.Measure::statistic)
                .collect(Collectors.joining(", ")),
            indicator.unit(),
            indicator.direction().name().toLowerCase(Locale.ROOT),
            target(indicator),
            missing(indicator))
        .stream()
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String target(Indicator indicator) {
    if (indicator.target().isEmpty()) {
      return indicator
          .benchmark()
          .map(b -> b.text() + (b.verified() ? "" : " (not verified)"))
          .orElse("");
    }
    Indicator.Target target = indicator.target().get();
    String band = target.upTo() == target.value() ? "" : " to " + plain(target.upTo());
    String mark = target.verified() ? ")" : "; not verified)";
    return plain(target.value()) + band + " (" + target.origin() + mark;
  }

  private static String missing(Indicator indicator) {
    return indicator.scope().untold().stream()
        .findFirst()
        .map(u -> "No figure: " + u.note() + ".")
        .orElse(indicator.missingRule());
  }

  private static String plain(double value) {
    return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
  }
}
