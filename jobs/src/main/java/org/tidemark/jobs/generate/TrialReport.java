package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Clinical trials at the sites that do research: one is planned every other year, its ethics
 * application decided after some months or not yet, and patients enrolled by quarter.
 */
final class TrialReport {
  private static final List<Integer> STARTS = List.of(2017, 2019, 2021, 2023);
  private static final List<String> SPONSORS = List.of("LOCAL", "ACADEMIC_INTL", "INDUSTRY");

  private record Trial(
      String id, LocalDate submitted, LocalDate approved, LocalDate opened, LocalDate closed) {
    boolean open(Quarter quarter) {
      return !opened.isAfter(quarter.end()) && !closed.isBefore(quarter.start());
    }
  }

  private TrialReport() {}

  /** One row a trial. */
  static void trials(Story story, Table table) {
    for (Trial trial : drawn(story)) {
      Chance chance = Chance.of(story.seed(), "trial/" + trial.id());
      story
          .since(Dataset.RESEARCH, trial.submitted())
          .ifPresent(
              submission ->
                  table.add(
                      Row.in(submission)
                          .with("trial_id", trial.id())
                          .with("registry_id", "PACTR" + (100_000 + chance.between(0, 899_999)))
                          .with("site_id", story.site().id())
                          .with("phase", Integer.toString(chance.between(2, 3)))
                          .with("sponsor", chance.pick(SPONSORS))
                          .with("pi_local", chance.happens(story.site().treated() ? 0.7 : 0.3))
                          .with("ethics_submitted", trial.submitted())
                          .with("ethics_approved", within(trial.approved()))
                          .with("opened", within(trial.opened()))
                          .with("closed", within(trial.closed()))
                          .with("target", 40)));
    }
  }

  /** One row a trial and quarter in which it was open. */
  static void enrolment(Story story, Table table) {
    for (Trial trial : drawn(story)) {
      Chance chance = Chance.of(story.seed(), "enrolment/" + trial.id());
      for (Quarter quarter : Quarter.REPORTED) {
        int screened = chance.between(2, 9);
        int enrolled = chance.between(1, screened);
        int withdrawn = chance.happens(0.2) ? 1 : 0;
        if (trial.open(quarter)) {
          story
              .on(Dataset.RESEARCH, quarter.end())
              .ifPresent(
                  submission ->
                      table.add(
                          Row.in(submission)
                              .with("trial_id", trial.id())
                              .with("site_id", story.site().id())
                              .with("period", quarter.label())
                              .with("screened", screened)
                              .with("enrolled", enrolled)
                              .with("withdrawn", withdrawn)));
        }
      }
    }
  }

  private static LocalDate within(LocalDate day) {
    return day.isAfter(Submission.AS_OF) ? null : day;
  }

  private static List<Trial> drawn(Story story) {
    Chance chance = story.chance("trials");
    List<Trial> trials = new ArrayList<>();
    for (int year : STARTS) {
      LocalDate submitted = LocalDate.of(year, 1, 10).plusDays(chance.between(0, 300));
      LocalDate approved = submitted.plusDays(chance.between(45, 260));
      LocalDate opened = approved.plusDays(chance.between(20, 120));
      LocalDate closed = opened.plusDays(chance.between(300, 800));
      String id = story.ref("C", trials.size() + 1);
      trials.add(new Trial(id, submitted, approved, opened, closed));
    }
    return trials;
  }
}
