package org.tidemark.estimate;

import java.util.List;
import org.apache.spark.sql.Row;
import org.tidemark.model.AgeGroup;
import org.tidemark.stats.AgeSpecificCounts;
import org.tidemark.tally.CaseCells;
import org.tidemark.tally.IncidenceStrata;
import org.tidemark.tally.PopulationAssumption;
import org.tidemark.tally.PopulationCells;

/**
 * The tally of one incidence stratum as arrays.
 *
 * @param cases cases of known age by age group
 * @param unknownAge cases of unknown age
 * @param personYears person-years by age group; those beyond the open group are pooled into it
 * @param open index of the open last group; -1 where the population has none
 * @param uncovered whether some cases have no population to relate to
 * @param missing the first cell without a population, by name; null where none is
 * @param remark what was assumed of the population; empty where nothing was
 */
record IncidenceStratum(
    long[] cases,
    long unknownAge,
    double[] personYears,
    int open,
    boolean uncovered,
    String missing,
    String remark) {

  /** Reads a row of {@link IncidenceStrata}. */
  static IncidenceStratum of(Row row) {
    long[] cases = new long[AgeGroup.COUNT];
    long unknown = 0;
    int at = row.fieldIndex(CaseCells.CASES);
    if (!row.isNullAt(at)) {
      List<Long> counted = row.getList(at);
      for (int i = 0; i < AgeGroup.COUNT; i++) {
        cases[i] = counted.get(i);
      }
      unknown = counted.get(AgeGroup.UNKNOWN);
    }
    int openAt = row.fieldIndex(PopulationCells.OPEN);
    int open = row.isNullAt(openAt) ? -1 : row.getInt(openAt);
    int flag = row.fieldIndex(IncidenceStrata.UNCOVERED);
    boolean uncovered = !row.isNullAt(flag) && row.getBoolean(flag);
    return new IncidenceStratum(
        cases,
        unknown,
        personYears(row, open),
        open,
        uncovered,
        row.getAs(PopulationCells.MISSING),
        remark(row, open));
  }

  /** The strata of disjoint populations as one, up to the lowest of their open groups. */
  static IncidenceStratum pooled(List<IncidenceStratum> parts) {
    int open = parts.stream().mapToInt(IncidenceStratum::open).min().orElse(-1);
    long[] cases = new long[AgeGroup.COUNT];
    double[] years = new double[AgeGroup.COUNT];
    long unknown = 0;
    boolean uncovered = false;
    String missing = null;
    String remark = "";
    for (IncidenceStratum part : parts) {
      for (int i = 0; i < AgeGroup.COUNT; i++) {
        cases[i] += part.cases[i];
        years[open >= 0 && i > open ? open : i] += part.personYears[i];
      }
      unknown += part.unknownAge;
      uncovered |= part.uncovered;
      missing = missing == null ? part.missing : missing;
      remark = remark.isEmpty() ? part.remark : remark;
    }
    return new IncidenceStratum(cases, unknown, years, open, uncovered, missing, remark);
  }

  /** The same with the person-years of later groups pooled into an earlier open one. */
  IncidenceStratum upTo(int group) {
    double[] years = personYears.clone();
    for (int i = group + 1; i < years.length; i++) {
      years[group] += years[i];
      years[i] = 0;
    }
    return new IncidenceStratum(cases, unknownAge, years, group, uncovered, missing, remark);
  }

  /** Why no rate can be given, or empty. */
  String hindrance() {
    if (missing != null) {
      return missing;
    }
    if (open < 0) {
      double known = 0;
      for (double years : personYears) {
        known += years;
      }
      return known > 0 ? "the population has no open last age group" : "no population";
    }
    return uncovered ? "some cases have no population row" : "";
  }

  /** All cases, of known and of unknown age. */
  long allCases() {
    return knownAge() + unknownAge;
  }

  /** Cases of known age. */
  long knownAge() {
    long sum = 0;
    for (long n : cases) {
      sum += n;
    }
    return sum;
  }

  /** The counts for rates, with or without the cases of unknown age. */
  AgeSpecificCounts counts(boolean withUnknownAge) {
    return AgeSpecificCounts.of(cases, withUnknownAge ? unknownAge : 0, personYears);
  }

  private static String remark(Row row, int open) {
    int at = row.fieldIndex(PopulationCells.ASSUMED);
    String assumed = row.isNullAt(at) ? "" : PopulationAssumption.notes(row.getInt(at));
    int widest = row.fieldIndex(IncidenceStrata.WIDEST);
    if (row.isNullAt(widest) || row.getInt(widest) == open) {
      return assumed;
    }
    String pooled =
        "last age group " + AgeGroup.label(open, open) + ", the lowest of the populations";
    return assumed.isEmpty() ? pooled : assumed + "; " + pooled;
  }

  private static double[] personYears(Row row, int open) {
    double[] years = new double[AgeGroup.COUNT];
    int at = row.fieldIndex(PopulationCells.PERSON_YEARS);
    if (row.isNullAt(at)) {
      return years;
    }
    List<Double> known = row.getList(at);
    for (int i = 0; i < AgeGroup.COUNT; i++) {
      int group = open >= 0 && i > open ? open : i;
      years[group] += known.get(i) == null ? 0 : known.get(i);
    }
    return years;
  }
}
