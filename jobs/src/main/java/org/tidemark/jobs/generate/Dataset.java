package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;

/** A kind of report that a site owes for each quarter or year. */
enum Dataset {
  CARE("CA", 60, 4, "CSV", "care_pathway.csv", "care_pathway"),
  TUMOUR_BOARD("TB", 30, 4, "CSV", "tb_meeting.csv", "tb_meeting tb_case"),
  PATHOLOGY("PA", 60, 4, "CSV", "path_specimen-%d.csv", "path_specimen"),
  MEDICINES("ME", 15, 4, "CSV", "medicine_stock.csv", "medicine_stock"),
  WORKFORCE("WO", 30, 1, "CSV", "workforce_snapshot.csv", "workforce_snapshot"),
  TRAINING(
      "TR",
      60,
      1,
      "CSV",
      "trainee_episode.csv",
      "trainee_episode trainee_followup training_event assignment"),
  MENTORSHIP("MP", 30, 1, "CSV", "mentorship_session.csv", "mentorship_pair mentorship_session"),
  FACILITY(
      "FA",
      60,
      1,
      "CSV",
      "equipment.csv",
      "equipment equipment_downtime site_infra outage_month outage"),
  FINANCE("FI", 90, 1, "CSV", "funding.csv", "funding"),
  SCREENING("SC", 60, 1, "CSV", "screening_report.csv", "screening_report"),
  RESEARCH("RE", 60, 1, "CSV", "trial.csv", "trial trial_enrolment"),
  QUALITY(
      "QU", 60, 1, "CSV", "chart_audit.csv", "chart_audit sustainability_assessment cost_survey");

  private final String letters;
  private final int timelyDays;
  private final int timesAYear;
  private final String format;
  private final String file;
  private final List<String> tables;

  Dataset(
      String letters, int timelyDays, int timesAYear, String format, String file, String tables) {
    this.letters = letters;
    this.timelyDays = timelyDays;
    this.timesAYear = timesAYear;
    this.format = format;
    this.file = file;
    this.tables = List.of(tables.split(" "));
  }

  /** Two letters that stand for it in names of submissions. */
  String letters() {
    return letters;
  }

  /** Days after the end of its time within which the report is on time. */
  int timelyDays() {
    return timelyDays;
  }

  /** As the table {@code dataset} says it. */
  String periodType() {
    return timesAYear == 4 ? "quarter" : "year";
  }

  /** Every quarter or year that is reported on. */
  List<Span> spans() {
    return timesAYear == 4
        ? Quarter.REPORTED.stream().map(Span::of).toList()
        : Quarter.YEARS.stream().map(Span::of).toList();
  }

  /** The quarter or year that a day belongs to. */
  Span span(LocalDate day) {
    return timesAYear == 4 ? Span.of(Quarter.of(day)) : Span.of(day.getYear());
  }

  /** Whether a site is asked for the report of that time. */
  boolean asked(Site site, Span span) {
    return switch (this) {
      case MEDICINES -> site.extra().contains(name()) && span.year() >= 2021;
      case SCREENING -> site.extra().contains(name()) && span.year() >= 2018;
      case RESEARCH -> site.extra().contains(name()) && span.year() >= 2017;
      case MENTORSHIP -> site.engaged(span.last()) || site.engaged(Quarter.of(span.start()));
      case FINANCE -> site.begins().filter(b -> b.year() <= span.year()).isPresent();
      case QUALITY -> site.leaves().isPresent() && span.year() >= 2019 && span.year() % 2 == 1;
      default -> true;
    };
  }

  String format() {
    return format;
  }

  /** The file its first table's rows of a year stand in. */
  String file(int year) {
    return String.format(Locale.ROOT, file, year < SpecimenReport.SECOND_FILE ? 1 : 2);
  }

  List<String> tables() {
    return tables;
  }
}
