package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.DisclosureProfile;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;
import org.tidemark.derive.Cases;
import org.tidemark.derive.Classification;
import org.tidemark.derive.GroupFunction;
import org.tidemark.derive.Groupings;
import org.tidemark.derive.Views;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.IndicatorEstimates;
import org.tidemark.estimate.QualityEstimates;
import org.tidemark.estimate.SiteNetSurvival;
import org.tidemark.estimate.SurvivalComparisons;
import org.tidemark.estimate.SurvivalEstimates;
import org.tidemark.evaluate.Evaluations;
import org.tidemark.evaluate.Threshold;
import org.tidemark.tally.Assumed;
import org.tidemark.tally.CaseCells;
import org.tidemark.tally.ConversionFailures;
import org.tidemark.tally.HarmonisedPopulation;
import org.tidemark.tally.IndicatorRequest;
import org.tidemark.tally.IndicatorTallies;
import org.tidemark.tally.LifeTables;
import org.tidemark.tally.PopulationCells;
import org.tidemark.tally.QualityStrata;
import org.tidemark.tally.SiteFollowUp;
import org.tidemark.tally.SiteSurvival;
import org.tidemark.tally.SurvivalExclusions;
import org.tidemark.tally.SurvivalStratum;
import org.tidemark.tally.SurvivalTallies;

/**
 * Joins derive, tally and estimate: from the tables that count to the rows of each published table.
 */
final class Figures {
  private static final String ENGAGEMENT = "engagement";
  private static final String READY = "indicator_value";
  private static final String TUMOUR = "tumour";

  private final SparkSession spark;
  private final Catalogue catalogue;
  private final Programme programme;
  private final Map<String, Dataset<Row>> tables;
  private final Denominators denominators;
  private final Classification classification;

  Figures(
      SparkSession spark,
      Catalogue catalogue,
      Programme programme,
      Map<String, Dataset<Row>> tables,
      Map<String, Source.Beyond> beyond,
      Classification classification) {
    this.spark = spark;
    this.catalogue = catalogue;
    this.programme = programme;
    this.tables = tables;
    this.denominators = new Denominators(catalogue, programme, tables, beyond);
    this.classification = classification;
  }

  /**
   * Rows of registry data by published table; a kind of analysis that the programme does not list
   * is absent. Of {@code finding} they are those of survival and of the conversion to ICD-10, and
   * what was assumed of populations and life tables.
   */
  Map<String, Dataset<Row>> outcomes() {
    Map<String, Dataset<Row>> figures = new LinkedHashMap<>();
    Optional<Dataset<Row>> cases =
        Optional.ofNullable(tables.get(TUMOUR)).map(rows -> cases(rows, withoutFollowUp()));
    Optional<Dataset<Row>> cells =
        cases
            .map(
                rows ->
                    CaseCells.of(rows, classification, !programme.analyses().quality().isEmpty()))
            .map(rows -> rows.persist(StorageLevel.MEMORY_AND_DISK()));
    List<Assumed> assumed = new ArrayList<>();
    if (RateFigures.asked(programme)) {
      figures.putAll(rates(cases, cells, assumed));
    }
    cases.ifPresent(rows -> ofRecords(rows, cells.get(), assumed, figures));
    if (!assumed.isEmpty()) {
      figures.merge("finding", Assumed.rows(spark, assumed), Dataset::unionByName);
    }
    return figures;
  }

  private Dataset<Row> cases(Dataset<Row> tumours, List<String> withoutFollowUp) {
    GroupFunction.register(spark, classification);
    return Cases.of(tumours, withoutFollowUp);
  }

