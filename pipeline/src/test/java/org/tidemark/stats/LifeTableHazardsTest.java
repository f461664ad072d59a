package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.LifeTableHazards.Assumption;
import org.tidemark.stats.LifeTableHazards.Hazard;

@DisplayName("Hazards from the columns of a life table")
class LifeTableHazardsTest {
  private static final double YEAR = PopulationHazard.DAYS_IN_YEAR;
  private static final double NONE = Double.NaN;
  private static final int NEXT = LifeTableRow.UNTIL_THE_NEXT;

  private static LifeTableRow rate(int age, int last, double rate, double expectancy) {
    return new LifeTableRow(age, last, NONE, NONE, rate, NONE, NONE, expectancy);
  }

  private static LifeTableRow probability(int age, double probability, double expectancy) {
    return new LifeTableRow(age, NEXT, NONE, NONE, NONE, probability, NONE, expectancy);
  }

  private static LifeTableRow survivors(int age, double survivors, double expectancy) {
    return new LifeTableRow(age, NEXT, NONE, NONE, NONE, NONE, survivors, expectancy);
  }

  private static List<Double> perYear(List<Hazard> hazards) {
    return hazards.stream().map(h -> h.perDay() * YEAR).toList();
  }

  /** q = 0.05, 4q1 = 0.01, 5q5 = 0.02, 5q10 = 0.5, and 1 at 15 with e = 8: by hand. */
  @Test
  void anAbridgedTableOfProbabilities() {
    List<Hazard> hazards =
        LifeTableHazards.of(
            List.of(
                probability(0, 0.05, 60),
                probability(1, 0.01, 62),
                probability(5, 0.02, 58),
                probability(10, 0.5, 54),
                probability(15, 1, 8)));
    assertThat(perYear(hazards).get(0)).isCloseTo(0.051293294, within(1e-9));
    assertThat(perYear(hazards).get(1)).isCloseTo(0.010050336 / 4, within(1e-9));
    assertThat(perYear(hazards).get(2)).isCloseTo(0.020202707 / 5, within(1e-9));
    assertThat(perYear(hazards).get(3)).isCloseTo(0.693147181 / 5, within(1e-9));
    assertThat(perYear(hazards).get(4)).isCloseTo(0.125, within(1e-12));
    assertThat(hazards).extracting(Hazard::endAge).containsExactly(1, 5, 10, 15, AgeBand.OPEN);
    assertThat(hazards.get(0).assumed()).isEmpty();
    assertThat(hazards.get(3).assumed()).containsExactly(Assumption.ABRIDGED);
    assertThat(hazards.get(4).assumed()).containsExactly(Assumption.CLOSED);
  }

