package org.tidemark.catalogue;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.tidemark.model.Refusal;

/** The columns and the form of cells of those code tables that the pipeline computes with. */
final class CodeTableRules {
  private static final String SITE = "C\\d\\d(\\.\\d)?";
  private static final String SITES = SITE + "(-" + SITE + ")?";
  private static final String CATEGORY = "[A-Z]\\d\\d(\\.\\d)?";
  private static final String CATEGORIES = CATEGORY + "(-" + CATEGORY + ")?";
  private static final String HISTOLOGIES = "\\d{4}(-\\d{4})?";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,9}(\\.\\d{1,9})?");
  private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
  private static final Pattern ANY = Pattern.compile(".*");

  private static final Pattern YES_NO = Pattern.compile("yes|no");
  private static final Pattern SEX = Pattern.compile("[12]?");
  private static final Pattern BEHAVIOUR = Pattern.compile("[01236]");
  private static final Pattern STAGE = Pattern.compile("[012349]");
  private static final String ALTERNATIVE = "[A-Z0-9+-]+";
  private static final Pattern MORPHOLOGY = Pattern.compile("\\d{4}");

  private static final Pattern EDITION = Pattern.compile("ICD-O-[123](\\.[12])?");

  private static final Map<String, Map<String, Pattern>> FORMS =
      Map.ofEntries(
          entry(
              "cancer_groups",
              Map.of(
                  "code", ANY,
                  "grouping", ANY,
                  "order", WHOLE,
                  "label", ANY,
                  "sex", SEX,
                  "topography", several(SITES),
                  "morphology", several(HISTOLOGIES))),
          entry(
              "cancer_totals", Map.of("code", ANY, "grouping", ANY, "order", WHOLE, "except", ANY)),
          entry(
              "icd10_groups",
              Map.of(
                  "code", ANY,
                  "grouping", ANY,
                  "order", WHOLE,
                  "level", Pattern.compile("\\d{0,9}"),
                  "label", ANY,
                  "sex", SEX,
                  "icd10", several(CATEGORIES))),
          entry(
              "icd10_totals", Map.of("code", ANY, "grouping", ANY, "order", WHOLE, "except", ANY)),
          entry(
              "icd10_topography",
              Map.of(
                  "code", Pattern.compile("[A-Z][\\d-]{2,3}|impossible"),
                  "behaviour", BEHAVIOUR,
                  "topography", several(SITES))),
          entry(
              "icd10_morphology",
              Map.of(
                  "code", Pattern.compile("[A-Z]\\d\\d[\\d-]?|topography|sex"),
                  "behaviour", BEHAVIOUR,
                  "morphology", several(HISTOLOGIES),
                  "topography", several(SITES),
                  "sex", SEX)),
          entry(
              "icd10_vintage",
              Map.of(
                  "code", Pattern.compile("[A-Z]\\d\\d\\d?"),
                  "behaviour", BEHAVIOUR,
                  "morphology", several(HISTOLOGIES))),
          entry(
              "iccc3",
              Map.of(
                  "code", Pattern.compile("\\d{3}"),
                  "extended", Pattern.compile("\\d{3}"),
                  "label", ANY,
                  "behaviour", several("[0123]"),
                  "topography", several(SITES),
                  "morphology", several(HISTOLOGIES))),
          entry(
              "iccc3_ages", Map.of("code", ANY, "below_age", Pattern.compile("5|[1-7][05]|8[05]"))),
          entry(
              "mp_topography",
              Map.of("code", Pattern.compile("C\\d{3}"), "topography", several(SITES))),
          entry(
              "mp_histology",
              Map.of(
                  "code", ANY,
                  "scope", Pattern.compile("person|site"),
                  "absorbed_by", several("[^;]+"),
                  "morphology", several(HISTOLOGIES))),
          entry("morphology_added", Map.of("code", MORPHOLOGY, "edition", EDITION)),
          entry("morphology_dropped", Map.of("code", MORPHOLOGY, "edition", EDITION)),
          entry(
              "morphology_behaviour",
              Map.of(
                  "code", MORPHOLOGY,
                  "behaviour", Pattern.compile("\\d"),
                  "status", Pattern.compile("listed|rare"))),
          entry(
              "record_precedence",
              Map.of(
                  "code",
                  WHOLE,
                  "field",
                  ANY,
                  "prefer",
                  Pattern.compile("later|precise|listed"),
                  "values",
                  several("[^;]+"))),
          entry("stage_schemes", Map.of("code", ANY, "scheme", ANY)),
          entry("stage_words", Map.of("code", Pattern.compile("[A-Z0-9]+"), "means", ANY)),
          entry(
              "stage_codes",
              Map.of("code", ANY, "scheme", ANY, "stage", STAGE, "verified", YES_NO)),
          entry(
              "stage_groups",
              Map.of(
                  "code", STAGE,
                  "scheme", ANY,
                  "topography", several(SITES),
                  "t", several(ALTERNATIVE),
                  "n", several(ALTERNATIVE),
                  "m", several(ALTERNATIVE),
                  "verified", YES_NO)),
          entry("standard_populations", Map.of("name", ANY, "age_lower", WHOLE, "weight", NUMBER)),
          entry("survival_weights", Map.of("name", ANY, "age_group", ANY, "weight", NUMBER)),
          entry(
              "age_groups",
              Map.of(
                  "code", ANY,
                  "grouping", ANY,
                  "order", WHOLE,
                  "age_lower", WHOLE,
                  "age_upper", Pattern.compile("\\d{0,9}"))),
          entry(MonthTableReader.BIKRAM_SAMBAT, MonthTableReader.forms()),
          entry("basis", Map.of("code", ANY, "scheme", ANY, "mv", YES_NO)),
          entry(
              "basis_shared",
              Map.of(
                  "code", ANY,
                  "scheme", ANY,
                  "shared", Pattern.compile("\\d"),
                  "mv", YES_NO,
                  "mv_nordcan", YES_NO)));

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
