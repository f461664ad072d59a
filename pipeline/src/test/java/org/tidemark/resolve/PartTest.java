package org.tidemark.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.TableSchema;

/** Which values one record of a tumour may take from another one. */
@DisplayName("Parts of a tumour that are filled together")
class PartTest {
  private static final Map<String, String> EMPTY = Map.of("incidence_date", "2019-03-01");

  private static Map<String, String> with(String... fieldsAndValues) {
    Map<String, String> values = new HashMap<>(EMPTY);
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      values.put(fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({
    "SEX, sex, 2",
    "BASIS, basis, 7",
    "GRADE, grade, 3",
    "LATERALITY, laterality, 1",
    "STAGE, stage, 2",
    "AGE, birth_date, 1950",
    "AGE, age, 69"
  })
  void aValueIsTakenWhereNoneIsKnownAndOnlyThere(Part part, String field, String value) {
    Map<String, String> other = with(field, value);
    assertThat(part.fills(EMPTY, other)).as("missing").isTrue();
    assertThat(part.fills(other, other)).as("known already").isFalse();
    assertThat(part.fills(EMPTY, EMPTY)).as("known to neither").isFalse();
    assertThat(other).extractingByKey(field).isEqualTo(value);
  }

  @ParameterizedTest
  @CsvSource({
    "SEX, sex, 2",
    "BASIS, basis, 7",
    "GRADE, grade, 3",
    "LATERALITY, laterality, 0",
    "STAGE, stage, 0"
  })
  void nineIsUnknownInACodedField(Part part, String field, String value) {
    assertThat(part.fills(with(field, "9"), with(field, value))).isTrue();
    assertThat(part.fills(with(), with(field, "9"))).isFalse();
    assertThat(part.fills(with(field, value), with(field, "9"))).isFalse();
  }

  @Test
  void anAgeOfNineIsAnAge() {
    assertThat(Part.AGE.fills(with("age", "9"), with("birth_date", "1950"))).isFalse();
    assertThat(Part.AGE.fills(with(), with("age", "9"))).isTrue();
  }

  @Test
  void aBirthDateIsNotGivenToARecordedAgeNorToAnotherDay() {
    Map<String, String> other = with("birth_date", "1950-01-01");
    assertThat(Part.AGE.fills(with("age", "69"), other)).isFalse();
    assertThat(Part.AGE.fills(with("age_days", "20"), other)).isFalse();
    assertThat(Part.AGE.fills(with("incidence_date", "2019-03"), other)).isFalse();
    assertThat(Part.AGE.fills(Map.of(), other)).as("no day at all").isFalse();
    assertThat(Part.AGE.fills(Map.of(), Map.of("age", "3"))).isFalse();
  }

  @Test
  void aBasisIsTakenWithItsSchemeButNeverTheDeathCertificateOnly() {
    Map<String, String> unknown = with("basis", "9", "basis_scheme", "iacr");
    assertThat(Part.BASIS.fills(unknown, with("basis", "8", "basis_scheme", "canreg5"))).isTrue();
    assertThat(Part.BASIS.fills(unknown, with("basis", "0"))).isFalse();
  }

  @Test
  void aStageIsNotGivenToARecordThatHasAnythingOfOne() {
    Map<String, String> other = with("stage", "3", "stage_scheme", "TNM");
    assertThat(Part.STAGE.fills(with("stage", "9", "stage_scheme", "FIGO"), other)).isTrue();
    for (String field : List.of("t", "n", "m", "stage_raw")) {
      assertThat(Part.STAGE.fills(with(field, "1"), other)).as(field).isFalse();
    }
    assertThat(Part.STAGE.fills(with(), with("stage_scheme", "TNM"))).isFalse();
  }

  @Test
  void aFollowUpIsTakenWholeAndNotByADeathCertificate() {
    Map<String, String> dead = with("vital_status", "2", "last_contact_date", "2020-01-01");
    assertThat(Part.FOLLOW_UP.fills(with("vital_status", "9"), dead)).isTrue();
    assertThat(Part.FOLLOW_UP.fills(with("vital_status", "1"), dead)).isFalse();
    assertThat(Part.FOLLOW_UP.fills(with("last_contact_date", "2019-06-01"), dead)).isFalse();
    assertThat(Part.FOLLOW_UP.fills(with("cause_of_death", "C509"), dead)).isFalse();
    assertThat(Part.FOLLOW_UP.fills(with("basis", "0"), dead)).isFalse();
    assertThat(Part.FOLLOW_UP.fills(with("incidence_date", "2019"), dead)).isFalse();
    assertThat(Part.FOLLOW_UP.fills(with(), with("vital_status", "2"))).isFalse();
    assertThat(Part.FOLLOW_UP.fills(with(), with("last_contact_date", "2020-01-01"))).isFalse();
  }

  @Test
  void theFieldsAreTheTablesAndEachIsInOnePart() {
    TableSchema tumour = CatalogueReader.read(Optional.empty()).tables().get("tumour");
    List<String> fields = Stream.of(Part.values()).flatMap(part -> part.fields().stream()).toList();
    assertThat(fields).doesNotHaveDuplicates().allMatch(f -> tumour.field(f).isPresent());
    Set<HistoryRule> rules = new HashSet<>();
    Stream.of(Part.values()).forEach(part -> rules.add(part.rule()));
    assertThat(rules).hasSameSizeAs(Part.values()).allMatch(r -> r.id().startsWith("FILLED-"));
  }
}
