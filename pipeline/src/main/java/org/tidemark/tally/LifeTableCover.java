package org.tidemark.tally;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.stats.PopulationHazard;
import org.tidemark.tally.LifeTables.Span;

/**
 * Whether the life tables cover every person from diagnosis to last contact. Asked before the
 * tally, so that a table that ends too early is refused by the name of a missing cell, and one in
 * which death becomes certain while somebody is still followed by the name of that cell. The
 * persons of a place and sex are judged together, by the ages and the years that they span.
 */
final class LifeTableCover {
  private LifeTableCover() {}

  /**
   * Refuses tables that a person's follow-up leaves, which tables of {@code beyond: nearest} never
   * are, and tables that it follows into certain death.
   */
  static void require(Dataset<Row> persons, LifeTables tables, int horizon) {
    if (!tables.anyLimit() && !tables.byDeprivation()) {
      return;
    }
    Column followed = least(col("follow_up_days"), lit(horizon));
    // One row a place and sex.
    persons
        .groupBy("area", "deprivation", "sex")
        .agg(
            min("age_in_days"),
            max(col("age_in_days").plus(followed)),
            min("diagnosis_day"),
            max(col("diagnosis_day").plus(followed)))
        .collectAsList()
        .forEach(row -> requireCover(row, tables));
  }

  private static void requireCover(Row row, LifeTables tables) {
    Place place = new Place(row.getString(0), row.getString(1));
    int sex = row.getInt(2);
    Span ages = new Span(age(row.getInt(3)), age(row.getInt(4) - 1));
    Span years = new Span(year(row.getInt(5)), year(row.getInt(6) - 1));
    tables.requireGroup(place, sex, ages.from(), years.from());
    if (tables.of(place).isEmpty()) {
      return;
    }
    tables.requireCell(place, sex, ages.from(), years.from());
    tables.requireCell(place, sex, ages.to(), years.to());
    tables.requireFinite(place, sex, ages, years);
  }

  private static int age(int days) {
    return (int) Math.floor(days / PopulationHazard.DAYS_IN_YEAR);
  }

  private static int year(int day) {
    return LocalDate.ofEpochDay(day).getYear();
  }
}
