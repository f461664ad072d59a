package org.tidemark.tally;

import java.util.Arrays;

/**
 * Numbers pairs of whole numbers in the order in which they come: 0, 1, 2, and so on. An open table
 * of primitive keys, so that a pair that was seen before costs no object.
 */
final class Pairs {
  private static final int FREE = -1;

  private long[] keys = new long[64];
  private int[] slots = new int[256];
  private int size;

  private Pairs() {
    Arrays.fill(slots, FREE);
  }

  /** No pairs yet. */
  static Pairs none() {
    return new Pairs();
  }

  /** The number of a pair, a new one where it is new. */
  int of(int first, int second) {
    return of(((long) first << 32) | (second & 0xFFFF_FFFFL));
  }

  /** The number of a pair in one word. */
  int of(long key) {
    int at = slot(key);
    if (slots[at] != FREE) {
      return slots[at];
    }
    if (size == keys.length) {
      grow();
      at = slot(key);
    }
    keys[size] = key;
    slots[at] = size;
    return size++;
  }

  /** How many pairs there are. */
  int size() {
    return size;
  }

  /** The first of a numbered pair. */
  int first(int number) {
    return (int) (keys[number] >> 32);
  }

  /** The second of a numbered pair. */
  int second(int number) {
    return (int) keys[number];
  }

  private int slot(long key) {
    int mask = slots.length - 1;
    long mixed = key * 0x9E37_79B9_7F4A_7C15L;
    int at = (int) (mixed >>> 40) & mask;
    while (slots[at] != FREE && keys[slots[at]] != key) {
      at = (at + 1) & mask;
    }
    return at;
  }

  /** A quarter full at most, so that a search ends at once. */
  private void grow() {
    keys = Arrays.copyOf(keys, 2 * size);
    slots = new int[4 * keys.length];
    Arrays.fill(slots, FREE);
    for (int i = 0; i < size; i++) {
      slots[slot(keys[i])] = i;
    }
  }
}
