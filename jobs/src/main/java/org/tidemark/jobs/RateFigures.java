package org.tidemark.jobs;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CompletenessAnalysis;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.catalogue.RatioAnalysis;
import org.tidemark.derive.CauseFunction;
import org.tidemark.derive.Classification;
import org.tidemark.derive.CountedRows;
import org.tidemark.derive.Grouping;
import org.tidemark.derive.Groupings;
import org.tidemark.estimate.CompletenessEstimates;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.PlausibilityEstimates;
import org.tidemark.model.Refusal;
import org.tidemark.tally.CompletenessStrata;
import org.tidemark.tally.CountCells;
import org.tidemark.tally.CountFindings;
import org.tidemark.tally.IncidenceStrata;
import org.tidemark.tally.RatioStrata;
import org.tidemark.tally.SeriesStrata;

/**
 * The figures of counts and person-years: rates of cases and deaths, their trends and projections,
 * whether cases came as records or as counts.
 */
final class RateFigures {
  private static final String CASE_COUNT = "case_count";
  private static final String DEATH = "death";

  private final SparkSession spark;
  private final Catalogue catalogue;
  private final Programme programme;
  private final Classification classification;
  private final Dataset<Row> population;
  private final RateEstimates estimates;
  private final CountFindings check;
  private final List<Dataset<Row>> findings = new ArrayList<>();

  RateFigures(
      SparkSession spark,
      Catalogue catalogue,
      Programme programme,
      Classification classification,
      Dataset<Row> population) {
    this.spark = spark;
    this.catalogue = catalogue;
    this.programme = programme;
    this.classification = classification;
    this.population = population;
    this.estimates = new RateEstimates(catalogue, programme, classification);
    this.check =
        CountFindings.under(catalogue.disclosure().get(programme.disclosure()).threshold());
  }

  /** Whether a programme asks for figures of this kind. */
  static boolean asked(Programme programme) {
    Analyses analyses = programme.analyses();
    return !analyses.incidence().isEmpty() || analyses.rates().deaths() || analyses.rates().cases();
  }

  /**
   * Rows by published table, and of {@code finding} what was found of counts.
   *
   * @param tumours cells of tumours, where there is a registry of records
   * @param records the tumours themselves, where there is a registry of records
   * @param tables tables that count, by name
   */
  Map<String, Dataset<Row>> of(
      Optional<Dataset<Row>> tumours,
      Optional<Dataset<Row>> records,
      Map<String, Dataset<Row>> tables) {
    Map<String, List<Dataset<Row>>> parts = new LinkedHashMap<>();
    RateAnalyses rates = programme.analyses().rates();
    Optional<IncidenceStrata> cases = Optional.empty();
    Coverage coverage = Coverage.of(programme);
    if (!programme.analyses().incidence().isEmpty() || rates.cases()) {
      cases = cases(tumours.filter(t -> !coverage.isNone()).map(coverage::ofPopulation), tables);
      cases.ifPresent(strata -> ofCases(strata, parts));
      tumours
          .filter(cells -> !coverage.isPopulation())
          .ifPresent(cells -> withoutPopulation(cells, coverage, references(tables), parts));
    }
    Optional<IncidenceStrata> deaths =
        Optional.ofNullable(rates.deaths() ? tables.get(DEATH) : null).map(this::deaths);
    deaths.ifPresent(strata -> ofDeaths(strata, parts));
    Optional<Dataset<Row>> references = references(tables);
    cases.ifPresent(strata -> plausibility(strata, references, deaths, parts));
    for (CompletenessAnalysis asked : rates.completeness()) {
      records.ifPresent(rows -> add(parts, "quality", completeness(rows, asked, deaths)));
    }
    for (RatioAnalysis asked : rates.ratios()) {
      boolean died = asked.series().of() == RateAnalyses.Of.MORTALITY;
      Map<String, Grouping> groupings = died ? Map.copyOf(causes()) : classification.groupings();
      (died ? deaths : cases)
          .ifPresent(
              strata ->
                  add(parts, "rate_ratio", estimates.ratios(strata, asked, groupings, references)));
    }
    parts.merge("finding", findings, RateFigures::joined);
    Map<String, Dataset<Row>> figures = new LinkedHashMap<>();
    parts.forEach(
        (table, rows) ->
            rows.stream().reduce(Dataset::unionByName).ifPresent(all -> figures.put(table, all)));
    return figures;
  }

