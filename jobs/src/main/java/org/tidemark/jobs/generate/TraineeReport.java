package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Training: an episode comes with the report of the year in which it ended (or the last one, if it
 * goes on), a follow-up with the report of its own year. Who completed a course for trainers trains
 * others, and some of those train more: each knows who trained them.
 */
final class TraineeReport {
  private static final List<Integer> FOLLOWED_MONTHS = List.of(6, 12, 24);
  private static final List<String> CADRES =
      List.of("MED_ONC", "ONC_NURSE", "ONC_NURSE", "PATHOLOGIST", "SURGEON", "PHARMACIST");

  /** Countries that host rotations; the last is of high income. */
  private static final List<String> HOSTS = List.of("XAA", "XAD", "XAF", OfficeReports.RICH);

  /** Days within which a trainer trains others. */
  private static final int CASCADE_DAYS = 600;

  /** A kind of training. */
  private enum Kind {
    FELLOWSHIP(12),
    ROTATION(3),
    SHORT_COURSE(1),
    TOT(1);

    private final int months;

    Kind(int months) {
      this.months = months;
    }
  }

  private record Episode(
      Site site,
      int number,
      Kind kind,
      LocalDate start,
      LocalDate end,
      String outcome,
      int generation,
      String trainer) {
    String id() {
      return site.id() + "-E" + number;
    }

    String person() {
      return site.id() + "-H" + number;
    }

    boolean over() {
      return !end.isAfter(Submission.AS_OF);
    }

    boolean completed() {
      return outcome.equals("COMPLETED");
    }

    Optional<Submission> submission(Story story) {
      return story.on(Dataset.TRAINING, over() ? end : Submission.AS_OF);
    }
  }

  private TraineeReport() {}

  /** One row an episode. */
  static void episodes(Story story, Table table) {
    for (Episode episode : drawn(story)) {
      Chance chance = Chance.of(story.seed(), "episode/" + episode.id());
      episode.submission(story).ifPresent(s -> table.add(row(chance, episode, s)));
    }
  }

  /** One row a check on what became of someone who completed a reported episode. */
  static void followups(Story story, Table table) {
    drawn(story).stream()
        .filter(e -> e.completed() && e.submission(story).isPresent())
        .forEach(e -> follow(Chance.of(story.seed(), "followup/" + e.id()), e, story, table));
  }

  private static List<Episode> drawn(Story story) {
    Site site = story.site();
    Chance chance = story.chance("training");
    List<Episode> episodes = new ArrayList<>();
    LocalDate from = site.begins().orElse(Quarter.REPORTED.get(0)).start();
    int count = site.treated() ? 14 : 3;
    for (int i = 0; i < count; i++) {
      Kind kind = chance.pick(List.of(Kind.values()));
      LocalDate start = from.plusDays(chance.between(0, 1000));
      add(episodes, chance, site, kind, start, 1, null);
    }
    for (int at = 0; at < episodes.size(); at++) {
      cascade(episodes, chance, episodes.get(at));
    }
    return episodes;
  }

  private static void cascade(List<Episode> episodes, Chance chance, Episode trainer) {
    boolean trains =
        trainer.completed()
            && (trainer.kind() == Kind.TOT || trainer.generation() == 2)
            && trainer.generation() < 4
            && chance.happens(trainer.generation() == 1 ? 0.9 : 0.35);
    int trained = trains ? chance.between(1, 4) : 0;
    for (int i = 0; i < trained; i++) {
      LocalDate start = trainer.end().plusDays(chance.between(20, CASCADE_DAYS));
      if (start.isBefore(Submission.AS_OF)) {
        int generation = trainer.generation() + 1;
        add(
            episodes,
            chance,
            trainer.site(),
            Kind.SHORT_COURSE,
            start,
            generation,
            trainer.person());
      }
    }
  }

  private static void add(
      List<Episode> episodes,
      Chance chance,
      Site site,
      Kind kind,
      LocalDate start,
      int generation,
      String trainer) {
    LocalDate end = start.plusMonths(kind.months).plusDays(chance.between(-3, 10));
    int number = episodes.size() + 1;
    String outcome = outcome(chance, end);
    episodes.add(new Episode(site, number, kind, start, end, outcome, generation, trainer));
  }

  private static String outcome(Chance chance, LocalDate end) {
    String drawn =
        List.of("COMPLETED", "WITHDREW", "FAILED", "UNKNOWN")
            .get(chance.weighted(0.86, 0.07, 0.04, 0.03));
    return end.isAfter(Submission.AS_OF) ? "ONGOING" : drawn;
  }

  private static Row row(Chance chance, Episode episode, Submission submission) {
    int before = chance.between(35, 65);
    boolean over = episode.over();
    boolean paired = over && chance.happens(0.85);
    boolean away = episode.kind() == Kind.ROTATION || episode.kind() == Kind.FELLOWSHIP;
    String language = episode.site().place().language();
    boolean foreign = away && !language.equals("en");
    return Row.in(submission)
        .with("episode_id", episode.id())
        .with("person_ref", episode.person())
        .with("site_id", episode.site().id())
        .with("cadre", chance.pick(CADRES))
        .with("sex", chance.happens(0.55) ? "F" : "M")
        .with("programme_type", episode.kind())
        .with("modality", away ? "ONSITE" : chance.pick(List.of("REMOTE", "ONSITE", "HYBRID")))
        .with("host_country", away ? chance.pick(HOSTS) : null)
        .with("start", episode.start())
        .with("planned_end", episode.start().plusMonths(episode.kind().months))
        .with("end", over ? episode.end() : null)
        .with("outcome", episode.outcome())
        .with("pre_score", before)
        .with("post_score", paired ? before + chance.between(5, 30) : null)
        .with("max_score", 100)
        .with("satisfaction", over ? chance.between(3, 5) : null)
        .with("language", foreign ? "en" : language)
        .with("interpreter", foreign && chance.happens(0.4))
        .with("trained_by_person_ref", episode.trainer())
        .with("generation", episode.generation());
  }

  /** Staff leave for good: once someone has gone, later checks say the same. */
  private static void follow(Chance chance, Episode episode, Story story, Table table) {
    String place = "SAME_SITE";
    for (int months : FOLLOWED_MONTHS) {
      if (place.equals("SAME_SITE") && chance.happens(0.09)) {
        place =
            List.of("SAME_COUNTRY_PUBLIC", "SAME_COUNTRY_PRIVATE", "ABROAD", "LEFT_ONCOLOGY")
                .get(chance.weighted(0.4, 0.25, 0.25, 0.1));
      }
      LocalDate day = episode.end().plusMonths(months).plusDays(chance.between(0, 25));
      String status = chance.happens(0.13) ? "NOT_REACHED" : place;
      boolean practising = chance.happens(0.8);
      boolean training = chance.happens(episode.kind() == Kind.TOT ? 0.7 : 0.15);
      if (!day.isAfter(Submission.AS_OF)) {
        story
            .on(Dataset.TRAINING, day)
            .ifPresent(s -> table.add(followup(s, episode, day, status, practising, training)));
      }
    }
  }

  private static Row followup(
      Submission submission,
      Episode episode,
      LocalDate day,
      String status,
      boolean practising,
      boolean training) {
    boolean reached = !status.equals("NOT_REACHED");
    return Row.in(submission)
        .with("episode_id", episode.id())
        .with("followup_date", day)
        .with("status", status)
        .with("practising_skill", reached ? practising : null)
        .with("observed_by", reached ? "SUPERVISOR" : null)
        .with("is_training_others", reached ? training : null);
  }
}
