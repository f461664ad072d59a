package org.tidemark.catalogue;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tidemark.model.AgeText;
import org.tidemark.model.DigitScript;
import org.tidemark.model.SolarCalendar;
import org.tidemark.model.SourceCalendar;

/**
 * How a source spells its dates, numbers, ages and stages.
 *
 * @param digits scripts whose digits stand in its dates, numbers, ages and codes besides 0 to 9
 * @param calendar the calendar of dates that are not named in {@code dates}
 * @param dates field or input → form of its dates; ISO 8601 where not named
 * @param numbers field or input → form of its numbers; a decimal point and no groups where not
 *     named
 * @param ages field or input → reader of its ages; plain whole numbers where not named
 * @param stage how its stages are written; empty where they are codes of the shared schema
 */
public record Spelling(
    Set<DigitScript> digits,
    SourceCalendar calendar,
    Map<String, DateForm> dates,
    Map<String, NumberForm> numbers,
    Map<String, AgeText> ages,
    Optional<StageForm> stage)
    implements Serializable {
  /** The shared schema's own: ISO 8601, decimal points, completed years. */
  public static final Spelling SHARED =
      new Spelling(Set.of(), SolarCalendar.GREGORIAN, Map.of(), Map.of(), Map.of());

  /** A spelling of dates, numbers and ages. */
  public Spelling(
      Set<DigitScript> digits,
      SourceCalendar calendar,
      Map<String, DateForm> dates,
      Map<String, NumberForm> numbers,
      Map<String, AgeText> ages) {
    this(digits, calendar, dates, numbers, ages, Optional.empty());
  }

  /** Checks that nothing is absent and copies. */
  public Spelling {
    requireNonNull(calendar, "calendar");
    digits = Set.copyOf(digits);
    dates = Map.copyOf(dates);
    numbers = Map.copyOf(numbers);
    ages = Map.copyOf(ages);
  }

  /**
   * The shared schema's own but for the patterns of some dates.
   *
   * @param patterns field → pattern
   */
  public static Spelling of(Map<String, String> patterns) {
    Map<String, DateForm> dates = new LinkedHashMap<>();
    patterns.forEach((field, pattern) -> dates.put(field, DateForm.of(pattern)));
    return new Spelling(Set.of(), SolarCalendar.GREGORIAN, dates, Map.of(), Map.of());
  }

  /** The same with stages written so. */
  Spelling with(Optional<StageForm> written) {
    return new Spelling(digits, calendar, dates, numbers, ages, written);
  }

  /** The form of a field's or input's dates. */
  public DateForm date(String name) {
    DateForm named = dates.get(name);
    return named == null ? DateForm.iso(calendar) : named;
  }

  /**
   * Whether a stored date of a field that is known only to the year may mean days of two Gregorian
   * years. It is the year that holds most of them: such dates are to be counted beside what is
   * tallied by year.
   */
  public boolean mayStraddleYears(String name) {
    return !date(name).calendar().sharesNewYear();
  }
}
