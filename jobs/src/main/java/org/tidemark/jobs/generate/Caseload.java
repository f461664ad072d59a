package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.jobs.generate.Tumour.Dates;
import org.tidemark.jobs.generate.Tumour.Kind;

/**
 * The tumours that came to a site in the twelve quarters. What the programme changes: the share of
 * breast cancers found in stage I or II rises by {@link #EARLY_GAIN} once the intensive phase has
 * begun; everywhere it drifts by {@link #DRIFT} a quarter, which the comparison sites show alone.
 */
final class Caseload {
  /** What the programme adds to the share of breast cancers in stage I or II. */
  static final double EARLY_GAIN = 0.13;

  /** What a quarter adds to that share at every site. */
  static final double DRIFT = 0.002;

  /** Share of tumours whose stage is recorded. */
  static final double STAGED = 0.86;

  private static final Kind BREAST =
      new Kind(List.of("C501", "C502", "C504", "C505", "C508", "C509"), 8500, 0.99, 50);

  private static final List<Kind> OTHERS =
      List.of(
          new Kind(List.of("C530", "C531", "C539"), 8070, 1, 49),
          new Kind(List.of("C619"), 8140, 0, 68),
          new Kind(List.of("C180", "C187", "C189", "C209"), 8140, 0.46, 58),
          new Kind(List.of("C153", "C155", "C159"), 8070, 0.42, 59),
          new Kind(List.of("C220"), 8170, 0.32, 52),
          new Kind(List.of("C340", "C341", "C349"), 8140, 0.34, 62),
          new Kind(List.of("C020", "C023", "C069"), 8070, 0.36, 56),
          new Kind(List.of("C569"), 8441, 1, 51));

  private static final double[] OTHER_STAGES = {0.12, 0.22, 0.38, 0.28};

  private final Site site;
  private final Chance chance;
  private final List<Tumour> tumours = new ArrayList<>();

  private Caseload(Site site, Chance chance) {
    this.site = site;
    this.chance = chance;
  }

  /** Every tumour of a site, numbered from 1, quarter after quarter. */
  static List<Tumour> of(long seed, Site site) {
    Caseload load = new Caseload(site, Chance.of(seed, "caseload/" + site.id()));
    Quarter.REPORTED.stream().filter(site::open).forEach(load::draw);
    return load.tumours;
  }

  private void draw(Quarter quarter) {
    int breast = chance.poisson(site.baseline().breast());
    for (int i = 0; i < breast; i++) {
      add(quarter, BREAST, breastStage(quarter));
    }
    int others = chance.poisson(site.baseline().others());
    for (int i = 0; i < others; i++) {
      add(quarter, chance.pick(OTHERS), 1 + chance.weighted(OTHER_STAGES));
    }
  }

  private int breastStage(Quarter quarter) {
    double drift = DRIFT * quarter.since(Quarter.REPORTED.get(0));
    double early = site.baseline().early() + drift + EARLY_GAIN * site.progress(quarter);
    double first = early * 0.3;
    double late = 1 - early;
    return 1 + chance.weighted(first, early - first, late * 0.62, late * 0.38);
  }

  private void add(Quarter quarter, Kind kind, int stage) {
    LocalDate diagnosis = quarter.start().plusDays(chance.between(0, quarter.days() - 1));
    LocalDate presentation = diagnosis.minusDays((long) chance.logNormal(20, 0.9));
    boolean treated = chance.happens(site.level(0.78, 0.86, quarter));
    long wait = 1 + (long) chance.logNormal(site.level(48, 34, quarter), 0.6);
    int age = (int) Math.min(95, Math.max(18, kind.age() + 13 * chance.normal()));
    tumours.add(
        new Tumour(
            site,
            tumours.size() + 1,
            kind,
            chance.happens(kind.female()) ? 2 : 1,
            age,
            chance.pick(kind.topographies()),
            chance.happens(STAGED) ? stage : 9,
            new Dates(presentation, diagnosis, treated ? diagnosis.plusDays(wait) : null)));
  }
}
