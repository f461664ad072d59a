package org.tidemark.estimate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tidemark.stats.SurvivalTally;
import org.tidemark.tally.SurvivalKey;
import org.tidemark.tally.SurvivalPart;
import scala.Tuple2;

/**
 * The age groups of a stratum in the order of a standard, with its weights. An age group without
 * cases has an empty tally, which makes the standardised figure insufficient.
 *
 * @param weights one weight an age group
 * @param byAge one tally an age group
 */
record StandardisedStratum(double[] weights, List<SurvivalTally> byAge) {

  static StandardisedStratum of(
      Map<String, Double> standard, Iterable<Tuple2<SurvivalKey, SurvivalPart>> parts) {
    Map<String, SurvivalPart> byGroup = new HashMap<>();
    parts.forEach(part -> byGroup.merge(part._1().weightedAge(), part._2(), SurvivalPart::plus));
    int horizon = byGroup.values().iterator().next().tally().horizon();
    List<SurvivalTally> tallies =
        standard.keySet().stream()
            .map(
                group ->
                    byGroup.containsKey(group)
                        ? byGroup.get(group).tally()
                        : SurvivalTally.empty(horizon))
            .toList();
    return new StandardisedStratum(
        standard.values().stream().mapToDouble(Double::doubleValue).toArray(), tallies);
  }
}
