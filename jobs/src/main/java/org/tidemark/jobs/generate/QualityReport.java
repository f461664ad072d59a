package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * What is asked every other year at the sites that the programme leaves: charts audited (an item
 * that does not apply to a chart has no row), the forty items of a sustainability assessment (by
 * number: the texts are their authors'), and what patients paid.
 */
final class QualityReport {
  private static final List<String> ITEMS =
      List.of("CONCORDANT", "QOPI-1", "QOPI-2", "QOPI-3", "QOPI-9");
  private static final int CHARTS = 5;
  private static final int PATIENTS = 5;
  private static final int ASSESSED_FROM = 2021;
  private static final int ITEMS_A_DOMAIN = 5;
  private static final int ASSESSMENT_ITEMS = 40;

  private QualityReport() {}

  /** One row a chart and item. */
  static void audits(Story story, Table table) {
    for (Submission submission : story.yearly(Dataset.QUALITY)) {
      Chance chance = story.chance("audit/" + submission.span().label());
      double good = story.site().level(0.5, 0.82, submission.span().last());
      for (Tumour patient : patients(story, submission.span(), CHARTS)) {
        for (String item : ITEMS) {
          boolean asked = chance.happens(0.92);
          String met = chance.happens(good) ? "Y" : "N";
          if (!asked) {
            continue;
          }
          table.add(
              Row.in(submission)
                  .with("audit_id", story.ref("U", table.rows().size() + 1))
                  .with("site_id", story.site().id())
                  .with("period", submission.span().label())
                  .with("patient_ref", patient.patientRef())
                  .with("instrument", "SAMPLE_AUDIT_1")
                  .with("item", item)
                  .with("met", met));
        }
      }
    }
  }

  /** One row an item; who answers leaves some out. */
  static void assessments(Story story, Table table) {
    for (Submission submission : story.yearly(Dataset.QUALITY)) {
      int year = submission.span().year();
      Chance chance = story.chance("assessment/" + year);
      for (int item = 1; item <= ASSESSMENT_ITEMS && year >= ASSESSED_FROM; item++) {
        int middle = story.site().keeps() ? 5 : year == ASSESSED_FROM ? 4 : 3;
        table.add(
            Row.in(submission)
                .with("site_id", story.site().id())
                .with("date", LocalDate.of(year, 11, 15))
                .with("respondent_ref", story.ref("R", 1))
                .with("item", item)
                .with("domain", (item - 1) / ITEMS_A_DOMAIN + 1)
                .with("score", chance.happens(0.06) ? null : middle + chance.between(-2, 2)));
      }
    }
  }

  /** One row a patient asked; the poor spend a larger part of what they have. */
  static void costs(Story story, Table table) {
    for (Submission submission : story.yearly(Dataset.QUALITY)) {
      Chance chance = story.chance("costs/" + submission.span().label());
      for (Tumour patient : patients(story, submission.span(), PATIENTS)) {
        int quintile = patient.ses();
        int income = (int) chance.logNormal(400.0 * quintile, 0.3);
        double part = chance.logNormal(0.3 / (1 + quintile), 0.6);
        table.add(
            Row.in(submission)
                .with("survey_id", story.ref("W", table.rows().size() + 1))
                .with("patient_ref", patient.patientRef())
                .with("site_id", story.site().id())
                .with("date", submission.span().end().minusDays(chance.between(3, 20)))
                .with("ses_quintile", quintile)
                .with("oop_spending", (int) (income * part))
                .with("household_income", chance.happens(0.1) ? "NA-REF" : income)
                .with("currency", "USD"));
      }
    }
  }

  /** The first patients of the year whose pathways were reported. */
  private static List<Tumour> patients(Story story, Span span, int count) {
    return story.tumours().stream()
        .filter(t -> t.dates().diagnosis().getYear() == span.year())
        .filter(t -> story.on(Dataset.CARE, t.dates().diagnosis()).isPresent())
        .limit(count)
        .toList();
  }
}
