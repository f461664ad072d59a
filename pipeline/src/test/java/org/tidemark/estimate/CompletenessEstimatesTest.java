package org.tidemark.estimate;

import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.CompletenessAnalysis;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.stats.DeathCertificateCompleteness;
import org.tidemark.stats.TwoSourceCompleteness;
import org.tidemark.tally.CompletenessStrata;
import org.tidemark.tally.Tumours;
import org.tidemark.testing.SparkSessionExtension;

@DisplayName("Completeness and timeliness from the fields of tumours")
@ExtendWith(SparkSessionExtension.class)
class CompletenessEstimatesTest {
  private static final StructType SCHEMA =
      Figure.schema(CatalogueReader.read(Optional.empty()).published().get("quality"));

  private static final CompletenessAnalysis ASKED =
      new CompletenessAnalysis(
          new RateAnalyses.Series(RateAnalyses.Of.INCIDENCE, List.of("sex"), "ci5", "", "none"),
          CompletenessAnalysis.INDICES,
          List.of("hospital", "pathology", "certificate"),
          1);

  private static Map<String, Row> figures(Dataset<Row> strata) {
    return CompletenessEstimates.of(ASKED, SCHEMA).rows(strata).collectAsList().stream()
        .collect(Collectors.toMap(r -> r.getAs("index"), Function.identity()));
  }

  private static Dataset<Row> strata(SparkSession spark, Tumours tumours) {
    return CompletenessStrata.of(tumours.cases(spark, 3), ASKED)
        .withColumn(PlausibilityEstimates.DEATHS, lit(null));
  }

  private static double value(Row row) {
    return row.<Double>getAs("value");
  }

  /** Two kinds find 200 and 150 cases and share 120; a third finds fifty of them. */
  private static Tumours notified() {
    return Tumours.none()
        .and(50, "sources", "hospital; pathology; certificate", "dcn", "1")
        .and(70, "sources", "pathology;hospital", "dcn", "0", "registration_date", "2010-03-31")
        .and(80, "sources", "hospital", "dcn", "0", "registration_date", "2010-09-01")
        .and(30, "sources", "pathology", "dcn", "0", "registration_date", "2011-05")
        .and(9);
  }

  @Test
  void whatCasesSayOfTheirSources(SparkSession spark) {
    Map<String, Row> figures = figures(strata(spark, notified()));
    Row per = figures.get("sources_per_case");
    assertThat(value(per)).isCloseTo((150 + 140 + 80 + 30) / 230.0, within(1e-12));
    assertThat(per.<Long>getAs("denominator")).isEqualTo(230);
    Row single = figures.get("one_source");
    assertThat(value(single)).isCloseTo(100 * 110 / 230.0, within(1e-12));
    Row dcn = figures.get("dcn");
    assertThat(value(dcn)).isCloseTo(100 * 50 / 230.0, within(1e-12));
    assertThat(dcn.<Double>getAs("lower")).isLessThan(value(dcn));
    Row days = figures.get("registration_days");
    assertThat(days.<Long>getAs("denominator")).isEqualTo(150);
    assertThat(value(days)).isEqualTo(184);
    assertThat(days.<Double>getAs("lower")).isEqualTo(30);
    Row two = figures.get("completeness_two_source");
    TwoSourceCompleteness by = TwoSourceCompleteness.of(200, 150, 120).get();
    assertThat(value(two)).isCloseTo(by.completeness(), within(1e-12));
    assertThat(two.<Double>getAs("lower"))
        .isCloseTo(by.completenessLimits().lower(), within(1e-12));
    assertThat(two.<Long>getAs("numerator")).isEqualTo(120);
    assertThat(two.<Long>getAs("denominator")).isEqualTo(230);
    assertThat(two.<String>getAs("sex")).isEqualTo("1");
    assertThat(two.<String>getAs("period")).isEqualTo("2010");
    assertThat(figures.get("completeness_three_source").<Long>getAs("denominator")).isEqualTo(230);
  }

