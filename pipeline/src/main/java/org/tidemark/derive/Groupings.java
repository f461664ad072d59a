package org.tidemark.derive;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.RateAnalyses;
import org.tidemark.coding.CancerGroups;
import org.tidemark.coding.ChildhoodGroups;
import org.tidemark.coding.Icd10Conversion;
import org.tidemark.model.AgeGroup;

/** Reads the rule tables of the catalogue into the forms that stages compute with. */
public final class Groupings {
  private Groupings() {}

  /**
   * The classification by the named lists of cancer groups. Tables that no list asks for are not
   * compiled.
   *
   * @param coding how the programme settles what tables leave open
   */
  public static Classification of(
      Catalogue catalogue, Collection<String> names, Programme.Coding coding) {
    Map<String, Grouping> groupings = new TreeMap<>();
    names.forEach(name -> groupings.put(name, grouping(catalogue, name)));
    return groupings.values().stream().anyMatch(Grouping::byIcd10)
        ? Classification.of(groupings, conversion(catalogue, coding))
        : Classification.of(groupings);
  }

  /**
   * The lists by ICD-10 code that deaths are grouped by, under the names that analyses use.
   *
   * @param names of groupings; one by site stands for the one by ICD-10 code with the same groups
   */
  public static Map<String, Grouping.ByIcd10> ofCauses(
      Catalogue catalogue, Collection<String> names) {
    Map<String, Grouping.ByIcd10> groupings = new TreeMap<>();
    for (String name : names) {
      String list = RateAnalyses.causes(catalogue.codes(), name).orElseThrow();
      groupings.put(name, byCode(catalogue, list));
    }
    return groupings;
  }

  private static Icd10Conversion conversion(Catalogue catalogue, Programme.Coding coding) {
    Map<String, List<Map<String, String>>> tables = new TreeMap<>();
    Stream.of("topography", "icd10_topography", "icd10_morphology", "icd10_vintage")
        .forEach(name -> tables.put(name, catalogue.codes().get(name).rows()));
    return Icd10Conversion.of(
        tables,
        new Icd10Conversion.Options(coding.before2010(), coding.secondaryAsUnknownPrimary()));
  }

  /** Weights of a standard population for the eighteen age groups. */
  public static double[] standard(Catalogue catalogue, String name) {
    double[] weights = new double[AgeGroup.COUNT];
    rows(catalogue, "standard_populations", "name", name)
        .forEach(
            row ->
                weights[AgeGroup.of(Integer.parseInt(row.get("age_lower")))] +=
                    Double.parseDouble(row.get("weight")));
    return weights;
  }

  /** Weights of a standard for survival by age group, in the order of age. */
  public static Map<String, Double> survivalWeights(Catalogue catalogue, String name) {
    Map<String, Double> weights = new LinkedHashMap<>();
    rows(catalogue, "survival_weights", "name", name)
        .forEach(row -> weights.put(row.get("age_group"), Double.valueOf(row.get("weight"))));
    return weights;
  }

  private static Grouping grouping(Catalogue catalogue, String name) {
    List<Map<String, String>> bySite = rows(catalogue, "cancer_groups", "grouping", name);
    if (!bySite.isEmpty()) {
      return new Grouping.BySite(
          groups(bySite, rows(catalogue, "cancer_totals", "grouping", name)), edition(bySite));
    }
    List<Map<String, String>> ages = rows(catalogue, "iccc3_ages", "code", name);
    if (!ages.isEmpty()) {
      return new Grouping.Childhood(
          ChildhoodGroups.of(catalogue.codes().get("iccc3").rows()),
          Integer.parseInt(ages.get(0).get("below_age")));
    }
    return byCode(catalogue, name);
  }

  private static Grouping.ByIcd10 byCode(Catalogue catalogue, String name) {
    List<Map<String, String>> byCode = rows(catalogue, "icd10_groups", "grouping", name);
    return new Grouping.ByIcd10(
        groups(byCode, rows(catalogue, "icd10_totals", "grouping", name)), edition(byCode));
  }

  private static CancerGroups groups(
      List<Map<String, String>> groups, List<Map<String, String>> totals) {
    return CancerGroups.of(
        groups.stream().map(CancerGroups.Group::of).toList(),
        totals.stream().map(CancerGroups.Total::of).toList());
  }

  private static String edition(List<Map<String, String>> rows) {
    return rows.get(0).get("edition");
  }

  private static List<Map<String, String>> rows(
      Catalogue catalogue, String table, String column, String value) {
    return catalogue.codes().get(table).rows().stream()
        .filter(row -> row.get(column).equals(value))
        .toList();
  }
}
