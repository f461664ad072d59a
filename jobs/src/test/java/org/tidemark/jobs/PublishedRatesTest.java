package org.tidemark.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rates, mortality, trends and projections of counts, from the published tables. */
@DisplayName("Tables of registries that send counts equal the reference")
class PublishedRatesTest {
  private static final double RELATIVE = 1e-9;

  /** Published numbers have twelve significant digits. */
  private static final double PRINTED = 1e-11;

  private static final double Z = 1.959963984540054;

  private static final Map<String, String> STANDARDS =
      Map.of("SEGI", "segi-doll", "EURO", "esp-1976", "EURO2", "esp-2013", "WHO", "who-2000");

  private static final Map<List<String>, List<Map<String, String>>> INCIDENCE =
      new TreeMap<>((a, b) -> a.toString().compareTo(b.toString()));

  private static Published published;

  @TempDir private static Path folder;

  @BeforeAll
  static void run() throws IOException {
    assumeTrue(Csv.shared().isPresent(), "skipped: the folder of reference figures is absent");
    published = Published.run(CountsProgramme.in(folder), folder.resolve("out"));
    published
        .rows("incidence")
        .forEach(
            r ->
                INCIDENCE
                    .computeIfAbsent(
                        List.of(r.get("area"), r.get("cancer"), r.get("sex"), r.get("period")),
                        k -> new ArrayList<>())
                    .add(r));
  }

  private static List<Map<String, String>> expected(String file) {
    return Csv.rows(Csv.shared().orElseThrow().resolve(file));
  }

  private static List<Map<String, String>> of(Map<String, String> row) {
    String cancer = CountsProgramme.SITES.get(row.get("cancer"));
    return INCIDENCE.get(List.of(row.get("registry"), cancer, row.get("sex"), "2015"));
  }

  /** A cancer of one sex has no rows for the other. */
  private static boolean reported(Map<String, String> row) {
    boolean womens = row.get("cancer").equals("Cervix uteri") && row.get("sex").equals("1");
    boolean mens = row.get("cancer").equals("Prostate") && row.get("sex").equals("2");
    return !womens && !mens;
  }

