package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.testing.SparkSessionExtension;

@DisplayName("The year in a registration number and that of incidence")
@ExtendWith(SparkSessionExtension.class)
class RegistrationYearTest {
  private static final List<Check> CHECKS = RegistrationYear.checks("tumour", "N° d'enreg");

  @ParameterizedTest
  @CsvSource({
    "2019, 2019-03-01, ''",
    "2019, 2019, ''",
    "2019, 2020-01-02, CANREG-REGISTERED-BEFORE",
    "2019, 2018-12-31, CANREG-REGISTERED-LATER",
    ", 2018-12-31, ''",
    "2019, , ''"
  })
  void aRecordBreaksOneRuleAtMost(
      String year, String incidence, String broken, SparkSession spark) {
    Dataset<Row> one =
        spark.sql(
            "SELECT %s AS `N° d'enreg`, %s AS incidence_date"
                .formatted(text(year), text(incidence)));
    assertThat(
            CHECKS.stream()
                .filter(
                    c -> one.where("(" + c.applies() + ") AND NOT (" + c.pass() + ")").count() == 1)
                .map(Check::id)
                .collect(Collectors.joining(" ")))
        .isEqualTo(broken);
  }

  private static String text(String value) {
    return value == null ? "CAST(NULL AS STRING)" : "'" + value + "'";
  }
}
