package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;

/**
 * What each site counted in the last twelve months that any site has figures of.
 *
 * @param sites the sites that counted anything
 * @param sums their sums, in the same order
 */
record LatestYear(List<String> sites, List<SiteSum> sums) {
  static LatestYear of(SitePanel panel) {
    int from = panel.to() - Periods.perYear(panel.span()) + 1;
    List<String> sites = new ArrayList<>();
    List<SiteSum> sums = new ArrayList<>();
    for (SitePanel.Site site : panel.sites()) {
      SiteSum sum = SitePanel.between(site, from, panel.to());
      if (sum.tells()) {
        sites.add(site.id());
        sums.add(sum);
      }
    }
    return new LatestYear(sites, sums);
  }

  /** Whether every site counted whole events among whole trials. */
  boolean isShares() {
    return !sums.isEmpty() && sums.stream().allMatch(SiteSum::isPart);
  }

  long[] events() {
    return sums.stream().mapToLong(SiteSum::events).toArray();
  }

  long[] trials() {
    return sums.stream().mapToLong(SiteSum::trials).toArray();
  }
}