  private static Optional<Dataset<Row>> references(Map<String, Dataset<Row>> tables) {
    return Optional.ofNullable(tables.get("reference_rate"));
  }

  private Optional<IncidenceStrata> cases(
      Optional<Dataset<Row>> tumours, Map<String, Dataset<Row>> tables) {
    if (!tables.containsKey(CASE_COUNT)) {
      return tumours.map(cells -> IncidenceStrata.of(cells, population));
    }
    String grouping = programme.cancerGrouping();
    Dataset<Row> counts = CountedRows.ofCases(tables.get(CASE_COUNT), grouping, totals(grouping));
    Map<String, String> published =
        Groupings.of(catalogue, List.of(grouping), programme.coding())
            .groupings()
            .get(grouping)
            .published();
    findings.addAll(check.ofCases(counts, published.keySet()));
    tumours.ifPresent(cells -> requireApart(cells, counts));
    return Optional.of(IncidenceStrata.ofCounts(tumours, kept(CountCells.of(counts)), population));
  }

  /** Areas whose cases came to hospitals or laboratories: how many there are, and no rate. */
  private void withoutPopulation(
      Dataset<Row> cells,
      Coverage coverage,
      Optional<Dataset<Row>> references,
      Map<String, List<Dataset<Row>>> parts) {
    Dataset<Row> own = coverage.isNone() ? cells : coverage.elsewhere(cells);
    IncidenceStrata strata = IncidenceStrata.withoutPopulation(own, Coverage.reason());
    // Where areas are added up, those of a population stand for themselves.
    Predicate<List<String>> told = by -> coverage.isNone() || by.contains("area");
    for (Analyses.Incidence analysis : programme.analyses().incidence()) {
      if (told.test(analysis.by())) {
        add(parts, "incidence", estimates.rates(strata, analysis, Coverage.reason()));
      }
    }
    estimates
        .series(strata, RateAnalyses.Of.INCIDENCE, classification.groupings(), told)
        .forEach((table, rows) -> rows.forEach(each -> add(parts, table, each)));
    for (RatioAnalysis asked : programme.analyses().rates().ratios()) {
      if (asked.series().of() == RateAnalyses.Of.INCIDENCE && told.test(asked.series().by())) {
        add(
            parts,
            "rate_ratio",
            estimates.ratios(strata, asked, classification.groupings(), references));
      }
    }
  }

  /** Cases that came as records and as counts would count twice. */
  private static void requireApart(Dataset<Row> tumours, Dataset<Row> counts) {
    String[] place = {"area", "year"};
    Dataset<Row> both =
        tumours
            .select("area", "year")
            .distinct()
            .join(counts.select("area", "year").distinct(), place, "inner");
    if (!both.isEmpty()) {
      throw Refusal.data(
          "table case_count",
          "sends an area and year of which the table tumour has records: its cases would count"
              + " twice",
          "send an area's year as records or as counts");
    }
  }

  /** Groups that repeat what others say: the totals of a grouping. */
  private TreeSet<String> totals(String grouping) {
    TreeSet<String> totals = new TreeSet<>();
    Stream.of("cancer_totals", "icd10_totals")
        .flatMap(table -> catalogue.codes().get(table).rows().stream())
        .filter(row -> row.get("grouping").equals(grouping))
        .forEach(row -> totals.add(row.get("code")));
    return totals;
  }

  private void ofCases(IncidenceStrata strata, Map<String, List<Dataset<Row>>> parts) {
    for (Analyses.Incidence analysis : programme.analyses().incidence()) {
      add(parts, "incidence", estimates.rates(strata, analysis, ""));
    }
    estimates
        .series(strata, RateAnalyses.Of.INCIDENCE, classification.groupings(), by -> true)
        .forEach((table, rows) -> rows.forEach(each -> add(parts, table, each)));
  }

