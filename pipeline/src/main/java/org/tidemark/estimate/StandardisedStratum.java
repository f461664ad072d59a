package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tidemark.catalogue.Analyses;
import org.tidemark.stats.AgeStandardisedSurvival;
import org.tidemark.stats.Answer;
import org.tidemark.stats.BrennerWeights;
import org.tidemark.stats.Interval;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.SurvivalCurve;
import org.tidemark.stats.SurvivalPoint;
import org.tidemark.tally.SurvivalPart;
import org.tidemark.tally.SurvivalStratum;

/**
 * The age groups of a stratum in the order of a standard, with its weights. An age group without
 * cases has an empty tally, which makes the standardised figure insufficient.
 *
 * @param weights one weight an age group
 * @param byAge one part an age group
 */
record StandardisedStratum(double[] weights, List<SurvivalPart> byAge) {

  static StandardisedStratum of(
      Map<String, Double> standard, SurvivalStratum stratum, SurvivalPart whole) {
    return new StandardisedStratum(
        standard.values().stream().mapToDouble(Double::doubleValue).toArray(),
        standard.keySet().stream()
            .map(group -> stratum.byAge().getOrDefault(group, whole.nobody()))
            .toList());
  }

  /** The groups' readings, weighted. */
  Answer<Reading> weighted(List<SurvivalLine> groups, int years, LimitScale scale) {
    List<Answer<SurvivalPoint>> points = new ArrayList<>();
    long atRisk = 0;
    for (SurvivalLine group : groups) {
      Answer<Reading> reading = group.curve().at(years, LimitScale.PLAIN);
      atRisk += reading.figure().map(Reading::atRisk).orElse(0L);
      points.add(reading.map(r -> point(r, years)));
    }
    long all = atRisk;
    return AgeStandardisedSurvival.of(weights, points)
        .map(s -> new Reading(s.survival(), s.error(), all, 0, s.limits(scale)));
  }

  private static SurvivalPoint point(Reading reading, int years) {
    double value = reading.value();
    return new SurvivalPoint(
        years, 0, reading.atRisk(), value, 0, reading.error(), new Interval(value, value));
  }

  /** One curve of all cases, each weighted by its age group. */
  SurvivalLine individuallyWeighted(Analyses.Survival analysis) {
    SurvivalCurve curve =
        BrennerWeights.net(
            weights,
            byAge.stream().map(SurvivalPart::tally).toList(),
            SurvivalLines.transform(analysis));
    return new SurvivalLine(
        SurvivalLines.measure(analysis),
        SurvivalLines.method(analysis),
        0,
        (years, scale) -> SurvivalLines.reading(curve, curve.at(years, scale)));
  }
}
