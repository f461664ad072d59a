package org.tidemark.model;

import java.io.Serializable;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ages as registries write them, in completed years: {@code 54}, {@code 054}, {@code 54.7}, {@code
 * 54,7}, {@code 54 years}; {@code 85+} as 85; months, weeks and days of infants as {@code 3M},
 * {@code 10 d}, {@code 1y 6m}, and as the parts of a year {@code 6/12}, {@code 3/52}, {@code
 * 10/365} (and {@code 4/7} of a week); {@code <1} as 0. Unknown are -1, nines in the full width of
 * the variable, and words such as {@code N/K}.
 *
 * <p>Whether 99 is an age is settled by the variable's width (CanReg5 fills it with nines for
 * unknown): in two places it is unknown unless the registry says otherwise, in three it is an age.
 * 999 is never one.
 *
 * @param width places of the variable, 2 or 3
 * @param ninesUnknown whether nines in its full width mean unknown
 * @param zeroUnknown whether 0 means unknown
 */
public record AgeText(int width, boolean ninesUnknown, boolean zeroUnknown)
    implements Serializable {
  private static final Set<String> UNKNOWN_WORDS =
      Set.of(
          "-1",
          "999",
          "?",
          "-",
          "n/k",
          "nk",
          "n/a",
          "unk",
          "unknown",
          "not known",
          "inconnu",
          "nsp",
          "desconocido",
          "desconocida",
          "desconhecido",
          "desconhecida",
          "ignorado",
          "ignorada");
  private static final Pattern PLAIN = Pattern.compile("(\\d{1,3})(?:[.,]\\d{1,9})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,3}(?:[.,]0*)?");
  private static final Pattern AT_LEAST = Pattern.compile("(?:>=|≥) ?(\\d{1,3})|(\\d{1,3}) ?\\+");
  private static final Pattern PARTS = Pattern.compile("(?:(\\d{1,3}) )?(\\d{1,3})/(12|52|7|365)");
  private static final Pattern UNITS =
      Pattern.compile("(\\d{1,5}(?:[.,]\\d{1,9})?) ?(\\p{L}{1,8})\\.?(?:,? |$|(?=\\d))");
  private static final double ROUNDING = 1e-9;
  private static final int LONGEST_TEXT = 40;

  /** What a text says. */
  public enum Kind {
    /** An age. */
    YEARS,
    /** That the age is not known. */
    UNKNOWN,
    /** Nothing that is an age. */
    NOT_AN_AGE
  }

  /**
   * What a text says of an age.
   *
   * @param kind whether it is one
   * @param years completed years, 0 to 999; whether a person can be so old is a check's to say. 0
   *     where it is none
   */
  public record Reading(Kind kind, int years) {
    private static final Reading UNKNOWN = new Reading(Kind.UNKNOWN, 0);
    private static final Reading NONE = new Reading(Kind.NOT_AN_AGE, 0);
  }

  /** Checks the width. */
  public AgeText {
    if (width != 2 && width != 3) {
      throw new IllegalArgumentException("an age is two or three places wide");
    }
  }

  /** What a text says; a text of any kind has an answer. */
  public Reading read(String text) {
    String bare = text.strip();
    if (bare.isEmpty() || UNKNOWN_WORDS.contains(bare.toLowerCase(Locale.ROOT))) {
      return Reading.UNKNOWN;
    }
    if (bare.length() > LONGEST_TEXT) {
      return Reading.NONE;
    }
    Matcher plain = PLAIN.matcher(bare);
    if (plain.matches()) {
      return plain(Integer.parseInt(plain.group(1)), bare);
    }
    return written(bare).map(AgeText::completed).orElse(Reading.NONE);
  }

  private Reading plain(int years, String text) {
    boolean whole = WHOLE.matcher(text).matches();
    boolean nines = ninesUnknown && whole && years == (width == 2 ? 99 : 999);
    boolean zero = zeroUnknown && whole && years == 0;
    return nines || zero || years == 999 ? Reading.UNKNOWN : new Reading(Kind.YEARS, years);
  }

  private static Optional<Double> written(String text) {
    if (text.equals("<1") || text.equals("< 1")) {
      return Optional.of(0.0);
    }
    Matcher least = AT_LEAST.matcher(text);
    if (least.matches()) {
      return Optional.of(Double.valueOf(least.group(1) == null ? least.group(2) : least.group(1)));
    }
    Matcher parts = PARTS.matcher(text);
    return parts.matches() ? Optional.of(parts(parts)) : units(text);
  }

  /** Parts of a year; sevenths are days of a week. */
  private static double parts(Matcher parts) {
    double whole = parts.group(1) == null ? 0 : Double.parseDouble(parts.group(1));
    double count = Double.parseDouble(parts.group(2));
    return whole
        + switch (parts.group(3)) {
          case "12" -> count * AgeUnit.MONTH.years();
          case "52" -> count * AgeUnit.WEEK.years();
          default -> count * AgeUnit.DAY.years();
        };
  }

  /** Numbers each with its unit, as {@code 1y 6m}; no unit twice. */
  private static Optional<Double> units(String text) {
    Matcher matcher = UNITS.matcher(text);
    double years = 0;
    int at = 0;
    AgeUnit last = null;
    while (matcher.find() && matcher.start() == at) {
      AgeUnit unit = AgeUnit.of(matcher.group(2)).orElse(null);
      if (unit == null || (last != null && unit.compareTo(last) <= 0)) {
        return Optional.empty();
      }
      years += Double.parseDouble(matcher.group(1).replace(',', '.')) * unit.years();
      last = unit;
      at = matcher.end();
    }
    return at == text.length() ? Optional.of(years) : Optional.empty();
  }

  private static Reading completed(double years) {
    int completed = (int) Math.floor(years + ROUNDING);
    return completed > 999 ? Reading.NONE : new Reading(Kind.YEARS, completed);
  }
}
