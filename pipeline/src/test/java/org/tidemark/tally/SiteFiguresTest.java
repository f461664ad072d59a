package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.Indicator;
import org.tidemark.tally.IndicatorPlan.Told;
import org.tidemark.tally.IndicatorSum.Pair;
import org.tidemark.tally.IndicatorSum.Place;
import org.tidemark.tally.SiteFact.Amounts;
import org.tidemark.tally.SiteFact.Amounts.Slot;
import scala.Tuple2;

final class SiteFiguresTest {
  private static final Place SUM = new Place(0, IndicatorRelation.NO_LENGTH);

  private static final List<String> LEVELS = List.of("site", "area", "country", "programme");

  private static final IndicatorPlan PLAN =
      new IndicatorPlan(
          List.of(
              new Told(
                  "X-01",
                  List.of(),
                  Indicator.Scope.EVERYWHERE,
                  LEVELS.stream()
                      .collect(
                          Collectors.toMap(Function.identity(), l -> Set.of("quarter", "all"))))),
          LEVELS,
          "sample",
          LocalDate.parse("2023-12-31"));

  /** Events of a day, for all and for one sex. */
  private static List<SiteFact> events(String day, String sex, int over, int under) {
    return amounts(day, "", sex, over, under);
  }

  /** A state on a day, for all and for one sex. */
  private static List<SiteFact> state(String day, String sex, int over, int under) {
    return amounts(day, day, sex, over, under);
  }

  private static List<SiteFact> amounts(String event, String day, String sex, int over, int under) {
    Slot all = new Slot(0, SUM, "", event.substring(0, 7), day);
    return List.of(
        new Amounts(all, pair(over, under)), new Amounts(all.in("sex=" + sex), pair(over, under)));
  }

  @SafeVarargs
  private static List<SiteFact> together(List<? extends SiteFact>... facts) {
    List<SiteFact> all = new ArrayList<>();
    Arrays.stream(facts).forEach(all::addAll);
    return all;
  }

  private static List<SiteFact> place(String from, String area) {
    return List.of(new SiteFact.Place(from, area, "AAA", null));
  }

  private static Map<IndicatorKey, IndicatorSum> figures(List<SiteFact> facts) {
    return SiteFigures.of(PLAN, "A", facts).stream()
        .collect(Collectors.toMap(Tuple2::_1, Tuple2::_2));
  }

  private static IndicatorKey key(String level, String unit, String span, String period) {
    return new IndicatorKey("X-01", level, unit, span, period);
  }

  private static Pair pair(int over, int under) {
    return new Pair(BigDecimal.valueOf(over), BigDecimal.valueOf(under));
  }

  @Test
  void flowsAddUpAndStratumByStratum() {
    Map<IndicatorKey, IndicatorSum> figures =
        figures(
            together(
                place("2020-01-01", "NORTH"),
                events("2023-01-05", "1", 1, 4),
                events("2023-03-09", "2", 2, 5),
                events("2023-04-01", "2", 3, 6)));
    IndicatorSum quarter = figures.get(key("area", "NORTH", "quarter", "2023Q1"));
    assertThat(quarter.strata().get("")).containsEntry(SUM, pair(3, 9));
    assertThat(quarter.strata().get("sex=2")).containsEntry(SUM, pair(2, 5));
    assertThat(figures.get(key("programme", "sample", "all", "all")).strata().get(""))
        .containsEntry(SUM, pair(6, 15));
  }

  @Test
  void ofStatesTheLastDayHoldsAndAStratumThatEndedIsGone() {
    Map<IndicatorKey, IndicatorSum> figures =
        figures(
            together(
                state("2023-03-31", "2", 7, 10),
                state("2023-03-31", "1", 1, 10),
                state("2023-01-31", "1", 9, 10),
                state("2023-06-30", "1", 5, 10)));
    IndicatorSum quarter = figures.get(key("site", "A", "quarter", "2023Q1"));
    assertThat(quarter.strata().get("")).containsEntry(SUM, pair(8, 20));
    IndicatorSum all = figures.get(key("site", "A", "all", "all"));
    assertThat(all.strata()).doesNotContainKey("sex=2");
    assertThat(all.strata().get("")).containsEntry(SUM, pair(5, 10));
  }

  @Test
  void theOrderOfFactsLeavesNoTrace() {
    List<SiteFact> facts =
        together(
            place("2020-01-01", "NORTH"),
            place("2022-01-01", "SOUTH"),
            state("2023-01-05", "1", 1, 4),
            state("2023-01-31", "2", 2, 5));
    Function<List<SiteFact>, Object> told =
        some ->
            figures(some).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> e.getValue().strata()));
    Object forwards = told.apply(facts);
    Collections.reverse(facts);
    assertThat(told.apply(facts)).isEqualTo(forwards);
  }

  @Test
  void aSiteThatTheMasterDoesNotKnowCountsByItselfAndInTheProgramme() {
    assertThat(figures(events("2023-01-05", "1", 1, 4)).keySet())
        .extracting(IndicatorKey::level)
        .containsOnly("site", "programme");
  }

  @Test
  void particularsAfterTheCutOffDoNotHoldYet() {
    List<SiteFact> facts =
        together(
            place("2020-01-01", "NORTH"),
            place("2024-01-01", "SOUTH"),
            events("2023-01-05", "1", 1, 4));
    assertThat(figures(facts).keySet())
        .filteredOn(k -> k.level().equals("area"))
        .extracting(IndicatorKey::unit)
        .containsOnly("NORTH");
  }
}
