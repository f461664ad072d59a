package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.LifeTableHazards.Assumption;
import org.tidemark.stats.LifeTableHazards.Hazard;

@DisplayName("Life tables smoothed to single years")
class ElandtJohnsonTest {
  private static final double YEAR = PopulationHazard.DAYS_IN_YEAR;

  private static Hazard group(int age, int end, double perYear) {
    return new Hazard(age, end, perYear / YEAR, EnumSet.of(Assumption.ABRIDGED));
  }

  /** The real table of Slovene men of 1990 in groups, and its single years. */
  private static double[] slovene() {
    double[] perYear = new double[100];
    Reference.rows("netsurv-colrec/lifetable_slopop.csv").stream()
        .filter(row -> row.get("year_from").equals("1990-01-01") && row.get("sex").equals("1"))
        .filter(row -> Reference.integer(row, "age_years") < 100)
        .forEach(
            row ->
                perYear[Reference.integer(row, "age_years")] =
                    Reference.number(row, "hazard_per_day") * YEAR);
    return perYear;
  }

  private static List<Hazard> abridged(double[] perYear) {
    List<Hazard> groups = new ArrayList<>();
    int[] starts = new int[22];
    starts[1] = 1;
    for (int i = 2; i < 22; i++) {
      starts[i] = 5 * (i - 1);
    }
    for (int i = 0; i < starts.length; i++) {
      int end = i + 1 < starts.length ? starts[i + 1] : AgeBand.OPEN;
      double sum = 0;
      for (int age = starts[i]; age < Math.min(end, 100); age++) {
        sum += perYear[age];
      }
      int width = Math.min(end, 100) - starts[i];
      groups.add(group(starts[i], end, width > 0 ? sum / width : 0.5));
    }
    return groups;
  }

  private static double cumulative(List<Hazard> hazards, int from, int to) {
    return hazards.stream()
        .filter(h -> h.age() >= from && h.endAge() <= to)
        .mapToDouble(h -> h.perDay() * YEAR * (h.endAge() - h.age()))
        .sum();
  }

  @Test
  void survivorsAtTheAgesThatAreGivenStay() {
    List<Hazard> groups = abridged(slovene());
    List<Hazard> years = ElandtJohnson.smoothed(groups);
    for (Hazard group : groups.subList(0, groups.size() - 1)) {
      assertThat(cumulative(years, group.age(), group.endAge()))
          .isCloseTo(cumulative(groups, group.age(), group.endAge()), within(1e-12));
    }
    assertThat(years.get(years.size() - 1)).isEqualTo(groups.get(groups.size() - 1));
    assertThat(years).hasSize(101);
  }

  @Test
  void aRealTableComesBackCloserThanByConstantHazards() {
    double[] real = slovene();
    List<Hazard> groups = abridged(real);
    double constant = 0;
    double smooth = 0;
    List<Hazard> years = ElandtJohnson.smoothed(groups);
    for (int age = 30; age < 95; age++) {
      int at = age;
      Hazard group =
          groups.stream().filter(g -> g.age() <= at && at < g.endAge()).findFirst().orElseThrow();
      constant += Math.abs(Math.log(group.perDay() * YEAR / real[age]));
      smooth += Math.abs(Math.log(years.get(age).perDay() * YEAR / real[age]));
    }
    assertThat(smooth).isLessThan(0.6 * constant);
  }

  @Test
  void hazardsThatGrowByOneFactorAreFoundAgainInOldAge() {
    double[] perYear = new double[100];
    for (int age = 0; age < 100; age++) {
      perYear[age] = 1e-4 * Math.pow(1.1, age);
    }
    List<Hazard> years = ElandtJohnson.smoothed(abridged(perYear));
    for (int age = 75; age < 100; age++) {
      assertThat(years.get(age).perDay() * YEAR).isCloseTo(perYear[age], within(1e-12));
    }
  }

  @Test
  void aTableBySingleYearsStaysAsItIs() {
    List<Hazard> single = List.of(group(0, 1, 0.1), group(1, 2, 0.05), group(2, 3, 0.02));
    assertThat(ElandtJohnson.smoothed(single)).isEqualTo(single);
    assertThat(ElandtJohnson.smoothed(List.of())).isEmpty();
  }

  @Test
  void whereThePolynomialRisesTheHazardStaysConstant() {
    List<Hazard> odd = new ArrayList<>();
    odd.add(group(5, 10, 0));
    odd.add(group(10, 15, 0.5));
    odd.add(group(15, 20, 0));
    odd.add(group(20, 25, 0.4));
    odd.add(group(25, 30, 0));
    odd.add(group(30, 35, 0.3));
    assertThat(ElandtJohnson.smoothed(odd))
        .allMatch(h -> h.perDay() >= 0 && Double.isFinite(h.perDay()));
    assertThat(cumulative(ElandtJohnson.smoothed(odd), 5, 35)).isCloseTo(6, within(1e-9));
  }
}
