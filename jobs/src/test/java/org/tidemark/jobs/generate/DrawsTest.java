package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The parts that the generator is made of. */
class DrawsTest {
  private static final int DRAWS = 200_000;

  private final Chance chance = Chance.of(9, "test");

  @Test
  void streamsOfOneSeedDiffer() {
    List<Integer> one = ints(Chance.of(1, "a"));
    assertThat(ints(Chance.of(1, "a"))).isEqualTo(one);
    assertThat(ints(Chance.of(1, "b"))).isNotEqualTo(one);
    assertThat(ints(Chance.of(2, "a"))).isNotEqualTo(one);
  }

  @Test
  void drawsHaveTheirMeans() {
    assertThat(mean(DoubleStream.generate(() -> chance.poisson(7.5)))).isCloseTo(7.5, within(0.05));
    assertThat(mean(DoubleStream.generate(chance::normal))).isCloseTo(0, within(0.02));
    assertThat(mean(DoubleStream.generate(chance::exponential))).isCloseTo(1, within(0.02));
    assertThat(mean(DoubleStream.generate(() -> chance.happens(0.3) ? 1 : 0)))
        .isCloseTo(0.3, within(0.01));
    assertThat(mean(DoubleStream.generate(() -> chance.weighted(0.2, 0.3, 0.5))))
        .isCloseTo(1.3, within(0.02));
  }

  @Test
  void normalHasUnitVariance() {
    assertThat(mean(DoubleStream.generate(() -> Math.pow(chance.normal(), 2))))
        .isCloseTo(1, within(0.03));
  }

  @Test
  void deathComesWhereTheCumulativeHazardSaysSo() {
    double hazard = Mortality.hazard(1, 70, 2012.5);
    double years = Mortality.years(1, hazard, 0.8);
    double sum = 0;
    int steps = 100_000;
    for (int i = 0; i < steps; i++) {
      double at = (i + 0.5) / steps * years;
      sum += Mortality.hazard(1, 70 + at, 2012.5 + at) * years / steps;
    }
    assertThat(sum).isCloseTo(0.8, within(1e-6));
  }

  @Test
  void quartersFollowTheCalendar() {
    assertThat(Quarter.REPORTED).hasSize(32);
    assertThat(Quarter.REPORTED.get(31).label()).isEqualTo("2023Q4");
    assertThat(Quarter.of(LocalDate.of(2022, 9, 30))).isEqualTo(new Quarter(2022, 3));
    assertThat(new Quarter(2021, 4).plus(1)).isEqualTo(new Quarter(2022, 1));
    assertThat(new Quarter(2022, 1).plus(-1)).isEqualTo(new Quarter(2021, 4));
    assertThat(new Quarter(2024, 1).days()).isEqualTo(91);
    assertThat(new Quarter(2022, 1).since(new Quarter(2021, 3))).isEqualTo(2);
  }

  @Test
  void daysCountCompletedYears() {
    Days days = Days.create();
    int birth = (int) LocalDate.of(1952, 2, 29).toEpochDay();
    int eve = (int) LocalDate.of(2011, 2, 28).toEpochDay();
    assertThat(days.text(birth)).isEqualTo("1952-02-29");
    assertThat(days.yearsBetween(birth, eve)).isEqualTo(58);
    assertThat(days.yearsBetween(birth, eve + 1)).isEqualTo(59);
    assertThat(days.year(eve)).isEqualTo(2011);
  }

  @Test
  void linesWriteNumbersOfEveryLength() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Lines lines = Lines.under(List.of("a", "b", "c", "d"), out)) {
      lines.cell(0).cell(9).cell(10).missing().end();
      lines.cell(Integer.MAX_VALUE).cell(1_000_000_000).cell('T', 7).cell('T', 123_456_789).end();
    }
    assertThat(out.toString(StandardCharsets.US_ASCII))
        .isEqualTo("a,b,c,d\n0,9,10,\n2147483647,1000000000,T00000007,T123456789\n");
  }

  @Test
  void spansAreQuartersOrYears() {
    assertThat(Span.of(new Quarter(2022, 3)).last()).isEqualTo(new Quarter(2022, 3));
    assertThat(Span.of(2022).last().label()).isEqualTo("2022Q4");
    assertThat(Dataset.CARE.span(LocalDate.of(2022, 8, 9)).label()).isEqualTo("2022Q3");
    assertThat(Dataset.FINANCE.span(LocalDate.of(2022, 8, 9)).label()).isEqualTo("2022");
    assertThat(Dataset.FINANCE.spans()).hasSize(8);
  }

  @Test
  void evenSamplingKeepsToTheSumOfTheProbabilities() {
    Evenly evenly = Evenly.from(chance);
    double sum = 0;
    int happened = 0;
    for (int i = 0; i < 1_000; i++) {
      double probability = chance.between(0, 100) / 100.0;
      sum += probability;
      happened += evenly.happens(probability) ? 1 : 0;
      assertThat(happened - sum).isBetween(-1.0, 1.0);
    }
  }

  @Test
  void evenTimesHaveTheirMedianHoweverFewAreTaken() {
    Evenly evenly = Evenly.from(chance);
    for (int round = 0; round < 50; round++) {
      double[] times =
          DoubleStream.generate(() -> evenly.time(10, 0.22)).limit(9).sorted().toArray();
      assertThat(times[4]).isBetween(8.5, 11.8);
    }
  }

  @Test
  void thereAreFourCohortsAndEightSitesToCompareThemWith() {
    List<Site> sites = Sites.first(24);
    assertThat(sites.stream().map(s -> s.place().country()).distinct()).hasSize(6);
    assertThat(sites.stream().filter(s -> !s.treated())).hasSize(8);
    assertThat(sites.stream().flatMap(s -> s.begins().stream()).distinct()).hasSize(4);
    assertThat(sites.stream().filter(s -> s.leaves().isPresent())).hasSize(8);
    assertThat(sites.stream().filter(Site::keeps)).hasSize(4);
  }

  @Test
  void sitesBeyondTheListHaveNamesOfTheirOwn() {
    List<Site> sites = Sites.first(60);
    assertThat(sites.stream().map(Site::id)).doesNotHaveDuplicates().hasSize(60);
    assertThat(sites.stream().map(s -> s.place().name())).doesNotHaveDuplicates();
    assertThat(sites.stream().map(s -> s.place().country())).allMatch(c -> c.matches("X[A-Z]{2}"));
  }

  private static List<Integer> ints(Chance chance) {
    return IntStream.range(0, 20).mapToObj(i -> chance.between(0, 1_000_000)).toList();
  }

  private static double mean(DoubleStream draws) {
    return draws.limit(DRAWS).average().orElseThrow();
  }
}