  /** Without the fields there is no figure, and never a completeness of 0 or 100. */
  @Test
  void aRegistryThatSendsNoneOfIt(SparkSession spark) {
    Map<String, Row> figures = figures(strata(spark, Tumours.none().and(40)));
    assertThat(figures).hasSize(8);
    assertThat(figures.values())
        .allSatisfy(
            r -> {
              assertThat(r.<String>getAs("status")).isEqualTo("INSUFFICIENT");
              assertThat(r.<String>getAs("note")).isNotEmpty();
              assertThat(r.<Double>getAs("value")).isNull();
            });
  }

  /**
   * Half a year to death or two years seen; registered after 30 days, or after a year and a half.
   */
  @Test
  void theFlowOfCases(SparkSession spark) {
    String early = "2010-03-31";
    String late = "2011-09-01";
    Tumours tumours =
        Tumours.none()
            .and(
                30,
                "last_contact_date",
                "2010-08-01",
                "cause_of_death",
                "C189",
                "registration_date",
                early)
            .and(
                10,
                "last_contact_date",
                "2010-08-01",
                "cause_of_death",
                "I219",
                "registration_date",
                early)
            .and(
                40,
                "vital_status",
                "1",
                "last_contact_date",
                "2012-03-01",
                "registration_date",
                early)
            .and(
                20,
                "vital_status",
                "1",
                "last_contact_date",
                "2012-03-01",
                "registration_date",
                late)
            .and(15, "basis", "0", "registration_date", early)
            .and(5, "registration_date", early, "dcn", "1");
    Row flow = figures(strata(spark, tumours)).get("completeness_flow");
    assertThat(flow.<Long>getAs("denominator")).isEqualTo(100);
    // 40 % die in the second quarter: until then 20 of 100, and afterwards 20 of 60, wait.
    double waited = (20 / 100.0 + 20 / 60.0) / 2;
    double lost = 0.4 * waited * 0.25;
    double missing = 0.6 * 20 / 60.0;
    assertThat(value(flow)).isCloseTo(100 * (1 - lost - missing), within(1e-9));
    assertThat(flow.<Double>getAs("lower")).isLessThan(value(flow));
    assertThat(flow.<Double>getAs("upper")).isGreaterThan(value(flow)).isLessThan(100);
  }

  /** The deaths of the one year that has both. */
  @Test
  void certificatesAgainstDeaths(SparkSession spark) {
    Tumours tumours =
        Tumours.none()
            .and(10, "dcn", "1")
            .and(90, "dcn", "0")
            .and(30, "dcn", "1", "incidence_date", "2011-02-01");
    Row cells = strata(spark, tumours).first();
    Row deaths = Strata.stratum("", "1", "2010", 0, 0, 17);
    Row died =
        Strata.row(
            "area",
            "",
            "cancer",
            "",
            "sex",
            "1",
            CompletenessStrata.CELLS,
            cells.getList(cells.fieldIndex(CompletenessStrata.CELLS)),
            PlausibilityEstimates.DEATHS,
            List.of(deaths));
    assertThat(byDeaths(died).<String>getAs("note")).isNotEmpty();
    Row fifty =
        Strata.row(
            "area",
            "",
            "cancer",
            "",
            "sex",
            "1",
            CompletenessStrata.CELLS,
            cells.getList(cells.fieldIndex(CompletenessStrata.CELLS)),
            PlausibilityEstimates.DEATHS,
            List.of(Strata.unpopulated("", "1", "2010", 3)));
    Row figure = byDeaths(fifty);
    DeathCertificateCompleteness by = DeathCertificateCompleteness.of(10, 100, 54).get();
    assertThat(figure.<Double>getAs("value")).isCloseTo(by.completeness(), within(1e-12));
    assertThat(figure.<String>getAs("period")).isEqualTo("2010");
  }

  private static Row byDeaths(Row strata) {
    List<Row> rows = new ArrayList<>();
    CompletenessEstimates.of(ASKED, SCHEMA).figures(strata).forEachRemaining(rows::add);
    Row found =
        rows.stream()
            .filter(r -> "completeness_dcn_mi".equals(r.get(SCHEMA.fieldIndex("index"))))
            .findFirst()
            .orElseThrow();
    Object[] values = new Object[found.length()];
    for (int i = 0; i < values.length; i++) {
      values[i] = found.get(i);
    }
    return new GenericRowWithSchema(values, SCHEMA);
  }
}
