package org.tidemark.check;

import static java.util.stream.Collectors.toMap;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.udf;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.api.java.UDF7;
import org.apache.spark.sql.types.DataTypes;
import org.tidemark.catalogue.Check;
import org.tidemark.coding.CodeCombinations;

/**
 * All checks by rule tables as one function of a tumour's codes: it is called once a record,
 * however many the tables.
 */
final class CombinationFunction
    implements UDF7<String, String, String, String, String, String, String, String>, Serializable {
  private static final long serialVersionUID = 1L;

  private static final String AGE = "age";

  /** The other ways to an age; each gives completed years, or null. */
  private static final List<String> AGE_FIELDS =
      List.of(AGE, "age_days", "birth_date", "incidence_date");

  private static final String YEARS =
      "CAST(COALESCE(age, CAST(FLOOR(age_days / 365.241) AS INT),"
          + " IF(LENGTH(birth_date) = 10 AND LENGTH(incidence_date) = 10,"
          + " CAST(LEFT(incidence_date, 4) AS INT) - CAST(LEFT(birth_date, 4) AS INT)"
          + " - IF(SUBSTRING(incidence_date, 6) < SUBSTRING(birth_date, 6), 1, 0), NULL))"
          + " AS STRING)";

  private final CodeCombinations combinations;

  private CombinationFunction(CodeCombinations combinations) {
    this.combinations = combinations;
  }

  /**
   * The ids of the failed checks, separated by blanks; null where none failed.
   *
   * @param checks checks by rule tables
   * @param columns the columns that the rows have
   */
  static Column failures(List<Check> checks, List<String> columns) {
    CombinationFunction function =
        new CombinationFunction(
            CodeCombinations.of(
                checks.stream()
                    .collect(
                        toMap(Check::id, Check::combinations, (a, b) -> a, LinkedHashMap::new))));
    return udf(function, DataTypes.StringType)
        .apply(
            CodeCombinations.FIELDS.stream()
                .map(field -> code(field, columns))
                .toArray(Column[]::new));
  }

  /** A code of a record as text; null where it is not known. */
  static Column code(String field, List<String> columns) {
    if (!columns.contains(field)) {
      return lit(null).cast(DataTypes.StringType);
    }
    boolean years = field.equals(AGE) && columns.containsAll(AGE_FIELDS);
    return expr(years ? YEARS : "CAST(%s AS STRING)".formatted(field));
  }

  @Override
  public String call(
      String topography,
      String morphology,
      String sex,
      String age,
      String behaviour,
      String grade,
      String basis) {
    return combinations.broken(topography, morphology, sex, age, behaviour, grade, basis);
  }
}
