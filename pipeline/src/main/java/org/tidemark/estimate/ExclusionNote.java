package org.tidemark.estimate;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * How many cases of a stratum did not enter its survival: in words for the note beside the figure,
 * and as a list for programs. A count that the audience may not see is told as being below the
 * threshold, or left out of the list: both are text, so that nothing could be taken out of them
 * later.
 */
final class ExclusionNote {
  private ExclusionNote() {}

  /**
   * The note; empty where every case entered.
   *
   * @param reasons cases by the label of their reason, each 1 or more
   * @param threshold counts from 1 to below it are not told; 0 tells all
   */
  static String of(Map<String, Long> reasons, int threshold) {
    return reasons.isEmpty()
        ? ""
        : reasons.entrySet().stream()
            .map(e -> told(e.getValue(), threshold) + " " + e.getKey())
            .collect(Collectors.joining(", ", "not included: ", ""));
  }

  /**
   * The same as a list, {@code reason:count;reason:count}; a count that is not told is empty.
   *
   * @param reasons cases by the label of their reason, each 1 or more
   * @param threshold counts from 1 to below it are not told; 0 tells all
   */
  static String listed(Map<String, Long> reasons, int threshold) {
    return reasons.entrySet().stream()
        .map(e -> e.getKey() + ":" + (e.getValue() < threshold ? "" : e.getValue()))
        .collect(Collectors.joining(";"));
  }

  /**
   * The note on deaths whose cause is not known, which estimates by cause count as of other causes.
   */
  static String causes(String method, long unknown, int threshold) {
    boolean byCause = method.equals("cause-specific") || method.equals("aalen-johansen");
    return byCause && unknown > 0
        ? told(unknown, threshold) + " deaths without a cause count as of other causes"
        : "";
  }

  private static String told(long count, int threshold) {
    return count < threshold ? "fewer than " + threshold : Long.toString(count);
  }
}
