package org.tidemark.jobs;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tidemark.account.Staged;
import org.tidemark.account.YearCount;
import org.tidemark.catalogue.Mapping;
import org.tidemark.conform.ConformNote;
import org.tidemark.conform.ConformNote.Event;
import org.tidemark.model.CalendarSuspicion;
import org.tidemark.model.SolarCalendar;

/**
 * What the years of a source say of its calendar: that dates read as Gregorian are of another one,
 * and how many dates of another one lie in either of two Gregorian years.
 */
final class CalendarSigns {
  /** Dates known to the year of a calendar whose year is not the Gregorian one. */
  static final String STRADDLING = "DATE-STRADDLES-YEARS";

  private static final String SUSPECTED = "CALENDAR-";

  private CalendarSigns() {}

  /**
   * The signs of all sources.
   *
   * @param mappings source id → mapping
   * @param notes what happened while records were conformed
   */
  static List<Sign> of(
      Staged staged, Map<String, Mapping> mappings, Set<ConformNote> notes, LocalDate asOf) {
    Map<String, List<YearCount>> years =
        staged.accounts().stream()
            .flatMap(a -> a.years().stream())
            .collect(Collectors.groupingBy(YearCount::source, TreeMap::new, Collectors.toList()));
    Set<String> thirteenth =
        notes.stream()
            .filter(n -> n.event() == Event.THIRTEENTH_MONTH)
            .map(ConformNote::source)
            .collect(Collectors.toSet());
    List<Sign> signs = new ArrayList<>();
    years.forEach(
        (source, counts) -> {
          Mapping mapping = mappings.get(source);
          String field = counts.get(0).field();
          if (mapping.spelling().date(field).calendar() == SolarCalendar.GREGORIAN) {
            suspicion(source, counts, thirteenth.contains(source), asOf, signs);
          } else if (mapping.spelling().mayStraddleYears(field)) {
            straddling(source, counts, signs);
          }
        });
    return signs;
  }

  private static void suspicion(
      String source, List<YearCount> counts, boolean thirteenth, LocalDate asOf, List<Sign> signs) {
    Map<Integer, Long> records =
        counts.stream()
            .collect(
                Collectors.groupingBy(YearCount::year, Collectors.summingLong(YearCount::records)));
    CalendarSuspicion.of(records, asOf.getYear(), thirteenth ? 1 : 0)
        .map(s -> s.name().replace('_', '-'))
        .ifPresent(
            name ->
                signs.add(
                    new Sign(
                        SUSPECTED + name,
                        "query",
                        source,
                        counts.stream().mapToLong(YearCount::records).sum(),
                        "its years read as those of another calendar: if they are, say so under"
                            + " 'calendar' in the mapping")));
  }

  private static void straddling(String source, List<YearCount> counts, List<Sign> signs) {
    long coarse = counts.stream().mapToLong(YearCount::yearOnly).sum();
    if (coarse > 0) {
      signs.add(
          new Sign(
              STRADDLING,
              "scope",
              source,
              coarse,
              "dates known to the year alone may lie in the year beside the one they count in"));
    }
  }
}
