package org.tidemark.catalogue;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tidemark.model.Refusal;

/** The columns and the form of cells of those code tables that the pipeline computes with. */
final class CodeTableRules {
  private static final String SITE = "C\\d\\d(\\.\\d)?";
  private static final String SITES = SITE + "(-" + SITE + ")?";
  private static final String HISTOLOGIES = "\\d{4}(-\\d{4})?";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern ANY = Pattern.compile(".*");

  private static final Map<String, Map<String, Pattern>> FORMS =
      Map.of(
          "cancer_groups",
          Map.of(
              "code", ANY,
              "grouping", ANY,
              "order", WHOLE,
              "label", ANY,
              "sex", Pattern.compile("[12]?"),
              "topography", several(SITES),
              "morphology", several(HISTOLOGIES)),
          "cancer_totals",
          Map.of("code", ANY, "grouping", ANY, "order", WHOLE, "except", ANY),
          "standard_populations",
          Map.of("name", ANY, "age_lower", WHOLE, "weight", NUMBER),
          "survival_weights",
          Map.of("name", ANY, "age_group", ANY, "weight", NUMBER),
          "age_groups",
          Map.of(
              "code", ANY,
              "grouping", ANY,
              "order", WHOLE,
              "age_lower", WHOLE,
              "age_upper", Pattern.compile("\\d{0,9}")),
          "basis",
          Map.of("code", ANY, "scheme", ANY, "mv", Pattern.compile("yes|no")));

  private CodeTableRules() {}

  private static Pattern several(String one) {
    return Pattern.compile("(" + one + "(;" + one + ")*)?");
  }

  static void requireColumns(SchemaFolder.Document document, List<String> columns) {
    if (columns.isEmpty() || !columns.contains("edition")) {
      throw Refusal.operator(
          document.where(), "has no column 'edition'", "say of which edition each row is");
    }
    for (String column : forms(document).keySet()) {
      if (!columns.contains(column)) {
        throw Refusal.operator(
            document.where(), "has no column '" + column + "'", "add it, as in the packed table");
      }
    }
  }

  static void requireCells(SchemaFolder.Document document, String where, Map<String, String> row) {
    forms(document)
        .forEach(
            (column, form) -> {
              if (!form.matcher(row.get(column)).matches()) {
                throw Refusal.operator(
                    where + ", column '" + column + "'",
                    "does not have the form that is read here",
                    "write it as in the packed table");
              }
            });
  }

  private static Map<String, Pattern> forms(SchemaFolder.Document document) {
    return FORMS.getOrDefault(document.stem(), Map.of());
  }
}
