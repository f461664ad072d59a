package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Check;
import org.tidemark.testing.SparkSessionExtension;

@DisplayName("Codes of another edition or scheme than the source's")
@ExtendWith(SparkSessionExtension.class)
class SchemeChecksRunTest {
  private static boolean passes(SparkSession spark, String id, String row) {
    Check check =
        CatalogueReader.read(Optional.empty()).checks().stream()
            .filter(c -> c.id().equals(id))
            .findFirst()
            .orElseThrow();
    return spark
        .sql("SELECT " + row)
        .selectExpr("COALESCE(NOT (" + check.applies() + ") OR (" + check.pass() + "), FALSE)")
        .head()
        .getBoolean(0);
  }

  @ParameterizedTest
  @CsvSource({
    // added in 3.2, added in 3.1, always there, dropped
    "8023, ICD-O-3.2, true",
    "8023, ICD-O-3.1, false",
    "8023, ICD-O-3, false",
    "8023, , true",
    "9811, ICD-O-3.2, true",
    "9811, ICD-O-3.1, true",
    "9811, ICD-O-3, false",
    "8000, ICD-O-3, true",
    "9703, ICD-O-3.2, false",
    "9703, ICD-O-3, false",
    "9703, , false"
  })
  void aMorphology(String morphology, String edition, boolean passes, SparkSession spark) {
    String stated = edition == null ? "CAST(NULL AS STRING)" : "'" + edition + "'";
    String row = "'" + morphology + "' AS morphology, " + stated + " AS icdo_edition";
    assertThat(passes(spark, "MORPHOLOGY-EDITION", row)).isEqualTo(passes);
  }

  @ParameterizedTest
  @CsvSource({
    "8, canreg5, true",
    "8, encr, true",
    "8, iacr, false",
    "3, canreg5, true",
    "3, encr, false",
    "3, , true",
    "7, iacr, true"
  })
  void aBasis(String basis, String scheme, boolean passes, SparkSession spark) {
    String stated = scheme == null ? "CAST(NULL AS STRING)" : "'" + scheme + "'";
    String row = "'" + basis + "' AS basis, " + stated + " AS basis_scheme";
    assertThat(passes(spark, "BASIS-SCHEME", row)).isEqualTo(passes);
  }
}
