package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Locale;

/**
 * A set of codes written as ranges, {@code C00-C14;C18.1;C26} or {@code 8720-8790;9140}: inclusive,
 * separated by semicolons. A three-character topography stands for all its fourth characters. The
 * empty text stands for every code.
 */
public final class CodeRanges implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int TOPOGRAPHY_LENGTH = 3;

  private final int[] from;
  private final int[] to;

  private CodeRanges(int[] from, int[] to) {
    this.from = from;
    this.to = to;
  }

  /**
   * Reads ranges.
   *
   * @throws IllegalArgumentException where a part is no code or range of codes
   */
  public static CodeRanges of(String text) {
    if (requireNonNull(text, "ranges").isBlank()) {
      return new CodeRanges(new int[0], new int[0]);
    }
    String[] parts = text.strip().split("\\s*;\\s*");
    int[] from = new int[parts.length];
    int[] to = new int[parts.length];
    for (int i = 0; i < parts.length; i++) {
      String[] ends = parts[i].split("-", 2);
      from[i] = bound(ends[0], 0);
      to[i] = bound(ends[ends.length - 1], 9);
    }
    return new CodeRanges(from, to);
  }

  /** Whether the ranges stand for every code, known or not. */
  public boolean any() {
    return from.length == 0;
  }

  /** Whether a code is in one of the ranges; null is in none but the empty text's. */
  public boolean contains(String code) {
    if (any()) {
      return true;
    }
    if (code == null) {
      return false;
    }
    int value = bound(code, 0);
    for (int i = 0; i < from.length; i++) {
      if (value >= from[i] && value <= to[i]) {
        return true;
      }
    }
    return false;
  }

  private static int bound(String code, int fourth) {
    String bare = code.strip().toUpperCase(Locale.ROOT).replace(".", "");
    boolean site = bare.startsWith("C");
    String digits = site ? bare.substring(1) : bare;
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("not a code or a range of codes");
    }
    int value = Integer.parseInt(digits);
    return site && digits.length() < TOPOGRAPHY_LENGTH ? value * 10 + fourth : value;
  }

  @Override
  public String toString() {
    return Arrays.toString(from) + Arrays.toString(to);
  }
}
