package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.model.Refusal;
import org.tidemark.stats.AgeBand;
import org.tidemark.stats.Growth;
import org.tidemark.stats.PopulationByAge;

@DisplayName("Populations as registries send them, in one form")
class HarmonisedPopulationTest {
  private static final PopulationRule LINEAR =
      new PopulationRule(Optional.of(Growth.LINEAR), Beyond.ERROR, Optional.empty());

  private static List<PopulationRow> fiveYears(String source, String sex, int year, int open) {
    List<PopulationRow> rows = new ArrayList<>();
    for (int age = 0; age < open; age += 5) {
      rows.add(row(source, sex, year, age, age + 4, 10.0 * (year - 1990)));
    }
    rows.add(row(source, sex, year, open, AgeBand.OPEN, 5.0 * (year - 1990)));
    return rows;
  }

  private static PopulationRow row(
      String source, String sex, int year, int lower, int upper, double persons) {
    return new PopulationRow(source, "A", sex, year, new AgeBand(lower, upper), persons);
  }

  private static PopulationSlice slice(HarmonisedPopulation all, String sex, int year) {
    List<PopulationSlice> found =
        all.slices().stream().filter(s -> s.sex().equals(sex) && s.year() == year).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<String> told(HarmonisedPopulation all) {
    return all.assumed().stream()
        .map(a -> a.rule() + " " + a.severity() + " " + a.year() + " " + a.cells())
        .toList();
  }

  @Test
  void whatIsGivenInFiveYearGroupsIsPassedOnAsItIs() {
    HarmonisedPopulation all =
        HarmonisedPopulation.of(fiveYears("pop", "1", 2000, 75), Map.of(), 2000);
    PopulationSlice slice = slice(all, "1", 2000);
    assertThat(slice.byAge().persons(0)).isEqualTo(100);
    assertThat(slice.assumed()).isZero();
    assertThat(slice.missing()).isNull();
    assertThat(all.assumed()).isEmpty();
  }

  @Test
  void yearsThatMayNotBeAssumedAreNamedAsMissing() {
    List<PopulationRow> rows = fiveYears("pop", "1", 2000, 75);
    rows.addAll(fiveYears("pop", "1", 2010, 75));
    HarmonisedPopulation all = HarmonisedPopulation.of(rows, Map.of(), 2012);
    for (int year : new int[] {1995, 2005, 2012}) {
      assertThat(slice(all, "1", year).missing())
          .isEqualTo("there is no population for area 'A', sex 1, year " + year);
    }
    rows.removeIf(r -> r.year() == 2010 && r.band().lower() == 25);
    assertThat(slice(HarmonisedPopulation.of(rows, Map.of(), 2010), "1", 2010).missing())
        .isEqualTo("there is no population for area 'A', sex 1, year 2010, ages 25-29");
  }

  /** 2000: 100 a group, 2010: 200; 2003: 130. Of 75+: 50 and 85+ with two groups before, 500. */
  @Test
  void censusesOfTwoSourcesAreInterpolatedToTheLowerOpenGroup() {
    List<PopulationRow> rows = fiveYears("old", "1", 2000, 75);
    rows.addAll(fiveYears("new", "1", 2010, 85));
    HarmonisedPopulation all =
        HarmonisedPopulation.of(rows, Map.of("old", LINEAR, "new", LINEAR), 2010);
    PopulationSlice between = slice(all, "1", 2003);
    assertThat(between.byAge().persons(4)).isEqualTo(130);
    assertThat(between.byAge().open()).isEqualTo(15);
    assertThat(between.byAge().persons(15)).isEqualTo(50 + 0.3 * 450);
    assertThat(PopulationAssumption.notes(between.assumed()))
        .isEqualTo("population between counts interpolated linearly");
    assertThat(slice(all, "1", 2010).byAge().open()).isEqualTo(17);
    assertThat(told(all)).hasSize(9).contains("POPULATION-LINEAR scope 2003 16");
    HarmonisedPopulation unequal = HarmonisedPopulation.of(rows, Map.of("old", LINEAR), 2010);
    assertThat(slice(unequal, "1", 2003).missing()).isNotNull();
  }

  @Test
  void beyondTheCountsOnlyWhatTheSourceSaysAndTenYears() {
    List<PopulationRow> rows = fiveYears("pop", "1", 2000, 75);
    rows.addAll(fiveYears("pop", "1", 2010, 75));
    PopulationRule held =
        new PopulationRule(Optional.of(Growth.GEOMETRIC), Beyond.NEAREST, Optional.empty());
    HarmonisedPopulation nearest = HarmonisedPopulation.of(rows, Map.of("pop", held), 2021);
    assertThat(slice(nearest, "1", 2020).byAge().persons(3)).isEqualTo(200);
    assertThat(slice(nearest, "1", 1990).byAge().persons(3)).isEqualTo(100);
    assertThat(slice(nearest, "1", 2021).missing()).isNotNull();
    assertThat(slice(nearest, "1", 1989).missing()).isNotNull();
    PopulationRule trend =
        new PopulationRule(Optional.of(Growth.LINEAR), Beyond.TREND, Optional.empty());
    HarmonisedPopulation carried = HarmonisedPopulation.of(rows, Map.of("pop", trend), 2015);
    assertThat(slice(carried, "1", 2015).byAge().persons(3)).isEqualTo(250);
    assertThat(slice(carried, "1", 1995).byAge().persons(3)).isEqualTo(50);
    assertThat(slice(carried, "1", 1990).byAge().persons(3)).isZero();
    assertThat(told(carried)).contains("POPULATION-TREND scope 2015 16");
    HarmonisedPopulation single =
        HarmonisedPopulation.of(fiveYears("pop", "1", 2000, 75), Map.of("pop", trend), 2001);
    assertThat(slice(single, "1", 2001).missing()).isNotNull();
  }

  @Test
  void totalsAreNotAddedButMustAgree() {
    List<PopulationRow> rows = fiveYears("pop", "1", 2000, 75);
    rows.addAll(fiveYears("pop", "2", 2000, 75));
    HarmonisedPopulation plain = HarmonisedPopulation.of(rows, Map.of(), 2000);
    rows.add(row("pop", "1", 2000, 0, AgeBand.OPEN, 1550));
    rows.add(row("pop", "0", 2000, 0, AgeBand.OPEN, 3100));
    rows.add(row("pop", "0", 2000, 0, 4, 200));
    HarmonisedPopulation all = HarmonisedPopulation.of(rows, Map.of(), 2000);
    assertThat(slice(all, "1", 2000).byAge().toArray())
        .containsExactly(slice(plain, "1", 2000).byAge().toArray());
    assertThat(all.slices()).noneMatch(s -> s.sex().equals("0"));
    assertThat(told(all))
        .containsExactlyInAnyOrder(
            "POPULATION-TOTAL scope 2000 1", "POPULATION-TOTAL scope 2000 2");
    rows.set(rows.size() - 1, row("pop", "0", 2000, 0, 4, 210));
    HarmonisedPopulation wrong = HarmonisedPopulation.of(rows, Map.of(), 2000);
    assertThat(told(wrong)).contains("POPULATION-TOTAL-DISAGREES query 2000 1");
    assertThat(PopulationAssumption.notes(slice(wrong, "2", 2000).assumed()))
        .isEqualTo("a total of the population is not the sum of its parts");
  }

  @Test
  void aTotalMayDifferByTheRoundingOfItsParts() {
    List<PopulationRow> rows = fiveYears("pop", "1", 2000, 75);
    rows.add(row("pop", "1", 2000, 0, AgeBand.OPEN, 1558));
    assertThat(told(HarmonisedPopulation.of(rows, Map.of(), 2000)))
        .containsExactly("POPULATION-TOTAL scope 2000 1");
    rows.set(rows.size() - 1, row("pop", "1", 2000, 0, AgeBand.OPEN, 1559));
    assertThat(told(HarmonisedPopulation.of(rows, Map.of(), 2000)))
        .contains("POPULATION-TOTAL-DISAGREES query 2000 1");
  }

  @Test
  void bothSexesAloneGiveNoPopulationAndAreNamed() {
    HarmonisedPopulation all =
        HarmonisedPopulation.of(fiveYears("pop", "0", 2000, 75), Map.of(), 2000);
    assertThat(all.slices()).isEmpty();
    assertThat(told(all)).containsExactly("POPULATION-BOTH-SEXES-ONLY scope 2000 16");
  }

  @Test
  void widerGroupsAreSplitOnlyWhereTheSourceSaysHow() {
    List<PopulationRow> rows = fiveYears("pop", "1", 2000, 75);
    rows.removeIf(r -> r.band().lower() == 10 || r.band().lower() == 15);
    rows.add(row("pop", "1", 2000, 10, 19, 300));
    assertThatThrownBy(() -> HarmonisedPopulation.of(rows, Map.of(), 2000))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("population of source pop")
        .hasMessageContaining(
            "area 'A', sex 1, year 2000: the ages 10-19 are wider than five years")
        .hasMessageContaining("split: even");
    double[] shape = new double[18];
    Arrays.fill(shape, 1);
    shape[3] = 2;
    PopulationRule split = new PopulationRule(Optional.empty(), Beyond.ERROR, Optional.of(shape));
    HarmonisedPopulation all = HarmonisedPopulation.of(rows, Map.of("pop", split), 2000);
    assertThat(slice(all, "1", 2000).byAge().persons(2)).isEqualTo(100);
    assertThat(slice(all, "1", 2000).byAge().persons(3)).isEqualTo(200);
    assertThat(told(all)).containsExactly("POPULATION-SPLIT scope 2000 1");
  }

  @Test
  void agesThatOverlapOrCutThroughGroupsAreRefusedByName() {
    List<PopulationRow> rows = fiveYears("pop", "1", 2000, 75);
    rows.add(row("pop", "1", 2000, 73, 77, 3));
    assertThatThrownBy(() -> HarmonisedPopulation.of(rows, Map.of(), 2000))
        .hasMessageContaining("the ages 70-74 and 73-77 overlap");
    List<PopulationRow> odd =
        List.of(row("pop", "1", 2000, 0, 61, 3), row("pop", "1", 2000, 62, AgeBand.OPEN, 3));
    assertThatThrownBy(() -> HarmonisedPopulation.of(odd, Map.of(), 2000))
        .hasMessageContaining("the ages 0-61 cut through a five-year group");
  }

  @Test
  void theOrderOfRowsDoesNotMatter() {
    List<PopulationRow> rows = fiveYears("old", "1", 2000, 75);
    rows.addAll(fiveYears("new", "1", 2010, 85));
    rows.addAll(fiveYears("new", "0", 2010, 85));
    rows.addAll(fiveYears("new", "2", 2010, 80));
    rows.add(row("old", "1", 2000, 0, AgeBand.OPEN, 1550));
    Map<String, PopulationRule> rules = Map.of("old", LINEAR, "new", LINEAR);
    String expected = text(HarmonisedPopulation.of(rows, rules, 2011));
    SplittableRandom random = new SplittableRandom(7);
    for (int round = 0; round < 20; round++) {
      Collections.rotate(rows, random.nextInt(rows.size()));
      Collections.swap(rows, random.nextInt(rows.size()), random.nextInt(rows.size()));
      assertThat(text(HarmonisedPopulation.of(rows, rules, 2011))).isEqualTo(expected);
    }
  }

  private static String text(HarmonisedPopulation all) {
    StringBuilder text = new StringBuilder(all.assumed().toString());
    for (PopulationSlice slice : all.slices()) {
      PopulationByAge byAge = slice.byAge();
      text.append(slice.sex()).append(slice.year()).append(slice.assumed()).append(byAge.open());
      text.append(Arrays.toString(byAge.toArray()));
    }
    return text.toString();
  }
}
