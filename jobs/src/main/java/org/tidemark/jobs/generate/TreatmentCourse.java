package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * What was planned for a tumour and what came of it: surgery first, then chemotherapy, then
 * radiotherapy where the site has it, each until the treatment is abandoned, the patient dies or
 * the data end.
 */
final class TreatmentCourse {
  private static final int CYCLE_DAYS = 21;
  private static final int REST_DAYS = 28;

  private final Chance chance;
  private final Tumour tumour;
  private final List<String> planned;
  private final LocalDate begun;
  private final LocalDate abandoned;
  private final LocalDate stop;

  private TreatmentCourse(Chance chance, Tumour tumour) {
    this.chance = chance;
    this.tumour = tumour;
    this.planned = planned(tumour);
    this.begun = begun(tumour);
    boolean gives = begun != null && tumour.curable() && chance.happens(leaving(tumour));
    LocalDate last = gives ? begun.plusDays(chance.between(15, 110)) : null;
    LocalDate death = tumour.dates().death();
    boolean before = last != null && (death == null || last.isBefore(death));
    this.abandoned = before && !last.isAfter(Submission.AS_OF) ? last : null;
    this.stop = abandoned != null ? abandoned : death;
  }

  static TreatmentCourse of(Chance chance, Tumour tumour) {
    return new TreatmentCourse(chance, tumour);
  }

  /** Fills the cells of the pathway. */
  void fill(Row row) {
    LocalDate decided = tumour.dates().diagnosis().plusDays(chance.between(0, 14));
    LocalDate decision = begun != null && begun.isBefore(decided) ? begun : decided;
    row.with("decision_date", decision.isAfter(Submission.AS_OF) ? null : decision)
        .with("intent", intent())
        .with("planned", String.join(";", planned))
        .with("first_treatment_date", begun);
    if (begun == null) {
      return;
    }
    LocalDate at = surgery(row, begun);
    at = chemotherapy(row, at);
    radiotherapy(row, at);
    palliative(row);
    row.with("abandoned", tumour.curable() ? abandoned != null : null)
        .with("abandon_date", abandoned)
        .with("last_attended", abandoned);
  }

  private LocalDate surgery(Row row, LocalDate at) {
    if (!planned.contains("S") || !runs(at)) {
      return at;
    }
    row.with("surgery_start", at).with("surgery_completed", true);
    return at.plusDays(REST_DAYS);
  }

  private LocalDate chemotherapy(Row row, LocalDate at) {
    if (!planned.contains("C")) {
      return at;
    }
    int cycles = tumour.kind().childhood() ? 8 : 6;
    row.with("cycles_planned", cycles);
    if (!runs(at)) {
      return at.plusDays((long) CYCLE_DAYS * cycles);
    }
    int given = 1;
    while (given < cycles && runs(at.plusDays((long) CYCLE_DAYS * given))) {
      given++;
    }
    LocalDate last = at.plusDays((long) CYCLE_DAYS * (given - 1));
    boolean whole = given == cycles;
    double out = tumour.site().level(0.14, 0.05, Quarter.of(at));
    row.with("chemotherapy_start", at)
        .with("chemotherapy_end", whole || stop != null ? last : null)
        .with("chemotherapy_completed", whole ? Boolean.TRUE : stop == null ? null : false)
        .with("cycles_delivered", given)
        .with("cycles_modified_for_stock", chance.happens(out) ? chance.between(1, given) : 0);
    return at.plusDays((long) CYCLE_DAYS * cycles + REST_DAYS);
  }

  private void radiotherapy(Row row, LocalDate at) {
    if (!planned.contains("R")) {
      return;
    }
    int fractions = tumour.breast() ? 15 : 25;
    row.with("rt_fractions_planned", fractions);
    if (!runs(at)) {
      return;
    }
    LocalDate end = at.plusDays(fractions / 5 * 7L);
    boolean whole = runs(end);
    row.with("radiotherapy_start", at)
        .with("radiotherapy_end", whole ? end : null)
        .with("radiotherapy_completed", whole ? Boolean.TRUE : stop == null ? null : false)
        .with("rt_fractions_delivered", whole ? fractions : fractions / 2);
    boolean cervix = tumour.topography().startsWith("C53");
    if (whole && cervix && tumour.site().offers("BRACHY") && chance.happens(0.8)) {
      row.with("brachytherapy_start", end);
    }
  }

  private void palliative(Row row) {
    if (planned.contains("H")) {
      row.with("hormonal_start", begun);
    }
    if (planned.contains("P") && chance.happens(0.6)) {
      row.with("palliative_start", begun);
    }
  }

  private String intent() {
    return tumour.curable() ? "CURATIVE" : tumour.staged() ? "PALLIATIVE" : "UNKNOWN";
  }

  /** Whether a day lies before the treatment stopped and within the data. */
  private boolean runs(LocalDate day) {
    return !day.isAfter(Submission.AS_OF) && (stop == null || day.isBefore(stop));
  }

  private static LocalDate begun(Tumour tumour) {
    LocalDate day = tumour.dates().treatment();
    return day == null || day.isAfter(Submission.AS_OF) ? null : day;
  }

  /** Likelier among the poor, rarer with the programme. */
  private static double leaving(Tumour tumour) {
    double level = tumour.site().level(0.16, 0.07, Quarter.of(tumour.dates().diagnosis()));
    return level + 0.02 * (3 - tumour.ses());
  }

  private static List<String> planned(Tumour tumour) {
    boolean beam = tumour.site().offers("EBRT");
    if (tumour.kind().childhood()) {
      return tumour.topography().equals("C421") ? List.of("C") : List.of("S", "C");
    }
    if (!tumour.curable()) {
      return tumour.breast() ? List.of("C", "H", "P") : List.of("C", "P");
    }
    if (tumour.breast()) {
      return beam ? List.of("S", "C", "R") : List.of("S", "C");
    }
    boolean cervix = tumour.topography().startsWith("C53");
    return cervix && beam ? List.of("C", "R") : List.of("S", "C");
  }
}
