package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.model.Status;
import org.tidemark.stats.Interval;

/**
 * Mortality to incidence beside 100 less five-year survival, in percent: where registration is
 * complete and survival does not change the two are near each other. Parkin DM, Bray F. Evaluation
 * of data quality in the cancer registry. Eur J Cancer 2009;45:756-764.
 * doi:10.1016/j.ejca.2008.11.033
 *
 * <p>Both are taken as published, so that nothing is told that readers may not see. The difference
 * has limits of the normal distribution, from the counts of deaths and cases and the survival's
 * standard error. Of several survivals of a stratum that of most cases stands, net before relative
 * before observed.
 */
public final class MortalityBesideSurvival {
  private static final double PERCENT = 100;
  private static final List<String> MEASURES = List.of("net", "relative", "observed");
  private static final List<String> STRATUM = List.of("area", "cancer", "sex");

  private final List<Map<String, String>> survival;
  private final StructType schema;

  private MortalityBesideSurvival(List<Map<String, String>> survival, StructType schema) {
    this.survival = survival;
    this.schema = schema;
  }

  /**
   * Rows of {@code mi_survival}, one a published ratio.
   *
   * @param quality published rows of {@code quality}
   * @param survival published rows of {@code survival}
   * @param schema the table's
   */
  public static List<Row> rows(
      List<Map<String, String>> quality, List<Map<String, String>> survival, StructType schema) {
    MortalityBesideSurvival beside = new MortalityBesideSurvival(fiveYears(survival), schema);
    List<Row> rows = new ArrayList<>();
    quality.stream()
        .filter(row -> row.get("index").equals("mi"))
        .forEach(row -> rows.add(beside.row(row)));
    return rows;
  }

  /** Survival of five years, at all ages, stages and groups of deprivation. */
  private static List<Map<String, String>> fiveYears(List<Map<String, String>> survival) {
    return survival.stream()
        .filter(row -> number(row, "years") == 5 && MEASURES.contains(row.get("measure")))
        .filter(row -> row.get("age_group").isEmpty() && row.get("stage").isEmpty())
        .filter(row -> row.getOrDefault("deprivation", "").isEmpty())
        .filter(row -> row.get("site_id").isEmpty() && !row.get("method").contains("-given-"))
        .sorted(
            Comparator.comparingInt((Map<String, String> row) -> MEASURES.indexOf(measure(row)))
                .thenComparing(row -> -number(row, "cases"))
                .thenComparing(row -> row.get("age_standard"))
                .thenComparing(row -> row.get("method"))
                .thenComparing(row -> row.get("approach"))
                .thenComparing(row -> row.get("period"))
                .thenComparing(row -> row.get("interval")))
        .toList();
  }

  private static String measure(Map<String, String> row) {
    return row.get("measure");
  }

  private Row row(Map<String, String> ratio) {
    Figure figure =
        Figure.in(schema)
            .with("area", ratio.get("area"))
            .with("cancer", ratio.get("cancer"))
            .with("sex", ratio.get("sex"))
            .with("period", ratio.get("period"));
    Optional<Map<String, String>> own =
        survival.stream()
            .filter(row -> STRATUM.stream().allMatch(c -> row.get(c).equals(ratio.get(c))))
            .findFirst();
    if (own.isEmpty()) {
      return figure.insufficient("no five-year survival of this area, cancer and sex").row();
    }
    Map<String, String> lived = own.get();
    Figure named =
        figure
            .with("survival_period", lived.get("period"))
            .with("survival_method", lived.get("measure") + ", " + lived.get("method"));
    for (Map<String, String> part : List.of(ratio, lived)) {
      if (part.get("value").isEmpty()) {
        boolean hidden = part.get("status").equals(Status.SUPPRESSED.name());
        return named
            .status(
                hidden ? Status.SUPPRESSED : Status.INSUFFICIENT,
                (part == ratio ? "no ratio of deaths to cases: " : "no survival: ")
                    + part.get("status"))
            .row();
      }
    }
    return told(named, ratio, lived).row();
  }

  private static Figure told(Figure named, Map<String, String> ratio, Map<String, String> lived) {
    double mi = number(ratio, "value");
    double fatality = PERCENT * (1 - number(lived, "value"));
    Figure both = named.with("mi", mi).with("fatality", fatality).ok(mi - fatality);
    double deaths = number(ratio, "numerator");
    double cases = number(ratio, "denominator");
    if (!(deaths > 0 && cases > 0) || lived.get("se").isEmpty()) {
      return both.remark("no limits: no deaths, or no standard error of the survival");
    }
    double ofRatio = mi * Math.sqrt(1 / deaths + 1 / cases);
    double error = Math.hypot(ofRatio, PERCENT * number(lived, "se"));
    return both.with(Interval.normal(mi - fatality, error));
  }

  private static double number(Map<String, String> row, String column) {
    String value = row.get(column);
    return value.isEmpty() ? 0 : Double.parseDouble(value);
  }
}
