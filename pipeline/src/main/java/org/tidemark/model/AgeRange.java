package org.tidemark.model;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The ages, in completed years, that a person may have had at incidence, by dates of which parts
 * may be unknown. Who was born on 29 February is a year older on 1 March of a common year, as in
 * java.time.
 *
 * @param least by the latest birth and the earliest incidence; below zero where a birth so late
 *     would follow the incidence
 * @param most by the earliest birth and the latest incidence
 * @param exact whether both dates are known to the day, so that both ages are one
 */
public record AgeRange(int least, int most, boolean exact) {
  /**
   * The ages between two canonical dates; empty where one of them is null.
   *
   * @param birth date of birth, as {@link PartialDate} writes it
   * @param incidence date of incidence, likewise
   */
  public static Optional<AgeRange> between(String birth, String incidence) {
    if (birth == null || incidence == null) {
      return Optional.empty();
    }
    return Optional.of(
        new AgeRange(
            years(PartialDate.latest(birth), PartialDate.earliest(incidence)),
            years(PartialDate.earliest(birth), PartialDate.latest(incidence)),
            PartialDate.exact(birth) && PartialDate.exact(incidence)));
  }

  /** Whether no choice of the unknown parts puts the birth on or before the incidence. */
  public boolean impossible() {
    return most < 0;
  }

  /**
   * By how many years a recorded age lies outside the range; 0 inside. Registries allow none where
   * both dates are exact and one where a part is unknown (CanReg5).
   */
  public int distance(int age) {
    return Math.max(0, Math.max(Math.max(least, 0) - age, age - most));
  }

  /** Whether a recorded age agrees: within one year where a part of a date is unknown. */
  public boolean agrees(int age) {
    return !impossible() && distance(age) <= (exact ? 0 : 1);
  }

  /** The age, where the dates leave only one. */
  public Optional<Integer> only() {
    return least == most && least >= 0 ? Optional.of(least) : Optional.empty();
  }

  private static int years(LocalDate from, LocalDate to) {
    long years = ChronoUnit.YEARS.between(from, to);
    // Java rounds towards zero: a birth after the incidence is no age of 0.
    return (int) (to.isBefore(from) ? Math.min(years, -1) : years);
  }
}
