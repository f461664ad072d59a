package org.tidemark.disclose;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.TableSchema;

@DisplayName("Nobody can compute a hidden count, nor narrow it to less than the threshold")
class AttackerTest {
  private static final double THRESHOLD = 5;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6})
  void fromSitesAreasCountriesPeriodsAndStrata(long seed) {
    List<Row> rows = Publications.indicator(Publications.persons(seed, 7, 4));
    Disclosure.Published published =
        Publications.disclosure(7)
            .published(Publications.tables(Publications.INDICATOR, rows), Map.of());
    assertThat(narrowed(published)).isEmpty();
    assertThat(hidden(published)).isBetween(20, published.counts().size() - 20);
  }

  @ParameterizedTest
  @ValueSource(longs = {7, 8, 9, 10, 11})
  void fromTwoPublicationsCompared(long seed) {
    List<Publications.Person> persons = Publications.persons(seed, 4, 6);
    List<Publications.Person> before =
        persons.stream().filter(p -> !p.period().equals("2022Q2")).toList();
    Disclosure disclosure = Publications.disclosure(6);
    List<Row> first =
        disclosure
            .apply(Publications.tables(Publications.INDICATOR, Publications.indicator(before)))
            .tables()
            .get("indicator");
    Disclosure.Published second =
        disclosure.published(
            Publications.tables(Publications.INDICATOR, Publications.indicator(persons)),
            Map.of("indicator", first));
    assertThat(narrowed(second)).isEmpty();
  }

  @Test
  void aRunOfTheSameRecordsHidesTheSame() {
    List<Row> rows = Publications.indicator(Publications.persons(11, 8, 6));
    Map<TableSchema, List<Row>> tables = Publications.tables(Publications.INDICATOR, rows);
    Disclosure disclosure = Publications.disclosure(8);
    Disclosed first = disclosure.apply(tables);
    Disclosed second = disclosure.apply(tables, first.tables());
    assertThat(second.hidden()).isEqualTo(first.hidden());
  }

  @Test
  void theProgrammeFindsWhatFollows() {
    Equations equations = new Equations();
    double[] values = {10, 3, 4, 3, 2, 8};
    equations.sum(0, new int[] {1, 2, 3}, values);
    equations.sum(0, new int[] {4, 5}, values);
    boolean[] hidden = {false, true, true, false, true, false};
    Attacker attacker = new Attacker(equations, values, hidden);
    assertThat(attacker.width(1)).isEqualTo(7);
    assertThat(attacker.width(4)).isZero();
    assertThat(attacker.narrowed(THRESHOLD, 1000)).containsExactly(4);
    assertThat(attacker.narrowed(8, 1000)).containsExactly(1, 2, 4);
  }

  @Test
  void boundsAreNeverNarrowerThanTheProgrammeFinds() {
    Random random = new Random(12);
    for (int round = 0; round < 60; round++) {
      Equations equations = new Equations();
      double[] values = table(random, equations);
      boolean[] hidden = new boolean[values.length];
      for (int i = 0; i < hidden.length; i++) {
        hidden[i] = random.nextInt(3) == 0;
      }
      Bounds bounds = Bounds.of(equations, values, hidden);
      Attacker attacker = new Attacker(equations, values, hidden);
      for (int i = 0; i < hidden.length; i++) {
        if (hidden[i]) {
          assertThat(bounds.width(i)).isGreaterThanOrEqualTo(attacker.width(i) - 1e-6);
        }
      }
    }
  }

  /** A table of four by four with its margins. */
  private static double[] table(Random random, Equations equations) {
    double[] values = new double[25];
    for (int i = 0; i < 25; i++) {
      if (i % 5 < 4 && i / 5 < 4) {
        int value = random.nextInt(9);
        for (int place : new int[] {i, i / 5 * 5 + 4, 20 + i % 5, 24}) {
          values[place] += value;
        }
      }
    }
    for (int line = 0; line < 5; line++) {
      int row = line * 5;
      int column = line;
      equations.sum(row + 4, new int[] {row, row + 1, row + 2, row + 3}, values);
      equations.sum(20 + column, new int[] {column, column + 5, column + 10, column + 15}, values);
    }
    return values;
  }

  private static List<String> narrowed(Disclosure.Published published) {
    boolean[] hidden = published.suppression().hidden();
    double[] values = published.counts().values();
    List<String> found = new ArrayList<>();
    new Attacker(published.equations(), values, hidden)
        .narrowed(THRESHOLD, 1000)
        .forEach(count -> found.add(published.counts().describe(count)));
    return found;
  }

  private static int hidden(Disclosure.Published published) {
    boolean[] hidden = published.suppression().hidden();
    Map<Boolean, Integer> n = new TreeMap<>();
    for (boolean one : hidden) {
      n.merge(one, 1, Integer::sum);
    }
    return n.getOrDefault(true, 0);
  }
}
