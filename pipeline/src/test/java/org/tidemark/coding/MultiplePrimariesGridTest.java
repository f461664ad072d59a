package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.coding.MultiplePrimaries.Standing;
import org.tidemark.coding.MultiplePrimaries.Tumour;
import org.tidemark.coding.MultiplePrimaries.Verdict;

/**
 * The rules over all pairs of groups, and over generated histories, against a second statement of
 * them: the numbers of the groups' ends, and one sentence of logic, taken from the printed tables.
 */
class MultiplePrimariesGridTest {
  /** Table 2, first and last code of every range. */
  private static final String ENDS_2004 =
      """
      1 8051 8084 8120 8131
      2 8090 8110
      3 8140 8149 8160 8162 8190 8221 8260 8337 8350 8551 8570 8576 8940 8941
      4 8030 8046 8150 8157 8170 8180 8230 8255 8340 8347 8560 8562 8580 8671
      5 8010 8015 8020 8022 8050
      6 8680 8713 8800 8921 8990 8991 9040 9044 9120 9125 9130 9136 9141 9252 9370 9373 9540 9582
      7 9050 9055
      8 9840 9861 9931 9945 9946 9950 9961 9964 9980 9987
      9 9670 9699 9728 9731 9734 9761 9767 9769 9823 9826 9833 9836 9940
      10 9700 9719 9729 9768 9827 9831 9834 9837 9948
      11 9650 9667
      12 9740 9742
      13 9750 9758
      14 9590 9591 9596 9727 9760 9800 9801 9805 9820 9832 9835 9860 9960 9970 9975 9989
      15 9140
      16 8720 8790 8930 8936 8950 8983 9000 9030 9060 9110 9260 9365 9380 9539
      17 8000 8005
      """;

  private static final String ENDS_ADDED =
      """
      8 9991 9992
      9 9597 9712 9735 9738 9811 9818
      10 9724 9726
      13 9759
      14 9806 9809 9965 9969 9971 9974
      """;

  /** Table 1; all other categories are alone. */
  private static final List<Set<Integer>> ORGANS =
      List.of(
          Set.of(1, 2),
          Set.of(0, 3, 4, 5, 6),
          Set.of(9, 10, 12, 13, 14),
          Set.of(19, 20),
          Set.of(23, 24),
          Set.of(33, 34),
          Set.of(40, 41),
          Set.of(65, 66, 67, 68));

  private static Map<String, Integer> ends(String... tables) {
    Map<String, Integer> groups = new TreeMap<>();
    for (String table : tables) {
      table
          .lines()
          .map(line -> List.of(line.split(" ")))
          .forEach(
              line ->
                  line.stream()
                      .skip(1)
                      .forEach(code -> groups.put(code, Integer.valueOf(line.get(0)))));
    }
    return groups;
  }

  private static Map<String, Integer> edition(String edition) {
    return edition.equals(MultiplePrimaries.EDITION_2004)
        ? ends(ENDS_2004)
        : ends(ENDS_2004, ENDS_ADDED);
  }

  private static boolean oneCancer(int a, int b, boolean sameOrgan) {
    int low = Math.min(a, b);
    int high = Math.max(a, b);
    if (low >= 8 && high <= 14) {
      return low == high || high == 14;
    }
    if (low == 15 && high == 15) {
      return true;
    }
    boolean carcinoma = high == 5 && low <= 4;
    boolean unspecified = high == 17 && (low <= 7 || low == 15 || low == 16);
    return sameOrgan && (low == high || carcinoma || unspecified);
  }

  private static int primaries(MultiplePrimaries rules, Tumour... history) {
    return (int)
        rules.of(List.of(history)).stream().filter(v -> v.standing() == Standing.COUNTED).count();
  }

  @ParameterizedTest
  @ValueSource(strings = {MultiplePrimaries.EDITION_2004, MultiplePrimaries.EDITION_LATER})
  void everyPairOfHistologiesInOneOrganAndInTwo(String edition) {
    MultiplePrimaries rules = MultiplePrimariesTest.rules(edition, false, false);
    Map<String, Integer> groups = edition(edition);
    groups.forEach(
        (first, a) ->
            groups.forEach(
                (second, b) -> {
                  Tumour tumour = new Tumour("a", "C019", first, "3", "2010");
                  assertThat(primaries(rules, tumour, new Tumour("b", "C029", second, "3", "2011")))
                      .as("%s %s in one organ", first, second)
                      .isEqualTo(oneCancer(a, b, true) ? 1 : 2);
                  assertThat(primaries(rules, tumour, new Tumour("b", "C079", second, "3", "2010")))
                      .as("%s %s in two organs", first, second)
                      .isEqualTo(oneCancer(a, b, false) ? 1 : 2);
                }));
  }