  private IncidenceStrata deaths(Dataset<Row> deaths) {
    CauseFunction.register(spark, causes());
    Dataset<Row> rows = CountedRows.ofDeaths(deaths);
    findings.addAll(check.ofDeaths(deaths, rows));
    return IncidenceStrata.ofDeaths(kept(CountCells.of(rows)), population);
  }

  private Map<String, Grouping.ByIcd10> causes() {
    return Groupings.ofCauses(catalogue, programme.analyses().rates().causeGroupings());
  }

  private void ofDeaths(IncidenceStrata strata, Map<String, List<Dataset<Row>>> parts) {
    Map<String, Grouping> groupings = Map.copyOf(causes());
    for (Analyses.Incidence analysis : programme.analyses().rates().mortality()) {
      add(
          parts,
          "mortality",
          estimates.rates(strata, analysis, groupings, schema("mortality"), ""));
    }
    estimates
        .series(strata, RateAnalyses.Of.MORTALITY, groupings, by -> true)
        .forEach((table, rows) -> rows.forEach(each -> add(parts, table, each)));
  }

  /** Indices of data quality over the years of cases, and of deaths where there are any. */
  private void plausibility(
      IncidenceStrata cases,
      Optional<Dataset<Row>> references,
      Optional<IncidenceStrata> deaths,
      Map<String, List<Dataset<Row>>> parts) {
    String[] stratum = {"area", "cancer", "sex"};
    for (RateAnalyses.Plausibility asked : programme.analyses().rates().plausibility()) {
      Dataset<Row> series = RateEstimates.years(cases, asked.series(), classification.groupings());
      Optional<Dataset<Row>> died =
          deaths
              .filter(strata -> asked.asksDeaths())
              .map(strata -> RateEstimates.years(strata, asked.deaths(), Map.copyOf(causes())))
              .map(r -> r.withColumnRenamed(SeriesStrata.YEARS, PlausibilityEstimates.DEATHS));
      Dataset<Row> both =
          died.map(rows -> series.join(rows, stratum, "left"))
              .orElseGet(() -> series.withColumn(PlausibilityEstimates.DEATHS, lit(null)));
      PlausibilityEstimates indices = PlausibilityEstimates.of(asked, schema("quality"));
      add(
          parts,
          "quality",
          indices.rows(
              RatioStrata.joined(
                  both,
                  asked.reference(),
                  asked.reference().isEmpty() ? Optional.empty() : references)));
    }
  }

  private Dataset<Row> completeness(
      Dataset<Row> records, CompletenessAnalysis asked, Optional<IncidenceStrata> deaths) {
    Dataset<Row> strata = CompletenessStrata.of(records, asked);
    Optional<Dataset<Row>> died =
        deaths
            .filter(known -> asked.asksDeaths())
            .map(known -> RateEstimates.years(known, asked.deaths(), Map.copyOf(causes())))
            .map(r -> r.withColumnRenamed(SeriesStrata.YEARS, PlausibilityEstimates.DEATHS));
    Dataset<Row> both =
        died.map(rows -> strata.join(rows, new String[] {"area", "cancer", "sex"}, "left"))
            .orElseGet(() -> strata.withColumn(PlausibilityEstimates.DEATHS, lit(null)));
    return CompletenessEstimates.of(asked, schema("quality")).rows(both);
  }

  private StructType schema(String table) {
    return Figure.schema(catalogue.published().get(table));
  }

  private static Dataset<Row> kept(Dataset<Row> cells) {
    return cells.persist(StorageLevel.MEMORY_AND_DISK());
  }

  private static void add(Map<String, List<Dataset<Row>>> parts, String table, Dataset<Row> rows) {
    parts.computeIfAbsent(table, t -> new ArrayList<>()).add(rows);
  }

  private static List<Dataset<Row>> joined(List<Dataset<Row>> one, List<Dataset<Row>> other) {
    return Stream.concat(one.stream(), other.stream()).toList();
  }
}
