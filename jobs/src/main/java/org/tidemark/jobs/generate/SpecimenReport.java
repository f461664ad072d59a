package org.tidemark.jobs.generate;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Pathology specimens, with the report of the quarter in which the laboratory received them. One
 * submission had its reporting dates four weeks late and a part of its rows left out; the one that
 * replaces it has them right.
 */
final class SpecimenReport {
  /** The file of rows that were sent again. */
  static final String CORRECTION = "path_specimen-correction.csv";

  private static final List<String> TYPES =
      List.of("BIOPSY", "BIOPSY", "BIOPSY", "BIOPSY", "BIOPSY", "FNAC", "RESECTION", "CYTOLOGY");

  /** Share of specimens that no report ever comes of. */
  private static final double LOST = 0.015;

  private record Specimen(
      String id, Tumour tumour, boolean malignant, LocalDate received, LocalDate reported) {}

  private SpecimenReport() {}

  /** The first versions, as the sites sent them. */
  static List<Table> firsts(long seed, List<Tumour> tumours, Reporting reporting) {
    List<Table> years = new ArrayList<>();
    List<Specimen> specimens = specimens(seed, tumours);
    for (int year : Quarter.YEARS) {
      Table table = Table.of("path_specimen");
      specimens.stream()
          .filter(s -> s.received().getYear() == year)
          .forEach(s -> first(s, reporting, table));
      years.add(table);
    }
    return years;
  }

  /** The rows of the submissions that replace an earlier one. */
  static Table corrections(long seed, List<Tumour> tumours, Reporting reporting) {
    Table table = Table.of("path_specimen");
    for (Submission submission : reporting.corrections()) {
      specimens(seed, tumours).stream()
          .filter(s -> s.tumour().site().equals(submission.site()))
          .filter(s -> Quarter.of(s.received()).equals(submission.quarter()))
          .forEach(s -> table.add(row(s, submission, s.reported())));
    }
    return table;
  }

  private static void first(Specimen specimen, Reporting reporting, Table table) {
    reporting
        .on(Dataset.PATHOLOGY, specimen.tumour().site(), specimen.received())
        .ifPresent(submission -> first(specimen, submission, reporting, table));
  }

  private static void first(
      Specimen specimen, Submission submission, Reporting reporting, Table table) {
    boolean wrong =
        reporting.corrections().stream()
            .anyMatch(c -> c.supersedes().equals(Optional.of(submission.id())));
    if (!wrong) {
      table.add(row(specimen, submission, specimen.reported()));
    } else if (specimen.tumour().number() % 5 != 0) {
      LocalDate typed = specimen.reported() == null ? null : specimen.reported().plusDays(28);
      table.add(row(specimen, submission, typed));
    }
  }

  private static Row row(Specimen specimen, Submission submission, LocalDate reported) {
    Tumour tumour = specimen.tumour();
    String type = TYPES.get(tumour.number() % TYPES.size());
    return Row.in(submission)
        .with("specimen_id", specimen.id())
        .with("site_id", tumour.site().id())
        .with("lab_id", tumour.site().id() + "-LAB")
        .with("patient_ref", specimen.malignant() ? tumour.patientRef() : null)
        .with("specimen_type", type)
        .with("collected_at", tumour.dates().diagnosis())
        .with("received_at", specimen.received())
        .with("reported_at", submission.known(reported))
        .with("adequate", tumour.number() % 29 != 0)
        .with("malignant", specimen.malignant())
        .with("referred_out", false)
        .with("telepathology", tumour.site().progress(specimen.received()) > 0)
        .with("second_read", "NONE");
  }

  private static List<Specimen> specimens(long seed, List<Tumour> tumours) {
    List<Specimen> specimens = new ArrayList<>();
    for (Tumour tumour : tumours) {
      Chance chance = Chance.of(seed, "specimen/" + tumour.ref());
      if (tumour.site().offers("PATH") && chance.happens(0.75)) {
        specimens.add(specimen(chance, tumour, chance.happens(0.85)));
      }
    }
    return specimens;
  }

  private static Specimen specimen(Chance chance, Tumour tumour, boolean malignant) {
    LocalDate received = workday(tumour.dates().diagnosis().plusDays(chance.between(0, 2)));
    Site site = tumour.site();
    double median = site.level(site.baseline().turnaround(), 5.5, Quarter.of(received));
    int days = 1 + (int) chance.logNormal(median, 0.55);
    LocalDate reported = chance.happens(LOST) ? null : workingDaysAfter(received, days);
    String id = tumour.ref().replace("-T", "-S");
    return new Specimen(id, tumour, malignant, received, reported);
  }

  /** The day itself, or the Monday after a week-end. */
  private static LocalDate workday(LocalDate day) {
    LocalDate at = day;
    while (at.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0) {
      at = at.plusDays(1);
    }
    return at;
  }

  private static LocalDate workingDaysAfter(LocalDate day, int days) {
    LocalDate at = day;
    for (int left = days; left > 0; left--) {
      at = at.plusDays(at.getDayOfWeek() == DayOfWeek.FRIDAY ? 3 : 1);
    }
    return at;
  }
}
