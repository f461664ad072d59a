package org.tidemark.jobs.generate;

import java.util.List;

/** Staff on the last day of each quarter, by cadre and by who pays. */
final class WorkforceReport {
  private WorkforceReport() {}

  /** One row a site, quarter, cadre and source of funding. */
  static Table of(long seed, List<Site> sites, Reporting reporting) {
    Table table = Table.of("workforce_snapshot");
    for (Site site : sites) {
      for (Quarter quarter : Quarter.REPORTED) {
        Chance chance = Chance.of(seed, "workforce/" + site.id() + quarter.label());
        reporting
            .on(Dataset.WORKFORCE, site, quarter.end())
            .ifPresent(submission -> snapshot(chance, submission, table));
      }
    }
    return table;
  }

  private static void snapshot(Chance chance, Submission submission, Table table) {
    Site site = submission.site();
    double oncologists = site.baseline().oncologists();
    table.add(staff(chance, submission, "CLIN_ONC", "GOV", oncologists));
    if (site.progress(submission.quarter()) > 0) {
      table.add(staff(chance, submission, "MED_ONC", "PROGRAMME", halves(oncologists * 0.6)));
    }
    if (site.offers("EBRT")) {
      table.add(staff(chance, submission, "RAD_ONC", "GOV", 1.5));
      table.add(staff(chance, submission, "MED_PHYS", "GOV", 1));
    }
    if (site.offers("PATH")) {
      table.add(staff(chance, submission, "PATHOLOGIST", "GOV", halves(0.5 + oncologists / 2)));
    }
    table.add(staff(chance, submission, "ONC_NURSE", "GOV", 4 + Math.rint(3 * oncologists)));
    table.add(staff(chance, submission, "REGISTRAR_TUMOUR", "GOV", 1));
  }

  private static Row staff(
      Chance chance, Submission submission, String cadre, String funding, double fte) {
    int headcount = (int) Math.ceil(fte);
    return Row.in(submission)
        .with("site_id", submission.site().id())
        .with("as_of_date", submission.quarter().end())
        .with("cadre", cadre)
        .with("funding_source", funding)
        .with("headcount", headcount)
        .with("fte", fte)
        .with("women", chance.between(0, headcount))
        .with("vacancies_funded", chance.between(0, 1))
        .with("leavers_12m", chance.happens(0.1) ? 1 : 0);
  }

  private static double halves(double fte) {
    return Math.max(0.5, Math.rint(2 * fte) / 2);
  }
}
