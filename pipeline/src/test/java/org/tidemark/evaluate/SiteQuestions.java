package org.tidemark.evaluate;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Indicator.Direction;
import org.tidemark.catalogue.Indicator.Kind;
import org.tidemark.catalogue.Indicator.Measure;
import org.tidemark.catalogue.Programme;
import org.tidemark.estimate.Figure;
import org.tidemark.estimate.IndicatorTerms;
import org.tidemark.tally.IndicatorTally;
import org.tidemark.tally.IndicatorTally.Cell;

/** A share by site and year, and questions about it, for tests without Spark. */
final class SiteQuestions {
  static final StructType SCHEMA =
      Figure.schema(CatalogueReader.read(Optional.empty()).published().get("evaluation"));

  private static final IndicatorTerms TERMS =
      new IndicatorTerms(
          "X-01",
          "%",
          List.of(new Measure("share", Kind.SHARE, "", "n", "d", 100, false, 0)),
          Direction.UP,
          List.of(),
          List.of());

  private final SiteCollection sites = SiteCollection.of(TERMS);

  private SiteQuestions() {}

  static SiteQuestions none() {
    return new SiteQuestions();
  }

  /** So many of 1000 in a year. */
  SiteQuestions and(String site, SitePart part, int year, int share) {
    Cell cell = new Cell(0, -1, BigDecimal.valueOf(share), BigDecimal.valueOf(1000));
    sites.add(
        new IndicatorTally(
            "X-01", "site", site, "year", "" + year, "", List.of(cell), Optional.empty()),
        part);
    return this;
  }

  SitePanel panel() {
    return sites.panel("year");
  }

  static Question question(String method, String... keysAndValues) {
    Map<String, String> settings = new java.util.TreeMap<>(Map.of("draws", "199", "seed", "3"));
    for (int i = 0; i < keysAndValues.length; i += 2) {
      settings.put(keysAndValues[i], keysAndValues[i + 1]);
    }
    return new Question(
        new Analyses.Evaluation("X-01", method, settings),
        TERMS,
        new Programme.Design("INTENSIVE", "year"));
  }

  static Object of(Row row, String column) {
    return row.get(SCHEMA.fieldIndex(column));
  }

  static Row one(List<Row> rows, String method, String estimand) {
    return rows.stream()
        .filter(r -> of(r, "method").equals(method))
        .filter(r -> ((String) of(r, "estimand")).startsWith(estimand))
        .findFirst()
        .orElseThrow();
  }
}