  private Map<String, Dataset<Row>> rates(
      Optional<Dataset<Row>> cases, Optional<Dataset<Row>> cells, List<Assumed> assumed) {
    boolean counted = Stream.of(TUMOUR, "case_count", "death").anyMatch(tables::containsKey);
    if (!counted) {
      return Map.of();
    }
    Optional<HarmonisedPopulation> population = denominators.population();
    population.ifPresent(p -> assumed.addAll(p.assumed()));
    Dataset<Row> persons =
        population.isPresent()
            ? PopulationCells.of(spark, population.get())
            : PopulationCells.none(spark);
    return new RateFigures(spark, catalogue, programme, classification, persons)
        .of(cells, cases, tables);
  }

  private void ofRecords(
      Dataset<Row> cases,
      Dataset<Row> cells,
      List<Assumed> assumed,
      Map<String, Dataset<Row>> figures) {
    Analyses analyses = programme.analyses();
    Coverage coverage = Coverage.of(programme);
    if (!analyses.quality().isEmpty()) {
      figures.merge("quality", quality(cells), Dataset::unionByName);
    }
    figures.computeIfPresent("quality", (table, rows) -> coverage.labelled(rows));
    if (!analyses.survival().isEmpty()) {
      LifeTables lifeTables = denominators.lifeTables();
      assumed.addAll(lifeTables.assumed());
      survival(cases, lifeTables)
          .forEach((table, rows) -> figures.put(table, coverage.labelled(rows)));
      figures.merge(
          "finding",
          SurvivalExclusions.of(lifeTables.judged(cases), analyses.survival(), threshold()),
          Dataset::unionByName);
    }
    if (!analyses.prevalence().isEmpty()) {
      figures.put(
          "prevalence",
          PrevalenceFigures.of(programme, coverage, schema("prevalence"), threshold()).rows(cases));
    }
    if (classification.converts()) {
      figures.merge("finding", ConversionFailures.of(cells, threshold()), Dataset::unionByName);
    }
  }

  /** The quality indices of each source over all its years, as rows of {@code quality}. */
  List<Row> qualityBySource() {
    if (!tables.containsKey(TUMOUR)) {
      return List.of();
    }
    Dataset<Row> cells =
        CaseCells.of(cases(tables.get(TUMOUR), withoutFollowUp()), classification, true);
    Analyses.Quality bySource = new Analyses.Quality(List.of("source"), "");
    // Bounded by sources × indices.
    return QualityEstimates.of(schema("quality"))
        .rows(spark, QualityStrata.of(cells, List.of(bySource)))
        .collectAsList();
  }

  /** Rows of site reports by published table, of what the programme lists. */
  Map<String, Dataset<Row>> capacity() {
    Map<String, Dataset<Row>> figures = new LinkedHashMap<>();
    Analyses analyses = programme.analyses();
    if (analyses.indicators().isEmpty() && analyses.evaluation().isEmpty()) {
      return figures;
    }
    IndicatorRequest request = IndicatorRequest.of(programme, catalogue.indicators());
    Set<String> asked = new HashSet<>(request.relations());
    asked.add(ENGAGEMENT);
    Views.register(spark, tables, catalogue.tables(), catalogue.views(), programme.asOf(), asked);
    Dataset<Row> tallies =
        IndicatorTallies.of(spark, programme, request)
            .rows()
            .persist(StorageLevel.MEMORY_AND_DISK());
    figures.put("indicator", IndicatorEstimates.of(request, schema("indicator")).rows(tallies));
    if (!analyses.evaluation().isEmpty()) {
      figures.put("evaluation", evaluation(tallies));
    }
    return figures;
  }

