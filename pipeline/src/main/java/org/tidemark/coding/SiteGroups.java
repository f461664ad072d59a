package org.tidemark.coding;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Topographies that count as one organ for multiple primaries: table 1 of the IARC/IACR/ENCR rules
 * of 2004 ({@code codes/mp_topography}). A category that no row names is an organ of its own.
 */
final class SiteGroups implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final int CATEGORIES = 100;
  private static final int PER_CATEGORY = 10;

  /** The lowest category of the group that a category is in. */
  private final byte[] group = new byte[CATEGORIES];

  /** The topography of simultaneous tumours of the group, or null where the category names it. */
  private final String[] simultaneous = new String[CATEGORIES];

  private SiteGroups() {}

  /** Compiles the rows of {@code codes/mp_topography}. */
  static SiteGroups of(List<Map<String, String>> rows) {
    SiteGroups groups = new SiteGroups();
    for (byte category = 0; category < CATEGORIES; category++) {
      groups.group[category] = category;
    }
    for (Map<String, String> row : rows) {
      CodeRanges sites = CodeRanges.of(row.get("topography"));
      int[] own = allCategories().filter(c -> sites.contains("C%02d".formatted(c))).toArray();
      Arrays.stream(own).forEach(c -> groups.group[c] = (byte) own[0]);
      groups.simultaneous[own[0]] = row.get("code");
    }
    return groups;
  }

  private static IntStream allCategories() {
    return IntStream.range(0, CATEGORIES);
  }

  /** The group of a canonical topography, or -1 where the text is none. */
  int of(String topography) {
    int number = TopographyCode.number(topography);
    return number < 0 ? -1 : group[number / PER_CATEGORY];
  }

  /** The topography of several simultaneous tumours of one group that lie at different places. */
  String simultaneous(int group, String first) {
    if (simultaneous[group] != null) {
      return simultaneous[group];
    }
    String category = first.substring(0, 3);
    String unspecified = TopographyCode.unspecified(category);
    return unspecified.equals(category) ? first : unspecified;
  }
}
