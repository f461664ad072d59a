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
 * @param begins the first quarter of the intensive phase; empty for a comparison site
 * @param leaves the first quarter after the programme has left
 * @param keeps whether it keeps what it gained after that
 * @param shut the quarter it could not work
 * @param closed the quarter from which on it is no more
 * @param extra what it reports besides, as MEDICINES
 * @param baseline what is true of it before
 */
record Site(
    String id,
    Place place,
    Facility facility,
    List<String> services,
    Optional<Quarter> begins,
    Optional<Quarter> leaves,
    boolean keeps,
    Optional<Quarter> shut,
    Optional<Quarter> closed,
    List<String> extra,
    Baseline baseline) {

  /** Where a site stands; the country is a user-assigned code of ISO 3166-1, of no real country. */
  record Place(
      String name, String country, String admin1, String area, String income, String languages) {
    /** The language that most is done in. */
    String language() {
      return languages.substring(0, 2);
    }
  }

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
    return !shut.equals(Optional.of(quarter)) && stands(quarter);
  }

  /** Whether it had not been closed for good. */
  boolean stands(Quarter quarter) {
    return closed.isEmpty() || quarter.compareTo(closed.get()) < 0;
  }

  boolean treated() {
    return begins.isPresent();
  }

  /** Whether the programme works there. */
  boolean engaged(Quarter quarter) {
    return begins.isPresent()
        && quarter.compareTo(begins.get()) >= 0
        && (leaves.isEmpty() || quarter.compareTo(leaves.get()) < 0);
  }

  /** How much of the programme's effect there is: 0 before, 1 where it is whole. */
  double progress(Quarter quarter) {
    return Effect.CAPACITY.of(this, quarter);
  }

  double progress(LocalDate date) {
    return progress(Quarter.of(date));
  }

  /** A level that the programme moves from one figure towards another. */
  double level(double before, double after, Quarter quarter) {
    return before + (after - before) * progress(quarter);
  }
}