  @Test
  void standardisedRatesOfEveryRegistryCancerSexAndStandard() {
    int compared = 0;
    for (Map<String, String> row : expected("incidence/expected_asr_ci5xii.csv")) {
      if (reported(row)) {
        String measure = row.get("age_range").equals("0+") ? "asr" : "truncated_asr";
        standardised(row, of(row), measure, STANDARDS.get(row.get("standard")));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(420);
  }

  @Test
  void standardisedRatesOfEveryYear() {
    for (Map<String, String> row : expected("incidence/expected_asr_yearly.csv")) {
      List<Map<String, String>> own =
          INCIDENCE.get(
              List.of(row.get("registry") + " yearly", "C22", row.get("sex"), row.get("year")));
      standardised(row, own, "asr", "segi-doll");
    }
  }

  /** The package takes 1.96 where the quantile of the normal distribution belongs. */
  @Test
  void standardisedRatesOfAnotherPackage() {
    Map<String, String> standards =
        Map.of("world", "segi-doll", "europe", "esp-1976", "nordic", "nordic-2000");
    List<Map<String, String>> rows =
        expected("survival-popepi/expected_rates_directly_standardised.csv");
    assertThat(rows).hasSize(60);
    for (Map<String, String> row : rows) {
      List<Map<String, String>> own =
          INCIDENCE.get(List.of("Finland", CountsProgramme.RECTUM, "2", row.get("year")));
      Map<String, String> asr =
          asr(own, "asr", standards.get(row.get("standard")), "none", "log-normal");
      assertThat(asr.get("cases")).isEqualTo(row.get("cases"));
      per100k(asr, "value", number(row, "rate.adj"));
      per100k(asr, "se", number(row, "SE.rate.adj"));
      double steps = Math.log(number(row, "rate.adj.hi") / number(row, "rate.adj")) / 1.96;
      per100k(asr, "upper", number(row, "rate.adj") * Math.exp(Z * steps));
      per100k(asr, "lower", number(row, "rate.adj") * Math.exp(-Z * steps));
    }
  }

  private static void per100k(Map<String, String> row, String column, double rate) {
    assertThat(number(row, column)).isCloseTo(rate * 1e5, within(rate * 1e5 * 1e-10));
  }

  private static void standardised(
      Map<String, String> row, List<Map<String, String>> own, String measure, String standard) {
    Map<String, String> gamma = asr(own, measure, standard, "unknown-age", "fay-feuer");
    assertThat(gamma.get("cases")).isEqualTo(row.get("cases"));
    same(gamma, "value", row, "asr");
    same(gamma, "se", row, "se_poisson");
    same(gamma, "lower", row, "fay_feuer_lower");
    same(gamma, "upper", row, "fay_feuer_upper");
    same(asr(own, measure, standard, "none", "fay-feuer"), "value", row, "asr_uncorrected");
    Map<String, String> normal = asr(own, measure, standard, "unknown-age", "normal");
    same(normal, "lower", row, "normal_lower");
    same(normal, "upper", row, "normal_upper");
    Map<String, String> binomial = asr(own, measure, standard, "unknown-age", "normal-binomial");
    same(binomial, "se", row, "se_binomial");
    Map<String, String> tiwari = asr(own, measure, standard, "unknown-age", "tiwari");
    assertThat(number(tiwari, "upper")).isLessThanOrEqualTo(number(gamma, "upper"));
  }

  private static Map<String, String> asr(
      List<Map<String, String>> own,
      String measure,
      String standard,
      String correction,
      String interval) {
    return Published.one(
        own,
        "measure",
        measure,
        "standard",
        standard,
        "correction",
        correction,
        "interval",
        interval);
  }

  @Test
  void cumulativeRatesAndRisks() {
    for (Map<String, String> row : expected("incidence/expected_cumulative_risk_ci5xii.csv")) {
      if (reported(row)) {
        String[] corrected = {"correction", "unknown-age"};
        Map<String, String> rate =
            Published.one(of(row), "measure", "cumulative_rate", corrected[0], corrected[1]);
        same(rate, "value", row, "cumrate_0_74_pct");
        Map<String, String> risk =
            Published.one(of(row), "measure", "cumulative_risk", corrected[0], corrected[1]);
        same(risk, "value", row, "cumrisk_0_74_pct");
      }
    }
  }

  /** Deaths sent one by one and as counts, causes with a dot and without: the same numbers. */
  @Test
  void mortalityIsTheSameArithmetic() {
    List<Map<String, String>> mortality =
        published.rows("mortality", "cancer", "C22", "measure", "asr");
    for (Map<String, String> row : expected("incidence/expected_asr_yearly.csv")) {
      Map<String, String> own =
          Published.one(
              mortality,
              "area",
              row.get("registry") + " yearly",
              "sex",
              row.get("sex"),
              "period",
              row.get("year"));
      assertThat(own.get("cases")).isEqualTo(row.get("cases"));
      assertThat(own.get("cases_unknown_age")).isEqualTo(row.get("cases_unknown_age"));
      same(own, "value", row, "asr");
    }
  }

  @Test
  void annualChanges() {
    List<Map<String, String>> trends = published.rows("trend", "cancer", "C22");
    for (Map<String, String> row : expected("incidence/expected_eapc.csv")) {
      List<Map<String, String>> own = series(trends, row, "incidence");
      Map<String, String> eapc = Published.one(own, "method", "eapc");
      close(eapc, "value", row, "eapc", 1e-7);
      close(eapc, "se", row, "se_slope", 1e-7);
      close(eapc, "lower", row, "eapc_lower_t", 1e-7);
      close(eapc, "upper", row, "eapc_upper_t", 1e-7);
      close(Published.one(own, "method", "eapc-poisson"), "value", row, "poisson_crude_eapc", 1e-7);
      Map<String, String> byAge = Published.one(own, "method", "eapc-poisson-age");
      // Where 75+ is one population the reference leaves out cases of 80 and over; ours do not.
      if (!List.of("Philippines, Manila", "Thailand, Chiang Mai").contains(row.get("registry"))) {
        close(byAge, "value", row, "poisson_age_eapc", 1e-7);
        close(byAge, "lower", row, "poisson_age_eapc_lower", 1e-7);
      }
      assertThat(Published.one(own, "method", "drift").get("status")).isEqualTo("OK");
    }
  }

  @Test
  void joinpoints() {
    List<Map<String, String>> trends = published.rows("trend", "cancer", "C22");
    for (Map<String, String> row : expected("trends/expected_joinpoint_grid.csv")) {
      boolean even = row.get("weights").equals("ols");
      List<Map<String, String>> own = series(trends, row, even ? "incidence" : "mortality");
      Map<String, String> average = Published.one(own, "method", "aapc");
      close(average, "value", row, "aapc", 1e-8);
      close(average, "se", row, "aapc_se_log", 1e-8);
      close(average, "upper", row, "aapc_upper", 1e-8);
      for (String segment : List.of("1", "2")) {
        Map<String, String> piece = Published.one(own, "method", "joinpoint", "segment", segment);
        close(piece, "value", row, "apc_" + segment, 1e-8);
        close(piece, "lower", row, "apc_" + segment + "_lower", 1e-8);
        close(piece, "upper", row, "apc_" + segment + "_upper", 1e-8);
        String end = segment.equals("1") ? "year_to" : "year_from";
        assertThat(piece.get(end)).isEqualTo(row.get("joinpoint_year"));
      }
    }
  }

  private static List<Map<String, String>> series(
      List<Map<String, String>> trends, Map<String, String> row, String of) {
    return trends.stream()
        .filter(r -> r.get("area").equals(row.get("registry") + " yearly"))
        .filter(r -> r.get("sex").equals(row.get("sex")))
        .filter(r -> r.get("measure").startsWith(of))
        .toList();
  }

  /** Four periods to come of each registry, and two foretold that have been observed since. */
  @Test
  void projections() {
    List<Map<String, String>> rows =
        published.rows("projection", "cancer", "C22", "area", "Slovakia yearly", "sex", "1");
    assertThat(rows)
        .filteredOn(r -> r.get("kind").equals("projected"))
        .extracting(r -> r.get("period"))
        .containsExactly("2008-2012", "2013-2017", "2018-2022", "2023-2027");
    List<Map<String, String>> tests =
        rows.stream().filter(r -> r.get("kind").equals("back-test")).toList();
    assertThat(tests).extracting(r -> r.get("period")).containsExactly("1998-2002", "2003-2007");
    assertThat(tests)
        .allSatisfy(
            r -> {
              assertThat(r.get("base")).isEqualTo("1968-1997");
              assertThat(number(r, "observed")).isBetween(number(r, "lower"), number(r, "upper"));
            });
  }

  /** Every case of the yearly counts was also sent as a death. */
  @Test
  void plausibility() {
    List<Map<String, String>> rows =
        published.rows("quality", "area", "Slovakia yearly", "cancer", "C22", "sex", "1");
    Map<String, String> ratio = Published.one(rows, "index", "mi");
    assertThat(number(ratio, "value")).isEqualTo(100);
    assertThat(ratio.get("numerator")).isEqualTo(ratio.get("denominator")).isNotEqualTo("0");
    assertThat(number(ratio, "lower")).isLessThan(100);
    assertThat(number(Published.one(rows, "index", "stability"), "value")).isBetween(0.3, 20.0);
    assertThat(number(Published.one(rows, "index", "age_curve"), "value")).isBetween(2.0, 8.0);
    assertThat(
            Published.one(
                    published.rows(
                        "quality", "area", "Slovenia", "cancer", "C22", "sex", "1", "index", "mi"))
                .get("status"))
        .isEqualTo("NOT_APPLICABLE");
  }

  @Test
  void ratesOfChildrenBesideABand() {
    List<Map<String, String>> rows =
        published.rows("quality", "area", "Slovakia yearly", "cancer", "C22");
    Map<String, String> boys = Published.one(rows, "sex", "1", "index", "childhood_0_4");
    assertThat(number(boys, "value")).isBetween(number(boys, "lower"), number(boys, "upper"));
    assertThat(boys.get("note")).containsPattern("(below|within|above) the band of Even");
    Map<String, String> girls = Published.one(rows, "sex", "2", "index", "childhood_10_14");
    assertThat(girls.get("note")).endsWith("no reference band");
  }

  /** Ratios of the rates that the same run publishes. */
  @Test
  void ratesCompared() {
    List<Map<String, String>> rows =
        published.rows("rate_ratio", "area", "Slovenia", "cancer", "C33-C34", "sex", "1");
    Map<String, String> srr = Published.one(rows, "measure", "srr", "interval", "log-normal");
    double[] asr = new double[2];
    for (int sex = 1; sex <= 2; sex++) {
      List<Map<String, String>> own =
          INCIDENCE.get(List.of("Slovenia", "C33-C34", Integer.toString(sex), "2015"));
      asr[sex - 1] = number(asr(own, "asr", "segi-doll", "unknown-age", "normal"), "value");
    }
    assertThat(number(srr, "value")).isCloseTo(asr[0] / asr[1], within(1e-10));
    assertThat(srr.get("against_sex")).isEqualTo("2");
    assertThat(number(srr, "value")).isBetween(number(srr, "lower"), number(srr, "upper"));
    Map<String, String> smith = Published.one(rows, "measure", "srr", "interval", "smith");
    assertThat(number(smith, "lower")).isNotEqualTo(number(srr, "lower"));
    assertThat(published.rows("rate_ratio", "cancer", "C53", "against", "stratum")).isEmpty();
    List<Map<String, String>> all =
        published.rows("rate_ratio", "against", "all", "cancer", "C16", "sex", "1");
    double expected = all.stream().mapToDouble(r -> number(r, "expected")).sum();
    double observed = all.stream().mapToDouble(r -> number(r, "cases")).sum();
    assertThat(all).hasSize(6);
    assertThat(expected).isCloseTo(observed, within(1e-6 * observed));
  }

  /** Deaths against the rates of a file; the reference has none of women. */
  @Test
  void deathsOverThoseExpectedByAReference() {
    List<Map<String, String>> rows =
        published.rows("rate_ratio", "against", "reference", "area", "Slovakia yearly");
    Map<String, String> men = Published.one(rows, "sex", "1", "cancer", "C22");
    assertThat(men.get("events")).isEqualTo("deaths");
    assertThat(number(men, "value"))
        .isCloseTo(number(men, "cases") / number(men, "expected"), within(1e-9));
    assertThat(Published.one(rows, "sex", "2", "cancer", "C22").get("status"))
        .isEqualTo("INSUFFICIENT");
  }

  /** What a registry of counts does not send is not zero. */
  @Test
  void groupsThatWereNotSentAreAbsent() {
    assertThat(published.rows("incidence", "area", "Slovenia", "cancer", "C64")).isEmpty();
    assertThat(published.rows("incidence", "area", "Croatia yearly"))
        .allMatch(r -> r.get("cancer").equals("C22"));
    assertThat(published.rows("finding", "rule", "CASE-COUNT-GROUP")).isEmpty();
  }

  private static void same(
      Map<String, String> row, String column, Map<String, String> expected, String name) {
    if (!expected.get(name).equals("NA") && !expected.get(name).isEmpty()) {
      close(row, column, expected, name, RELATIVE * Math.abs(number(expected, name)));
    }
  }

  private static void close(
      Map<String, String> row,
      String column,
      Map<String, String> expected,
      String name,
      double tolerance) {
    double value = number(expected, name);
    assertThat(number(row, column))
        .as("%s of %s", name, expected)
        .isCloseTo(value, within(Math.max(tolerance, PRINTED * Math.abs(value)) + 1e-12));
  }

  private static double number(Map<String, String> row, String column) {
    return Double.parseDouble(row.get(column));
  }
}