  @Test
  void everyPairOfCategories() {
    MultiplePrimaries rules =
        MultiplePrimariesTest.rules(MultiplePrimaries.EDITION_2004, false, false);
    for (String first : Codes.codes("topography")) {
      for (String second : Codes.codes("topography")) {
        int a = Integer.parseInt(first.substring(1, 3));
        int b = Integer.parseInt(second.substring(1, 3));
        boolean same = a == b || ORGANS.stream().anyMatch(o -> o.containsAll(Set.of(a, b)));
        assertThat(
                primaries(
                    rules,
                    new Tumour("a", first, "8070", "3", "2010"),
                    new Tumour("b", second, "8070", "3", "2010")))
            .as("%s %s", first, second)
            .isEqualTo(same ? 1 : 2);
      }
    }
  }

  private static List<Tumour> history(Random random, List<String> morphologies) {
    List<String> places = List.of("C019", "C021", "C509", "C504", "C421", "C770", "C809");
    List<String> dates = List.of("2010", "2010-03", "2010-03-04", "2011-01-01", "2012-12-31");
    List<Tumour> history = new ArrayList<>();
    int size = 2 + random.nextInt(6);
    for (int i = 0; i < size; i++) {
      history.add(
          new Tumour(
              "t" + i,
              places.get(random.nextInt(places.size())),
              morphologies.get(random.nextInt(morphologies.size())),
              random.nextInt(8) == 0 ? "2" : "3",
              dates.get(random.nextInt(dates.size()))));
    }
    return history;
  }

  /** Cancers of a history by counting groups, which needs no order. */
  private static int expected(List<Tumour> history, Map<String, Integer> groups) {
    Set<Integer> person = new HashSet<>();
    Map<String, Set<Integer>> organs = new HashMap<>();
    for (Tumour tumour : history) {
      if (tumour.behaviour().equals("3")) {
        int group = groups.get(tumour.morphology());
        String place = tumour.topography().substring(0, 3);
        organs
            .computeIfAbsent(place.equals("C01") ? "C02" : place, p -> new HashSet<>())
            .add(group);
        if (group >= 8 && group <= 15) {
          person.add(group);
        }
      }
    }
    boolean otherThanUnspecified = person.stream().anyMatch(g -> g >= 8 && g <= 13);
    int cancers = person.size() - (person.contains(14) && otherThanUnspecified ? 1 : 0);
    for (Set<Integer> of : organs.values()) {
      boolean carcinoma = of.stream().anyMatch(g -> g <= 4);
      boolean named = of.stream().anyMatch(g -> g <= 7 || g == 15 || g == 16);
      cancers += (int) of.stream().filter(g -> g <= 4 || g == 6 || g == 7 || g == 16).count();
      cancers += of.contains(5) && !carcinoma ? 1 : 0;
      cancers += of.contains(17) && !named ? 1 : 0;
    }
    return cancers;
  }

  @ParameterizedTest
  @ValueSource(strings = {MultiplePrimaries.EDITION_2004, MultiplePrimaries.EDITION_LATER})
  void generatedHistoriesAddUpInAnyOrder(String edition) {
    MultiplePrimaries rules = MultiplePrimariesTest.rules(edition, false, false);
    Map<String, Integer> groups = edition(edition);
    List<String> morphologies = List.copyOf(groups.keySet());
    Random random = new Random(20040701);
    for (int person = 0; person < 3000; person++) {
      List<Tumour> history = history(random, morphologies);
      Map<String, Verdict> verdicts = byId(history, rules.of(history));
      List<Tumour> shuffled = new ArrayList<>(history);
      Collections.shuffle(shuffled, random);
      assertThat(byId(shuffled, rules.of(shuffled))).isEqualTo(verdicts);
      assertThat(count(verdicts, Standing.COUNTED))
          .as("%s", history)
          .isEqualTo(expected(history, groups));
      assertThat(count(verdicts, Standing.COUNTED) + count(verdicts, Standing.MERGED))
          .isEqualTo(history.stream().filter(t -> t.behaviour().equals("3")).count());
      verdicts.forEach(
          (id, verdict) -> {
            Verdict counting = verdicts.get(verdict.through());
            assertThat(counting.standing()).isNotEqualTo(Standing.MERGED);
            assertThat(counting.through()).isEqualTo(verdict.through());
            assertThat(counting.morphology()).isEqualTo(verdict.morphology());
          });
    }
  }

  private static long count(Map<String, Verdict> verdicts, Standing standing) {
    return verdicts.values().stream().filter(v -> v.standing() == standing).count();
  }

  private static Map<String, Verdict> byId(List<Tumour> history, List<Verdict> verdicts) {
    Map<String, Verdict> byId = new TreeMap<>();
    for (int i = 0; i < history.size(); i++) {
      byId.put(history.get(i).id(), verdicts.get(i));
    }
    return byId;
  }
}
