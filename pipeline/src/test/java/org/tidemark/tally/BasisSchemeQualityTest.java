package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.coding.BasisScheme;
import org.tidemark.derive.Classification;
import org.tidemark.testing.SparkSessionExtension;

@DisplayName("The same digit of the basis is read by the scheme of its source")
@ExtendWith(SparkSessionExtension.class)
class BasisSchemeQualityTest {
  private static final List<String> CODES =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
  private static final List<String> SCHEMES = List.of("iacr", "canreg5", "encr");
  private static final List<Map<String, String>> TABLE =
      CatalogueReader.read(Optional.empty()).codes().get("basis_shared").rows();

  /** Of each source, scheme and code one tumour: verified, death certificate only. */
  private static Map<String, long[]> counts(SparkSession spark) {
    Tumours tumours = Tumours.none();
    for (String scheme : SCHEMES) {
      for (String code : CODES) {
        tumours.and(1, "source_id", scheme + code, "basis_scheme", scheme, "basis", code);
      }
    }
    tumours.and(1, "source_id", "unsaid8", "basis", "8");
    Map<String, long[]> counts = new TreeMap<>();
    QualityStrata.of(
            CaseCells.of(tumours.cases(spark, 3), Classification.of(Map.of()), true),
            List.of(new Analyses.Quality(List.of("source"), "")))
        .collect()
        .forEach(s -> counts.put(s.source(), s.counts()));
    return counts;
  }

  private static long of(Map<String, long[]> counts, String source, String index) {
    return counts.get(source)[QualityIndex.columns().indexOf(index + "_n")];
  }

  @Test
  void verifiedIsWhatTheTableOfSchemesSays(SparkSession spark) {
    Map<String, long[]> counts = counts(spark);
    for (String scheme : SCHEMES) {
      BasisScheme table = BasisScheme.of(TABLE, scheme, BasisScheme.VERIFIED);
      for (String code : CODES) {
        assertThat(of(counts, scheme + code, "mv"))
            .as(scheme + " " + code)
            .isEqualTo(table.verified(code) ? 1 : 0);
        assertThat(of(counts, scheme + code, "dco"))
            .as(scheme + " " + code)
            .isEqualTo(table.shared(code).filter("0"::equals).isPresent() ? 1 : 0);
      }
    }
    assertThat(of(counts, "unsaid8", "mv")).as("a scheme that nothing says").isEqualTo(1);
    assertThat(of(counts, "iacr8", "basis_unknown")).isZero();
  }
}
