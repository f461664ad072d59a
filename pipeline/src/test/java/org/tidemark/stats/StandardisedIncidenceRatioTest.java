package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Standardised incidence ratio")
class StandardisedIncidenceRatioTest {
  private static final int OLDEST = 100;

  private record Cell(int sex, int year, int age) {}

  @Test
  void agreesWithTheReferenceByTimeSinceDiagnosis() {
    Map<Cell, Double> hazards = new TreeMap<>(StandardisedIncidenceRatioTest::order);
    for (CSVRecord row : Reference.rows("survival-popepi/popmort_fi.csv")) {
      hazards.put(
          new Cell(
              Reference.integer(row, "sex"),
              Reference.integer(row, "year"),
              Reference.integer(row, "age")),
          Reference.number(row, "hazard_per_year"));
    }
    List<CSVRecord> persons = Reference.rows("survival-popepi/sir_aggregated_person_years.csv");
    int compared = 0;
    for (CSVRecord row : Reference.rows("survival-popepi/expected_sir.csv")) {
      agrees(row, persons, hazards);
      compared++;
    }
    assertThat(compared).isEqualTo(3);
  }

  private static int order(Cell a, Cell b) {
    int bySex = Integer.compare(a.sex, b.sex);
    int byYear = bySex != 0 ? bySex : Integer.compare(a.year, b.year);
    return byYear != 0 ? byYear : Integer.compare(a.age, b.age);
  }

  private static void agrees(
      CSVRecord expected, List<CSVRecord> persons, Map<Cell, Double> hazards) {
    List<CSVRecord> own =
        persons.stream()
            .filter(
                r -> expected.get("fot").equals("all") || r.get("fot").equals(expected.get("fot")))
            .toList();
    long observed = own.stream().mapToLong(r -> Reference.integer(r, "observed")).sum();
    double[] years = own.stream().mapToDouble(r -> Reference.number(r, "pyrs")).toArray();
    double[] rates = own.stream().mapToDouble(r -> hazards.get(cell(r))).toArray();
    StandardisedIncidenceRatio sir =
        StandardisedIncidenceRatio.of(observed, StandardisedIncidenceRatio.expected(years, rates))
            .get();
    assertThat(sir.observed()).isEqualTo(Reference.integer(expected, "observed"));
    Reference.close(expected, "pyrs", java.util.Arrays.stream(years).sum(), 5e-5);
    Reference.close(expected, "expected", sir.expected(), 5e-5);
    Reference.close(expected, "sir", sir.ratio(), 5e-5);
    Reference.close(expected, "sir.lo", sir.likelihood().lower(), 2e-3);
    Reference.close(expected, "sir.hi", sir.likelihood().upper(), 2e-3);
  }

  private static Cell cell(CSVRecord row) {
    return new Cell(
        Reference.integer(row, "sex"),
        Reference.integer(row, "year"),
        Math.min(OLDEST, Reference.integer(row, "agegroup")));
  }

  @Test
  void theWorkedExample() {
    StandardisedIncidenceRatio sir = StandardisedIncidenceRatio.of(12, 8).get();
    assertThat(sir.ratio()).isEqualTo(1.5);
    assertThat(sir.exact().lower()).isCloseTo(0.775, within(5e-4));
    assertThat(sir.exact().upper()).isCloseTo(2.620, within(5e-4));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 5, 40, 1000, 1_000_000})
  void limitsContainTheRatioInEveryUnit(long observed) {
    StandardisedIncidenceRatio sir = StandardisedIncidenceRatio.of(observed, 7.5).get();
    for (Interval limits : List.of(sir.exact(), sir.byar(), sir.likelihood())) {
      assertThat(limits.contains(sir.ratio())).isTrue();
    }
    // Exact limits are the widest of the three.
    assertThat(sir.exact().lower()).isLessThanOrEqualTo(sir.likelihood().lower());
    double[] years = {10, 20};
    double perMonth =
        StandardisedIncidenceRatio.expected(new double[] {120, 240}, new double[] {0.01, 0.02});
    assertThat(StandardisedIncidenceRatio.expected(years, new double[] {0.12, 0.24}))
        .isCloseTo(perMonth, within(1e-12));
  }

  @Test
  void nothingExpectedHasNoRatio() {
    assertThat(StandardisedIncidenceRatio.of(3, 0).shortfall())
        .contains(Shortfall.NOTHING_EXPECTED);
  }

  @Test
  void ratiosOfStandardisedRates() {
    StandardisedRateRatio ratio = StandardisedRateRatio.of(30, 3, 20, 2).get();
    assertThat(ratio.ratio()).isEqualTo(1.5);
    assertThat(ratio.limits().lower()).isCloseTo(1.1369, within(1e-4));
    assertThat(ratio.limits().upper()).isCloseTo(1.9791, within(1e-4));
    StandardisedRateRatio turned = StandardisedRateRatio.of(20, 2, 30, 3).get();
    assertThat(turned.limits().lower()).isCloseTo(1 / ratio.limits().upper(), within(1e-12));
    assertThat(turned.p()).isCloseTo(ratio.p(), within(1e-12));
    assertThat(StandardisedRateRatio.of(0, 0, 20, 2).shortfall()).contains(Shortfall.NO_CASES);
  }

  /** In the form in which Boyle and Parkin print them; equal rates are the limit of near ones. */
  @Test
  void smithsLimits() {
    double x = (30 - 20) / Math.hypot(3, 2);
    Interval smith = StandardisedRateRatio.of(30, 3, 20, 2).get().smith();
    assertThat(smith.lower()).isCloseTo(Math.pow(1.5, 1 - Confidence.Z / x), within(1e-12));
    assertThat(smith.upper()).isCloseTo(Math.pow(1.5, 1 + Confidence.Z / x), within(1e-12));
    Interval equal = StandardisedRateRatio.of(20, 3, 20, 2).get().smith();
    Interval near = StandardisedRateRatio.of(20.001, 3, 20, 2).get().smith();
    assertThat(equal.upper()).isCloseTo(near.upper(), within(1e-3));
    assertThat(equal.contains(1)).isTrue();
  }
}
