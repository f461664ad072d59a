package org.tidemark.coding;

import java.io.Serializable;
import java.util.Map;
import org.tidemark.coding.Icd10Conversion.Outcome;
import org.tidemark.coding.Icd10Conversion.Reason;

/** One row of the tables that lead from ICD-O-3 to ICD-10. */
final class Icd10Rule implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Stands in a code for the topography's character at that place. */
  private static final char SAME = '-';

  private final String code;
  private final CodeRanges morphology;
  private final CodeRanges topography;
  private final String sex;

  /** Where the row leads whatever the topography, or null where it takes characters of it. */
  private final Outcome fixed;

  private Icd10Rule(String code, CodeRanges morphology, CodeRanges topography, String sex) {
    this.code = code;
    this.morphology = morphology;
    this.topography = topography;
    this.sex = sex;
    this.fixed = code.indexOf(SAME) < 0 ? outcomeOf(code) : null;
  }

  /** Reads a row; a column that its table does not have asks for nothing. */
  static Icd10Rule of(Map<String, String> row) {
    return new Icd10Rule(
        row.get("code"),
        CodeRanges.of(row.getOrDefault("morphology", "")),
        CodeRanges.of(row.getOrDefault("topography", "")),
        row.getOrDefault("sex", ""));
  }

  private static Outcome outcomeOf(String code) {
    return switch (code) {
      case "impossible" -> Outcome.none(Reason.IMPOSSIBLE_SITE);
      case "sex" -> Outcome.none(Reason.SEX_NEEDED);
      default -> Outcome.code(code);
    };
  }

  CodeRanges morphology() {
    return morphology;
  }

  /** Whether the row is for tumours of this canonical topography and sex. */
  boolean holds(String site, String ofSex) {
    return (sex.isEmpty() || sex.equals(ofSex)) && topography.contains(site);
  }

  /** Whether the row leaves the code to the topography. */
  boolean byTopography() {
    return code.equals("topography");
  }

  /** Where the row leads from a topography that it holds for. */
  Outcome outcome(String site) {
    if (fixed != null) {
      return fixed;
    }
    int open = code.indexOf(SAME);
    return Outcome.code(code.substring(0, open) + site.substring(open, code.length()));
  }
}
