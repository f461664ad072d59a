package org.tidemark.estimate;

import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.SurvivalDesign;
import org.tidemark.tally.SurvivalKey;
import org.tidemark.tally.SurvivalPart;

/** What every row about a stratum of survival says of it: its dimensions, period and approach. */
final class SurvivalNames {
  private SurvivalNames() {}

  /**
   * A row that names a stratum and nothing else.
   *
   * @param yearFrom first year of diagnosis of its cases
   * @param yearTo last year of diagnosis of its cases
   */
  static Figure of(
      StructType schema, SurvivalKey key, Analyses.Survival analysis, int yearFrom, int yearTo) {
    Figure figure = Figure.in(schema);
    for (String dimension : SurvivalKey.DIMENSIONS) {
      // The year of diagnosis is told as the period.
      figure = dimension.equals("year") ? figure : figure.with(dimension, key.value(dimension));
    }
    SurvivalDesign.Years window = analysis.design().window();
    return figure
        .with(
            "period",
            window.all()
                ? SurvivalPart.period(yearFrom, yearTo)
                : SurvivalPart.period(window.from(), window.to()))
        .with("approach", analysis.approach());
  }
}
