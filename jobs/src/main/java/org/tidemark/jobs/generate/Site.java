package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An invented site: its particulars and what is true of it before the programme begins.
 *
 * @param id stable short name
 * @param place where it stands
 * @param facility level, type, ownership and catchment
 * @param services what it offers, as SURG or PATH
 * @param intensive the quarter its intensive phase begins; empty for a comparison site
 * @param closed the quarter it could not work
 * @param baseline what is true of it before
 */
record Site(
    String id,
    Place place,
    Facility facility,
    List<String> services,
    Optional<Quarter> intensive,
    Optional<Quarter> closed,
    Baseline baseline) {

  /** Where a site stands; the country is a user-assigned code of ISO 3166-1, of no real country. */
  record Place(
      String name, String country, String admin1, String area, String income, String languages) {}

  /** What kind of place it is. */
  record Facility(String level, String type, String ownership, int catchment, int opened) {}

  /**
   * The site before the programme.
   *
   * @param breast breast cancers a quarter
   * @param others other cancers a quarter
   * @param early share of breast cancers in stage I or II
   * @param turnaround median working days from receipt of a biopsy to its report
   * @param oncologists full-time equivalents
   * @param reporting share of its reports that arrive
   */
  record Baseline(
      double breast,
      double others,
      double early,
      double turnaround,
      double oncologists,
      double reporting) {}

  boolean offers(String service) {
    return services.contains(service);
  }

  boolean open(Quarter quarter) {
    return !closed.equals(Optional.of(quarter));
  }

  /** How much of the programme's effect has been reached: 0 before, 1 from the third quarter on. */
  double progress(Quarter quarter) {
    int quarters = intensive.map(quarter::since).orElse(-1);
    return switch (Math.min(quarters, 2)) {
      case 2 -> 1;
      case 1 -> 0.85;
      case 0 -> 0.6;
      default -> 0;
    };
  }

  double progress(LocalDate date) {
    return progress(Quarter.of(date));
  }

  /** A level that the programme moves from one figure towards another. */
  double level(double before, double after, Quarter quarter) {
    return before + (after - before) * progress(quarter);
  }
}
