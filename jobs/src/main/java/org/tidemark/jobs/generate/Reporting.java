package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which reports are owed and which arrived, when and in which version. */
final class Reporting {
  /** The report that arrives long after its time. */
  private static final Key LATE = new Key(Dataset.TUMOUR_BOARD, "BRE", new Quarter(2022, 1));

  /** The report whose dates were wrong and that was sent again. */
  private static final Key CORRECTED = new Key(Dataset.PATHOLOGY, "CAL", new Quarter(2022, 3));

  /**
   * A report in which every planned meeting was not held: a true zero, and not a missing report.
   */
  private static final Key NONE_HELD = new Key(Dataset.TUMOUR_BOARD, "HOL", new Quarter(2022, 4));

  /** Two reports in a row that never arrive. */
  private static final Set<Key> LOST =
      Set.of(
          new Key(Dataset.PATHOLOGY, "ESK", new Quarter(2021, 2)),
          new Key(Dataset.PATHOLOGY, "ESK", new Quarter(2021, 3)));

  private static final Set<Key> ARRIVING = Set.of(LATE, CORRECTED, NONE_HELD);

  private final Map<Key, Submission> first = new LinkedHashMap<>();
  private final List<Submission> all = new ArrayList<>();

  private record Key(Dataset dataset, String site, Quarter quarter) {}

  private Reporting() {}

  /** Draws for every report owed whether and when it arrives. */
  static Reporting of(long seed, List<Site> sites) {
    Reporting reporting = new Reporting();
    for (Site site : sites) {
      Chance chance = Chance.of(seed, "reporting/" + site.id());
      for (Dataset dataset : Dataset.values()) {
        Quarter.REPORTED.forEach(quarter -> reporting.draw(chance, dataset, site, quarter));
      }
    }
    return reporting;
  }

  /** Why a site does not owe a report, if it does not. */
  static Optional<String> waiver(Dataset dataset, Site site, Quarter quarter) {
    if (dataset == Dataset.PATHOLOGY && !site.offers("PATH")) {
      return Optional.of("service not offered");
    }
    return site.open(quarter) ? Optional.empty() : Optional.of("site closed");
  }

  /** Whether the site held none of the meetings it planned, and said so. */
  static boolean noneHeld(Site site, Quarter quarter) {
    return NONE_HELD.equals(new Key(Dataset.TUMOUR_BOARD, site.id(), quarter));
  }

  /** The first submission of the report that a day belongs to; empty where it never arrived. */
  Optional<Submission> on(Dataset dataset, Site site, LocalDate day) {
    return Optional.ofNullable(first.get(new Key(dataset, site.id(), Quarter.of(day))));
  }

  /** Submissions that replace an earlier one. */
  List<Submission> corrections() {
    return all.stream().filter(s -> s.version() > 1).toList();
  }

  /** Every submission, by site, dataset, quarter and version. */
  List<Submission> all() {
    return List.copyOf(all);
  }

  private void draw(Chance chance, Dataset dataset, Site site, Quarter quarter) {
    Key key = new Key(dataset, site.id(), quarter);
    boolean arrives = chance.happens(site.level(site.baseline().reporting(), 0.98, quarter));
    boolean late = key.equals(LATE) || chance.happens(site.level(0.10, 0.03, quarter));
    int day = lag(chance, dataset, key.equals(LATE) ? 47 : chance.between(4, 30), late);
    boolean sent = (arrives || ARRIVING.contains(key)) && !LOST.contains(key);
    if (!sent || waiver(dataset, site, quarter).isPresent()) {
      return;
    }
    LocalDateTime completed = quarter.end().plusDays(day).atTime(chance.between(8, 17), 0);
    Submission submission = new Submission(dataset, site, quarter, completed, 1);
    first.put(key, submission);
    all.add(submission);
    if (key.equals(CORRECTED)) {
      all.add(new Submission(dataset, site, quarter, completed.plusDays(38), 2));
    }
  }

  /** Days from the end of the quarter; a report on time comes in the last days before it is due. */
  private static int lag(Chance chance, Dataset dataset, int beyond, boolean late) {
    return dataset.timelyDays() + (late ? beyond : -chance.between(0, 9));
  }
}
