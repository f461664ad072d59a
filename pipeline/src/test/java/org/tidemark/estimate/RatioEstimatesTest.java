package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.catalogue.RatioAnalysis;
import org.tidemark.model.AgeGroup;
import org.tidemark.stats.RateRatio;
import org.tidemark.stats.StandardisedIncidenceRatio;
import org.tidemark.tally.RatioStrata;

@DisplayName("Rates compared: with one stratum, with all, with a reference population")
class RatioEstimatesTest {
  private static final double[] EVEN = new double[AgeGroup.COUNT];

  static {
    Arrays.fill(EVEN, 1);
  }

  private static List<Row> figures(
      String compare, String against, String reference, Object rates, Row... members) {
    boolean independent = reference.isEmpty() && !against.equals(RatioAnalysis.ALL);
    List<String> by = compare.isEmpty() ? List.of("sex") : List.of(compare);
    RatioAnalysis analysis =
        new RatioAnalysis(
            new RateAnalyses.Series(RateAnalyses.Of.INCIDENCE, by, "ci5", "even", "none"),
            compare,
            against,
            reference,
            List.of("even"),
            independent ? List.of("rate_ratio", "srr", "sir") : List.of("sir"),
            List.of("exact", "log-normal", "smith"));
    Row row = Strata.row(RatioStrata.MEMBERS, List.of(members), RatioStrata.REFERENCE, rates);
    List<Row> figures = new ArrayList<>();
    RatioEstimates.of(
            analysis,
            Map.of("even", EVEN),
            Figure.schema(CatalogueReader.read(Optional.empty()).published().get("rate_ratio")))
        .figures(row)
        .forEachRemaining(figures::add);
    return figures;
  }

  private static Object at(Row row, String column) {
    return row.get(
        Figure.schema(CatalogueReader.read(Optional.empty()).published().get("rate_ratio"))
            .fieldIndex(column));
  }

