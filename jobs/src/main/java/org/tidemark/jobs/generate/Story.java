package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What truly happened at one site, and which of its reports arrived: all that its reports draw
 * from. One site is in memory at a time.
 *
 * @param seed of the programme
 * @param site whose story
 * @param tumours that came there
 * @param reporting what arrived
 */
record Story(long seed, Site site, List<Tumour> tumours, Reporting reporting) {

  static Story of(long seed, Site site) {
    return new Story(seed, site, Caseload.of(seed, site), Reporting.of(seed, site));
  }

  /** The site's own stream of draws of that name. */
  Chance chance(String name) {
    return Chance.of(seed, name + "/" + site.id());
  }

  /** The submission that brought the report a day belongs to; empty where it never arrived. */
  Optional<Submission> on(Dataset dataset, LocalDate day) {
    return reporting.on(dataset, site, day);
  }

  /** The first report of that kind to arrive that can tell of a day. */
  Optional<Submission> since(Dataset dataset, LocalDate day) {
    return yearly(dataset).stream().filter(s -> !s.span().end().isBefore(day)).findFirst();
  }

  /** A name of the site's own: its id, a letter and a number. */
  String ref(String letter, int number) {
    return site.id() + "-" + letter + number;
  }

  /** The years in which a report of that kind arrived. */
  List<Submission> yearly(Dataset dataset) {
    return reporting.all().stream()
        .filter(s -> s.dataset() == dataset && s.version() == 1)
        .toList();
  }
}
