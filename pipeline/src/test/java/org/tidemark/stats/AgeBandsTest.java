package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Age bands as sent, and as five-year groups")
class AgeBandsTest {
  private static final double[] EVEN =
      Collections.nCopies(18, 1.0).stream().mapToDouble(d -> d).toArray();

  /** Bands and persons, as {@code 0-4=10 5-9=20 10+=30}. */
  static Map<AgeBand, Double> bands(String text) {
    Map<AgeBand, Double> bands = new LinkedHashMap<>();
    for (String one : text.split(" ", -1)) {
      String[] sides = one.split("=", -1);
      bands.put(band(sides[0]), Double.valueOf(sides[1]));
    }
    return bands;
  }

  private static AgeBand band(String label) {
    if (label.endsWith("+")) {
      return new AgeBand(Integer.parseInt(label.substring(0, label.length() - 1)), AgeBand.OPEN);
    }
    String[] ends = label.split("-", -1);
    return new AgeBand(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]));
  }

  /** Every five-year group below an open one has its lower age as its persons. */
  static Map<AgeBand, Double> fiveYears(int open) {
    Map<AgeBand, Double> bands = new TreeMap<>();
    for (int age = 0; age < open; age += 5) {
      bands.put(new AgeBand(age, age + 4), 100.0 + age);
    }
    bands.put(new AgeBand(open, AgeBand.OPEN), 50.0);
    return bands;
  }

  private static List<String> labels(Iterable<AgeBand> bands) {
    List<String> labels = new ArrayList<>();
    bands.forEach(b -> labels.add(b.label()));
    return labels;
  }

  @Test
  void totalsStandAsideForTheirParts() {
    AgeBands bands = AgeBands.of(bands("0+=60 0-4=10 0=2 1-4=8 5-9=20 10+=30"));
    assertThat(labels(bands.finest().keySet())).containsExactly("0", "1-4", "5-9", "10+");
    assertThat(bands.totals()).containsExactlyInAnyOrderEntriesOf(bands("0+=60 0-4=10"));
    assertThat(bands.sum()).isEqualTo(60);
    assertThat(labels(bands.filling(band("0-9")))).containsExactly("0", "1-4", "5-9");
    assertThat(bands.filling(band("3-9"))).isEmpty();
  }

  @Test
  void partsThatDoNotFillTheirGroupAreLeftOutAndTheGroupStands() {
    AgeBands bands = AgeBands.of(bands("0-4=10 1-4=8 5-9=20 75+=30 75-79=9 80-84=9"));
    assertThat(labels(bands.finest().keySet())).containsExactly("0-4", "5-9", "75+");
    assertThat(labels(bands.leftOut())).containsExactly("1-4", "75-79", "80-84");
    assertThat(bands.totals()).isEmpty();
  }

  @Test
  void theTotalOfAllAgesStandsOnlyAlone() {
    assertThat(labels(AgeBands.of(bands("0+=60")).finest().keySet())).containsExactly("0+");
    AgeBands withGap = AgeBands.of(bands("0+=60 0-4=10 10+=30"));
    assertThat(labels(withGap.finest().keySet())).containsExactly("0-4", "10+");
  }

  @Test
  void agesInTwoBandsAreRefused() {
    assertThatThrownBy(() -> AgeBands.of(bands("0-9=10 5-14=20")))
        .isInstanceOf(AgeBands.Overlap.class)
        .hasMessage("the ages 0-9 and 5-14 overlap");
    assertThatThrownBy(() -> AgeBands.of(bands("0+=99 0-9=10 5-14=20")))
        .isInstanceOf(AgeBands.Overlap.class);
    assertThatThrownBy(() -> AgeBands.of(bands("0-4=1 80+=9 75-84=2")))
        .isInstanceOf(AgeBands.Overlap.class);
  }

  @Test
  void fiveYearGroupsPassThroughBitForBit() {
    for (int open = 65; open <= 85; open += 5) {
      Map<AgeBand, Double> sent = fiveYears(open);
      PopulationByAge grouped = PopulationByAge.of(AgeBands.of(sent), new double[18]);
      assertThat(grouped.open()).isEqualTo(open / 5);
      sent.forEach(
          (band, persons) -> assertThat(grouped.persons(band.lower() / 5)).isEqualTo(persons));
      assertThat(grouped.firstUnknown()).isEmpty();
    }
  }

  @Test
  void infantsAndSingleYearsAreSummed() {
    Map<AgeBand, Double> sent = fiveYears(75);
    sent.remove(band("0-4"));
    sent.remove(band("10-14"));
    sent.putAll(bands("0=3 1-4=9 10=1 11=2 12=3 13=4 14=5"));
    PopulationByAge grouped = PopulationByAge.of(AgeBands.of(sent), new double[18]);
    assertThat(grouped.persons(0)).isEqualTo(12);
    assertThat(grouped.persons(2)).isEqualTo(15);
  }

  /** 10-19 in the proportions 9 : 9 of Segi, 30-39 evenly; by hand. */
  @Test
  void widerGroupsAreSplitInTheProportionsOfTheShape() {
    Map<AgeBand, Double> sent = fiveYears(85);
    for (int age : new int[] {40, 45}) {
      sent.remove(new AgeBand(age, age + 4));
    }
    sent.put(band("40-49"), 300.0);
    AgeBands bands = AgeBands.of(sent);
    assertThat(labels(PopulationByAge.wide(bands))).containsExactly("40-49");
    double[] shape = EVEN.clone();
    shape[9] = 2;
    PopulationByAge grouped = PopulationByAge.of(bands, shape);
    assertThat(grouped.persons(8)).isCloseTo(100, within(1e-12));
    assertThat(grouped.persons(9)).isCloseTo(200, within(1e-12));
    assertThat(PopulationByAge.of(bands, new double[18]).persons(9)).isEqualTo(150);
  }

  @Test
  void aGroupAcross85IsOneWithTheOpenOne() {
    Map<AgeBand, Double> sent = fiveYears(80);
    sent.remove(band("80+"));
    sent.putAll(bands("80-89=40 90+=2"));
    AgeBands bands = AgeBands.of(sent);
    assertThat(PopulationByAge.wide(bands)).isEmpty();
    PopulationByAge grouped = PopulationByAge.of(bands, new double[18]);
    assertThat(grouped.open()).isEqualTo(16);
    assertThat(grouped.persons(16)).isEqualTo(42);
    assertThat(grouped.persons(17)).isNaN();
  }

  @Test
  void agesThatCutThroughAGroupAreNamed() {
    AgeBands bands = AgeBands.of(bands("0-14=10 15-17=2 18-24=5 25-84=9 85+=1"));
    assertThat(labels(PopulationByAge.misaligned(bands))).containsExactly("18-24");
    assertThatThrownBy(() -> PopulationByAge.of(bands, EVEN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(labels(PopulationByAge.misaligned(AgeBands.of(bands("0-4=1 5-61=2 62+=3")))))
        .containsExactly("5-61", "62+");
  }

  @Test
  void whatIsMissingIsUnknownAndNamedNeverZero() {
    Map<AgeBand, Double> sent = fiveYears(75);
    sent.remove(band("25-29"));
    PopulationByAge gap = PopulationByAge.of(AgeBands.of(sent), EVEN);
    assertThat(gap.persons(5)).isNaN();
    assertThat(gap.sum()).isNaN();
    assertThat(gap.firstUnknown()).contains(band("25-29"));
    sent.put(band("26-29"), 8.0);
    assertThat(PopulationByAge.of(AgeBands.of(sent), EVEN).firstUnknown()).contains(band("25-29"));
    Map<AgeBand, Double> closed = fiveYears(75);
    closed.remove(band("75+"));
    closed.putAll(bands("75-79=1 80-84=1"));
    PopulationByAge noOpen = PopulationByAge.of(AgeBands.of(closed), EVEN);
    assertThat(noOpen.open()).isEqualTo(PopulationByAge.NONE_OPEN);
    assertThat(noOpen.firstUnknown()).contains(band("85+"));
    assertThat(PopulationByAge.unknown().firstUnknown()).contains(band("0-4"));
  }

  /** 2001: 100, 2011: 400; five years on 250 by number, 200 by rate (doubling every five years). */
  @Test
  void growthBetweenTwoCountsByHand() {
    assertThat(Growth.LINEAR.at(100, 400, 0.5)).isEqualTo(250);
    assertThat(Growth.GEOMETRIC.at(100, 400, 0.5)).isCloseTo(200, within(1e-12));
    assertThat(Growth.GEOMETRIC.at(100, 400, 1.5)).isCloseTo(800, within(1e-9));
    assertThat(Growth.GEOMETRIC.at(100, 400, -0.5)).isCloseTo(50, within(1e-12));
    assertThat(Growth.GEOMETRIC.at(0, 400, 0.25)).isEqualTo(100);
    for (Growth growth : Growth.values()) {
      assertThat(growth.at(3, 7, 0)).isEqualTo(3);
      assertThat(growth.at(3, 7, 1)).isCloseTo(7, within(1e-12));
    }
  }

  @Test
  void betweenTwoCountsTheLowerOpenGroupHolds() {
    PopulationByAge early = PopulationByAge.of(AgeBands.of(fiveYears(75)), EVEN);
    PopulationByAge late = PopulationByAge.of(AgeBands.of(fiveYears(85)), EVEN);
    for (PopulationByAge half :
        List.of(
            PopulationByAge.between(early, late, Growth.LINEAR, 0.5),
            PopulationByAge.between(late, early, Growth.LINEAR, 0.5))) {
      assertThat(half.open()).isEqualTo(15);
      assertThat(half.persons(14)).isEqualTo(170);
      // 50 beside 175 + 180 + 50.
      assertThat(half.persons(15)).isEqualTo(227.5);
      assertThat(half.persons(16)).isNaN();
      assertThat(half.firstUnknown()).isEmpty();
    }
  }

  @Test
  void aLossCarriedBelowZeroIsUnknown() {
    PopulationByAge early = PopulationByAge.of(AgeBands.of(bands("0+=100")), EVEN);
    PopulationByAge late = PopulationByAge.of(AgeBands.of(bands("0+=40")), EVEN);
    assertThat(PopulationByAge.between(early, late, Growth.LINEAR, 1.5).persons(0)).isEqualTo(10);
    assertThat(PopulationByAge.between(early, late, Growth.LINEAR, 2).firstUnknown())
        .contains(AgeBand.ALL);
  }

  /** The ages from 0 cut at random, with totals of random runs of bands among them. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void personsBeforeAreThePersonsAfterInAnyOrder(long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    for (int round = 0; round < 200; round++) {
      List<AgeBand> cut = randomBands(random);
      Map<AgeBand, Double> sent = new LinkedHashMap<>();
      double persons = 0;
      for (AgeBand band : cut) {
        sent.put(band, (double) random.nextInt(1000));
        persons += sent.get(band);
      }
      int from = random.nextInt(cut.size());
      int to = from + random.nextInt(cut.size() - from);
      sent.putIfAbsent(new AgeBand(cut.get(from).lower(), cut.get(to).upper()), 0.0);
      sent.putIfAbsent(AgeBand.ALL, persons);
      PopulationByAge grouped = PopulationByAge.of(AgeBands.of(sent), EVEN);
      assertThat(grouped.firstUnknown()).isEmpty();
      assertThat(grouped.sum()).isCloseTo(persons, within(1e-9));
      List<AgeBand> shuffled = new ArrayList<>(sent.keySet());
      Collections.reverse(shuffled);
      Collections.rotate(shuffled, random.nextInt(shuffled.size()));
      Map<AgeBand, Double> reordered = new LinkedHashMap<>();
      shuffled.forEach(band -> reordered.put(band, sent.get(band)));
      assertThat(PopulationByAge.of(AgeBands.of(reordered), EVEN).toArray())
          .containsExactly(grouped.toArray());
    }
  }

  /** Single years, 0 and 1-4, five-year and wider groups, then an open one at 65 to 100. */
  private static List<AgeBand> randomBands(RandomGenerator random) {
    int open = 65 + 5 * random.nextInt(8);
    List<AgeBand> cut = new ArrayList<>();
    int age = 0;
    while (age < open) {
      int width = age % 5 == 0 ? List.of(1, 5, 10, 15).get(random.nextInt(4)) : 5 - age % 5;
      int upper = Math.min(age + width, open) - 1;
      cut.add(new AgeBand(age, upper));
      age = upper + 1;
    }
    cut.add(new AgeBand(open, AgeBand.OPEN));
    return cut;
  }
}
