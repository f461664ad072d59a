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
      List.of("BIOPSY", "BIOPSY", "BIOPSY", "BIOPSY", "BIOPSY", "BIOPSY", "RESECTION", "FNAC");

  /** Readings of a second pathologist, far away. */
  private static final List<String> SECOND =
      List.of("CONCORDANT", "CONCORDANT", "MINOR", "CONCORDANT", "CONCORDANT", "MAJOR");

  /** The first year of the second of two files. */
  static final int SECOND_FILE = 2020;

  private static final double SPREAD = 0.22;

  /** Share of specimens that no report ever comes of. */
  private static final double LOST = 0.015;

  private record Specimen(
      String id,
      Tumour tumour,
      boolean malignant,
      LocalDate received,
      LocalDate reported,
      int underway) {
    /** When a report of that day reached the ward. */
    LocalDate delivered(LocalDate day) {
      return day == null ? null : day.plusDays(underway);
    }
  }

  private SpecimenReport() {}

  /** The first versions of the earlier years, as the site sent them. */
  static void early(Story story, Table table) {
    firsts(story, table, true);
  }

  /** The first versions of the later years. */
  static void late(Story story, Table table) {
    firsts(story, table, false);
  }

  /** The rows of the submissions that replace an earlier one. */
  static void corrections(Story story, Table table) {
    for (Submission submission : story.reporting().corrections()) {
      specimens(story).stream()
          .filter(s -> Span.of(Quarter.of(s.received())).equals(submission.span()))
          .forEach(s -> table.add(row(s, submission, s.reported())));
    }
  }

  private static void firsts(Story story, Table table, boolean early) {
    for (Specimen specimen : specimens(story)) {
      if (specimen.received().getYear() < SECOND_FILE == early) {
        story
            .on(Dataset.PATHOLOGY, specimen.received())
            .ifPresent(submission -> first(specimen, submission, story.reporting(), table));
      }
    }
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
    Site site = tumour.site();
    String type = TYPES.get(tumour.number() % TYPES.size());
    Optional<LocalDate> known = submission.known(reported);
    boolean remote = site.progress(specimen.received()) > 0;
    boolean again = remote && tumour.number() % 6 == 0;
    Row row =
        Row.in(submission)
            .with("specimen_id", specimen.id())
            .with("site_id", site.id())
            .with("lab_id", site.id() + "-LAB")
            .with("patient_ref", specimen.malignant() ? tumour.patientRef() : null)
            .with("specimen_type", type)
            .with("collected_at", tumour.dates().diagnosis())
            .with("received_at", specimen.received())
            .with("reported_at", known)
            .with("delivered_at", submission.known(specimen.delivered(reported)))
            .with("adequate", tumour.number() % 29 != 0)
            .with(
                "synoptic", known.filter(d -> type.equals("RESECTION")).map(d -> synoptic(tumour)))
            .with("malignant", specimen.malignant())
            .with("telepathology", remote)
            .with("second_read", again ? SECOND.get(tumour.number() / 6 % SECOND.size()) : "NONE");
    return stains(specimen, submission, row);
  }

  /** Receptors of breast cancers, where the laboratory has immunohistochemistry. */
  private static Row stains(Specimen specimen, Submission submission, Row row) {
    Tumour tumour = specimen.tumour();
    if (!specimen.malignant() || !tumour.breast() || !tumour.site().offers("IHC")) {
      return row;
    }
    LocalDate asked = specimen.received().plusDays(3);
    return row.with("ihc_requested_at", submission.known(asked))
        .with("ihc_reported_at", submission.known(asked.plusDays(4 + tumour.number() % 9)))
        .with("ihc_panel", "ER;PR;HER2");
  }

  private static boolean synoptic(Tumour tumour) {
    double done = tumour.site().level(0.4, 0.85, Quarter.of(tumour.dates().diagnosis()));
    return tumour.number() * 37 % 100 < 100 * done;
  }

  private static List<Specimen> specimens(Story story) {
    List<Specimen> specimens = new ArrayList<>();
    Evenly times = Evenly.from(story.chance("turnaround"));
    for (Tumour tumour : story.tumours()) {
      Chance chance = Chance.of(story.seed(), "specimen/" + tumour.ref());
      if (tumour.site().offers("PATH") && chance.happens(0.6)) {
        specimens.add(specimen(chance, times, tumour));
      }
    }
    return specimens;
  }

  private static Specimen specimen(Chance chance, Evenly times, Tumour tumour) {
    boolean malignant = chance.happens(0.85);
    LocalDate received = workday(tumour.dates().diagnosis().plusDays(chance.between(0, 2)));
    Site site = tumour.site();
    double median = site.baseline().turnaround() + Effect.TURNAROUND.of(site, Quarter.of(received));
    int days = (int) Math.max(1, Math.rint(times.time(median, SPREAD)));
    LocalDate reported = chance.happens(LOST) ? null : workingDaysAfter(received, days);
    String id = tumour.ref().replace("-T", "-S");
    return new Specimen(id, tumour, malignant, received, reported, chance.between(0, 12));
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
