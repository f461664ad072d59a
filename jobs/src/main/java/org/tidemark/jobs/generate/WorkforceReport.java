package org.tidemark.jobs.generate;

import java.time.LocalDate;

/** Staff on the last day of each year, by cadre and by who pays. */
final class WorkforceReport {
  private WorkforceReport() {}

  /** One row a year, cadre and source of funding. */
  static void fill(Story story, Table table) {
    for (Submission submission : story.yearly(Dataset.WORKFORCE)) {
      Chance chance = story.chance("workforce/" + submission.span().label());
      snapshot(chance, submission, table);
    }
  }

  private static void snapshot(Chance chance, Submission submission, Table table) {
    Site site = submission.site();
    double oncologists = site.baseline().oncologists();
    table.add(staff(chance, submission, "CLIN_ONC", "GOV", oncologists));
    programme(chance, submission, table);
    if (site.offers("EBRT")) {
      table.add(staff(chance, submission, "RAD_ONC", "GOV", 1.5));
      table.add(staff(chance, submission, "MED_PHYS", "GOV", 1));
      table.add(staff(chance, submission, "RTT", "GOV", 3));
    }
    if (site.offers("PATH")) {
      table.add(staff(chance, submission, "PATHOLOGIST", "GOV", halves(0.5 + oncologists / 2)));
    }
    table.add(staff(chance, submission, "SURGEON", "GOV", 2 + Math.rint(2 * oncologists)));
    double nurses = 4 + Math.rint(3 * oncologists);
    double share = site.level(0.3, 0.75, submission.span().last());
    table.add(
        staff(chance, submission, "ONC_NURSE", "GOV", nurses)
            .with("certified", (int) Math.rint(share * nurses)));
  }

  /** The programme pays for posts; where gains are kept, the government pays for them after it. */
  private static void programme(Chance chance, Submission submission, Table table) {
    Site site = submission.site();
    double posts = halves(site.baseline().oncologists() * 0.6);
    if (site.engaged(submission.span().last())) {
      table.add(staff(chance, submission, "MED_ONC", "PROGRAMME", posts));
    } else if (site.keeps() && site.progress(submission.span().end()) > 0) {
      table.add(staff(chance, submission, "MED_ONC", "GOV", posts));
    }
  }

  private static Row staff(
      Chance chance, Submission submission, String cadre, String funding, double fte) {
    int headcount = (int) Math.ceil(fte);
    LocalDate day = submission.span().end();
    return Row.in(submission)
        .with("site_id", submission.site().id())
        .with("as_of_date", day)
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
