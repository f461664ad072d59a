package org.tidemark.indicators;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Programme;
import org.tidemark.testing.SparkSessionExtension;

/** What holds whatever the reports say. */
@ExtendWith(SparkSessionExtension.class)
final class IndicatorInvarianceTest {
  private static final Path CASES = Path.of("..", "sample-data", "cases");
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());

  private static List<String> told(SparkSession spark, ReportTables tables, int partitions) {
    Programme programme =
        IndicatorRun.programme(
            LocalDate.parse("2023-06-30"),
            List.of("MDT-03", "WRK-01", "PAT-01"),
            List.of("quarter", "all"));
    return IndicatorRun.of(spark, CATALOGUE, programme, tables.datasets(spark, partitions))
        .indicators()
        .collectAsList()
        .stream()
        .map(Row::toString)
        .sorted()
        .toList();
  }

  @Test
  void partitionsAndOrderLeaveNoTrace(SparkSession spark) {
    ReportTables tables =
        ReportTables.of(CATALOGUE).with(CASES.resolve("WRK-01")).with(CASES.resolve("PAT-01"));
    List<String> one = told(spark, tables, 1);
    assertThat(one).isNotEmpty();
    assertThat(told(spark, tables.reversed(), 7)).isEqualTo(one);
  }

  @Test
  void theProgrammeIsTheSumOfItsSites(SparkSession spark) {
    Programme programme =
        IndicatorRun.programme(
            LocalDate.parse("2023-03-31"), List.of("MED-02"), List.of("month", "quarter"));
    List<Row> rows =
        IndicatorRun.of(
                spark,
                CATALOGUE,
                programme,
                ReportTables.of(CATALOGUE).with(CASES.resolve("MED-02")).datasets(spark, 2))
            .indicators()
            .collectAsList();
    for (String period : List.of("202301", "202302", "202303", "2023Q1")) {
      for (String column : List.of("numerator", "denominator")) {
        assertThat(sum(rows, column, r -> is(r, "site", period)))
            .as(column + " of " + period)
            .isEqualTo(sum(rows, column, r -> is(r, "programme", period)))
            .isEqualTo(sum(rows, column, r -> is(r, "country", period)));
      }
    }
  }

  private static boolean is(Row row, String level, String period) {
    return level.equals(row.getAs("level"))
        && period.equals(row.getAs("period"))
        && "".equals(row.getAs("stratum"));
  }

  private static double sum(List<Row> rows, String column, Predicate<Row> some) {
    return rows.stream()
        .filter(some)
        .filter(r -> r.getAs(column) != null)
        .mapToDouble(r -> r.<Double>getAs(column))
        .sum();
  }
}
