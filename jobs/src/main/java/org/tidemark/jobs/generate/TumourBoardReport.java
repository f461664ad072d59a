package org.tidemark.jobs.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tumour boards: a meeting planned on the second Tuesday of each month, and the tumours discussed
 * at the first meeting held after their diagnosis. Both tables come with the report of the quarter
 * of the meeting.
 */
final class TumourBoardReport {
  private static final int WITHIN_DAYS = 75;

  /** Share of meetings that are held without the programme. */
  static final double HELD = 0.62;

  /** Share of new cancers that are put forward without the programme. */
  private static final double DISCUSSED = 0.42;

  private record Meeting(Site site, int number, LocalDate planned, boolean held, boolean quorum) {
    String id() {
      return site.id() + "-M" + number;
    }
  }

  private TumourBoardReport() {}

  /** Every meeting planned and whether it was held. */
  static void meetings(Story story, Table table) {
    for (Meeting meeting : meetings(story)) {
      story
          .on(Dataset.TUMOUR_BOARD, meeting.planned())
          .ifPresent(submission -> table.add(row(meeting, submission)));
    }
  }

  /** Every discussion at a meeting that was reported. */
  static void discussions(Story story, Table table) {
    List<Meeting> meetings = meetings(story);
    for (Tumour tumour : story.tumours()) {
      Chance chance = Chance.of(story.seed(), "discussion/" + tumour.ref());
      meeting(chance, tumour, meetings)
          .ifPresent(
              meeting ->
                  story
                      .on(Dataset.TUMOUR_BOARD, meeting.planned())
                      .ifPresent(s -> table.add(discussion(chance, tumour, meeting, s))));
    }
  }

  private static Optional<Meeting> meeting(Chance chance, Tumour tumour, List<Meeting> meetings) {
    LocalDate diagnosis = tumour.dates().diagnosis();
    Site site = tumour.site();
    if (!chance.happens(DISCUSSED + Effect.DISCUSSED.of(site, Quarter.of(diagnosis)))) {
      return Optional.empty();
    }
    return meetings.stream()
        .filter(Meeting::held)
        .filter(m -> m.planned().isAfter(diagnosis))
        .filter(m -> m.planned().isBefore(diagnosis.plusDays(WITHIN_DAYS)))
        .findFirst();
  }

  private static Row discussion(
      Chance chance, Tumour tumour, Meeting meeting, Submission submission) {
    Quarter quarter = Quarter.of(meeting.planned());
    boolean changed = chance.happens(0.22);
    double done = tumour.site().level(0.62, 0.80, quarter);
    String implemented =
        List.of("Y", "N", "PARTLY", "UNKNOWN").get(chance.weighted(done, 0.84 - done, 0.07, 0.09));
    LocalDate day = meeting.planned().plusDays(chance.between(5, 100));
    boolean known = implemented.equals("Y") && submission.known(day).isPresent();
    boolean later = implemented.equals("Y") && !known;
    LocalDate treated = tumour.dates().treatment();
    boolean before = treated == null || treated.isAfter(meeting.planned());
    return Row.in(submission)
        .with("tb_case_id", tumour.ref().replace("-T", "-D"))
        .with("meeting_id", meeting.id())
        .with("patient_ref", tumour.patientRef())
        .with("tumour_ref", tumour.ref())
        .with("timing", before ? "PRE_TREATMENT" : "ON_TREATMENT")
        .with("prior_plan_recorded", chance.happens(0.8))
        .with("plan_changed", changed)
        .with("concordant", changed ? "NOT_ASSESSED" : chance.happens(0.9) ? "Y" : "N")
        .with("implemented", later ? "UNKNOWN" : implemented)
        .with("implemented_date", known ? day : null)
        .with("reason_not", implemented.equals("N") ? reason(chance) : null);
  }

  private static String reason(Chance chance) {
    return chance.pick(List.of("PATIENT", "MEDICINE", "COST", "DEATH", "EQUIPMENT"));
  }

  private static Row row(Meeting meeting, Submission submission) {
    Site site = meeting.site();
    boolean remote = meeting.held() && site.engaged(Quarter.of(meeting.planned()));
    return Row.in(submission)
        .with("meeting_id", meeting.id())
        .with("site_id", site.id())
        .with("planned_date", meeting.planned())
        .with("held", meeting.held())
        .with("date", meeting.held() ? meeting.planned() : null)
        .with("modality", remote ? "HYBRID" : "ONSITE")
        .with("duration_min", meeting.held() ? 60 : null)
        .with("specialties", meeting.held() ? specialties(meeting) : null)
        .with("remote_sites", remote ? "FACULTY" : null)
        .with("cases_planned", 3);
  }

  private static String specialties(Meeting meeting) {
    String present = "SURGEON;CLIN_ONC" + (meeting.quorum() ? ";PATHOLOGIST;RADIOLOGIST" : "");
    return meeting.site().offers("EBRT") ? present + ";RAD_ONC" : present;
  }

  private static List<Meeting> meetings(Story story) {
    Site site = story.site();
    Chance chance = story.chance("meetings");
    Evenly held = Evenly.from(chance);
    List<Meeting> meetings = new ArrayList<>();
    for (int month = 0; month < 3 * Quarter.REPORTED.size(); month++) {
      LocalDate first = Quarter.REPORTED.get(0).start().plusMonths(month);
      LocalDate day = first.with(TemporalAdjusters.dayOfWeekInMonth(2, DayOfWeek.TUESDAY));
      Quarter quarter = Quarter.of(day);
      boolean none = Reporting.noneHeld(site, quarter) || !site.open(quarter);
      boolean takes = held.happens(HELD + Effect.MEETINGS_HELD.of(site, quarter)) && !none;
      boolean quorum = chance.happens(site.level(0.4, 0.85, quarter));
      meetings.add(new Meeting(site, month + 1, day, takes, quorum));
    }
    return meetings;
  }
}
