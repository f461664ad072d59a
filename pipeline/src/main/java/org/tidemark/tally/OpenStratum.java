package org.tidemark.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tidemark.derive.SurvivalExclusion;
import org.tidemark.stats.ExpectedTally;
import org.tidemark.stats.FractionalYear;
import org.tidemark.stats.IntervalTally;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.stats.SurvivalTally;

/** The tally of a stratum of one slice, while persons are added. */
final class OpenStratum {
  private static final int FROM = 0;
  private static final int TO = 1;
  private static final int DIED = 0;
  private static final int LIVED = 1;

  private final SurvivalSlice slice;
  private final int horizon;
  private final int closing;
  private final SurvivalTally tally;
  private final List<ExpectedTally> expected;
  private final List<IntervalTally> intervals;
  private final List<SurvivalTally> lost = new ArrayList<>();
  private final int[] years = SurvivalPart.NO_YEARS.clone();
  private final long[] unknownCauses = {0};

  OpenStratum(SurvivalSlice slice, int horizon, int closing) {
    this.slice = slice;
    this.horizon = horizon;
    this.closing = closing;
    this.tally = SurvivalTally.empty(horizon);
    this.expected = slice.expected() ? List.of(ExpectedTally.daily(horizon)) : List.of();
    this.intervals =
        slice.breaks().stream()
            .map(kind -> IntervalTally.empty(FollowUpBreaks.of(kind, horizon)))
            .toList();
  }

  /** Adds a person who is not excluded. */
  void add(Followed person, Optional<PopulationHazard> hazard) {
    int entry = slice.window().entry(person.diagnosisDay());
    int exit = slice.window().exit(person.diagnosisDay(), person.followUpDays());
    if (entry >= exit) {
      return;
    }
    years[FROM] = Math.min(years[FROM], person.year());
    years[TO] = Math.max(years[TO], person.year());
    boolean ended = exit == person.followUpDays();
    boolean died = person.died() && ended;
    if (hazard.isPresent()) {
      tally.addLate(
          person.ageDays(), person.diagnosisDay(), entry, exit, died, hazard.get(), person.sex());
      followed(person, entry, exit, died, hazard.get());
    } else {
      tally.addObserved(entry, exit, died);
    }
    if (person.lost() && ended && exit <= horizon) {
      lost(person, exit, hazard);
    }
    if (died && entry < horizon) {
      cause(person, exit);
    }
  }

  /** About how many numbers are held. */
  int size() {
    int tallies = SurvivalTally.NUMBERS_A_DAY * (1 + lost.size());
    int sums = ExpectedTally.NUMBERS_A_DAY * expected.size();
    return horizon * (tallies + sums);
  }

  private void cause(Followed person, int exit) {
    if (person.cause() == CauseOfDeath.OF_CANCER) {
      tally.ofCancer(exit);
    }
    unknownCauses[0] += person.cause() == CauseOfDeath.UNKNOWN ? 1 : 0;
  }

  private void followed(
      Followed person, int entry, int exit, boolean died, PopulationHazard hazard) {
    int diagnosis = person.diagnosisDay();
    for (ExpectedTally all : expected) {
      int potential = person.died() ? Math.max(exit, closing - diagnosis) : exit;
      all.add(person.ageDays(), diagnosis, potential, hazard, person.sex());
    }
    if (!intervals.isEmpty()) {
      double start = FractionalYear.of(diagnosis);
      IntervalTally.Person timed =
          new IntervalTally.Person(
              person.sex(),
              person.ageYears(),
              start,
              FractionalYear.of(diagnosis + entry) - start,
              FractionalYear.of(diagnosis + exit) - start,
              end(person, died));
      intervals.forEach(each -> each.add(timed, hazard.byYears()));
    }
  }

  private static IntervalTally.End end(Followed person, boolean died) {
    if (!died) {
      return IntervalTally.End.ALIVE;
    }
    return person.cause() == CauseOfDeath.OF_CANCER
        ? IntervalTally.End.OF_CANCER
        : IntervalTally.End.OTHER;
  }

  private void lost(Followed person, int exit, Optional<PopulationHazard> hazard) {
    if (lost.isEmpty()) {
      lost.add(SurvivalTally.empty(horizon));
      lost.add(SurvivalTally.empty(horizon));
    }
    int age = person.ageDays();
    int diagnosis = person.diagnosisDay();
    int last = slice.window().exit(diagnosis, closing - diagnosis);
    boolean later = exit < Math.min(last, horizon);
    if (hazard.isEmpty()) {
      lost.get(DIED).addObservedDeathForLoss(exit);
      if (later) {
        lost.get(LIVED).addObserved(exit, last, false);
      }
      return;
    }
    lost.get(DIED).addDeathForLoss(age, diagnosis, exit, hazard.get(), person.sex());
    if (later) {
      lost.get(LIVED).addLifeForLoss(age, diagnosis, exit, last, hazard.get(), person.sex());
    }
  }

  /**
   * The tally so far.
   *
   * @param excluded those who did not enter, by {@link SurvivalExclusion}
   */
  SurvivalPart part(long[] excluded) {
    return new SurvivalPart(
        tally.toArray(),
        years[FROM],
        years[TO],
        excluded,
        new FollowUpExtras(
            expected.isEmpty() ? FollowUpExtras.NONE : expected.get(0).toArray(),
            intervals.stream().map(IntervalTally::toArray).toList(),
            slice.breaks(),
            lost.isEmpty() ? FollowUpExtras.NONE : lost.get(DIED).toArray(),
            lost.isEmpty() ? FollowUpExtras.NONE : lost.get(LIVED).toArray(),
            unknownCauses[0]));
  }
}
