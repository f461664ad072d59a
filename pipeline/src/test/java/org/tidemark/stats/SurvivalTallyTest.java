package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.stats.NaiveNetSurvival.Person;

class SurvivalTallyTest {
  private static final int HORIZON = 1500;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void theDefinitionReadPersonByPersonGivesTheSameCurve(long seed) {
    PopulationHazard hazard = irregular();
    List<Person> persons = persons(seed, 30, 0);
    SurvivalTally tally = tally(persons, hazard);
    for (PoharPerme.Transform transform : PoharPerme.Transform.values()) {
      SurvivalCurve curve = PoharPerme.estimate(tally, transform);
      for (double years = 0.02; years < 4; years += 0.11) {
        Answer<SurvivalPoint> point = curve.at(years, LimitScale.PLAIN);
        if (point.figure().isPresent()) {
          double[] naive = NaiveNetSurvival.at(persons, hazard, point.get().day(), transform);
          assertThat(point.get().survival()).isCloseTo(naive[0], within(1e-9));
          assertThat(point.get().logError()).isCloseTo(Math.sqrt(naive[1]), within(1e-7));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23})
  void lateEntryGivesTheDefinitionOverTheWindow(long seed) {
    PopulationHazard hazard = irregular();
    List<Person> persons = persons(seed, 60, 400);
    SurvivalCurve curve =
        PoharPerme.estimate(tally(persons, hazard), PoharPerme.Transform.KAPLAN_MEIER);
    SurvivalPoint point = curve.at(2, LimitScale.LOG).get();
    double[] naive = NaiveNetSurvival.at(persons, hazard, 730, PoharPerme.Transform.KAPLAN_MEIER);
    assertThat(point.survival()).isCloseTo(naive[0], within(1e-9));
    assertThat(point.logError()).isCloseTo(Math.sqrt(naive[1]), within(1e-7));
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33, 34})
  void orderPartitionAndMergeChangeNoBit(long seed) {
    PopulationHazard hazard = SyntheticHazard.yearly(3);
    List<Person> persons = new ArrayList<>(persons(seed, 300, 200));
    SurvivalTally whole = tally(persons, hazard);
    Collections.shuffle(persons, new Random(seed));
    SplittableRandom random = new SplittableRandom(seed);
    List<SurvivalTally> parts = new ArrayList<>();
    for (int from = 0; from < persons.size(); ) {
      int to = Math.min(persons.size(), from + 1 + random.nextInt(60));
      parts.add(tally(persons.subList(from, to), hazard));
      from = to;
    }
    SurvivalTally merged = SurvivalTally.empty(HORIZON);
    parts.forEach(part -> merged.merge(SurvivalTally.fromArray(part.toArray())));
    assertThat(merged.toArray()).isEqualTo(whole.toArray());
    assertThat(merged).isEqualTo(whole).hasSameHashCodeAs(whole);
  }

  @ParameterizedTest
  @ValueSource(longs = {41, 42, 43, 44, 45})
  void withoutPopulationHazardNetSurvivalIsKaplanMeier(long seed) {
    SurvivalTally tally = tally(persons(seed, 200, 0), SyntheticHazard.none());
    SurvivalCurve net = PoharPerme.estimate(tally, PoharPerme.Transform.KAPLAN_MEIER);
    SurvivalCurve observed = KaplanMeier.estimate(tally);
    for (double years = 0; years < 3; years += 0.25) {
      SurvivalPoint a = net.at(years, LimitScale.LOG).get();
      SurvivalPoint b = observed.at(years, LimitScale.LOG).get();
      assertThat(a.survival()).isCloseTo(b.survival(), within(1e-12));
      assertThat(a.atRisk()).isEqualTo(b.atRisk());
      assertThat(a.logError()).isLessThanOrEqualTo(b.logError());
    }
  }

  @Test
  void dayRunsMeetTheCellBoundariesExactly() {
    PopulationHazard hazard = irregular();
    SurvivalTally tally = SurvivalTally.empty(900);
    tally.add(7299, 364, 900, true, hazard, 1);
    DailySums sums = DailySums.of(tally);
    double weight = 1;
    for (int t = 1; t <= 900; t++) {
      double lambda = hazard.at(1, 7299 + t - 1, 364 + t - 1);
      assertThat(sums.hazardBefore[t]).isCloseTo(lambda * weight, within(1e-12));
      assertThat(sums.weightBefore[t]).isCloseTo(weight, within(1e-9));
      weight *= Math.exp(lambda);
      assertThat(sums.hazardAfter[t]).isCloseTo(lambda * weight, within(1e-12));
      assertThat(sums.expected[t]).isCloseTo(lambda, within(1e-12));
    }
    assertThat(sums.deathSquare[900]).isCloseTo(weight * weight, within(1e-6));
  }

  @Test
  void followUpBeyondTheHorizonIsLeftOut() {
    PopulationHazard hazard = irregular();
    SurvivalTally tally = SurvivalTally.empty(100);
    tally.add(20_000, 500, 101, true, hazard, 2);
    tally.add(20_000, 500, 100, true, hazard, 2);
    tally.addLate(20_000, 500, 100, 200, true, hazard, 2);
    assertThat(tally.cases()).isEqualTo(2);
    assertThat(tally.deaths()).isEqualTo(1);
    SurvivalCurve curve = KaplanMeier.estimate(tally);
    assertThat(curve.atRisk(100)).isEqualTo(2);
    assertThat(curve.atRisk(101)).isEqualTo(1);
    assertThat(curve.at(1, LimitScale.LOG).shortfall()).contains(Shortfall.BEYOND_HORIZON);
  }

  @Test
  void argumentsAreRefusedByPlace() {
    SurvivalTally tally = SurvivalTally.empty(10);
    PopulationHazard hazard = irregular();
    assertThatThrownBy(() -> tally.add(1, 1, 0, true, hazard, 1))
        .hasMessage("follow-up must last a whole day or more");
    assertThatThrownBy(() -> tally.add(1, 1, 5, true, hazard, 3)).hasMessageContaining("sex");
    assertThatThrownBy(() -> tally.merge(SurvivalTally.empty(11)))
        .hasMessageContaining("same horizon");
    assertThatThrownBy(() -> SurvivalTally.fromArray(new long[] {10, 10, 0, 0, 0}))
        .hasMessageContaining("wrong length");
    assertThat(tally).isEqualTo(SurvivalTally.empty(10));
  }

  static List<Person> persons(long seed, int count, int latestEntry) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Person> persons = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int entry = latestEntry == 0 || i % 3 == 0 ? 0 : random.nextInt(latestEntry);
      persons.add(
          new Person(
              1 + random.nextInt(2),
              random.nextInt(33_000),
              random.nextInt(-2000, 9000),
              entry,
              entry + 1 + random.nextInt(2500),
              random.nextInt(3) > 0));
    }
    return persons;
  }

  static SurvivalTally tally(List<Person> persons, PopulationHazard hazard) {
    SurvivalTally tally = SurvivalTally.empty(HORIZON);
    persons.forEach(person -> person.addTo(tally, hazard));
    return tally;
  }

  /** Cells of uneven length, some of a few days, one without hazard. */
  private static PopulationHazard irregular() {
    double[] ages = {0, 365.241, 7300.5, 7303, 18_262.05, 30_000.9, 36_524.1};
    int[] days = {-400, 0, 365, 368, 2000, 2001, 6000};
    double[][][] perDay = new double[2][ages.length][days.length];
    SplittableRandom random = new SplittableRandom(5);
    for (double[][] sex : perDay) {
      for (double[] row : sex) {
        for (int i = 0; i < row.length; i++) {
          row[i] = random.nextDouble() * 1.5e-3;
        }
      }
    }
    perDay[0][4][3] = 0;
    return PopulationHazard.nearest(ages, days, perDay);
  }
}
