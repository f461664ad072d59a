package org.tidemark.stats;

import java.util.Arrays;

/**
 * Cases and person-years of one population by five-year age group 0-4, 5-9, ... 85 and over, with
 * the cases of unknown age beside them.
 *
 * <p>Registries whose population stops early (75+, 80+) leave the later groups at zero: the last
 * group with population is then open-ended, and the cases and weights of the later groups belong to
 * it. {@link #openGroup()} is its index; {@link #pooledCases} and {@link #pool} apply it.
 */
public final class AgeSpecificCounts {
  /** Number of five-year age groups. */
  public static final int GROUPS = 18;

  private static final double LEAST_PERSON_YEARS = 1e-6;
  private static final double MOST = 1e15;

  private final long[] cases;
  private final long unknownAge;
  private final double[] personYears;
  private final int openGroup;

  private AgeSpecificCounts(long[] cases, long unknownAge, double[] personYears) {
    this.cases = cases;
    this.unknownAge = unknownAge;
    this.personYears = personYears;
    this.openGroup = lastPopulated(personYears);
  }

  /**
   * Checked copies of the counts.
   *
   * @param cases cases of known age, one number a group
   * @param unknownAge cases of unknown age
   * @param personYears person-years, one number a group
   * @throws IllegalArgumentException if a length is not {@link #GROUPS} or a number is negative, or
   *     not finite
   */
  public static AgeSpecificCounts of(long[] cases, long unknownAge, double[] personYears) {
    Require.that(cases.length == GROUPS, "cases must be given for eighteen age groups");
    Require.that(personYears.length == GROUPS, "person-years must be given for eighteen groups");
    for (long count : cases) {
      requireCount(count, "cases of every age group");
    }
    requireCount(unknownAge, "cases of unknown age");
    double[] years = Arrays.stream(personYears).map(AgeSpecificCounts::counted).toArray();
    return new AgeSpecificCounts(cases.clone(), unknownAge, years);
  }

  /** Cases of a group as counted, whatever population stands beside them. */
  public long cases(int group) {
    return cases[group];
  }

  /** Person-years of a group. */
  public double personYears(int group) {
    return personYears[group];
  }

  /** Cases of unknown age. */
  public long unknownAge() {
    return unknownAge;
  }

  /** Cases of known age. */
  public long knownAge() {
    return Arrays.stream(cases).sum();
  }

  /** Person-years of every age. */
  public double personYears() {
    return Arrays.stream(personYears).sum();
  }

  /** Person-years of the ages of a range. */
  public double personYears(AgeRange range) {
    return Arrays.stream(personYears, range.first(), range.last() + 1).sum();
  }

  /** Index of the last group with population, which is open-ended; -1 when there is none. */
  public int openGroup() {
    return openGroup;
  }

  /** Cases of a group up to the open one, which takes in those of all later groups. */
  public long pooledCases(int group) {
    return group < openGroup ? cases[group] : Arrays.stream(cases, group, GROUPS).sum();
  }

  /** Weights of the groups up to the open one, which takes in the weights of all later groups. */
  double[] pool(double[] weights) {
    double[] pooled = Arrays.copyOf(weights, openGroup + 1);
    for (int g = openGroup + 1; g < GROUPS; g++) {
      pooled[openGroup] += weights[g];
    }
    return pooled;
  }

  /**
   * All cases over those of known age: the factor that spreads cases of unknown age over the groups
   * in proportion. It always refers to all ages.
   */
  public Answer<Double> unknownAgeCorrection() {
    long known = knownAge();
    if (unknownAge == 0) {
      return Answer.given(1.0);
    }
    return known == 0
        ? Answer.insufficient(Shortfall.ONLY_UNKNOWN_AGES)
        : Answer.given((double) (known + unknownAge) / known);
  }

  /** What hinders rates over the range, or given when nothing does. */
  Answer<AgeSpecificCounts> usableOver(AgeRange range) {
    if (openGroup < 0) {
      return Answer.insufficient(Shortfall.NO_PERSON_YEARS);
    }
    if (openGroup == 0
        || openGroup < range.first()
        || (openGroup <= range.last() && !range.openEnded())) {
      return Answer.insufficient(Shortfall.OPEN_AGE_GROUP_IN_RANGE);
    }
    for (int g = range.first(); g <= Math.min(range.last(), openGroup); g++) {
      if (personYears[g] == 0) {
        return Answer.insufficient(
            cases[g] > 0
                ? Shortfall.CASES_WITHOUT_PERSON_YEARS
                : Shortfall.AGE_GROUP_WITHOUT_PERSON_YEARS);
      }
    }
    return Answer.given(this);
  }

  /**
   * Person-years as every rate takes them: below half a minute of one person's time lies only the
   * rounding of a sum or of an interpolation that ends at nobody, which is none.
   */
  static double counted(double years) {
    Require.notNegative(years, "person-years");
    Require.that(years <= MOST, "person-years must not exceed 1e15");
    return years < LEAST_PERSON_YEARS ? 0 : years;
  }

  private static void requireCount(long count, String place) {
    Require.that(count >= 0 && count <= MOST, place + " must lie between 0 and 1e15");
  }

  private static int lastPopulated(double[] personYears) {
    int group = GROUPS - 1;
    while (group >= 0 && personYears[group] == 0) {
      group--;
    }
    return group;
  }
}
