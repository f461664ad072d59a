package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** A calendar quarter; number is 1 to 4. */
record Quarter(int year, int number) implements Comparable<Quarter> {
  /** The quarters that the site reports speak of. */
  static final List<Quarter> REPORTED =
      IntStream.range(0, 32).mapToObj(i -> new Quarter(2016, 1).plus(i)).toList();

  /** Their calendar years. */
  static final List<Integer> YEARS = REPORTED.stream().map(Quarter::year).distinct().toList();

  static Quarter of(LocalDate date) {
    return new Quarter(date.getYear(), (date.getMonthValue() + 2) / 3);
  }

  LocalDate start() {
    return LocalDate.of(year, 3 * number - 2, 1);
  }

  /** The last day. */
  LocalDate end() {
    return plus(1).start().minusDays(1);
  }

  int days() {
    return (int) ChronoUnit.DAYS.between(start(), end()) + 1;
  }

  Quarter plus(int quarters) {
    int index = 4 * year + number - 1 + quarters;
    return new Quarter(Math.floorDiv(index, 4), Math.floorMod(index, 4) + 1);
  }

  /** How many quarters after the other one. */
  int since(Quarter other) {
    return 4 * (year - other.year) + number - other.number;
  }

  /** As in DHIS2: 2021Q1. */
  String label() {
    return year + "Q" + number;
  }

  @Override
  public int compareTo(Quarter other) {
    return since(other);
  }
}
