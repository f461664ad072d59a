package org.tidemark.jobs.generate;

import java.util.List;

/**
 * Screening by year: cervix by HPV test and breast by examination, in two age bands and their
 * total. One total of one site is not the sum of its parts.
 */
final class ScreeningReport {
  private static final String WRONG = "QUI2021CERV_HPV";

  /** The figures of one row, from the eligible to the cancers found. */
  private record Counts(int[] figures) {
    static Counts draw(Chance chance, int eligible, double coverage, boolean cervix) {
      int invited = eligible * chance.between(50, 80) / 100;
      int screened = (int) Math.min(invited, eligible * coverage);
      int positive = screened * chance.between(cervix ? 9 : 3, cervix ? 14 : 6) / 100;
      int assessed = positive * chance.between(70, 95) / 100;
      int precancer = cervix ? assessed * chance.between(30, 45) / 100 : 0;
      int treated = precancer * chance.between(70, 95) / 100;
      int cancer = Math.min(assessed - precancer, screened / 200);
      return new Counts(
          new int[] {eligible, invited, screened, positive, assessed, precancer, treated, cancer});
    }

    Counts plus(Counts other) {
      int[] sum = figures.clone();
      for (int i = 0; i < sum.length; i++) {
        sum[i] += other.figures[i];
      }
      return new Counts(sum);
    }
  }

  private static final List<String> FIELDS =
      List.of(
          "eligible",
          "invited",
          "screened",
          "positive",
          "assessed",
          "precancer",
          "precancer_treated",
          "cancer");

  private ScreeningReport() {}

  /** One row a year, programme and age band, and the total of both bands. */
  static void fill(Story story, Table table) {
    for (Submission submission : story.yearly(Dataset.SCREENING)) {
      programme(story, submission, "CERV_HPV", List.of("30-39", "40-49"), table);
      programme(story, submission, "BREAST_CBE", List.of("40-49", "50-69"), table);
    }
  }

  private static void programme(
      Story story, Submission submission, String name, List<String> bands, Table table) {
    Site site = story.site();
    Chance chance = story.chance("screening/" + name + submission.span().label());
    double coverage = 0.06 + 0.03 * (submission.span().year() - 2018);
    double reached = coverage + 0.15 * site.progress(submission.span().end());
    int eligible = site.facility().catchment() / 40;
    boolean cervix = name.startsWith("CERV");
    Counts first = Counts.draw(chance, eligible, reached, cervix);
    Counts second = Counts.draw(chance, eligible * 4 / 5, reached, cervix);
    table.add(row(submission, name, bands.get(0), first));
    table.add(row(submission, name, bands.get(1), second));
    Row total = row(submission, name, "ALL", first.plus(second));
    boolean wrong = WRONG.equals(site.id() + submission.span().label() + name);
    int screened = first.plus(second).figures()[2];
    table.add(wrong ? total.with("screened", screened + 90) : total);
  }

  private static Row row(Submission submission, String name, String band, Counts counts) {
    Row row =
        Row.in(submission)
            .with("site_id", submission.site().id())
            .with("period", submission.span().label())
            .with("programme", name)
            .with("sex", "F")
            .with("age_band", band);
    for (int i = 0; i < FIELDS.size(); i++) {
      row.with(FIELDS.get(i), counts.figures()[i]);
    }
    return row;
  }
}
