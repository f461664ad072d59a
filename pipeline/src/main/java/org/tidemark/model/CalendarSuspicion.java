package org.tidemark.model;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Another calendar that the years of a source speak of, when they were read as Gregorian. A
 * warning, never a conversion: the mapping has to say the calendar.
 */
public enum CalendarSuspicion {
  /** The median year is more than a hundred years ahead: Buddhist era. */
  BUDDHIST,
  /** The median year is more than forty years ahead: Bikram Sambat of Nepal. */
  BIKRAM_SAMBAT,
  /** The median year is six to nine years back and there are dates of a thirteenth month. */
  ETHIOPIAN,
  /** Years of the 1300s and 1400s up to the present one of the solar Hijri calendar. */
  PERSIAN,
  /** Years of the 1300s and 1400s beyond the solar Hijri present: the lunar calendar. */
  LUNAR_HIJRI;

  private static final int FAR_AHEAD = 100;
  private static final int AHEAD = 40;
  private static final int PERSIAN_OFFSET = 621;
  private static final int FIRST_HIJRI = 1300;
  private static final int LAST_HIJRI = 1499;

  /**
   * What the years of incidence speak of; empty where they may be Gregorian, or there are none.
   *
   * @param records year → records of that year
   * @param asOf the year of the programme's data cut-off
   * @param thirteenthMonths records whose month was written 13
   */
  public static Optional<CalendarSuspicion> of(
      Map<Integer, Long> records, int asOf, long thirteenthMonths) {
    return median(records).flatMap(year -> of(year, asOf, thirteenthMonths > 0));
  }

  private static Optional<CalendarSuspicion> of(int year, int asOf, boolean thirteenth) {
    if (year > asOf + FAR_AHEAD) {
      return Optional.of(BUDDHIST);
    }
    if (year > asOf + AHEAD) {
      return Optional.of(BIKRAM_SAMBAT);
    }
    if (thirteenth && year >= asOf - 9 && year <= asOf - 6) {
      return Optional.of(ETHIOPIAN);
    }
    if (year >= FIRST_HIJRI && year <= LAST_HIJRI) {
      return Optional.of(year <= asOf - PERSIAN_OFFSET ? PERSIAN : LUNAR_HIJRI);
    }
    return Optional.empty();
  }

  /** The lower median of the years. */
  private static Optional<Integer> median(Map<Integer, Long> records) {
    long all = records.values().stream().mapToLong(Long::longValue).sum();
    long before = 0;
    for (Map.Entry<Integer, Long> year : new TreeMap<>(records).entrySet()) {
      before += year.getValue();
      if (all > 0 && 2 * before >= all) {
        return Optional.of(year.getKey());
      }
    }
    return Optional.empty();
  }
}
