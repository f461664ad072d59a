package org.tidemark.model;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a date is written with digits: {@code yyyy} or {@code yy}, {@code MM} and {@code dd}, and
 * {@code M} and {@code d} where a leading zero may be left out; every other character stands for
 * itself. Strict: every place must be filled, every separator must be there, nothing may follow.
 */
public final class DatePattern implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String PLACES = "yMd";

  private final String pattern;
  private final List<Run> runs;
  private final boolean shortYear;

  /**
   * The numbers of a date as written, unknown codes and all.
   *
   * @param year as written; of two digits where {@link #shortYear}
   * @param month 0 where the pattern has none
   * @param day 0 where the pattern has none
   */
  public record Parts(int year, int month, int day) {}

  /**
   * One letter repeated, or one separator.
   *
   * @param part which part of a date it is: a place among {@link #PLACES}, -1 for a separator
   * @param most characters that it takes at most; it takes as many as it has letters at least
   */
  private record Run(char letter, int count, int part, int most) implements Serializable {
    static Run of(char letter, int count) {
      int part = PLACES.indexOf(letter);
      return new Run(letter, count, part, part >= 0 && count == 1 ? 2 : count);
    }

    boolean place() {
      return part >= 0;
    }

    /** Where the run ends in a text that it fits from a place on, or -1. */
    int end(String text, int from) {
      int last = Math.min(text.length(), from + most);
      int end = from;
      while (end < last && fits(text.charAt(end))) {
        end++;
      }
      return end - from < count ? -1 : end;
    }

    private boolean fits(char c) {
      return place() ? c >= '0' && c <= '9' : c == letter;
    }
  }

  private DatePattern(String pattern, List<Run> runs) {
    this.pattern = pattern;
    this.runs = runs;
    this.shortYear = of(runs, 'y').get(0).count() == 2;
  }

  /**
   * The pattern of that text.
   *
   * @throws IllegalArgumentException in words for whoever wrote it, where it cannot be read by
   */
  public static DatePattern of(String pattern) {
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < pattern.length(); ) {
      int end = i + 1;
      boolean place = PLACES.indexOf(pattern.charAt(i)) >= 0;
      while (place && end < pattern.length() && pattern.charAt(end) == pattern.charAt(i)) {
        end++;
      }
      runs.add(Run.of(pattern.charAt(i), end - i));
      i = end;
    }
    require(runs);
    return new DatePattern(pattern, List.copyOf(runs));
  }

  private static void require(List<Run> runs) {
    for (int i = 0; i < runs.size(); i++) {
      require(runs.get(i), i + 1 < runs.size() && runs.get(i + 1).place());
    }
    List<Run> years = of(runs, 'y');
    List<Run> months = of(runs, 'M');
    List<Run> days = of(runs, 'd');
    if (years.size() != 1 || (years.get(0).count() != 4 && years.get(0).count() != 2)) {
      throw new IllegalArgumentException("a date pattern needs one yyyy, or one yy");
    }
    if (months.size() > 1 || days.size() > 1 || (!days.isEmpty() && months.isEmpty())) {
      throw new IllegalArgumentException("a date pattern has one MM, and one dd only with it");
    }
  }

  private static void require(Run run, boolean digitsFollow) {
    boolean part = run.place() && run.letter() != 'y';
    if (part && (run.count() > 2 || (run.count() == 1 && digitsFollow))) {
      throw new IllegalArgumentException(
          "write months and days as MM and dd, or as M and d before a separator");
    }
    if (!run.place() && run.letter() < 128 && Character.isLetterOrDigit(run.letter())) {
      throw new IllegalArgumentException("the letters of a date pattern are y, M and d");
    }
  }

  private static List<Run> of(List<Run> runs, char letter) {
    return runs.stream().filter(run -> run.letter() == letter).toList();
  }

  /** The text the pattern was made of. */
  public String pattern() {
    return pattern;
  }

  /** Whether the year has two digits. */
  public boolean shortYear() {
    return shortYear;
  }

  /** Whether texts of the pattern are a plain whole number of at most so many digits. */
  public boolean wholeNumber(int digits) {
    return runs.stream().allMatch(Run::place) && pattern.length() <= digits;
  }

  /** The numbers that a text holds in the pattern's places, or empty where it does not fit. */
  public Optional<Parts> read(String text) {
    int[] parts = new int[PLACES.length()];
    int at = 0;
    for (Run run : runs) {
      int end = run.end(text, at);
      if (end < 0) {
        return Optional.empty();
      }
      if (run.place()) {
        parts[run.part()] = Integer.parseInt(text, at, end, 10);
      }
      at = end;
    }
    return at == text.length()
        ? Optional.of(new Parts(parts[0], parts[1], parts[2]))
        : Optional.empty();
  }

  /**
   * Whether some text fits this pattern and another, and is not the same date in both: {@code
   * dd/MM/yyyy} and {@code MM/dd/yyyy}, {@code yyyyMMdd} and {@code ddMMyyyy}.
   */
  public boolean ambiguousWith(DatePattern other) {
    for (String one : layouts()) {
      for (String two : other.layouts()) {
        if (!one.equals(two) && alike(one, two)) {
          return true;
        }
      }
    }
    return false;
  }

  /** The pattern with a letter for every digit, in each width that it allows. */
  private List<String> layouts() {
    List<String> layouts = List.of("");
    for (Run run : runs) {
      String letter = String.valueOf(run.letter());
      List<String> tails =
          run.most() > run.count()
              ? List.of(letter, letter + letter)
              : List.of(letter.repeat(run.count()));
      layouts = layouts.stream().flatMap(head -> tails.stream().map(tail -> head + tail)).toList();
    }
    return layouts;
  }

  private static boolean alike(String one, String two) {
    if (one.length() != two.length()) {
      return false;
    }
    for (int i = 0; i < one.length(); i++) {
      boolean digits = PLACES.indexOf(one.charAt(i)) >= 0 && PLACES.indexOf(two.charAt(i)) >= 0;
      if (!digits && one.charAt(i) != two.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DatePattern that && pattern.equals(that.pattern);
  }

  @Override
  public int hashCode() {
    return pattern.hashCode();
  }

  @Override
  public String toString() {
    return pattern;
  }
}
