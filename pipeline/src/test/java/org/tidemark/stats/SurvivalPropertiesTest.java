package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("What holds of every estimator of survival, whatever the data")
class SurvivalPropertiesTest {
  private static final int HORIZON = 1827;
  private static final double FIVE = Math.floor(5 * PopulationHazard.DAYS_IN_YEAR);
  private static final PopulationHazard NOBODY_ELSE_DIES = flat(0);
  private static final PopulationHazard SOME_DIE = flat(1e-4);

  private record Person(int age, int day, int time, boolean died, boolean ofCancer) {}

  private static PopulationHazard flat(double perDay) {
    double[][][] table = new double[1][2][1];
    table[0][0][0] = perDay;
    table[0][1][0] = 3 * perDay;
    return PopulationHazard.nearest(new double[] {0, 70.5 * 365.241}, new int[] {0}, table);
  }

  private static List<Person> persons(int n) {
    Random random = new Random(20);
    List<Person> persons = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      int time = 1 + random.nextInt(3000);
      boolean died = random.nextInt(3) > 0;
      persons.add(
          new Person(
              20_000 + random.nextInt(9000),
              random.nextInt(2000),
              time,
              died,
              died && random.nextBoolean()));
    }
    return persons;
  }

  private static SurvivalTally daily(List<Person> persons, PopulationHazard hazard) {
    SurvivalTally tally = SurvivalTally.empty(HORIZON);
    for (Person p : persons) {
      tally.add(p.age, p.day, p.time, p.died, hazard, 1);
      if (p.ofCancer) {
        tally.ofCancer(p.time);
      }
    }
    return tally;
  }

  private static ExpectedTally expected(List<Person> persons, PopulationHazard hazard) {
    ExpectedTally tally = ExpectedTally.daily(HORIZON);
    persons.forEach(p -> tally.add(p.age, p.day, p.died ? 4000 : p.time, hazard, 1));
    return tally;
  }

  private static IntervalTally intervals(List<Person> persons, PopulationHazard hazard) {
    IntervalTally tally = IntervalTally.empty(Sire.breaks("annual"));
    for (Person p : persons) {
      IntervalTally.End end =
          p.died
              ? p.ofCancer ? IntervalTally.End.OF_CANCER : IntervalTally.End.OTHER
              : IntervalTally.End.ALIVE;
      tally.add(
          new IntervalTally.Person(1, p.age / 365.241, 1975, 0, p.time / 365.241, end),
          hazard.byYears());
    }
    return tally;
  }

  @Test
  void withoutPopulationHazardEveryMethodIsTheObservedSurvival() {
    List<Person> persons = persons(300);
    SurvivalTally tally = daily(persons, NOBODY_ELSE_DIES);
    ExpectedTally expected = expected(persons, NOBODY_ELSE_DIES);
    PoharPerme.Transform product = PoharPerme.Transform.KAPLAN_MEIER;
    double observed = at(KaplanMeier.estimate(tally));
    assertThat(at(PoharPerme.estimate(tally, product))).isCloseTo(observed, within(1e-12));
    assertThat(at(EdererTwo.estimate(tally, product))).isCloseTo(observed, within(1e-12));
    assertThat(at(EdererOne.estimate(tally, expected))).isCloseTo(observed, within(1e-9));
    assertThat(at(Hakulinen.estimate(tally, expected))).isCloseTo(observed, within(1e-9));
    assertThat(at(CroninFeuer.cancer(tally, FIVE))).isCloseTo(1 - observed, within(1e-12));
    assertThat(at(CroninFeuer.other(tally, FIVE))).isZero();
    for (IntervalSurvival.Form form : IntervalSurvival.Form.values()) {
      IntervalTally cut = intervals(persons, NOBODY_ELSE_DIES);
      double all = at(IntervalSurvival.estimate(cut, IntervalSurvival.Measure.OBSERVED, form));
      double net = at(IntervalSurvival.estimate(cut, IntervalSurvival.Measure.NET, form));
      double relative = at(IntervalSurvival.estimate(cut, IntervalSurvival.Measure.RELATIVE, form));
      assertThat(net).isCloseTo(all, within(1e-9));
      assertThat(relative).isCloseTo(all, within(1e-12));
    }
  }

  @Test
  void orderAndPartsMakeNoDifference() {
    List<Person> persons = persons(200);
    List<Person> other = new ArrayList<>(persons);
    Collections.shuffle(other, new Random(4));
    List<Person> first = other.subList(0, 71);
    List<Person> second = other.subList(71, 200);
    SurvivalTally days = daily(first, SOME_DIE);
    days.merge(daily(second, SOME_DIE));
    assertThat(days).isEqualTo(daily(persons, SOME_DIE));
    ExpectedTally expected = expected(first, SOME_DIE);
    expected.merge(expected(second, SOME_DIE));
    assertThat(expected.toArray()).isEqualTo(expected(persons, SOME_DIE).toArray());
    assertThat(
            IntervalTally.plus(
                intervals(first, SOME_DIE).toArray(), intervals(second, SOME_DIE).toArray()))
        .isEqualTo(intervals(persons, SOME_DIE).toArray());
  }

  @Test
  void aTallyIsItsNumbers() {
    List<Person> persons = persons(40);
    SurvivalTally tally = daily(persons, SOME_DIE);
    assertThat(SurvivalTally.fromArray(tally.toArray())).isEqualTo(tally);
    assertThat(EventTable.byCause(SurvivalTally.fromArray(tally.toArray())).events())
        .isEqualTo(EventTable.byCause(tally).events());
    long[] cut = intervals(persons, SOME_DIE).toArray();
    assertThat(IntervalTally.fromArray(Sire.breaks("annual"), cut).toArray()).isEqualTo(cut);
    assertThat(IntervalTally.nobody(cut))
        .isEqualTo(IntervalTally.empty(Sire.breaks("annual")).toArray());
    long[] expected = expected(persons, SOME_DIE).toArray();
    assertThat(ExpectedTally.dailyFrom(expected).toArray()).isEqualTo(expected);
  }

  @Test
  void limitsContainTheEstimateOnEveryScale() {
    SurvivalTally tally = daily(persons(300), SOME_DIE);
    for (LimitScale scale : LimitScale.values()) {
      SurvivalPoint since = KaplanMeier.estimate(tally).given(1, 4, scale).get();
      assertThat(since.limits().contains(since.survival())).isTrue();
      CrudePoint crude = CroninFeuer.cancer(tally, FIVE).get().at(FIVE, scale).get();
      assertThat(crude.limits().get().contains(crude.value())).isTrue();
      if (scale == LimitScale.LOG_LOG) {
        continue; // of shares only
      }
      CrudePoint lost = CroninFeuer.cancer(tally, FIVE).get().lost(FIVE, scale).get();
      assertThat(lost.limits().get().contains(lost.value())).isTrue();
    }
  }

  @Test
  void survivalToALaterTimeIsThatToAnEarlierOneTimesTheConditional() {
    SurvivalCurve curve =
        PoharPerme.estimate(daily(persons(300), SOME_DIE), PoharPerme.Transform.KAPLAN_MEIER);
    double first = curve.at(2, LimitScale.PLAIN).get().survival();
    double rest = curve.given(2, 5, LimitScale.PLAIN).get().survival();
    assertThat(first * rest).isCloseTo(at(curve), within(1e-12));
  }

  @Test
  void causesOfDeathShareTheDead() {
    EventTable table = EventTable.byCause(daily(persons(300), SOME_DIE));
    EventTable other =
        new EventTable(table.times(), table.atRisk(), table.competing(), table.events());
    double dead = at(AalenJohansen.estimate(table)) + at(AalenJohansen.estimate(other));
    double alive = at(KaplanMeier.estimate(daily(persons(300), SOME_DIE)));
    assertThat(dead + alive).isCloseTo(1, within(1e-12));
    assertThat(at(KaplanMeier.causeSpecific(daily(persons(300), SOME_DIE)))).isGreaterThan(alive);
  }

  @Test
  void aLossThatIsTakenForADeathOrALifeGivesTheTallyOfThatDeathOrLife() {
    SurvivalTally died = SurvivalTally.empty(HORIZON);
    died.add(24_000, 100, 400, false, SOME_DIE, 1);
    SurvivalTally lived = SurvivalTally.fromArray(died.toArray());
    died.addDeathForLoss(24_000, 100, 400, SOME_DIE, 1);
    lived.addLifeForLoss(24_000, 100, 400, 900, SOME_DIE, 1);
    SurvivalTally dead = SurvivalTally.empty(HORIZON);
    dead.add(24_000, 100, 400, true, SOME_DIE, 1);
    assertThat(died.turn(400, SurvivalTally.DIED)).isEqualTo(1);
    assertThat(died.turn(400, SurvivalTally.CENSORED)).isZero();
    assertThat(died.turn(400, SurvivalTally.DEATH_WEIGHT))
        .isCloseTo(dead.turn(400, SurvivalTally.DEATH_WEIGHT), within(64L));
    assertThat(KaplanMeier.estimate(lived).lastDay()).isEqualTo(900);
    assertThat(lived.deaths()).isZero();
  }

  @Test
  void individualWeightsOfTheSharesThatTheCasesHaveChangeNothing() {
    List<Person> persons = persons(300);
    List<SurvivalTally> groups =
        List.of(
            daily(persons.subList(0, 100), SOME_DIE), daily(persons.subList(100, 300), SOME_DIE));
    PoharPerme.Transform product = PoharPerme.Transform.KAPLAN_MEIER;
    double all = at(PoharPerme.estimate(daily(persons, SOME_DIE), product));
    double same = at(BrennerWeights.net(new double[] {1, 2}, groups, product));
    double first = at(PoharPerme.estimate(groups.get(0), product));
    assertThat(same).isCloseTo(all, within(1e-9));
    assertThat(at(BrennerWeights.net(new double[] {1, 0}, groups, product)))
        .isCloseTo(first, within(1e-12));
  }

  @Test
  void groupsThatDieAlikeDoNotDifferAndOthersDo() {
    SurvivalTally one = daily(persons(300), SOME_DIE);
    NetLogRank same = NetLogRank.of(List.of(one, one, one), HORIZON).get();
    assertThat(same.chiSquared()).isCloseTo(0, within(1e-12));
    assertThat(same.p()).isCloseTo(1, within(1e-12));
    assertThat(same.degrees()).isEqualTo(2);
    List<Person> longer =
        persons(300).stream()
            .map(p -> new Person(p.age, p.day, 2 * p.time, p.died, p.ofCancer))
            .toList();
    assertThat(NetLogRank.of(List.of(one, daily(longer, SOME_DIE)), HORIZON).get().p())
        .isLessThan(1e-6);
  }

  /** Strata add up, their order and that of the groups make no difference. */
  @Test
  void theTestWithinStrata() {
    SurvivalTally one = daily(persons(300), SOME_DIE);
    SurvivalTally two = daily(persons(500).subList(200, 500), NOBODY_ELSE_DIES);
    SurvivalTally three = daily(persons(700).subList(500, 700), SOME_DIE);
    double once = NetLogRank.of(List.of(one, two), HORIZON).get().chiSquared();
    List<SurvivalTally> stratum = List.of(one, two);
    List<SurvivalTally> empty = List.of(three, SurvivalTally.empty(HORIZON));
    assertThat(chiSquared(List.of(stratum, stratum, empty))).isCloseTo(2 * once, within(1e-9));
    double mixed = chiSquared(List.of(stratum, List.of(three, one)));
    assertThat(chiSquared(List.of(List.of(three, one), stratum))).isCloseTo(mixed, within(1e-9));
    assertThat(chiSquared(List.of(List.of(two, one), List.of(one, three))))
        .isCloseTo(mixed, within(1e-9));
    assertThat(NetLogRank.within(List.of(empty), HORIZON).shortfall())
        .contains(Shortfall.NO_OBSERVATIONS);
  }

  private static double chiSquared(List<List<SurvivalTally>> strata) {
    return NetLogRank.within(strata, HORIZON).get().chiSquared();
  }

  @Test
  void theTestByHand() {
    // Deaths at 1 and 3 against deaths at 2 and 4: O - E = 1 - 1/2 - 1/3 + 1 - 1/2 + 0, and each
    // death adds the square of what it moves that by.
    SurvivalTally one = SurvivalTally.empty(10);
    one.add(20_000, 0, 1, true, NOBODY_ELSE_DIES, 1);
    one.add(20_000, 0, 3, true, NOBODY_ELSE_DIES, 1);
    SurvivalTally two = SurvivalTally.empty(10);
    two.add(20_000, 0, 2, true, NOBODY_ELSE_DIES, 1);
    two.add(20_000, 0, 4, true, NOBODY_ELSE_DIES, 1);
    double z = 1 - 0.5 - 1.0 / 3 + 1 - 0.5;
    double variance = 0.25 + 1.0 / 9 + 0.25;
    assertThat(NetLogRank.of(List.of(one, two), 10).get().chiSquared())
        .isCloseTo(z * z / variance, within(1e-9));
  }

  @Test
  void workedExamples() {
    EventTable four =
        new EventTable(
            new double[] {1, 2, 3, 4},
            new long[] {4, 3, 2, 1},
            new long[] {1, 0, 1, 0},
            new long[] {0, 1, 0, 0});
    CrudeCurve curve = AalenJohansen.estimate(four).get();
    assertThat(curve.at(0.5, LimitScale.PLAIN).get().value()).isZero();
    assertThat(curve.at(3, LimitScale.PLAIN).get().value()).isCloseTo(0.5, within(1e-12));
    // A quarter is dead from 1 to 3, a half from 3 to 4.
    assertThat(curve.lost(4, LimitScale.PLAIN).get().value()).isCloseTo(1, within(1e-12));
    IntervalTally ten = IntervalTally.empty(new double[] {0, 1});
    for (int i = 0; i < 10; i++) {
      IntervalTally.End end = i < 3 ? IntervalTally.End.OTHER : IntervalTally.End.ALIVE;
      double exit = i < 5 ? 0.5 : 2;
      ten.add(new IntervalTally.Person(1, 60, 2000, 0, exit, end), (s, a, c) -> 0);
    }
    assertThat(
            IntervalSurvival.estimate(
                    ten, IntervalSurvival.Measure.OBSERVED, IntervalSurvival.Form.LIFE_TABLE)
                .at(1, LimitScale.PLAIN)
                .get()
                .survival())
        .isCloseTo(6.0 / 9, within(1e-12));
  }

  @Test
  void ofNobodyThereIsNoFigure() {
    SurvivalTally nobody = SurvivalTally.empty(HORIZON);
    assertThat(CroninFeuer.cancer(nobody, FIVE).figure()).isEmpty();
    assertThat(AalenJohansen.estimate(EventTable.byCause(nobody)).figure()).isEmpty();
    assertThat(NetLogRank.of(List.of(nobody, nobody), HORIZON).figure()).isEmpty();
    assertThat(
            IntervalSurvival.estimate(
                    IntervalTally.empty(new double[] {0, 1}),
                    IntervalSurvival.Measure.NET,
                    IntervalSurvival.Form.HAZARD)
                .at(1, LimitScale.LOG)
                .figure())
        .isEmpty();
  }

  private static double at(SurvivalCurve curve) {
    return curve.at(5, LimitScale.PLAIN).get().survival();
  }

  private static double at(IntervalSurvival curve) {
    return curve.at(5, LimitScale.PLAIN).get().survival();
  }

  private static double at(Answer<CrudeCurve> curve) {
    return curve.get().at(FIVE, LimitScale.PLAIN).get().value();
  }
}
