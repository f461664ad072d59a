package org.tidemark.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.IndicatorTally.Cell;

final class GroupSumsTest {
  private static final SitePart TREATED = new SitePart("2022Q1", "", false);

  @Test
  void decilesComeInTheirOrderAndUnknownNotAtAll() {
    GroupSums sums =
        GroupSums.of(
            new IndicatorTerms(
                "X-01",
                "%",
                List.of(new Measure("figure", Kind.SHARE, "", "n", "d", 100, false, 0)),
                Direction.UP,
                List.of(),
                List.of()));
    for (String group : List.of("10", "poor", "2", "unknown", "1", "rich")) {
      List<Cell> cells = List.of(new Cell(0, -1, BigDecimal.ONE, BigDecimal.TEN));
      sums.add(
          new IndicatorTally(
              "X-01", "site", "A", "quarter", "2022Q2", "q=" + group, cells, Optional.empty()),
          TREATED);
    }
    assertThat(sums.of("q", true).keySet()).containsExactly("1", "2", "10", "poor", "rich");
  }
}
