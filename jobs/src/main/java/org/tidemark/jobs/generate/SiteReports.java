package org.tidemark.jobs.generate;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** All reports of the invented sites by file name. */
final class SiteReports {
  private final Map<String, Table> files;

  private SiteReports(Map<String, Table> files) {
    this.files = files;
  }

  /** Draws what happened at the sites, and then what of it was reported. */
  static SiteReports of(long seed, int siteCount) {
    List<Site> sites = Sites.first(siteCount);
    List<Tumour> tumours = sites.stream().flatMap(s -> Caseload.of(seed, s).stream()).toList();
    Reporting reporting = Reporting.of(seed, sites);
    Map<String, Table> files = new LinkedHashMap<>();
    List<Table> years = SpecimenReport.firsts(seed, tumours, reporting);
    for (int i = 0; i < years.size(); i++) {
      files.put(Dataset.PATHOLOGY.file(Quarter.YEARS.get(i)), years.get(i));
    }
    files.put(SpecimenReport.CORRECTION, SpecimenReport.corrections(seed, tumours, reporting));
    files.put("tb_meeting.csv", TumourBoardReport.meetings(seed, sites, reporting));
    files.put("tb_case.csv", TumourBoardReport.discussions(seed, tumours, reporting));
    files.put("workforce_snapshot.xlsx", WorkforceReport.of(seed, sites, reporting));
    files.put("medicine_stock.json", StockReport.of(seed, sites, reporting));
    files.put("trainee_episode.csv", TraineeReport.episodes(seed, sites, reporting));
    files.put("trainee_followup.csv", TraineeReport.followups(seed, sites, reporting));
    files.put("care_pathway.csv", PathwayReport.of(seed, tumours, reporting));
    Map<String, Integer> rows = rowsBySubmission(files.values());
    files.put("site.csv", MasterReports.sites(sites));
    files.put("engagement.csv", MasterReports.engagements(sites));
    files.put("dataset.csv", MasterReports.datasets());
    files.put("report_expectation.csv", MasterReports.expectations(sites));
    files.put("report_submission.csv", MasterReports.submissions(reporting, rows));
    return new SiteReports(files);
  }

  /** Tables by file name. */
  Map<String, Table> files() {
    return files;
  }

  /** Writes every file, each in the form that its name ends in. */
  void write(Folder folder) throws IOException {
    for (Map.Entry<String, Table> file : files.entrySet()) {
      try (OutputStream out = folder.create(file.getKey())) {
        write(file.getKey(), file.getValue(), out);
      }
    }
  }

  private static void write(String name, Table table, OutputStream out) throws IOException {
    switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "json" -> JsonForm.write(table, out);
      case "xlsx" -> XlsxForm.write(table, out);
      default -> CsvForm.write(table, out);
    }
  }

  private static Map<String, Integer> rowsBySubmission(Iterable<Table> tables) {
    Map<String, Integer> rows = new HashMap<>();
    for (Table table : tables) {
      int column = table.columns().indexOf("submission_id");
      table.rows().forEach(row -> rows.merge((String) row.get(column), 1, Integer::sum));
    }
    return rows;
  }
}
