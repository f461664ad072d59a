package org.tidemark.evaluate;

import java.io.Serializable;

/**
 * Under how many counts a figure of one site or group is hidden. Effects over sites give no count
 * back; the share of a single site does.
 *
 * @param count counts of 1 up to below this are hidden; 0 hides nothing
 * @param denominator shares over fewer are hidden
 */
public record Threshold(int count, int denominator) implements Serializable {
  /** Hides nothing. */
  public static final Threshold NONE = new Threshold(0, 0);

  /** Whether the share of some events among trials would give a small count back. */
  boolean hides(long events, long trials) {
    return small(events) || small(trials - events) || trials < denominator;
  }

  private boolean small(long number) {
    return number > 0 && number < count;
  }
}
