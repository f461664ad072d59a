package org.tidemark.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tidemark.model.DatePattern;
import org.tidemark.model.SolarCalendar;
import org.tidemark.model.SourceCalendar;

/** Reads how the dates of one field are written, and refuses what could be read in two ways. */
final class DateFormReader {
  /** Digits of a spreadsheet's day number, which reaches the year 2173 with five. */
  private static final int SERIAL_DIGITS = 5;

  private final Function<Entry, SourceCalendar> calendars;

  private DateFormReader(Function<Entry, SourceCalendar> calendars) {
    this.calendars = calendars;
  }

  /**
   * The reader.
   *
   * @param calendars the calendar that a block's key {@code calendar} names, or the source's own
   */
  static DateFormReader of(Function<Entry, SourceCalendar> calendars) {
    return new DateFormReader(calendars);
  }

  /** The form of one entry: a pattern alone, or a block. */
  DateForm form(Entry entry) {
    if (entry.node().isTextual()) {
      return checked(
          entry,
          new DateForm(
              List.of(pattern(entry, entry.node().asText())),
              calendars.apply(entry),
              0,
              0,
              DateForm.Unknown.STANDARD));
    }
    if (entry.has("pattern") == entry.has("patterns") && !onlySerial(entry)) {
      throw entry.refusal(
          "a date has one pattern, or patterns, or a serial alone", "write one of these keys");
    }
    List<DatePattern> patterns = new ArrayList<>();
    entry.child("pattern").ifPresent(one -> patterns.add(pattern(one, one.node().asText())));
    entry.texts("patterns").forEach(text -> patterns.add(pattern(entry.at("patterns"), text)));
    return checked(
        entry,
        new DateForm(
            patterns,
            calendars.apply(entry),
            entry.whole("pivot", 0),
            entry.whole("serial", 0),
            unknown(entry.at("unknown"))));
  }

  private static boolean onlySerial(Entry entry) {
    return entry.has("serial") && !entry.has("pattern") && !entry.has("patterns");
  }

  private static DatePattern pattern(Entry entry, String text) {
    try {
      return DatePattern.of(text);
    } catch (IllegalArgumentException e) {
      throw entry.refusal(e.getMessage(), "write it as yyyyMMdd, dd/MM/yyyy or d.M.yyyy");
    }
  }

  private static DateForm.Unknown unknown(Entry entry) {
    return new DateForm.Unknown(codes(entry, "year"), codes(entry, "month"), codes(entry, "day"));
  }

  private static Set<Integer> codes(Entry entry, String key) {
    return entry.texts(key).stream().map(Integer::valueOf).collect(Collectors.toSet());
  }

  private static DateForm checked(Entry entry, DateForm form) {
    boolean shortYear = form.patterns().stream().anyMatch(DatePattern::shortYear);
    if (shortYear && form.pivot() == 0) {
      throw entry.refusal(
          "a year of two digits says no century",
          "add pivot, the first of the hundred years it may mean, as pivot: 1930");
    }
    if (!shortYear && form.pivot() != 0) {
      throw entry.refusal("pivot is for years of two digits", "leave it out");
    }
    requireOneReading(entry, form.patterns());
    requireSerialAlone(entry, form);
    return form;
  }

  private static void requireOneReading(Entry entry, List<DatePattern> patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (patterns.get(i).ambiguousWith(patterns.get(j))) {
          throw entry.refusal(
              "one text may be two dates by '"
                  + patterns.get(j).pattern()
                  + "' and '"
                  + patterns.get(i).pattern()
                  + "'",
              "keep the pattern that the source writes; ask it, do not guess");
        }
      }
    }
  }

  private static void requireSerialAlone(Entry entry, DateForm form) {
    if (form.serial() == 0) {
      return;
    }
    if (form.calendar() != SolarCalendar.GREGORIAN) {
      throw entry.refusal(
          "a spreadsheet's day number is a Gregorian day",
          "leave serial out, or say calendar: gregorian");
    }
    if (form.patterns().stream().anyMatch(p -> p.wholeNumber(SERIAL_DIGITS))) {
      throw entry.refusal(
          "a whole number may be a day number or a date by the pattern",
          "leave out serial or the pattern without separators");
    }
  }
}
