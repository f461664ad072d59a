package org.tidemark.jobs.generate;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * All reports of the invented sites and of the programme's office, written site by site: however
 * many sites there are, one is in memory at a time (but for what a workbook needs).
 */
final class SiteReports {
  private static final String SUBMISSIONS = "report_submission.csv";

  /** A file, the table it holds, and how its rows come about. */
  private record Part(String file, String table, SiteReport report) {}

  private static final List<Part> PARTS =
      List.of(
          part("site.csv", MasterReports::site),
          part("engagement.csv", MasterReports::engagements),
          part("report_expectation.csv", MasterReports::expectations),
          part("care_pathway.csv", PathwayReport::fill),
          new Part(Dataset.PATHOLOGY.file(2016), "path_specimen", SpecimenReport::early),
          new Part(Dataset.PATHOLOGY.file(2023), "path_specimen", SpecimenReport::late),
          new Part(SpecimenReport.CORRECTION, "path_specimen", SpecimenReport::corrections),
          part("tb_meeting.csv", TumourBoardReport::meetings),
          part("tb_case.csv", TumourBoardReport::discussions),
          part("workforce_snapshot.csv", WorkforceReport::fill),
          part("medicine_stock.csv", StockReport::fill),
          part("trainee_episode.csv", TraineeReport::episodes),
          part("trainee_followup.csv", TraineeReport::followups),
          part("training_event.csv", TeachingReport::events),
          part("assignment.csv", TeachingReport::assignments),
          part("mentorship_pair.csv", MentorshipReport::pairs),
          part("mentorship_session.csv", MentorshipReport::sessions),
          part("equipment.csv", EquipmentReport::census),
          part("equipment_downtime.csv", EquipmentReport::downtime),
          new Part("site_infra-dhis2.json", "site_infra", OutageReport::infrastructure),
          part("outage_month.csv", OutageReport::months),
          part("outage.csv", OutageReport::events),
          part("funding.csv", FundingReport::fill),
          part("screening_report.csv", ScreeningReport::fill),
          part("trial.csv", TrialReport::trials),
          part("trial_enrolment.csv", TrialReport::enrolment),
          part("chart_audit.csv", QualityReport::audits),
          part("sustainability_assessment.csv", QualityReport::assessments),
          part("cost_survey.xlsx", QualityReport::costs),
          part("teleconsult.json", TeleconsultReport::fill));

  private static final List<String> OFFICE =
      List.of(
          "dataset",
          "country_context",
          "policy_milestone",
          "medicine_master",
          "knowledge_output",
          "knowledge_event",
          "partnership");

  private final long seed;
  private final List<Site> sites;

  private SiteReports(long seed, List<Site> sites) {
    this.seed = seed;
    this.sites = sites;
  }

  /** The reports of the first so many sites. */
  static SiteReports of(long seed, int siteCount) {
    return new SiteReports(seed, Sites.first(siteCount));
  }

  /** Where the rows of each table stand: a file, or a pattern where they stand in several. */
  static Map<String, String> pathsByTable() {
    Map<String, String> paths = new LinkedHashMap<>();
    OFFICE.forEach(table -> paths.put(table, table + ".csv"));
    for (Part part : PARTS) {
      String several = part.table() + "-*.csv";
      paths.merge(part.table(), part.file(), (one, other) -> several);
    }
    paths.put("report_submission", SUBMISSIONS);
    return paths;
  }

  /** Who takes rows as they are drawn. */
  interface Taker {
    /** Rows of a table that go to the end of a file. */
    void take(String file, Table rows) throws IOException;
  }

  /** Draws everything, site by site. */
  void draw(Taker taker) throws IOException {
    for (Table table : OfficeReports.all(seed, sites)) {
      taker.take(table.name() + ".csv", table);
    }
    for (Site site : sites) {
      draw(Story.of(seed, site), taker);
    }
  }

  /** Writes every file, each in the form that its name ends in. */
  void write(Folder folder) throws IOException {
    Map<String, Form> forms = new LinkedHashMap<>();
    try {
      draw(
          (file, rows) -> {
            if (!forms.containsKey(file)) {
              forms.put(file, Form.begin(file, rows, folder.create(file)));
            }
            forms.get(file).add(rows);
          });
    } finally {
      for (Form form : forms.values()) {
        form.close();
      }
    }
  }

  private static void draw(Story story, Taker taker) throws IOException {
    Map<String, Integer> rows = new HashMap<>();
    for (Part part : PARTS) {
      Table table = Table.of(part.table());
      part.report().fill(story, table);
      count(table, rows);
      taker.take(part.file(), table);
    }
    Table submissions = Table.of("report_submission");
    MasterReports.submissions(story, rows, submissions);
    taker.take(SUBMISSIONS, submissions);
  }

  private static void count(Table table, Map<String, Integer> rows) {
    int column = table.columns().indexOf("submission_id");
    if (column >= 0) {
      table.rows().forEach(row -> rows.merge((String) row.get(column), 1, Integer::sum));
    }
  }

  /** A file that bears its table's name. */
  private static Part part(String file, SiteReport report) {
    return new Part(file, file.substring(0, file.lastIndexOf('.')), report);
  }
}
