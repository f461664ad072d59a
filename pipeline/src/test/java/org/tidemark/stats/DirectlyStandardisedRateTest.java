package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DirectlyStandardisedRateTest {
  private static final double RELATIVE = 1e-9;
  private static final double CRUDE = 1e-6;
  private static final double SINGLE = 1e-10;

  /** Half of the last digit that the package prints, as the reference says it. */
  private static final double ROUNDED = 0.00501;

  /** The Nordic population of 2000, as the schemas have it. */
  private static final double[] NORDIC = {
    5900, 6600, 6200, 5800, 6100, 6800, 7300, 7300, 7000, 6900, 7400, 6100, 4800, 4100, 3900, 3500,
    2400, 1900
  };

  private static final int GROUPS = AgeSpecificCounts.GROUPS;

  @Test
  void agreesWithTheReferenceForEveryRegistryCancerSexAndStandard() {
    Map<List<String>, AgeSpecificCounts> counts = IncidenceReference.ci5();
    for (CSVRecord row : Reference.rows("incidence/expected_asr_ci5xii.csv")) {
      AgeRange range = row.get("age_range").equals("0+") ? AgeRange.ALL : AgeRange.TRUNCATED_35_64;
      double[] weights = IncidenceReference.weights(row.get("standard"));
      agrees(row, counts.get(IncidenceReference.key(row)), weights, range);
    }
  }

  @Test
  void agreesWithTheReferenceForEveryYear() {
    Map<List<String>, AgeSpecificCounts> counts = IncidenceReference.yearly();
    double[] segi = IncidenceReference.weights("SEGI");
    for (CSVRecord row : Reference.rows("incidence/expected_asr_yearly.csv")) {
      agrees(row, counts.get(IncidenceReference.yearlyKey(row)), segi, AgeRange.ALL);
    }
  }

  private static void agrees(
      CSVRecord row, AgeSpecificCounts counts, double[] weights, AgeRange range) {
    DirectlyStandardisedRate asr = DirectlyStandardisedRate.of(counts, weights, range).get();
    assertThat(asr.cases()).isEqualTo(Reference.integer(row, "cases"));
    assertThat(asr.unknownAge()).isEqualTo(Reference.integer(row, "cases_unknown_age"));
    Reference.near(row, "person_years", asr.personYears(), RELATIVE);
    Reference.near(row, "correction", asr.correction(), RELATIVE);
    Reference.near(row, "asr_uncorrected", asr.uncorrected(), RELATIVE);
    Reference.near(row, "asr", asr.asr(), RELATIVE);
    Reference.near(row, "se_binomial", asr.binomialError(), RELATIVE);
    Reference.near(row, "se_poisson", asr.poissonError(), RELATIVE);
    Reference.near(row, "normal_lower", asr.normal().lower(), RELATIVE);
    Reference.near(row, "normal_upper", asr.normal().upper(), RELATIVE);
    if (range.equals(AgeRange.ALL)) {
      assertThat(asr.ageGroups()).isEqualTo(Reference.integer(row, "age_groups"));
    }
    agreesInLimits(row, asr);
    agreesAsRounded(row, asr);
  }

  private static void agreesInLimits(CSVRecord row, DirectlyStandardisedRate asr) {
    Rate crude = Rate.of(asr.cases(), asr.personYears()).get();
    Reference.near(row, "crude_rate", crude.per100k(), RELATIVE);
    if (Reference.missing(row, "fay_feuer_lower")) {
      assertThat(asr.cases()).isZero();
      assertThat(asr.logNormal().shortfall()).contains(Shortfall.NO_CASES);
      return;
    }
    Reference.near(row, "lognormal_lower", asr.logNormal().get().lower(), RELATIVE);
    Reference.near(row, "lognormal_upper", asr.logNormal().get().upper(), RELATIVE);
    Reference.near(row, "fay_feuer_lower", asr.fayFeuer().lower(), RELATIVE);
    Reference.near(row, "fay_feuer_upper", asr.fayFeuer().upper(), RELATIVE);
    Interval search = RootSearch.limits(asr.cases());
    double unit = Rate.PER / asr.personYears();
    Reference.near(row, "crude_exact_lower", search.lower() * unit, CRUDE);
    Reference.near(row, "crude_exact_upper", search.upper() * unit, CRUDE);
    // Where that search ends; RateTest holds ours to the definition.
    double end = RootSearch.ENDS * unit;
    assertThat(crude.exact().lower()).isCloseTo(search.lower() * unit, within(end));
    assertThat(crude.exact().upper()).isCloseTo(search.upper() * unit, within(end));
  }

  /** What the package itself prints. */
  private static void agreesAsRounded(CSVRecord row, DirectlyStandardisedRate asr) {
    Reference.close(row, "asr_rcan", asr.asr(), ROUNDED);
    Reference.close(row, "se_rcan", asr.binomialError(), ROUNDED);
  }

  @Test
  void agreesWithTheReferenceOfAnotherPackage() {
    int compared = 0;
    for (CSVRecord row :
        Reference.rows("survival-popepi/expected_rates_directly_standardised.csv")) {
      AgeSpecificCounts counts = IncidenceReference.rectum(row.get("year"));
      double[] weights =
          switch (row.get("standard")) {
            case "world" -> IncidenceReference.weights("SEGI");
            case "europe" -> IncidenceReference.weights("EURO");
            default -> NORDIC;
          };
      DirectlyStandardisedRate asr =
          DirectlyStandardisedRate.of(counts, weights, AgeRange.ALL).get();
      assertThat(asr.cases()).isEqualTo(Reference.integer(row, "cases"));
      Reference.near(row, "pop", asr.personYears(), SINGLE);
      limits(row, "rate.adj", asr.asr(), asr.poissonError());
      Rate crude = Rate.of(asr.cases(), asr.personYears()).get();
      limits(row, "rate", crude.per100k(), crude.per100k() / Math.sqrt(asr.cases()));
      compared++;
    }
    assertThat(compared).isEqualTo(60);
  }

  /** That package takes 1.96 for the quantile of the normal distribution. */
  private static void limits(CSVRecord row, String column, double rate, double error) {
    double relative = error / rate;
    Reference.near(row, column, rate / Rate.PER, SINGLE);
    Reference.near(row, "SE." + column, error / Rate.PER, SINGLE);
    Reference.near(row, column + ".lo", rate / Rate.PER * Math.exp(-1.96 * relative), SINGLE);
    Reference.near(row, column + ".hi", rate / Rate.PER * Math.exp(1.96 * relative), SINGLE);
    Interval ours = Interval.logNormal(rate, relative).get();
    assertThat(Math.log(ours.upper() / rate)).isCloseTo(Confidence.Z * relative, within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theStandardOfAPopulationsOwnAgesGivesItsCrudeRate(long seed) {
    AgeSpecificCounts counts = random(seed, 0);
    double[] own = new double[GROUPS];
    Arrays.setAll(own, counts::personYears);
    DirectlyStandardisedRate asr = DirectlyStandardisedRate.of(counts, own, AgeRange.ALL).get();
    Rate crude = Rate.of(counts.knownAge(), counts.personYears()).get();
    assertThat(asr.asr()).isCloseTo(crude.per100k(), within(1e-9 * crude.per100k()));
    // Equal w/n make the gamma limits the exact Poisson ones.
    assertThat(asr.fayFeuer().lower())
        .isCloseTo(crude.exact().lower(), within(1e-9 * crude.per100k()));
    assertThat(asr.fayFeuer().upper())
        .isCloseTo(crude.exact().upper(), within(1e-9 * crude.per100k()));
  }

  @ParameterizedTest
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
  void limitsContainTheRateAndTiwariIsTheCloser(long seed) {
    double[] weights = new SplittableRandom(seed).doubles(GROUPS, 1, 9).toArray();
    DirectlyStandardisedRate asr =
        DirectlyStandardisedRate.of(random(seed, 3), weights, AgeRange.ALL).get();
    for (Interval limits : List.of(asr.fayFeuer(), asr.tiwari(), asr.normal())) {
      assertThat(limits.contains(asr.asr())).isTrue();
    }
    assertThat(asr.logNormal().get().contains(asr.asr())).isTrue();
    assertThat(asr.tiwari().upper()).isLessThanOrEqualTo(asr.fayFeuer().upper());
    assertThat(asr.binomialError()).isLessThanOrEqualTo(asr.poissonError());
  }

  @Test
  void casesWithoutPopulationNeverBecomeInfinity() {
    double[] personYears = full(1000);
    personYears[4] = 0;
    long[] cases = new long[GROUPS];
    cases[4] = 1;
    assertThat(shortfall(cases, 0, personYears, AgeRange.ALL))
        .isEqualTo(Shortfall.CASES_WITHOUT_PERSON_YEARS);
    assertThat(shortfall(new long[GROUPS], 0, personYears, AgeRange.ALL))
        .isEqualTo(Shortfall.AGE_GROUP_WITHOUT_PERSON_YEARS);
    assertThat(shortfall(cases, 0, new double[GROUPS], AgeRange.ALL))
        .isEqualTo(Shortfall.NO_PERSON_YEARS);
    assertThat(shortfall(new long[GROUPS], 2, full(1000), AgeRange.ALL))
        .isEqualTo(Shortfall.ONLY_UNKNOWN_AGES);
  }

  @Test
  void anOpenGroupCannotBeCutByATruncatedRange() {
    double[] personYears = Arrays.copyOf(full(1000), GROUPS);
    Arrays.fill(personYears, 12, GROUPS, 0);
    assertThat(shortfall(new long[GROUPS], 0, personYears, AgeRange.TRUNCATED_35_64))
        .isEqualTo(Shortfall.OPEN_AGE_GROUP_IN_RANGE);
    personYears[12] = 1000;
    personYears[13] = 1000;
    AgeSpecificCounts counts = AgeSpecificCounts.of(new long[GROUPS], 0, personYears);
    assertThat(DirectlyStandardisedRate.of(counts, full(1), AgeRange.TRUNCATED_35_64).get().asr())
        .isZero();
  }

  @Test
  void noCaseStillHasAnUpperLimit() {
    AgeSpecificCounts counts = AgeSpecificCounts.of(new long[GROUPS], 0, full(50_000));
    DirectlyStandardisedRate asr = DirectlyStandardisedRate.of(counts, full(1), AgeRange.ALL).get();
    assertThat(asr.fayFeuer().lower()).isZero();
    assertThat(asr.fayFeuer().upper())
        .isCloseTo(-Math.log(0.025) / (GROUPS * 50_000) * Rate.PER, within(1e-12));
  }

  @Test
  void argumentsAreRefusedByPlace() {
    AgeSpecificCounts counts = AgeSpecificCounts.of(new long[GROUPS], 0, full(1));
    assertThatThrownBy(() -> DirectlyStandardisedRate.of(counts, new double[GROUPS], AgeRange.ALL))
        .hasMessage("weights of the age range must not all be 0");
    assertThatThrownBy(() -> DirectlyStandardisedRate.of(counts, new double[3], AgeRange.ALL))
        .hasMessageContaining("eighteen");
    assertThatThrownBy(() -> AgeSpecificCounts.of(new long[GROUPS], -7, full(1)))
        .hasMessageContaining("cases of unknown age")
        .hasMessageNotContaining("7");
    assertThatThrownBy(() -> AgeSpecificCounts.of(new long[GROUPS], 0, full(Double.NaN)))
        .hasMessage("person-years must be a finite number");
  }

  private static Shortfall shortfall(
      long[] cases, long unknown, double[] personYears, AgeRange range) {
    AgeSpecificCounts counts = AgeSpecificCounts.of(cases, unknown, personYears);
    return DirectlyStandardisedRate.of(counts, full(1), range).shortfall().orElseThrow();
  }

  private static double[] full(double value) {
    double[] values = new double[GROUPS];
    Arrays.fill(values, value);
    return values;
  }

  private static AgeSpecificCounts random(long seed, long unknown) {
    SplittableRandom random = new SplittableRandom(seed);
    long[] cases = random.longs(GROUPS, 0, 30).toArray();
    return AgeSpecificCounts.of(cases, unknown, random.doubles(GROUPS, 100, 90_000).toArray());
  }
}
