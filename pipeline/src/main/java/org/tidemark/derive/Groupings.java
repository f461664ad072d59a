package org.tidemark.derive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.coding.CancerGroups;
import org.tidemark.coding.CodeRanges;
import org.tidemark.model.AgeGroup;

/** Reads the rule tables of the catalogue into the forms that stages compute with. */
public final class Groupings {
  private static final String LIST_SEPARATOR = "\\s*;\\s*";

  private Groupings() {}

  /** The named lists of cancer groups. */
  public static Map<String, CancerGroups> of(Catalogue catalogue, List<String> names) {
    Map<String, CancerGroups> groupings = new TreeMap<>();
    names.forEach(name -> groupings.put(name, grouping(catalogue, name)));
    return groupings;
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

  private static CancerGroups grouping(Catalogue catalogue, String name) {
    List<CancerGroups.Group> groups =
        rows(catalogue, "cancer_groups", "grouping", name).stream()
            .map(
                row ->
                    new CancerGroups.Group(
                        row.get("code"),
                        row.get("sex"),
                        CodeRanges.of(row.get("topography")),
                        CodeRanges.of(row.get("morphology"))))
            .toList();
    List<CancerGroups.Total> totals =
        rows(catalogue, "cancer_totals", "grouping", name).stream()
            .map(row -> new CancerGroups.Total(row.get("code"), list(row.get("except"))))
            .toList();
    return CancerGroups.of(groups, totals);
  }

  private static List<Map<String, String>> rows(
      Catalogue catalogue, String table, String column, String value) {
    return catalogue.codes().get(table).rows().stream()
        .filter(row -> row.get(column).equals(value))
        .toList();
  }

  private static List<String> list(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(LIST_SEPARATOR));
  }
}
