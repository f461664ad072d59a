package org.tidemark.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.CatalogueReader;

/** Which of two records of one tumour is believed. */
class PrecedenceTest {
  private static final Precedence SHIPPED =
      Precedence.of(CatalogueReader.read(Optional.empty()).codes().get("record_precedence").rows());

  private static long rank(String submitted, String incidence, String basis, String contact) {
    Map<String, String> values =
        Map.of("incidence_date", incidence, "basis", basis, "last_contact_date", contact);
    return SHIPPED.rank(
        i -> UTF8String.fromString(values.get(SHIPPED.rules().get(i).field())), submitted);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 2019-07-03, 7, 2020-01-01, '', 2019-07-03, 7, 2020-01-01, 0",
    // the later submission, whatever else it says
    "2022-06-30, 2019, 9, '', 2022-06-29, 2019-07-03, 7, 2023-01-01, 1",
    "2022-06-30, 2019, 9, '', '', 2019-07-03, 7, 2023-01-01, 1",
    // the more precise date, then the better basis, then the later contact
    "'', 2019-07-03, 1, '', '', 2019-07, 7, 2023-01-01, 1",
    "'', 2019-07, 1, '', '', 2019, 7, 2023-01-01, 1",
    "'', 2019-07-03, 7, '', '', 2018-07-03, 5, 2023-01-01, 1",
    "'', 2019-07-03, 0, '', '', 2018-07-03, 9, 2023-01-01, 1",
    "'', 2019-07-03, 7, 2023-01-02, '', 2019-07-03, 7, 2023-01-01, 1",
    "'', 2019-07-03, 7, 2023-02, '', 2019-07-03, 7, 2023-01-31, 1"
  })
  void theFirstRuleThatTellsThemApartDecides(
      String submitted,
      String incidence,
      String basis,
      String contact,
      String otherSubmitted,
      String otherIncidence,
      String otherBasis,
      String otherContact,
      int better) {
    long one = rank(submitted, incidence, basis, contact);
    long other = rank(otherSubmitted, otherIncidence, otherBasis, otherContact);
    assertThat(Long.compare(one, other)).isEqualTo(better);
    assertThat(one).isNotNegative();
  }

  @Test
  void ranksTheSourceByItsOwnDay() {
    long earlier = SHIPPED.submitted("2022-01-01").rank(i -> null);
    long later = SHIPPED.submitted("2023-01-01").rank(i -> null);
    assertThat(later).isGreaterThan(earlier);
    assertThat(Precedence.NONE.rank(i -> UTF8String.fromString("7"))).isZero();
    assertThat(SHIPPED.rank(i -> UTF8String.fromString("not a date"))).isNotNegative();
  }

  @Test
  void refusesMoreRulesThanARankCanHold() {
    Map<String, String> row = Map.of("field", "x", "prefer", "later", "values", "");
    assertThatThrownBy(() -> Precedence.of(Collections.nCopies(4, row)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Precedence.of(List.of(row, row)).rules()).hasSize(2);
  }
}