  private static Row one(List<Row> rows, String measure, String interval) {
    List<Row> found =
        rows.stream()
            .filter(r -> measure.equals(at(r, "measure")) && interval.equals(at(r, "interval")))
            .toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  @Test
  void menWithWomen() {
    List<Row> rows =
        figures(
            "sex",
            "2",
            "",
            null,
            Strata.stratum("", "1", "2019", 4, 1000, 17),
            Strata.stratum("", "2", "2019", 2, 800, 17));
    assertThat(rows).hasSize(4);
    assertThat(rows).allSatisfy(r -> assertThat(at(r, "sex")).isEqualTo("1"));
    assertThat(rows).allSatisfy(r -> assertThat(at(r, "against_sex")).isEqualTo("2"));
    RateRatio crude = RateRatio.of(72, 18_000, 36, 14_400).get();
    Row ratio = one(rows, "rate_ratio", "exact");
    assertThat((double) at(ratio, "value")).isCloseTo(1.6, within(1e-12));
    assertThat((double) at(ratio, "lower")).isEqualTo(crude.exact().lower());
    assertThat(at(ratio, "cases")).isEqualTo(72L);
    assertThat(at(ratio, "cases_against")).isEqualTo(36L);
    // Rates are even over ages: standardised they are in the same ratio.
    Row standardised = one(rows, "srr", "log-normal");
    assertThat((double) at(standardised, "value")).isCloseTo(1.6, within(1e-12));
    assertThat((double) at(standardised, "p")).isBetween(0.0, 0.05);
    Row smith = one(rows, "srr", "smith");
    assertThat((double) at(smith, "lower")).isBetween(1.0, 1.6);
    assertThat(at(smith, "lower")).isNotEqualTo(at(standardised, "lower"));
    Row sir = one(rows, "sir", "exact");
    assertThat((double) at(sir, "expected")).isCloseTo(45, within(1e-9));
    assertThat((double) at(sir, "value")).isCloseTo(1.6, within(1e-12));
  }

  /** One population ends with 75 and over: the other is compared with it over the same ages. */
  @Test
  void openGroupsArePooledToTheLower() {
    Row pooled = Strata.stratum("North", "", "2019", 3, 500, 15);
    Row whole = Strata.stratum("South", "", "2019", 3, 500, 17);
    Row sir = one(figures("area", "South", "", null, pooled, whole), "sir", "exact");
    // 15 groups of 3 in 500 alike; 75 and over: 9 in 500 against 9 in 1500.
    assertThat((double) at(sir, "expected")).isCloseTo(15 * 3 + 500 * 9 / 1500.0, within(1e-9));
    assertThat(at(sir, "cases")).isEqualTo(54L);
  }

  @Test
  void eachAreaWithAllTogetherAddsUpToWhatWasObserved() {
    Row north = Strata.stratum("North", "", "2018", 3, 500, 17);
    Row south = Strata.stratum("South", "", "2019", 7, 900, 17);
    List<Row> rows = figures("area", RatioAnalysis.ALL, "", null, north, south);
    assertThat(rows).hasSize(2);
    double expected = rows.stream().mapToDouble(r -> (double) at(r, "expected")).sum();
    assertThat(expected).isCloseTo(180, within(1e-9));
    assertThat(rows)
        .allSatisfy(
            r -> {
              assertThat(at(r, "against")).isEqualTo("all");
              assertThat(at(r, "against_area")).isEqualTo("");
              assertThat(at(r, "against_period")).isEqualTo("2018-2019");
            });
  }

  private static Row band(int lower, Integer upper, double rate) {
    return Strata.row(
        "age_lower",
        lower,
        "age_upper",
        upper,
        "rate",
        rate,
        "rate_lower",
        null,
        "rate_upper",
        null);
  }

  @Test
  void aReferencePopulation() {
    List<Row> rates = new ArrayList<>();
    for (int age = 0; age < 75; age += 5) {
      rates.add(band(age, age + 4, 100));
    }
    rates.add(band(75, null, 400));
    Row own = Strata.stratum("", "1", "2019", 2, 1000, 17);
    Row sir = one(figures("", "", "World", rates, own), "sir", "exact");
    assertThat((double) at(sir, "expected")).isCloseTo(15 + 3 * 4, within(1e-9));
    StandardisedIncidenceRatio by = StandardisedIncidenceRatio.of(36, 27).get();
    assertThat((double) at(sir, "upper")).isCloseTo(by.exact().upper(), within(1e-12));
    assertThat(at(sir, "reference")).isEqualTo("World");
    Row early = Strata.stratum("", "1", "2019", 2, 1000, 13);
    Row none = figures("", "", "World", rates, early).get(0);
    assertThat(at(none, "status")).isEqualTo("INSUFFICIENT");
    assertThat((String) at(none, "note")).contains("begins after the population's");
    Row unknown = figures("", "", "World", null, own).get(0);
    assertThat((String) at(unknown, "note")).contains("no rates of this cancer and sex");
  }

  @Test
  void withoutPopulationOrWithoutAPartnerThereIsNoRatio() {
    Row counted = Strata.stratum("North", "", "2019", 3, 500, 17);
    Row bare = Strata.unpopulated("South", "", "2019", 3);
    List<Row> rows = figures("area", "South", "", null, counted, bare);
    assertThat(rows).hasSize(3);
    assertThat(rows)
        .allSatisfy(
            r -> {
              assertThat(at(r, "status")).isEqualTo("INSUFFICIENT");
              assertThat((String) at(r, "note")).isEqualTo("compared with: no population");
              assertThat(at(r, "value")).isNull();
            });
    assertThat(figures("area", "West", "", null, counted))
        .allSatisfy(r -> assertThat((String) at(r, "note")).contains("no figures to compare"));
    assertThat(figures("sex", "2", "", null, Strata.stratum("", "1", "2019", 1, 9, 17))).isEmpty();
  }
}
