package org.tidemark.coding;

import static java.util.Objects.requireNonNull;

import java.io.Serializable;
import java.util.Arrays;

/**
 * A set of codes written as ranges, {@code C00-C14;C18.1;D45-D47} or {@code 8720-8790;9140}:
 * inclusive, separated by semicolons. A three-character code of ICD-O topography or ICD-10 stands
 * for all its fourth characters. The empty text stands for every code.
 */
public final class CodeRanges implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int TOPOGRAPHY_LENGTH = 3;
  private static final int MOST_DIGITS = 4;
  private static final int PER_LETTER = 1000;

  /** ICD's fourth character for what is not specified further. */
  private static final int UNSPECIFIED = 9;

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

  /**
   * Whether a code is in one of the ranges; null is in none but the empty text's. A code of an ICD
   * category without its fourth character is read as unspecified ({@code C91} as C91.9).
   *
   * @throws IllegalArgumentException where the text is no code
   */
  public boolean contains(String code) {
    return any() || (code != null && holds(bound(code, UNSPECIFIED)));
  }

  /** Whether a number, as a code of these ranges is read, is in one of them. */
  boolean containsNumber(int number) {
    return any() || holds(number);
  }

  private boolean holds(int value) {
    for (int i = 0; i < from.length; i++) {
      if (value >= from[i] && value <= to[i]) {
        return true;
      }
    }
    return false;
  }

  /** Digits as a number; letters other than C, of the ICD-10, count a thousand codes each. */
  private static int bound(String code, int fourth) {
    String bare = code.strip();
    boolean lettered = !bare.isEmpty() && Character.isLetter(bare.charAt(0));
    int digits = 0;
    int value = 0;
    for (int i = lettered ? 1 : 0; i < bare.length(); i++) {
      char c = bare.charAt(i);
      if (c >= '0' && c <= '9') {
        value = value * 10 + c - '0';
        digits++;
      } else if (c != '.') {
        digits = 0;
        break;
      }
    }
    if (digits == 0 || digits > MOST_DIGITS) {
      throw new IllegalArgumentException("not a code or a range of codes");
    }
    int number = lettered && digits < TOPOGRAPHY_LENGTH ? value * 10 + fourth : value;
    return lettered ? number + block(bare.charAt(0)) : number;
  }

  private static int block(char letter) {
    return (Character.toUpperCase(letter) - 'C') * PER_LETTER;
  }

  @Override
  public String toString() {
    return Arrays.toString(from) + Arrays.toString(to);
  }
}
