package org.tidemark.jobs.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tumour boards: a meeting planned every other Tuesday, and the tumours discussed at the first
 * meeting held after their diagnosis. Both tables come with the report of the quarter of the
 * meeting.
 */
final class TumourBoardReport {
  private static final int EVERY_DAYS = 14;
  private static final int WITHIN_DAYS = 45;

  private record Meeting(Site site, int number, LocalDate planned, boolean held) {
    String id() {
      return site.id() + "-M" + Integer.toString(1000 + number).substring(1);
    }
  }

  private TumourBoardReport() {}

  /** Every meeting planned and whether it was held. */
  static Table meetings(long seed, List<Site> sites, Reporting reporting) {
    Table table = Table.of("tb_meeting");
    for (Site site : sites) {
      for (Meeting meeting : meetings(seed, site)) {
        reporting
            .on(Dataset.TUMOUR_BOARD, site, meeting.planned())
            .ifPresent(submission -> table.add(row(meeting, submission)));
      }
    }
    return table;
  }

  /** Every discussion at a meeting that was reported. */
  static Table discussions(long seed, List<Tumour> tumours, Reporting reporting) {
    Table table = Table.of("tb_case");
    List<Meeting> meetings = List.of();
    Site site = null;
    for (Tumour tumour : tumours) {
      meetings = tumour.site().equals(site) ? meetings : meetings(seed, tumour.site());
      site = tumour.site();
      Chance chance = Chance.of(seed, "discussion/" + tumour.ref());
      meeting(chance, tumour, meetings)
          .ifPresent(meeting -> discuss(chance, tumour, meeting, reporting, table));
    }
    return table;
  }

  private static Optional<Meeting> meeting(Chance chance, Tumour tumour, List<Meeting> meetings) {
    LocalDate diagnosis = tumour.dates().diagnosis();
    double share = tumour.site().level(0.48, 0.93, Quarter.of(diagnosis));
    if (!chance.happens(share)) {
      return Optional.empty();
    }
    return meetings.stream()
        .filter(Meeting::held)
        .filter(m -> m.planned().isAfter(diagnosis))
        .filter(m -> m.planned().isBefore(diagnosis.plusDays(WITHIN_DAYS)))
        .findFirst();
  }

  private static void discuss(
      Chance chance, Tumour tumour, Meeting meeting, Reporting reporting, Table table) {
    boolean changed = chance.happens(0.22);
    boolean implemented =
        chance.happens(tumour.site().level(0.70, 0.84, Quarter.of(meeting.planned())));
    Optional<Submission> submission =
        reporting.on(Dataset.TUMOUR_BOARD, tumour.site(), meeting.planned());
    submission.ifPresent(
        s ->
            table.add(
                Row.in(s)
                    .with("tb_case_id", tumour.ref().replace("-T", "-D"))
                    .with("meeting_id", meeting.id())
                    .with("patient_ref", tumour.patientRef())
                    .with("tumour_ref", tumour.ref())
                    .with("timing", "PRE_TREATMENT")
                    .with("prior_plan_recorded", true)
                    .with("plan_changed", changed)
                    .with("concordant", changed ? "NOT_ASSESSED" : "Y")
                    .with("implemented", implemented ? "Y" : "N")
                    .with(
                        "reason_not",
                        implemented ? null : chance.pick(List.of("PATIENT", "MEDICINE", "COST")))));
  }

  private static Row row(Meeting meeting, Submission submission) {
    Site site = meeting.site();
    return Row.in(submission)
        .with("meeting_id", meeting.id())
        .with("site_id", site.id())
        .with("planned_date", meeting.planned())
        .with("held", meeting.held())
        .with("date", meeting.held() ? meeting.planned() : null)
        .with("modality", site.progress(meeting.planned()) > 0 ? "HYBRID" : "ONSITE")
        .with("duration_min", meeting.held() ? 60 : null)
        .with("specialties", meeting.held() ? "SURG_ONC;MED_ONC;RADIOLOGIST" : null)
        .with("cases_planned", 8);
  }

  private static List<Meeting> meetings(long seed, Site site) {
    Chance chance = Chance.of(seed, "meetings/" + site.id());
    LocalDate first =
        Quarter.REPORTED.get(0).start().with(TemporalAdjusters.firstInMonth(DayOfWeek.TUESDAY));
    List<Meeting> meetings = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(Submission.AS_OF); day = day.plusDays(EVERY_DAYS)) {
      Quarter quarter = Quarter.of(day);
      boolean held = chance.happens(site.level(0.68, 0.94, quarter));
      boolean none = Reporting.noneHeld(site, quarter) || !site.open(quarter);
      meetings.add(new Meeting(site, meetings.size() + 1, day, held && !none));
    }
    return meetings;
  }
}
