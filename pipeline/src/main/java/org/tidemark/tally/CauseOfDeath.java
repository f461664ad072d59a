package org.tidemark.tally;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.catalogue.Analyses;

/**
 * Whether a death was from the cancer. Of a person with cancer, a death whose underlying cause is
 * any neoplasm counts as one from the cancer, for certificates often name the site of a metastasis:
 * C00-D48 of ICD-10 (and 2A00-2F9Z of ICD-11), 140-239 of ICD-9 and before.
 */
final class CauseOfDeath {
  static final int OTHER = 0;
  static final int OF_CANCER = 1;

  /** A death without a cause. */
  static final int UNKNOWN = 2;

  private static final List<String> BY_CAUSE = List.of("cause-specific", "aalen-johansen");

  /** Whether a case's death was from the cancer, of cases that died. */
  static final String SQL =
      """
      CASE WHEN NOT died THEN 0
           WHEN cause_of_death IS NULL THEN 2
           WHEN cause_of_death_revision IN ('7', '8', '9')
             THEN IF(substring(cause_of_death, 1, 3) BETWEEN '140' AND '239', 1, 0)
           WHEN cause_of_death_revision = '11'
             THEN IF(cause_of_death RLIKE '^2[A-F]', 1, 0)
           ELSE IF(cause_of_death RLIKE '^(C|D[0-3]|D4[0-8])', 1, 0) END\
      """;

  private CauseOfDeath() {}

  /** The column; where no analysis asks for causes it is not computed. */
  static Column of(Dataset<Row> cases, List<Analyses.Survival> analyses) {
    boolean asked = analyses.stream().anyMatch(a -> BY_CAUSE.contains(a.method()));
    return asked ? expr(SQL) : lit(OTHER);
  }
}
