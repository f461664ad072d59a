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
import org.tidemark.tally.ReadyTallies;

final class SiteCollectionTest {
  private static SitePanel readyMade(Kind kind) {
    Measure measure = new Measure("figure", kind, "", "n", "d", 1, false, 0);
    SiteCollection sites =
        SiteCollection.of(
            new IndicatorTerms(
                "X-01", "days", List.of(measure), Direction.DOWN, List.of(), List.of()));
    Cell sent = new Cell(0, -1, BigDecimal.valueOf(30), BigDecimal.TEN);
    sites.add(
        new IndicatorTally(
            "X-01",
            ReadyTallies.LEVEL,
            "A",
            "quarter",
            "2022Q2",
            "",
            List.of(sent),
            Optional.empty()),
        new SitePart("2022Q1", "", false));
    return sites.panel("quarter");
  }

  @Test
  void aNumeratorAndADenominatorThatWereSentHoldNoMedianAndNoCurve() {
    for (Kind kind : List.of(Kind.DURATION, Kind.RETENTION, Kind.ATTAINMENT, Kind.SURVIVAL)) {
      assertThat(readyMade(kind).sites()).isEmpty();
    }
  }

  @Test
  void theyHoldAShareAndAMean() {
    for (Kind kind : List.of(Kind.SHARE, Kind.RATIO, Kind.MEAN)) {
      SiteSum sum = readyMade(kind).sites().get(0).sums().values().iterator().next();
      assertThat(sum.share()).isEqualTo(3);
    }
  }
}
