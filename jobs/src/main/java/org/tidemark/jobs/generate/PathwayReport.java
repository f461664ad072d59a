package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * Care pathways: one row a tumour, with the report of the quarter of its diagnosis. Sites keep them
 * up: what came after the report stands in them too, up to the data cut-off.
 */
final class PathwayReport {
  private static final List<String> PAYERS = List.of("INSURED", "WAIVER", "OOP", "OOP", "MIXED");

  private PathwayReport() {}

  /** What the site reported of its tumours. */
  static void fill(Story story, Table table) {
    for (Tumour tumour : story.tumours()) {
      Chance chance = Chance.of(story.seed(), "pathway/" + tumour.ref());
      story
          .on(Dataset.CARE, tumour.dates().diagnosis())
          .ifPresent(submission -> table.add(row(chance, tumour, submission)));
    }
  }

  private static Row row(Chance chance, Tumour tumour, Submission submission) {
    Tumour.Dates dates = tumour.dates();
    Row row =
        Row.in(submission)
            .with("tumour_ref", tumour.ref())
            .with("patient_ref", tumour.patientRef())
            .with("site_id", tumour.site().id())
            .with("sex", tumour.sex())
            .with("age", tumour.age())
            .with("topography", tumour.topography())
            .with("morphology", tumour.kind().morphology())
            .with("behaviour", 3)
            .with("stage_group", tumour.stage())
            .with("stage_known", tumour.staged())
            // Some patients do not know when they first came.
            .with("presentation_date", chance.happens(0.04) ? null : dates.presentation())
            .with("diagnosis_date", dates.diagnosis());
    TreatmentCourse.of(chance, tumour).fill(row);
    return circumstances(chance, tumour, contact(chance, tumour, row));
  }

  /** Who is not known to have died was last seen at the cut-off, or was lost before. */
  private static Row contact(Chance chance, Tumour tumour, Row row) {
    LocalDate death = tumour.dates().death();
    LocalDate seen = tumour.dates().diagnosis().plusDays(chance.between(200, 2500));
    boolean lost = chance.happens(0.15) && seen.isBefore(Submission.AS_OF);
    if (death != null && !(lost && seen.isBefore(death))) {
      return row.with("vital_status", 2).with("last_contact", death).with("death_date", death);
    }
    return row.with("vital_status", lost ? 3 : 1)
        .with("last_contact", lost ? seen : Submission.AS_OF);
  }

  private static Row circumstances(Chance chance, Tumour tumour, Row row) {
    double kilometres = chance.logNormal(tumour.ses() <= 2 ? 52 : 32, 0.9);
    return row.with("residence_admin1", tumour.site().place().admin1())
        .with("travel_km", Math.round(kilometres))
        .with("payer", chance.pick(PAYERS))
        .with("ses_quintile", tumour.ses());
  }
}
