package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasisSchemeTest {
  private static BasisScheme scheme(String name, String verification) {
    return BasisScheme.of(Codes.rows("basis_shared"), name, verification);
  }

  @ParameterizedTest
  @CsvSource({
    // scheme, then what its codes 0 to 9 are in the shared list; '-' is no code of the scheme
    "iacr,    012-4567-9",
    "canreg5, 0122456779",
    "encr,    012-455789"
  })
  void bringsEveryCodeOfASchemeToTheSharedOne(String scheme, String shared) {
    BasisScheme read = scheme(scheme, BasisScheme.VERIFIED);
    IntStream.range(0, 10)
        .forEach(
            code ->
                assertThat(read.shared(Integer.toString(code)).orElse("-"))
                    .isEqualTo(shared.substring(code, code + 1)));
    assertThat(read.shared(null)).isEmpty();
    assertThat(read.shared("10")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "iacr, mv, 567", "iacr, mv_nordcan, 567",
    "canreg5, mv, 5678", "canreg5, mv_nordcan, 5678",
    "encr, mv, 5678", "encr, mv_nordcan, 567"
  })
  void countsAsVerifiedWhatEachDefinitionCounts(String scheme, String verification, String codes) {
    BasisScheme read = scheme(scheme, verification);
    IntStream.range(0, 10)
        .mapToObj(Integer::toString)
        .forEach(code -> assertThat(read.verified(code)).isEqualTo(codes.contains(code)));
    assertThat(read.verified(null)).isFalse();
  }

  @Test
  void agreesWithTheCodeListThatRecordsAreHeldTo() {
    Codes.rows("basis")
        .forEach(
            row ->
                assertThat(scheme(row.get("scheme"), "mv").verified(row.get("code")))
                    .isEqualTo(row.get("mv").equals("yes")));
    assertThat(Codes.rows("basis_shared"))
        .extracting(row -> List.of(row.get("scheme"), row.get("code")))
        .containsExactlyElementsOf(
            Codes.rows("basis").stream()
                .map(row -> List.of(row.get("scheme"), row.get("code")))
                .toList());
  }

  @Test
  void anUnknownSchemeIsRefused() {
    List<Map<String, String>> rows = Codes.rows("basis_shared");
    assertThatIllegalArgumentException().isThrownBy(() -> BasisScheme.of(rows, "naaccr", "mv"));
  }
}
