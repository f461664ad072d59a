package org.tidemark.stats;

import java.util.ArrayList;
import java.util.List;

/**
 * Rates by five-year age group, per 100,000, with exact and Byar limits. The list ends with the
 * open-ended group; cases of unknown age belong to no group, and no correction is applied. Boyle P,
 * Parkin DM, in Cancer Registration: Principles and Methods, IARC Scientific Publications 95, Lyon
 * 1991, chapter 11; limits as {@link Rate} has them, doi:10.1093/biomet/28.3-4.437.
 */
public final class AgeSpecificRates {
  private AgeSpecificRates() {}

  /**
   * One answer a group, from 0-4 to the open-ended one; a group without person-years is
   * insufficient by itself. Empty when there is no population at all.
   */
  public static List<Answer<Rate>> of(AgeSpecificCounts counts) {
    List<Answer<Rate>> rates = new ArrayList<>();
    for (int group = 0; group <= counts.openGroup(); group++) {
      rates.add(Rate.of(counts.pooledCases(group), counts.personYears(group)));
    }
    return List.copyOf(rates);
  }
}
