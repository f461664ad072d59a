package org.tidemark.estimate;

import java.util.List;
import java.util.Optional;
import org.tidemark.catalogue.Analyses;
import org.tidemark.stats.Answer;
import org.tidemark.stats.KaplanMeier;
import org.tidemark.stats.LimitScale;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.stats.SurvivalCurve;
import org.tidemark.stats.SurvivalPoint;
import org.tidemark.stats.SurvivalTally;
import org.tidemark.tally.SurvivalPart;

/**
 * How many of a stratum were lost to follow-up before a time, and what its survival would be had
 * all of them died on the day they were lost, or lived on to the cut-off. A number of lost that the
 * audience may not see is not told, nor the band, which would give it back.
 */
final class LossBand {
  private static final List<String> BANDED = List.of("kaplan-meier", "ederer-2", "pohar-perme");

  private final Analyses.Survival analysis;
  private final SurvivalCurve followed;
  private final Optional<SurvivalTally> died;
  private final Optional<SurvivalTally> lived;
  private final int threshold;

  private LossBand(Analyses.Survival analysis, SurvivalPart part, int threshold) {
    this.analysis = analysis;
    this.followed = KaplanMeier.estimate(part.tally());
    this.died = with(part, part.more().lostDied());
    this.lived = with(part, part.more().lostLived());
    this.threshold = threshold;
  }

  static LossBand of(Analyses.Survival analysis, SurvivalPart part, int threshold) {
    return new LossBand(analysis, part, threshold);
  }

  private static Optional<SurvivalTally> with(SurvivalPart part, long[] difference) {
    if (difference.length == 0) {
      return Optional.empty();
    }
    SurvivalTally tally = part.tally();
    tally.merge(SurvivalTally.fromArray(difference));
    return Optional.of(tally);
  }

  /** The figure with the number lost and the band. */
  Figure beside(Figure figure, SurvivalLine line, int years) {
    Figure counted = counted(figure, years);
    boolean banded =
        BANDED.contains(analysis.method())
            && !analysis.design().byIntervals()
            && line.after() == 0
            && lost(years) > 0
            && told(lost(years));
    if (!banded) {
      return counted;
    }
    return with(with(counted, "if_lost_died", died, years), "if_lost_lived", lived, years);
  }

  /** The figure with the number lost. */
  Figure counted(Figure figure, int years) {
    long lost = lost(years);
    return told(lost) ? figure.with("lost", lost) : figure;
  }

  private boolean told(long lost) {
    return lost == 0 || lost >= threshold;
  }

  private long lost(int years) {
    int day = (int) Math.floor(years * PopulationHazard.DAYS_IN_YEAR);
    return died.map(tally -> deaths(KaplanMeier.estimate(tally), day) - deaths(followed, day))
        .orElse(0L);
  }

  private static long deaths(SurvivalCurve curve, int day) {
    return curve.deaths(Math.min(day, curve.lastDay()));
  }

  private Figure with(Figure figure, String column, Optional<SurvivalTally> tally, int years) {
    Answer<SurvivalPoint> point =
        SurvivalLines.daily(analysis, tally.orElseThrow()).at(years, LimitScale.PLAIN);
    return point.figure().map(p -> figure.with(column, p.survival())).orElse(figure);
  }
}