  /** Net survival by site and period, of each outcome that an evaluation asks for. */
  private Dataset<Row> withSurvival(Dataset<Row> tallies) {
    Map<String, SiteSurvival> outcomes = new LinkedHashMap<>();
    programme.analyses().evaluation().stream()
        .filter(SiteSurvival::asked)
        .forEach(e -> outcomes.put(SiteSurvival.series(e), SiteSurvival.of(e)));
    if (outcomes.isEmpty() || !tables.containsKey(TUMOUR)) {
      return tallies;
    }
    Dataset<Row> cases = cases(tables.get(TUMOUR), withoutFollowUp());
    LifeTables lifeTables = denominators.lifeTables();
    String span = programme.design().period();
    Dataset<Row> all = tallies;
    for (Map.Entry<String, SiteSurvival> one : outcomes.entrySet()) {
      all =
          all.union(
              SiteNetSurvival.rows(
                  spark,
                  one.getKey(),
                  span,
                  one.getValue(),
                  SiteFollowUp.of(cases, lifeTables, one.getValue(), span, programme.asOf())));
    }
    return all;
  }

  private Dataset<Row> evaluation(Dataset<Row> indicators) {
    Dataset<Row> tallies = withSurvival(indicators);
    DisclosureProfile profile = catalogue.disclosure().get(programme.disclosure());
    Threshold threshold = new Threshold(profile.threshold(), profile.denominatorMinimum());
    Evaluations evaluations =
        Evaluations.of(programme, catalogue.indicators(), schema("evaluation"), threshold);
    Dataset<Row> engagements = spark.table(ENGAGEMENT);
    return tables.containsKey(READY)
        ? evaluations.rows(tallies, engagements, tables.get(READY))
        : evaluations.rows(tallies, engagements);
  }

  private Dataset<Row> quality(Dataset<Row> cells) {
    return QualityEstimates.of(schema("quality"))
        .rows(spark, QualityStrata.of(cells, programme.analyses().quality()));
  }

  /** What populations and life tables will be found to lack, before any figure is asked for. */
  Denominators.Verdict denominators() {
    return denominators.tried(
        lifeTables -> {
          if (tables.containsKey(TUMOUR)) {
            tallies().requireCover(lifeTables, cases(tables.get(TUMOUR), withoutFollowUp()));
          }
        });
  }

  private SurvivalTallies tallies() {
    List<Analyses.Survival> analyses = programme.analyses().survival();
    int years = analyses.stream().flatMap(a -> a.years().stream()).max(Integer::compare).orElse(1);
    int horizon = (int) Math.ceil(years * Cases.YEAR_DAYS);
    return SurvivalTallies.of(analyses, horizon, (int) programme.asOf().toEpochDay());
  }

  private Map<String, Dataset<Row>> survival(Dataset<Row> cases, LifeTables lifeTables) {
    List<Analyses.Survival> analyses = programme.analyses().survival();
    Map<String, Map<String, Double>> weights =
        analyses.stream()
            .map(Analyses.Survival::ageStandard)
            .filter(s -> !s.isEmpty())
            .distinct()
            .collect(Collectors.toMap(s -> s, s -> Groupings.survivalWeights(catalogue, s)));
    JavaRDD<SurvivalStratum> strata = tallies().byStratum(cases, lifeTables);
    Map<String, Dataset<Row>> figures = new LinkedHashMap<>();
    figures.put(
        "survival",
        SurvivalEstimates.of(analyses, weights, schema("survival"), threshold())
            .restingOn(lifeTables)
            .rows(spark, strata));
    SurvivalComparisons.of(analyses, schema("survival_comparison"), threshold())
        .ifPresent(tests -> figures.put("survival_comparison", tests.rows(spark, strata)));
    return figures;
  }

  /** Sources of tumours that have no vital status or no last contact to give. */
  private List<String> withoutFollowUp() {
    return programme.sources().stream()
        .filter(s -> s.table().equals(TUMOUR) && catalogue.mappings().containsKey(s.mapping()))
        .filter(
            s ->
                catalogue.mappings().get(s.mapping()).notSupplied().stream()
                    .anyMatch(List.of("vital_status", "last_contact_date")::contains))
        .map(Source::id)
        .toList();
  }

  private int threshold() {
    return catalogue.disclosure().get(programme.disclosure()).threshold();
  }

  private StructType schema(String table) {
    return Figure.schema(catalogue.published().get(table));
  }
}
