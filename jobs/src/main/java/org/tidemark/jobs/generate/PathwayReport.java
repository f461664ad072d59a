package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Care pathways: one row a tumour, with the report of the quarter of its diagnosis. */
final class PathwayReport {
  private static final List<String> PAYERS = List.of("INSURED", "WAIVER", "OOP", "OOP", "MIXED");

  private PathwayReport() {}

  /** What the sites reported of their tumours. */
  static Table of(long seed, List<Tumour> tumours, Reporting reporting) {
    Table table = Table.of("care_pathway");
    for (Tumour tumour : tumours) {
      Chance chance = Chance.of(seed, "pathway/" + tumour.ref());
      reporting
          .on(Dataset.CARE, tumour.site(), tumour.dates().diagnosis())
          .ifPresent(submission -> table.add(row(chance, tumour, submission)));
    }
    return table;
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
            .with("presentation_date", dates.presentation())
            .with("biopsy_date", dates.diagnosis())
            .with("diagnosis_date", dates.diagnosis());
    treatment(chance, tumour, submission, row);
    return circumstances(chance, tumour, row);
  }

  /** What was known of treatment when the site reported. */
  private static void treatment(Chance chance, Tumour tumour, Submission submission, Row row) {
    LocalDate diagnosis = tumour.dates().diagnosis();
    Optional<LocalDate> treated = submission.known(tumour.dates().treatment());
    boolean late = tumour.stage() == 4;
    LocalDate decided = diagnosis.plusDays(chance.between(0, 14));
    LocalDate decision =
        treated.filter(day -> day.isBefore(decided)).isPresent() ? treated.get() : decided;
    row.with("decision_date", submission.known(decision))
        .with("intent", tumour.staged() ? (late ? "PALLIATIVE" : "CURATIVE") : "UNKNOWN")
        .with("planned", late ? "C;P" : "S;C")
        .with("first_treatment_date", treated)
        .with("abandoned", treated.map(day -> chance.happens(0.06)));
  }

  private static Row circumstances(Chance chance, Tumour tumour, Row row) {
    double kilometres = chance.logNormal(38, 0.9);
    return row.with("residence_admin1", tumour.site().place().admin1())
        .with("travel_km", Math.round(kilometres))
        .with("payer", chance.pick(PAYERS))
        .with("ses_quintile", chance.between(1, 5));
  }
}
