package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Mentorship: two pairs at each site where the programme works, planned to meet each month, for
 * eighteen months or until one of them gives up. A pair comes with the first report that arrives, a
 * session with that of its own.
 */
final class MentorshipReport {
  private static final int PAIRS = 2;
  private static final int MONTHS = 18;
  private static final List<String> TOPICS = List.of("CASE", "PROTOCOL", "CAREER", "RESEARCH");

  private record Pair(String id, int number, LocalDate start, int months, boolean foreign) {
    LocalDate day(int month) {
      return start.plusMonths(month).plusDays(number * 3L + month % 5);
    }
  }

  private MentorshipReport() {}

  /** One row a pair. */
  static void pairs(Story story, Table table) {
    for (Pair pair : drawn(story)) {
      LocalDate end = pair.day(pair.months() - 1);
      boolean over = !end.isAfter(Submission.AS_OF);
      story
          .since(Dataset.MENTORSHIP, pair.start())
          .ifPresent(
              submission ->
                  table.add(
                      Row.in(submission)
                          .with("pair_id", pair.id())
                          .with("mentor_ref", "F" + (pair.id().hashCode() & 31))
                          .with("mentee_ref", story.ref("H", pair.number()))
                          .with("site_id", story.site().id())
                          .with("start", pair.start())
                          .with("end", over ? end : null)
                          .with("goals", pair.number() == 1 ? "BREAST_PATHWAY" : "PATHOLOGY")));
    }
  }

  /** One row a session, held or not. */
  static void sessions(Story story, Table table) {
    for (Pair pair : drawn(story)) {
      Chance chance = Chance.of(story.seed(), "sessions/" + pair.id());
      for (int month = 0; month < pair.months(); month++) {
        LocalDate day = pair.day(month);
        Row row = session(chance, story, pair, month);
        if (!day.isAfter(Submission.AS_OF)) {
          story
              .on(Dataset.MENTORSHIP, day)
              .ifPresent(submission -> table.add(row.with("submission_id", submission.id())));
        }
      }
    }
  }

  /** Sessions in a language that is not the mentee's are often limited by it, in the first year. */
  private static Row session(Chance chance, Story story, Pair pair, int month) {
    String status =
        List.of("HELD", "CANCELLED", "NO_SHOW", "FAILED_CONNECTION")
            .get(chance.weighted(0.80, 0.08, 0.05, 0.07));
    boolean held = status.equals("HELD");
    boolean limited = chance.happens(month < 12 ? 0.55 : 0.25) && pair.foreign();
    boolean rated = held && chance.happens(0.9);
    return new Row()
        .with("session_id", pair.id() + "-" + (month + 1))
        .with("pair_id", pair.id())
        .with("date", pair.day(month))
        .with("planned", chance.happens(0.9))
        .with("status", status)
        .with("duration_min", held ? 15 * chance.between(3, 8) : null)
        .with("modality", chance.pick(List.of("VIDEO", "VIDEO", "PHONE", "ONSITE")))
        .with("language", pair.foreign() ? "en" : story.site().place().language())
        .with("language_limited", rated ? limited : null)
        .with("topic", chance.pick(TOPICS))
        .with("action_items", held ? chance.between(0, 4) : null);
  }

  private static List<Pair> drawn(Story story) {
    Site site = story.site();
    Chance chance = story.chance("mentorship");
    List<Pair> pairs = new ArrayList<>();
    for (int number = 1; number <= PAIRS && site.treated(); number++) {
      LocalDate start = site.begins().get().start().plusDays(chance.between(10, 120));
      int months = chance.happens(0.3) ? chance.between(4, 11) : MONTHS;
      boolean foreign = !site.place().language().equals("en") && chance.happens(0.6);
      pairs.add(new Pair(story.ref("J", number), number, start, months, foreign));
    }
    return pairs;
  }
}