  @Test
  void survivorsAndProbabilitiesOfOneTableGiveOneHazard() {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 50; round++) {
      List<LifeTableRow> bySurvivors = new ArrayList<>();
      List<LifeTableRow> byProbability = new ArrayList<>();
      double alive = 100_000;
      double product = 1;
      for (int age : new int[] {0, 1, 5, 10, 20, 40, 60, 80}) {
        double dying = random.nextDouble() * 0.4;
        bySurvivors.add(survivors(age, alive, 10));
        byProbability.add(probability(age, age == 80 ? 1 : dying, 10));
        alive *= 1 - dying;
        product *= age == 80 ? 1 : 1 - dying;
      }
      List<Hazard> hazards = LifeTableHazards.of(byProbability);
      List<Double> expected = perYear(hazards);
      List<Double> own = perYear(LifeTableHazards.of(bySurvivors));
      double exponent = 0;
      for (int i = 0; i < own.size(); i++) {
        assertThat(own.get(i)).isCloseTo(expected.get(i), within(1e-9));
        if (i + 1 < own.size()) {
          exponent += own.get(i) * (hazards.get(i).endAge() - hazards.get(i).age());
        }
      }
      assertThat(Math.exp(-exponent)).isCloseTo(product, within(1e-9));
    }
  }

  @Test
  void aRateIsTheHazardAndClosesAnOpenGroup() {
    List<Hazard> hazards =
        LifeTableHazards.of(
            List.of(
                rate(0, 4, 0.02, NONE),
                rate(5, 9, 0.001, NONE),
                rate(10, AgeBand.OPEN, 0.2, NONE)));
    assertThat(perYear(hazards)).containsExactly(0.02, 0.001, 0.2);
    assertThat(hazards.get(1).assumed())
        .containsExactlyInAnyOrder(Assumption.RATE, Assumption.ABRIDGED);
    assertThat(hazards.get(2).endAge()).isEqualTo(AgeBand.OPEN);
    assertThat(hazards.get(2).assumed())
        .containsExactlyInAnyOrder(Assumption.RATE, Assumption.CLOSED);
  }

  /** The last age is open where its rate is 1 / e (0.25, 4), and one year where it is not. */
  @Test
  void anOpenGroupIsToldByItsRateAndExpectancy() {
    List<Hazard> open =
        LifeTableHazards.of(List.of(rate(98, NEXT, 0.3, 3.1), rate(99, NEXT, 0.25, 4)));
    assertThat(open.get(1).endAge()).isEqualTo(AgeBand.OPEN);
    List<Hazard> cut =
        LifeTableHazards.of(List.of(rate(59, NEXT, 0.01, 21), rate(60, NEXT, 0.011, 20)));
    assertThat(cut.get(1).endAge()).isEqualTo(61);
    assertThat(cut.get(1).assumed()).containsExactly(Assumption.RATE);
  }

  @Test
  void aTableOfSingleYearsIsAsItWas() {
    LifeTableRow probability = new LifeTableRow(60, NEXT, NONE, 0.01, NONE, NONE, NONE, NONE);
    LifeTableRow hazard = new LifeTableRow(61, NEXT, 1e-5, NONE, NONE, NONE, NONE, NONE);
    LifeTableRow certain = new LifeTableRow(62, NEXT, NONE, 1, NONE, NONE, NONE, NONE);
    List<Hazard> hazards = LifeTableHazards.of(List.of(probability, hazard, certain));
    assertThat(hazards)
        .extracting(Hazard::perDay)
        .containsExactly(PopulationHazard.perDay(0.01), 1e-5, Double.POSITIVE_INFINITY);
    assertThat(hazards).extracting(Hazard::endAge).containsExactly(61, 62, 63);
    assertThat(hazards).allSatisfy(h -> assertThat(h.assumed()).isEmpty());
  }

  @Test
  void whatDoesNotFitIsRefusedByAge() {
    assertThatThrownBy(
            () -> LifeTableHazards.of(List.of(rate(0, 4, 0.02, NONE), rate(10, 14, 0.1, NONE))))
        .hasMessage("the row of age 0 lacks an end where the next age group begins");
    assertThatThrownBy(
            () -> LifeTableHazards.of(List.of(survivors(0, 900, 5), survivors(1, 901, 5))))
        .hasMessageContaining("the row of age 0 lacks survivors that do not grow");
    assertThatThrownBy(() -> LifeTableHazards.of(List.of(survivors(0, 900, 5), rate(1, 4, 0.1, 5))))
        .hasMessageContaining("the row of age 1 lacks survivors");
    assertThatThrownBy(
            () -> LifeTableHazards.of(List.of(rate(0, NEXT, NONE, 50), rate(1, NEXT, 1, 1))))
        .hasMessageContaining("the row of age 0 lacks a rate, a probability or survivors");
    LifeTableRow openQ = new LifeTableRow(80, AgeBand.OPEN, NONE, NONE, NONE, 0.5, NONE, NONE);
    assertThatThrownBy(() -> LifeTableHazards.of(List.of(openQ)))
        .hasMessageContaining("the row of age 80 lacks a rate or a life expectancy");
  }
}
