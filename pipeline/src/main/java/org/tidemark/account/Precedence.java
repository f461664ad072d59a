package org.tidemark.account;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import org.apache.spark.unsafe.types.UTF8String;

/**
 * Which of several records of one tumour is to be believed: the first rule that tells them apart
 * decides. Rules are data ({@code codes/record_precedence}); each ranks the values of one field, an
 * unknown value last:
 *
 * <ul>
 *   <li>{@code later}: the later date;
 *   <li>{@code precise}: the date of which more is known;
 *   <li>{@code listed}: the value that stands earlier in a list.
 * </ul>
 *
 * <p>The field {@code submitted} is the day on which a source was submitted, as the programme says.
 *
 * @param rules in the order in which they are asked
 * @param submitted the day of the source, ISO 8601; empty where none was given
 */
public record Precedence(List<Rule> rules, String submitted) implements Serializable {
  /** Nothing is preferred. */
  public static final Precedence NONE = new Precedence(List.of(), "");

  /** The field that stands for the source's day. */
  public static final String SUBMITTED = "submitted";

  /** Bits that a rank may have, so that it is no negative number. */
  private static final int MOST_BITS = 62;

  private static final int FIRST_YEAR = 1800;
  private static final int DAYS_IN_MONTH = 32;
  private static final int MONTHS = 13;

  /** How a rule ranks values, and the bits that its ranks need. */
  public enum Prefer {
    /** The later date. */
    LATER(18),
    /** The date of which more is known. */
    PRECISE(2),
    /** The value that stands earlier in a list. */
    LISTED(5);

    private final int bits;

    Prefer(int bits) {
      this.bits = bits;
    }
  }

  /**
   * One rule.
   *
   * @param field the field whose value is ranked
   * @param prefer how
   * @param values the list, the best first; empty where dates are ranked
   */
  public record Rule(String field, Prefer prefer, List<UTF8String> values) implements Serializable {
    /** Copies the list. */
    public Rule {
      values = List.copyOf(values);
    }

    /**
     * A rule as it is written.
     *
     * @param prefer later, precise or listed
     */
    public static Rule of(String field, String prefer, List<String> values) {
      return new Rule(
          field,
          Prefer.valueOf(prefer.toUpperCase(Locale.ROOT)),
          values.stream().map(UTF8String::fromString).toList());
    }

    private long rank(UTF8String value) {
      if (value == null || value.numBytes() == 0) {
        return 0;
      }
      return switch (prefer) {
        case LATER -> day(value);
        // Year, month and day: 4, 7 and 10 characters.
        case PRECISE -> value.numChars() / 3;
        case LISTED -> values.contains(value) ? values.size() - values.indexOf(value) : 0;
      };
    }
  }

  /** Copies the list. */
  public Precedence {
    rules = List.copyOf(rules);
  }

  /**
   * Reads rows of {@code codes/record_precedence}.
   *
   * @throws IllegalArgumentException where there are more rules than a rank can hold, or a list is
   *     too long
   */
  public static Precedence of(List<Map<String, String>> rows) {
    List<Rule> rules = new ArrayList<>();
    int bits = 0;
    for (Map<String, String> row : rows) {
      List<String> values =
          row.get("values").isEmpty() ? List.of() : List.of(row.get("values").split(";"));
      Rule rule = Rule.of(row.get("field"), row.get("prefer"), values);
      bits += rule.prefer().bits;
      if (bits > MOST_BITS || values.size() >= 1 << Prefer.LISTED.bits) {
        throw new IllegalArgumentException("a rank cannot hold so many rules or values");
      }
      rules.add(rule);
    }
    return new Precedence(rules, "");
  }

  /**
   * The same rules for the records of one source.
   *
   * @param day on which it was submitted; empty where none was given
   */
  public Precedence submitted(String day) {
    return new Precedence(rules, day);
  }

  /** The rank of a record of this source: the highest is believed. */
  public long rank(IntFunction<UTF8String> valueOfRule) {
    return rank(valueOfRule, submitted);
  }

  /**
   * The rank of a record. It is asked for each of them, so it is read from the values as they are
   * stored.
   *
   * @param valueOfRule the value of the field of a rule, by the rule's index; null where unknown
   * @param day on which the record's source was submitted
   */
  public long rank(IntFunction<UTF8String> valueOfRule, String day) {
    long rank = 0;
    for (int i = 0; i < rules.size(); i++) {
      Rule rule = rules.get(i);
      UTF8String value =
          rule.field().equals(SUBMITTED) ? UTF8String.fromString(day) : valueOfRule.apply(i);
      rank = (rank << rule.prefer().bits) | rule.rank(value);
    }
    return rank;
  }

  /** A number that grows with the date; what is not known of it stands at its beginning. */
  private static long day(UTF8String date) {
    int year = part(date, 0, 4) - FIRST_YEAR;
    long day = ((long) year * MONTHS + part(date, 5, 7)) * DAYS_IN_MONTH + part(date, 8, 10);
    return Math.max(0, Math.min(day, (1 << Prefer.LATER.bits) - 1));
  }

  private static int part(UTF8String date, int from, int to) {
    int value = 0;
    for (int i = from; i < Math.min(to, date.numBytes()); i++) {
      int digit = date.getByte(i) - '0';
      if (digit < 0 || digit > 9) {
        return 0;
      }
      value = value * 10 + digit;
    }
    return value;
  }
}
