package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which reports a site owes and which arrived, when and in which version. */
final class Reporting {
  /** The report that arrives long after its time. */
  private static final Key LATE = new Key(Dataset.TUMOUR_BOARD, "BRE", "2022Q1");

  /** The report whose dates were wrong and that was sent again. */
  private static final Key CORRECTED = new Key(Dataset.PATHOLOGY, "CAL", "2022Q3");

  /** The report that the site took back and never sent again. */
  private static final Key WITHDRAWN = new Key(Dataset.CARE, "TAR", "2020Q2");

  /**
   * A report in which every planned meeting was not held: a true zero, and not a missing report.
   */
  private static final Key NONE_HELD = new Key(Dataset.TUMOUR_BOARD, "HOL", "2022Q4");

  /** Two reports in a row that never arrive. */
  private static final Set<Key> LOST =
      Set.of(
          new Key(Dataset.PATHOLOGY, "ESK", "2021Q2"), new Key(Dataset.PATHOLOGY, "ESK", "2021Q3"));

  private static final Set<Dataset> CLINICAL = Set.of(Dataset.CARE, Dataset.TUMOUR_BOARD);

  private static final Set<Key> ARRIVING = Set.of(LATE, CORRECTED, WITHDRAWN, NONE_HELD);

  /** Sites that miss reports of patients and of meetings; the others always send those. */
  private static final Set<String> FORGETFUL =
      Set.of("ESK", "QUI", "RAV", "WYN", "GAL", "TAR", "XAN");

  private final Map<Key, Submission> first = new LinkedHashMap<>();
  private final List<Submission> all = new ArrayList<>();

  private record Key(Dataset dataset, String site, String span) {}

  private Reporting() {}

  /** Draws for every report that a site owes whether and when it arrives. */
  static Reporting of(long seed, Site site) {
    Reporting reporting = new Reporting();
    Chance chance = Chance.of(seed, "reporting/" + site.id());
    for (Dataset dataset : Dataset.values()) {
      for (Span span : dataset.spans()) {
        reporting.draw(chance, dataset, site, span);
      }
    }
    return reporting;
  }

  /** Why a site does not owe a report that it would be asked for, if it does not. */
  static Optional<String> waiver(Dataset dataset, Site site, Span span) {
    if (dataset == Dataset.PATHOLOGY && !site.offers("PATH")) {
      return Optional.of("service not offered");
    }
    return site.open(span.last()) ? Optional.empty() : Optional.of("site closed");
  }

  /** Whether the site held none of the meetings it planned, and said so. */
  static boolean noneHeld(Site site, Quarter quarter) {
    return NONE_HELD.equals(new Key(Dataset.TUMOUR_BOARD, site.id(), quarter.label()));
  }

  /** The first submission of the report that a day belongs to; empty where it never arrived. */
  Optional<Submission> on(Dataset dataset, Site site, LocalDate day) {
    return Optional.ofNullable(first.get(new Key(dataset, site.id(), dataset.span(day).label())));
  }

  /** Submissions that replace an earlier one by another content. */
  List<Submission> corrections() {
    return all.stream().filter(s -> s.version() > 1 && !s.withdrawal()).toList();
  }

  /** Every submission, by dataset, time and version. */
  List<Submission> all() {
    return List.copyOf(all);
  }

  private void draw(Chance chance, Dataset dataset, Site site, Span span) {
    Key key = new Key(dataset, site.id(), span.label());
    double reliable = site.level(site.baseline().reporting(), 0.985, span.last());
    boolean careful = CLINICAL.contains(dataset) && !FORGETFUL.contains(site.id().substring(0, 3));
    boolean arrives = chance.happens(reliable) || careful || ARRIVING.contains(key);
    boolean late = key.equals(LATE) || chance.happens(site.level(0.10, 0.03, span.last()));
    int day = lag(chance, dataset, key.equals(LATE) ? 47 : chance.between(4, 30), late);
    LocalDateTime completed = span.end().plusDays(day).atTime(chance.between(8, 17), 0);
    boolean owed = dataset.asked(site, span) && waiver(dataset, site, span).isEmpty();
    if (!owed || !arrives || LOST.contains(key)) {
      return;
    }
    Submission submission = new Submission(dataset, site, span, completed, 1, false);
    first.put(key, submission);
    all.add(submission);
    if (key.equals(CORRECTED) || key.equals(WITHDRAWN)) {
      LocalDateTime later = completed.plusDays(38);
      all.add(new Submission(dataset, site, span, later, 2, key.equals(WITHDRAWN)));
    }
  }

  /** Days from the end of the time; a report on time comes in the last days before it is due. */
  private static int lag(Chance chance, Dataset dataset, int beyond, boolean late) {
    return dataset.timelyDays() + (late ? beyond : -chance.between(0, 9));
  }
}
