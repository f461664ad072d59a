package org.tidemark.jobs.generate;

import static java.time.format.DateTimeFormatter.ISO_LOCAL_DATE_TIME;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The tables the programme's office keeps: sites, engagements, reports owed and reports arrived.
 */
final class MasterReports {
  private static final LocalDate BEGIN = Quarter.REPORTED.get(0).start();

  /** Quarters of intensive work before a site is only looked after. */
  private static final int INTENSIVE_QUARTERS = 5;

  private MasterReports() {}

  /** One row a site. It has no coordinates: the places are invented. */
  static Table sites(List<Site> sites) {
    Table table = Table.of("site");
    for (Site site : sites) {
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
              .with("income_group", place.income())
              .with("languages", place.languages())
              .with("services", String.join(";", site.services())));
    }
    return table;
  }

  /** Phases without a gap; a comparison site is planned for and has not begun. */
  static Table engagements(List<Site> sites) {
    Table table = Table.of("engagement");
    for (Site site : sites) {
      Optional<LocalDate> intensive = site.intensive().map(Quarter::start);
      table.add(
          phase(site, 1, "PLANNING", BEGIN, intensive.map(d -> d.minusDays(1)))
              .with("comparison_reason", intensive.isEmpty() ? "to begin after 2023" : null));
      if (site.intensive().isPresent()) {
        Quarter start = site.intensive().get();
        Quarter after = start.plus(INTENSIVE_QUARTERS);
        table.add(
            phase(site, 2, "INTENSIVE", start.start(), Optional.of(after.start().minusDays(1))));
        table.add(phase(site, 3, "CONSOLIDATION", after.start(), Optional.empty()));
      }
    }
    return table;
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
        .with("modality", number == 1 ? "REMOTE" : "HYBRID")
        .with("is_comparison", site.intensive().isEmpty());
  }

  /** The kinds of report and how soon each is due. */
  static Table datasets() {
    Table table = Table.of("dataset");
    for (Dataset dataset : Dataset.values()) {
      table.add(
          new Row()
              .with("dataset", dataset)
              .with("timely_days", dataset.timelyDays())
              .with("period_type", "quarter")
              .with("tables", String.join(";", dataset.tables())));
    }
    return table;
  }

  /** One row for each site, kind of report and quarter, owed or waived. */
  static Table expectations(List<Site> sites) {
    Table table = Table.of("report_expectation");
    for (Site site : sites) {
      for (Dataset dataset : Dataset.values()) {
        Quarter.REPORTED.forEach(quarter -> table.add(expectation(dataset, site, quarter)));
      }
    }
    return table;
  }

  private static Row expectation(Dataset dataset, Site site, Quarter quarter) {
    Optional<String> waiver = Reporting.waiver(dataset, site, quarter);
    return new Row()
        .with("dataset", dataset)
        .with("site_id", site.id())
        .with("period", quarter.label())
        .with("expected", waiver.isEmpty())
        .with("due_date", quarter.end().plusDays(dataset.timelyDays()))
        .with("timely_days", dataset.timelyDays())
        .with("waiver_reason", waiver);
  }

  /** One row a submission, with the rows it brought. No hash: files here hold many sites' rows. */
  static Table submissions(Reporting reporting, Map<String, Integer> rowsBySubmission) {
    Table table = Table.of("report_submission");
    for (Submission submission : reporting.all()) {
      table.add(
          new Row()
              .with("submission_id", submission.id())
              .with("dataset", submission.dataset())
              .with("site_id", submission.site().id())
              .with("period", submission.quarter().label())
              .with("received_at", ISO_LOCAL_DATE_TIME.format(submission.completed()))
              .with("completed_at", ISO_LOCAL_DATE_TIME.format(submission.completed()))
              .with("version", submission.version())
              .with("supersedes", submission.supersedes())
              .with("file_name", submission.file())
              .with("source_format", submission.dataset().format())
              .with("n_rows", rowsBySubmission.getOrDefault(submission.id(), 0))
              .with("n_rejected", 0)
              .with("n_warned", 0));
    }
    return table;
  }
}
