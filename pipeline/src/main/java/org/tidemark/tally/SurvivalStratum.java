package org.tidemark.tally;

import java.io.Serializable;
import java.util.Map;

/**
 * What a survival figure is estimated from.
 *
 * @param key the stratum
 * @param byAge the tally of each of its age groups where it is age-standardised, else one under the
 *     empty age group
 */
public record SurvivalStratum(SurvivalKey key, Map<String, SurvivalPart> byAge)
    implements Serializable {
  /** The tally of all ages. */
  public SurvivalPart whole() {
    return byAge.values().stream().reduce(SurvivalPart::plus).orElseThrow();
  }
}
