package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Optional;

/**
 * The tables the programme's office keeps of each site: the site, its engagements, reports owed and
 * reports arrived.
 */
final class MasterReports {
  private static final LocalDate BEGIN = Quarter.REPORTED.get(0).start();

  /** Quarters of intensive work before a site is only looked after. */
  private static final int INTENSIVE_QUARTERS = 6;

  /** Quarters before it leaves in which the programme hands over. */
  private static final int EXIT_QUARTERS = 2;

  private static final LocalDateTime LAST_UPDATE = LocalDateTime.of(2024, 3, 31, 12, 0);

  private MasterReports() {}

  /** One row. It has no coordinates: the places are invented. */
  static void site(Story story, Table table) {
    Site site = story.site();
    Site.Place place = site.place();
    Site.Facility facility = site.facility();
    table.add(
        new Row()
            .with("site_id", site.id())
            .with("valid_from", BEGIN)
            .with("name", place.name())
            .with("country", place.country())
            .with("admin1", place.admin1())
            .with("area", place.area())
            .with("level", facility.level())
            .with("facility_type", facility.type())
            .with("ownership", facility.ownership())
            .with("catchment_pop", facility.catchment())
            .with("opening_date", LocalDate.of(facility.opened(), 1, 1))
            .with("closed_date", site.closed().map(q -> q.start().minusDays(1)))
            .with("income_group", place.income())
            .with("languages", place.languages())
            .with("services", String.join(";", site.services())));
  }

  /** Phases without a gap; a comparison site is planned for and has not begun. */
  static void engagements(Story story, Table table) {
    Site site = story.site();
    if (!site.treated()) {
      table.add(
          phase(site, 1, "PLANNING", BEGIN, Optional.empty())
              .with("comparison_reason", "to begin after 2023"));
      return;
    }
    Quarter begin = site.begins().get();
    Quarter after = begin.plus(INTENSIVE_QUARTERS);
    Optional<Quarter> exit = site.leaves().map(quarter -> quarter.plus(-EXIT_QUARTERS));
    table.add(phase(site, 1, "PLANNING", BEGIN, eve(Optional.of(begin))));
    table.add(phase(site, 2, "INTENSIVE", begin.start(), eve(Optional.of(after))));
    table.add(phase(site, 3, "CONSOLIDATION", after.start(), eve(exit)));
    exit.ifPresent(q -> table.add(phase(site, 4, "EXIT", q.start(), eve(site.leaves()))));
    site.leaves().ifPresent(q -> table.add(phase(site, 5, "POST", q.start(), Optional.empty())));
  }

  private static Optional<LocalDate> eve(Optional<Quarter> quarter) {
    return quarter.map(q -> q.start().minusDays(1));
  }

  private static Row phase(
      Site site, int number, String phase, LocalDate start, Optional<LocalDate> end) {
    return new Row()
        .with("engagement_id", site.id() + "-E" + number)
        .with("site_id", site.id())
        .with("programme", "sample")
        .with("phase", phase)
        .with("start_date", start)
        .with("end_date", end)
        .with("modality", number == 1 || number == 5 ? "REMOTE" : "HYBRID")
        .with("is_comparison", !site.treated());
  }

  /** One row for each kind of report and time, owed or waived. */
  static void expectations(Story story, Table table) {
    for (Dataset dataset : Dataset.values()) {
      for (Span span : dataset.spans()) {
        if (dataset.asked(story.site(), span)) {
          table.add(expectation(dataset, story.site(), span));
        }
      }
    }
  }

  private static Row expectation(Dataset dataset, Site site, Span span) {
    Optional<String> waiver = Reporting.waiver(dataset, site, span);
    return new Row()
        .with("dataset", dataset)
        .with("site_id", site.id())
        .with("period", span.label())
        .with("expected", waiver.isEmpty())
        .with("due_date", span.end().plusDays(dataset.timelyDays()))
        .with("waiver_reason", waiver);
  }

  /** One row a submission, with the rows it brought. No hash: files here hold many sites' rows. */
  static void submissions(Story story, Map<String, Integer> rowsBySubmission, Table table) {
    for (Submission submission : story.reporting().all()) {
      table.add(
          new Row()
              .with("submission_id", submission.id())
              .with("dataset", submission.dataset())
              .with("site_id", submission.site().id())
              .with("period", submission.span().label())
              .with("received_at", received(submission))
              .with(submission.withdrawal() ? "withdrawn_at" : "completed_at", at(submission))
              .with("version", submission.version())
              .with("supersedes", submission.supersedes())
              .with("file_name", submission.file())
              .with("source_format", submission.dataset().format())
              .with("n_rows", rowsBySubmission.getOrDefault(submission.id(), 0))
              .with("n_rejected", 0)
              .with("n_warned", 0));
    }
  }

  /** Pathways are kept up: what is known of them last came after the cut-off. */
  private static String received(Submission submission) {
    boolean kept = submission.dataset() == Dataset.CARE && !submission.withdrawal();
    return kept ? LAST_UPDATE.toString() : at(submission);
  }

  private static String at(Submission submission) {
    return submission.completed().toString();
  }
}
