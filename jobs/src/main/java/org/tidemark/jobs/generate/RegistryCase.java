package org.tidemark.jobs.generate;

import java.time.LocalDate;

/**
 * One invented case. Days are epoch days.
 *
 * @param stage 1 to 4, 0 where the cancer has no stage, 9 unknown
 * @param basis basis of diagnosis, IACR
 * @param vital 1 alive, 2 dead, 3 lost
 * @param ofCancer whether the cancer was the cause of death
 */
record RegistryCase(
    Cancer cancer,
    String topography,
    int sex,
    int birth,
    int incidence,
    int stage,
    int basis,
    int vital,
    int lastContact,
    boolean ofCancer,
    int area,
    int side) {
  private static final int FIRST = (int) LocalDate.of(2010, 1, 1).toEpochDay();
  private static final int LAST = (int) LocalDate.of(2019, 12, 31).toEpochDay();

  /** Last day of follow-up of those still alive and not lost. */
  private static final int CLOSING = (int) LocalDate.of(2023, 12, 31).toEpochDay();

  private static final int[] BASES = {7, 5, 6, 2, 1, 0, 9};
  private static final double[] BASIS_SHARES = {0.80, 0.06, 0.04, 0.05, 0.01, 0.03, 0.01};
  private static final double STAGED = 0.85;
  private static final double LOST_A_YEAR = 0.012;

  /** How a follow-up ended. */
  private record End(int vital, int day, boolean ofCancer) {}

  /** Draws a case: cancer, person, diagnosis, follow-up. */
  static RegistryCase draw(Chance chance, Days days) {
    Cancer cancer = Cancer.draw(chance);
    int sex = cancer.sex(chance);
    double age = cancer.age(chance);
    int incidence = chance.between(FIRST, LAST);
    int stage = cancer.stage(chance);
    int basis = BASES[chance.weighted(BASIS_SHARES)];
    boolean known = cancer.staged() && basis != 0 && chance.happens(STAGED);
    double date = days.year(incidence) + 0.5;
    End end = end(chance, cancer.excess(stage), sex, age, date, incidence);
    End seen = basis == 0 ? new End(2, incidence, true) : end;
    return new RegistryCase(
        cancer,
        cancer.topography(chance),
        sex,
        incidence - (int) (age * 365.2425),
        incidence,
        known ? stage : cancer.staged() ? 9 : 0,
        basis,
        seen.vital(),
        seen.day(),
        seen.ofCancer(),
        chance.weighted(Registry.AREA_SHARES),
        cancer.paired() ? chance.between(1, 2) : 0);
  }

  /** Whether cells or tissue were read. */
  boolean verified() {
    return basis >= 5 && basis <= 8;
  }

  /** The first of death of the cancer, death of another cause, loss and the closing day. */
  private static End end(
      Chance chance, double excess, int sex, double age, double date, int incidence) {
    double ageing = StrictMath.exp(0.02 * (age - 62));
    double cancer = chance.exponential() / (excess * ageing);
    double other = Mortality.years(sex, Mortality.hazard(sex, age, date), chance.exponential());
    double lost = chance.exponential() / LOST_A_YEAR;
    double death = Math.min(cancer, other);
    double first = Math.min(death, lost);
    int day = incidence + 1 + (int) Math.min(first * Mortality.YEAR, 100_000);
    if (day > CLOSING) {
      return new End(1, CLOSING, false);
    }
    return death <= lost ? new End(2, day, cancer <= other) : new End(3, day, false);
  }
}
