package org.tidemark.jobs.generate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.tidemark.jobs.generate.Tumour.Dates;
import org.tidemark.jobs.generate.Tumour.Kind;

/**
 * The tumours that came to a site, quarter after quarter. What the programme changes of them is
 * {@link Effect#EARLY_STAGE} and {@link Effect#WAIT}; the rest is chance, and a gradient of the
 * stage by how well off a patient is.
 */
final class Caseload {
  /** Share of tumours whose stage is recorded. */
  static final double STAGED = 0.88;

  /** What a quintile better off adds to the share in stage I or II. */
  static final double GRADIENT = 0.03;

  private static final Kind BREAST =
      new Kind(List.of("C501", "C502", "C504", "C505", "C508", "C509"), 8500, 0.99, 50, true);

  private static final List<Kind> OTHERS =
      List.of(
          new Kind(List.of("C530", "C531", "C539"), 8070, 1, 49, true),
          new Kind(List.of("C530", "C539"), 8070, 1, 49, true),
          new Kind(List.of("C180", "C187", "C189", "C209"), 8140, 0.46, 58, true),
          new Kind(List.of("C153", "C155", "C159"), 8070, 0.42, 59, true),
          new Kind(List.of("C340", "C341", "C349"), 8140, 0.34, 62, true),
          new Kind(List.of("C619"), 8140, 0, 68, true));

  private static final List<Kind> CHILDHOOD =
      List.of(
          new Kind(List.of("C421"), 9836, 0.45, 6, false),
          new Kind(List.of("C649"), 8960, 0.5, 4, false),
          new Kind(List.of("C692"), 9510, 0.5, 3, false));

  private static final double[] OTHER_STAGES = {0.12, 0.22, 0.38, 0.28};

  /** Deaths a year by stage; the first where it is not known. */
  private static final double[] DEATHS = {0.12, 0.02, 0.05, 0.16, 0.55};

  private final Site site;
  private final Chance chance;
  private final Evenly early;
  private final Evenly staged;
  private final Evenly seen;
  private final List<Tumour> tumours = new ArrayList<>();

  private Caseload(Site site, Chance chance) {
    this.site = site;
    this.chance = chance;
    this.early = Evenly.from(chance);
    this.staged = Evenly.from(chance);
    this.seen = Evenly.from(chance);
  }

  /** Every tumour of a site, numbered from 1, quarter after quarter. */
  static List<Tumour> of(long seed, Site site) {
    Caseload load = new Caseload(site, Chance.of(seed, "caseload/" + site.id()));
    Quarter.REPORTED.stream().filter(site::open).forEach(load::draw);
    return load.tumours;
  }

  /** The true probability that a breast cancer is found in stage I or II. */
  static double early(Site site, Quarter quarter, int ses) {
    double drift = Effect.DRIFT * quarter.since(Quarter.REPORTED.get(0));
    double gradient = GRADIENT * (ses - 3);
    return site.baseline().early() + drift + gradient + Effect.EARLY_STAGE.of(site, quarter);
  }

  private void draw(Quarter quarter) {
    int breast = breasts(site.baseline().breast()) + chance.between(-1, 1);
    for (int i = 0; i < breast; i++) {
      int ses = chance.between(1, 5);
      add(quarter, BREAST, breastStage(early(site, quarter, ses)), ses);
    }
    int others = chance.poisson(site.baseline().others());
    for (int i = 0; i < others; i++) {
      boolean child = site.offers("PAED") && chance.happens(0.3);
      Kind kind = chance.pick(child ? CHILDHOOD : OTHERS);
      add(quarter, kind, otherStage(kind), chance.between(1, 5));
    }
  }

  private int breasts(double mean) {
    int whole = (int) mean;
    return whole + (seen.happens(mean - whole) ? 1 : 0);
  }

  private int breastStage(double share) {
    if (!staged.happens(STAGED)) {
      return 9;
    }
    return early.happens(share) ? 1 + chance.weighted(0.3, 0.7) : 3 + chance.weighted(0.62, 0.38);
  }

  private int otherStage(Kind kind) {
    return kind.staged() && chance.happens(STAGED) ? 1 + chance.weighted(OTHER_STAGES) : 9;
  }

  private void add(Quarter quarter, Kind kind, int stage, int ses) {
    LocalDate diagnosis = quarter.start().plusDays(chance.between(0, quarter.days() - 1));
    LocalDate presentation = diagnosis.minusDays((long) chance.logNormal(20, 0.9));
    boolean treated = chance.happens(site.level(0.78, 0.88, quarter));
    double median = 48 + Effect.WAIT.of(site, quarter);
    LocalDate treatment = diagnosis.plusDays(1 + (long) chance.logNormal(median, 0.6));
    LocalDate death = death(diagnosis, stage == 9 ? 0 : stage);
    boolean lived = treated && (death == null || treatment.isBefore(death));
    tumours.add(
        new Tumour(
            site,
            tumours.size() + 1,
            kind,
            chance.happens(kind.female()) ? 2 : 1,
            age(kind),
            ses,
            chance.pick(kind.topographies()),
            stage,
            new Dates(presentation, diagnosis, lived ? treatment : null, death)));
  }

  private int age(Kind kind) {
    return kind.childhood()
        ? chance.between(1, 2 * kind.age())
        : (int) Math.min(95, Math.max(19, kind.age() + 13 * chance.normal()));
  }

  /** The day of death, or null where it lies beyond the data. */
  private LocalDate death(LocalDate diagnosis, int stage) {
    double years = chance.exponential() / DEATHS[stage];
    LocalDate day = diagnosis.plusDays(1 + (long) Math.min(years * Mortality.YEAR, 20_000));
    return day.isAfter(Submission.AS_OF) ? null : day;
  }
}
