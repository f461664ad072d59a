package org.tidemark.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.SiteNetSurvival;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.LifeTables;
import org.tidemark.tally.SiteFollowUp;
import org.tidemark.tally.SiteSurvival;
import org.tidemark.tally.Tumours;
import org.tidemark.testing.SparkSessionExtension;

/**
 * Sixteen sites over eight years, fifty patients a site and year. One of ten dies of other causes
 * each year. Of what the cancer leaves, 60 of 100 live a year after their diagnosis, and from 2016
 * on at the eight treated sites 80.
 */
@DisplayName("Net survival by site and period as the outcome of evaluations")
@ExtendWith(SparkSessionExtension.class)
class NetSurvivalOutcomeTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());
  private static final StructType SCHEMA = Figure.schema(CATALOGUE.published().get("evaluation"));
  private static final LocalDate AS_OF = LocalDate.of(2021, 6, 30);
  private static final double OTHER_CAUSES = 0.10;
  private static final int SITES = 16;
  private static final Map<String, String> YEARS =
      Map.of("years", "1", "draws", "199", "seed", "3");

  private static final List<Analyses.Evaluation> ASKED =
      List.of(
          new Analyses.Evaluation("OUT-11", "callaway-santanna", YEARS),
          new Analyses.Evaluation("OUT-11", "did", YEARS),
          new Analyses.Evaluation("OUT-11", "pre-post", YEARS),
          new Analyses.Evaluation("OUT-11", "sun-abraham", with("controls", "never-treated")),
          new Analyses.Evaluation("OUT-11", "randomisation", YEARS),
          new Analyses.Evaluation("OUT-11", "its", YEARS),
          new Analyses.Evaluation("OUT-11", "funnel", YEARS),
          new Analyses.Evaluation("OUT-11", "did", with("years", "3")));

  private static Dataset<Row> tallies;
  private static List<Row> rows;

  private static Map<String, String> with(String key, String value) {
    Map<String, String> settings = new java.util.TreeMap<>(YEARS);
    settings.put(key, value);
    return settings;
  }

  @BeforeAll
  static void evaluate(SparkSession spark) {
    Dataset<Row> cases = cases(spark);
    SiteSurvival one = SiteSurvival.of(ASKED.get(0));
    SiteSurvival three = SiteSurvival.of(ASKED.get(7));
    tallies =
        tallies(spark, cases, one, ASKED.get(0))
            .union(tallies(spark, cases, three, ASKED.get(7)))
            .cache();
    Programme programme = programme();
    Evaluations evaluations =
        Evaluations.of(programme, CATALOGUE.indicators(), SCHEMA, Threshold.NONE);
    rows = evaluations.rows(tallies, engagements(spark)).collectAsList();
  }

  private static Dataset<Row> tallies(
      SparkSession spark, Dataset<Row> cases, SiteSurvival outcome, Analyses.Evaluation entry) {
    return SiteNetSurvival.rows(
        spark,
        SiteSurvival.series(entry),
        "year",
        outcome,
        SiteFollowUp.of(cases, lifeTables(spark), outcome, "year", AS_OF));
  }

  private static Dataset<Row> cases(SparkSession spark) {
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(20261123);
    Tumours tumours = Tumours.none();
    for (int site = 0; site < SITES; site++) {
      for (int year = 2012; year <= 2021; year++) {
        double survival = site % 2 == 0 && year >= 2016 ? 0.8 : 0.6;
        for (int k = 0; k < 50; k++) {
          add(tumours, random, "S" + site, LocalDate.of(year, 1 + k % 6, 3), -Math.log(survival));
        }
      }
    }
    tumours.and(9, "site_id", "SMALL", "incidence_date", "2015-03-01");
    return tumours.and(50, "incidence_date", "2015-03-01").cases(spark, 2);
  }

  private static void add(
      Tumours tumours,
      UniformRandomProvider random,
      String site,
      LocalDate diagnosed,
      double excess) {
    double years = -Math.log(1 - random.nextDouble()) / (excess + OTHER_CAUSES);
    LocalDate death =
        diagnosed.plusDays((long) Math.ceil(Math.min(30, years) * PopulationHazard.DAYS_IN_YEAR));
    boolean died = !death.isAfter(AS_OF);
    tumours.and(
        1,
        "site_id",
        site,
        "incidence_date",
        diagnosed.toString(),
        "last_contact_date",
        (died ? death : AS_OF).toString(),
        "vital_status",
        died ? "2" : "1");
  }

  private static LifeTables lifeTables(SparkSession spark) {
    StructType table =
        StructType.fromDDL(
            "source_id string, area string, sex string, year int, age int, hazard_per_day double,"
                + " prob_death_year double");
    List<Row> hazards = new ArrayList<>();
    for (int age = 50; age <= 75; age++) {
      double daily = OTHER_CAUSES / PopulationHazard.DAYS_IN_YEAR;
      hazards.add(RowFactory.create("life", "", "1", 2012, age, daily, null));
      hazards.add(RowFactory.create("life", "", "2", 2012, age, daily, null));
    }
    return LifeTables.of(spark.createDataFrame(hazards, table), Map.of("life", Beyond.NEAREST));
  }

  private static Dataset<Row> engagements(SparkSession spark) {
    List<Row> rows = new ArrayList<>();
    for (int site = 0; site < SITES; site++) {
      String phase = site % 2 == 0 ? "INTENSIVE" : "PLANNING";
      rows.add(RowFactory.create("S" + site, phase, "2016-01-10", site % 2 == 1));
    }
    return spark.createDataFrame(
        rows,
        StructType.fromDDL(
            "site_id string, phase string, start_date string, is_comparison boolean"));
  }

  private static Programme programme() {
    return new Programme(
        "survival",
        Map.of("en", "Survival"),
        AS_OF,
        "file:/",
        List.of(),
        Map.of(),
        new Analyses(List.of(), List.of(), List.of(), List.of(), List.of(), ASKED),
        "ci5",
        new Programme.Design("INTENSIVE", "year"),
        new Programme.Acceptance(0, true),
        List.of("en"),
        "none");
  }

  private static Object of(Row row, String column) {
    return row.get(SCHEMA.fieldIndex(column));
  }

  private static Row one(String method, String estimand, String question) {
    return rows.stream()
        .filter(r -> of(r, "method").equals(method))
        .filter(r -> ((String) of(r, "estimand")).startsWith(estimand))
        .filter(r -> ((String) of(r, "question")).endsWith(question))
        .findFirst()
        .orElseThrow();
  }

  private static final String AT_ONE = "(net survival 1 year after diagnosis)";

  @Test
  void aSiteAndYearHasItsNetSurvivalNotItsCrudeOne() {
    List<Double> before = new ArrayList<>();
    for (Row row :
        tallies.where("indicator LIKE 'OUT-11@1%' AND period < '2016'").collectAsList()) {
      IndicatorTally.Cell cell = IndicatorTally.from(row).of(0).get(0);
      assertThat(cell.denominator().intValueExact()).isEqualTo(50);
      before.add(cell.numerator().doubleValue() / 50);
    }
    // Sixteen sites and four years; SMALL has nine patients, and those without a site no place.
    assertThat(before).hasSize(64);
    double mean = before.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    assertThat(mean).isCloseTo(0.6, within(0.03));
  }

  @Test
  void yearsThatNobodyCouldBeFollowedThroughAreLeftOut() {
    assertThat(tallies.where("indicator LIKE 'OUT-11@1%'").selectExpr("max(period)").head().get(0))
        .isEqualTo("2019");
    assertThat(tallies.where("indicator LIKE 'OUT-11@3%'").selectExpr("max(period)").head().get(0))
        .isEqualTo("2017");
  }

  @Test
  void theKnownEffectIsFound() {
    for (Row row :
        List.of(
            one("callaway-santanna", "mean of the cohorts' effects", AT_ONE),
            one("twfe-wild-bootstrap", "mean effect on treated sites", AT_ONE),
            one("sun-abraham", "mean effect", AT_ONE),
            one("randomisation", "mean effect on treated sites", AT_ONE))) {
      assertThat((Double) of(row, "value")).as("%s", row).isCloseTo(20, within(5.0));
      assertThat((Double) of(row, "p")).isLessThan(0.01);
      assertThat(of(row, "indicator")).isEqualTo("OUT-11");
    }
    Row row = one("callaway-santanna", "mean of the cohorts' effects", AT_ONE);
    assertThat((Double) of(row, "lower")).isBetween(0.0, 20.0);
    assertThat((Double) of(row, "upper")).isGreaterThan(20);
    assertThat((String) of(row, "estimand")).contains("percentage points");
    assertThat(of(row, "reading"))
        .isEqualTo("Higher than without the programme, beyond chance, which is better.");
  }

  @Test
  void laterSurvivalIsAnotherOutcomeOfTheSameQuestion() {
    Row row = one("twfe", "mean effect on treated sites", "(net survival 3 years after diagnosis)");
    // 0.8 cubed less 0.6 cubed.
    assertThat((Double) of(row, "value")).isCloseTo(29.6, within(7.0));
  }

  @Test
  void changesAndSeriesBringSitesTogetherByTheirCases() {
    Row change = one("pre-post", "net_survival from the start on less", AT_ONE);
    assertThat((Double) of(change, "value")).isCloseTo(20, within(4.0));
    Row paired = one("pre-post", "mean over treated sites", AT_ONE);
    assertThat((Double) of(paired, "p")).isLessThan(0.01);
  }

  @Test
  void eachSiteIsSetAgainstAllInAFunnel() {
    List<Row> funnel = rows.stream().filter(r -> of(r, "method").equals("funnel")).toList();
    Map<String, Double> last = new java.util.TreeMap<>();
    double survivors = 0;
    for (Row row :
        tallies.where("indicator LIKE 'OUT-11@1%' AND period = '2019'").collectAsList()) {
      IndicatorTally tally = IndicatorTally.from(row);
      survivors += tally.of(0).get(0).numerator().doubleValue();
      last.put(tally.unit(), 2 * tally.of(0).get(0).numerator().doubleValue());
    }
    double target = 100 * survivors / (50 * SITES);
    assertThat(target).isCloseTo(70, within(4.0));
    assertThat(funnel).hasSize(2 * SITES);
    for (int i = 0; i < funnel.size(); i += 2) {
      Row inner = funnel.get(i);
      Row outer = funnel.get(i + 1);
      assertThat(of(inner, "status")).isEqualTo("OK");
      assertThat((Double) of(inner, "value"))
          .isCloseTo(last.get(of(inner, "cohort")), within(1e-9));
      assertThat((Double) of(inner, "lower")).isBetween((Double) of(outer, "lower"), target - 5);
      assertThat((Double) of(inner, "upper")).isBetween(target + 5, (Double) of(outer, "upper"));
      assertThat(of(inner, "reading").toString()).contains("by chance alone");
      assertThat(of(inner, "assumptions").toString()).contains("ages of the sites' patients");
    }
  }

  @Test
  void everyRowHasItsOwnKey() {
    List<String> keys =
        rows.stream()
            .map(
                r ->
                    List.of("indicator", "question", "method", "estimand", "cohort", "time")
                        .stream()
                        .map(c -> String.valueOf(of(r, c)))
                        .toList()
                        .toString())
            .toList();
    assertThat(keys).doesNotHaveDuplicates().hasSizeGreaterThan(40);
  }
}
