package org.tidemark.jobs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;
import org.tidemark.derive.Groupings;
import org.tidemark.model.AgeGroup;
import org.tidemark.model.Refusal;
import org.tidemark.tally.Assumed;
import org.tidemark.tally.HarmonisedPopulation;
import org.tidemark.tally.LifeTables;
import org.tidemark.tally.PopulationCells;
import org.tidemark.tally.PopulationRule;

/** Populations and life tables in whatever shape they came, brought to that of figures. */
final class Denominators {
  private static final String POPULATION = "population";
  private static final String LIFE_TABLE = "life_table";

  private final Catalogue catalogue;
  private final Programme programme;
  private final Map<String, Dataset<Row>> tables;
  private final Map<String, Source.Beyond> beyond;

  /**
   * Those of a programme.
   *
   * @param tables tables that count, by name
   * @param beyond what holds outside a life table, by source
   */
  Denominators(
      Catalogue catalogue,
      Programme programme,
      Map<String, Dataset<Row>> tables,
      Map<String, Source.Beyond> beyond) {
    this.catalogue = catalogue;
    this.programme = programme;
    this.tables = tables;
    this.beyond = beyond;
  }

  /**
   * What came of them before any figure.
   *
   * @param assumed what was assumed
   * @param refusals why they cannot be used as they are, each the first of its table
   */
  record Verdict(List<Assumed> assumed, List<Refusal> refusals) {
    /** Copies the lists. */
    Verdict {
      assumed = List.copyOf(assumed);
      refusals = List.copyOf(refusals);
    }
  }

  /** The populations; empty where the programme has none. */
  Optional<HarmonisedPopulation> population() {
    if (!tables.containsKey(POPULATION)) {
      return Optional.empty();
    }
    Map<String, PopulationRule> rules = new HashMap<>();
    programme.sources().stream()
        .filter(s -> s.table().equals(POPULATION))
        .forEach(s -> rules.put(s.id(), PopulationRule.of(s, shape(s.split()))));
    return Optional.of(
        PopulationCells.harmonised(tables.get(POPULATION), rules, programme.asOf().getYear()));
  }

  private Optional<double[]> shape(String split) {
    if (split.isEmpty()) {
      return Optional.empty();
    }
    double[] even = new double[AgeGroup.COUNT];
    Arrays.fill(even, 1);
    return Optional.of(split.equals(Source.EVEN) ? even : Groupings.standard(catalogue, split));
  }

  /** The life tables; none where the programme has none. */
  LifeTables lifeTables() {
    return tables.containsKey(LIFE_TABLE)
        ? LifeTables.of(tables.get(LIFE_TABLE), beyond, smoothed())
        : LifeTables.none();
  }

  /** Sources whose life tables are smoothed to single years. */
  private Set<String> smoothed() {
    return programme.sources().stream()
        .filter(s -> s.split().equals(Source.ELANDT_JOHNSON))
        .map(Source::id)
        .collect(Collectors.toSet());
  }

  /**
   * Tries all that the programme's analyses will ask of them, so that nothing is left to be refused
   * when figures are computed.
   *
   * @param cover asks the life tables for everybody who is followed
   */
  Verdict tried(Consumer<LifeTables> cover) {
    List<Assumed> assumed = new ArrayList<>();
    List<Refusal> refusals = new ArrayList<>();
    if (RateFigures.asked(programme)) {
      trying(() -> population().map(HarmonisedPopulation::assumed).orElse(List.of()), refusals)
          .ifPresent(assumed::addAll);
    }
    if (!programme.analyses().survival().isEmpty()) {
      trying(() -> usable(cover), refusals).ifPresent(assumed::addAll);
    }
    return new Verdict(assumed, refusals);
  }

  private List<Assumed> usable(Consumer<LifeTables> cover) {
    LifeTables read = lifeTables();
    read.requireWhole();
    cover.accept(read);
    return read.assumed();
  }

  private static Optional<List<Assumed>> trying(
      Supplier<List<Assumed>> asked, List<Refusal> refusals) {
    try {
      return Optional.of(asked.get());
    } catch (Refusal refusal) {
      refusals.add(refusal);
      return Optional.empty();
    }
  }
}
