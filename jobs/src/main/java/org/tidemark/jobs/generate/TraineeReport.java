package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Training: an episode comes with the report of the quarter in which it ended (or the last one, if
 * it goes on), a follow-up with the report of its own quarter.
 */
final class TraineeReport {
  private static final List<Integer> FOLLOWED_MONTHS = List.of(6, 12, 24);
  private static final List<String> CADRES =
      List.of("MED_ONC", "ONC_NURSE", "ONC_NURSE", "PATHOLOGIST", "SURGEON", "PHARMACIST");

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
      Site site, int number, Kind kind, LocalDate start, LocalDate end, String outcome) {
    String id() {
      return site.id() + "-T" + number;
    }

    boolean over() {
      return !end.isAfter(Submission.AS_OF);
    }

    Optional<Submission> submission(Reporting reporting) {
      return reporting.on(Dataset.TRAINING, site, over() ? end : Submission.AS_OF);
    }
  }

  private TraineeReport() {}

  /** One row an episode. */
  static Table episodes(long seed, List<Site> sites, Reporting reporting) {
    Table table = Table.of("trainee_episode");
    for (Episode episode : drawn(seed, sites)) {
      Chance chance = Chance.of(seed, "episode/" + episode.id());
      episode
          .submission(reporting)
          .ifPresent(submission -> table.add(row(chance, episode, submission)));
    }
    return table;
  }

  /** One row a check on what became of someone who completed a reported episode. */
  static Table followups(long seed, List<Site> sites, Reporting reporting) {
    Table table = Table.of("trainee_followup");
    drawn(seed, sites).stream()
        .filter(e -> e.outcome().equals("COMPLETED") && e.submission(reporting).isPresent())
        .forEach(e -> follow(Chance.of(seed, "followup/" + e.id()), e, reporting, table));
    return table;
  }

  private static List<Episode> drawn(long seed, List<Site> sites) {
    List<Episode> episodes = new ArrayList<>();
    for (Site site : sites) {
      Chance chance = Chance.of(seed, "training/" + site.id());
      int count = site.intensive().isPresent() ? 22 : 7;
      for (int number = 1; number <= count; number++) {
        Kind kind = chance.pick(List.of(Kind.values()));
        LocalDate start = Quarter.REPORTED.get(0).start().plusDays(chance.between(0, 1060));
        LocalDate end = start.plusMonths(kind.months).plusDays(chance.between(-3, 10));
        episodes.add(new Episode(site, number, kind, start, end, outcome(chance, end)));
      }
    }
    return episodes;
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
    return Row.in(submission)
        .with("episode_id", episode.id())
        .with("person_ref", episode.id().replace("-T", "-H"))
        .with("site_id", episode.site().id())
        .with("cadre", chance.pick(CADRES))
        .with("sex", chance.happens(0.55) ? "F" : "M")
        .with("programme_type", episode.kind())
        .with("modality", chance.pick(List.of("REMOTE", "ONSITE", "HYBRID")))
        .with("start", episode.start())
        .with("planned_end", episode.start().plusMonths(episode.kind().months))
        .with("end", over ? episode.end() : null)
        .with("outcome", episode.outcome())
        .with("pre_score", before)
        .with("post_score", paired ? before + chance.between(5, 30) : null)
        .with("max_score", 100)
        .with("satisfaction", over ? chance.between(3, 5) : null)
        .with("language", episode.site().place().languages().substring(0, 2))
        .with("interpreter", false)
        .with("generation", 1);
  }

  /** Staff leave for good: once someone has gone, later checks say the same. */
  private static void follow(Chance chance, Episode episode, Reporting reporting, Table table) {
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
      reporting
          .on(Dataset.TRAINING, episode.site(), day)
          .ifPresent(s -> table.add(followup(s, episode, day, status, practising)));
    }
  }

  private static Row followup(
      Submission submission, Episode episode, LocalDate day, String status, boolean practising) {
    boolean reached = !status.equals("NOT_REACHED");
    return Row.in(submission)
        .with("episode_id", episode.id())
        .with("followup_date", day)
        .with("status", status)
        .with("practising_skill", reached ? practising : null)
        .with("observed_by", reached ? "SUPERVISOR" : null);
  }
}
