package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Combinations of codes that rule tables list, to be found in tumours: males with an ovarian
 * tumour, a retinoblastoma at ten years. A row of a table is one combination: a column named as a
 * field holds the codes that it asks for, as ranges, {@code except_} and the field those that it
 * excludes, and an empty cell asks for nothing. A tumour whose code of an asked field is absent, or
 * no code at all, stands in no combination.
 *
 * <p>What a pair of topography and morphology can stand in is found once: there are millions of
 * tumours, and far fewer pairs.
 */
public final class CodeCombinations implements Serializable {
  /** The fields that a combination may ask for, in the order in which codes are handed in. */
  public static final List<String> FIELDS =
      List.of("topography", "morphology", "sex", "age", "behaviour", "grade", "basis");

  /** Before a field's name: the codes that must not be. */
  public static final String EXCEPT = "except_";

  private static final long serialVersionUID = 1L;

  /** The first fields, by which combinations are remembered. */
  private static final int PAIR = 2;

  private static final int ABSENT = -1;
  private static final int MOST_DIGITS = 3;
  private static final int MORPHOLOGIES = 10_000;

  private final ArrayList<Combination> all;
  private final Map<Integer, List<Combination>> byPair = new ConcurrentHashMap<>();

  private CodeCombinations(List<Combination> all) {
    this.all = new ArrayList<>(all);
  }

  /**
   * Compiles rule tables.
   *
   * @param tables rule → rows of its table; rules are told in this order
   * @throws IllegalArgumentException where a cell holds no ranges of codes
   */
  public static CodeCombinations of(Map<String, List<Map<String, String>>> tables) {
    List<Combination> all = new ArrayList<>();
    tables.forEach((rule, rows) -> rows.forEach(row -> all.add(Combination.of(rule, row))));
    return new CodeCombinations(all);
  }

  /**
   * The rules that a tumour breaks, separated by blanks; null where it breaks none.
   *
   * @param codes one for each of {@link #FIELDS}, in canonical form; null where there is none
   */
  public String broken(String... codes) {
    int topography = TopographyCode.number(codes[0]);
    int morphology = MorphologyCode.number(codes[1]);
    List<Combination> possible =
        byPair.computeIfAbsent(
            (topography + 1) * MORPHOLOGIES + morphology + 1,
            pair -> all.stream().filter(c -> c.possibleOf(topography, morphology)).toList());
    String broken = null;
    String last = null;
    for (Combination combination : possible) {
      if (!combination.rule.equals(last) && combination.holds(codes)) {
        last = combination.rule;
        broken = broken == null ? last : broken + ' ' + last;
      }
    }
    return broken;
  }

  /** The number of a short code: an age, a sex, a grade. */
  private static int number(String code) {
    if (code == null || code.isEmpty() || code.length() > MOST_DIGITS) {
      return ABSENT;
    }
    int value = 0;
    for (int i = 0; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c < '0' || c > '9') {
        return ABSENT;
      }
      value = value * 10 + c - '0';
    }
    return value;
  }

  /** What a row asks for: by field the ranges that must hold its code, and those that must not. */
  private record Combination(String rule, CodeRanges[] within, CodeRanges[] except)
      implements Serializable {
    private static Combination of(String rule, Map<String, String> row) {
      return new Combination(requireNonNull(rule, "rule"), ranges("", row), ranges(EXCEPT, row));
    }

    private static CodeRanges[] ranges(String prefix, Map<String, String> row) {
      return FIELDS.stream()
          .map(field -> CodeRanges.of(Objects.requireNonNullElse(row.get(prefix + field), "")))
          .toArray(CodeRanges[]::new);
    }

    private boolean possibleOf(int topography, int morphology) {
      return holds(0, topography) && holds(1, morphology);
    }

    private boolean holds(String[] codes) {
      for (int field = PAIR; field < codes.length; field++) {
        boolean asked = !within[field].any() || !except[field].any();
        if (asked && !holds(field, number(codes[field]))) {
          return false;
        }
      }
      return true;
    }

    private boolean holds(int field, int number) {
      boolean inside = within[field].any() || within[field].containsNumber(number);
      boolean outside =
          except[field].any() || (number != ABSENT && !except[field].containsNumber(number));
      return inside && outside;
    }
  }
}
