package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Age at incidence from dates of which parts may be unknown")
class AgeRangeTest {
  @ParameterizedTest
  @CsvSource({
    "1960-07-03, 2019-07-02, 58, 58",
    "1960-07-03, 2019-07-03, 59, 59",
    "2000-02-29, 2019-02-28, 18, 18",
    "2000-02-29, 2019-03-01, 19, 19",
    "1960-07, 2019-07-15, 58, 59",
    "1960-07, 2019-07, 58, 59",
    "1960-07, 2019-08, 59, 59",
    "1960, 2019, 58, 59",
    "1960, 2019-12-31, 59, 59",
    "1960, 2019-01-01, 58, 59",
    "2019, 2019, -1, 0",
    "2019-07-03, 2019-07-03, 0, 0",
    "2019-07-03, 2019-07-02, -1, -1",
    "2020-07-03, 2019-07-02, -1, -1"
  })
  void runsFromTheLatestBirthToTheEarliest(String birth, String incidence, int least, int most) {
    AgeRange range = AgeRange.between(birth, incidence).orElseThrow();
    assertThat(range.least()).isEqualTo(least);
    assertThat(range.most()).isEqualTo(most);
    assertThat(range.impossible()).isEqualTo(most < 0);
  }

  @ParameterizedTest
  @CsvSource({
    "1960-07-03, 2019-07-03, 59, true",
    "1960-07-03, 2019-07-03, 58, false",
    "1960-07-03, 2019-07-03, 60, false",
    "1960, 2019, 57, true",
    "1960, 2019, 60, true",
    "1960, 2019, 56, false",
    "1960, 2019, 61, false",
    "2019, 2019, 0, true",
    "2019-07-03, 2019-07-02, 0, false"
  })
  void aRecordedAgeMayBeAYearOffWhereAPartIsUnknown(
      String birth, String incidence, int age, boolean agrees) {
    AgeRange range = AgeRange.between(birth, incidence).orElseThrow();
    assertThat(range.agrees(age)).isEqualTo(agrees);
  }

  @Test
  void isUnknownWhereADateIs() {
    assertThat(AgeRange.between(null, "2019")).isEmpty();
    assertThat(AgeRange.between("2019", null)).isEmpty();
  }

  @Test
  void isOneAgeWhereTheDatesLeaveOne() {
    assertThat(AgeRange.between("1960-07", "2019-08").orElseThrow().only()).contains(59);
    assertThat(AgeRange.between("1960", "2019").orElseThrow().only()).isEmpty();
    assertThat(AgeRange.between("2020-01-01", "2019-01-01").orElseThrow().only()).isEmpty();
  }

  @Test
  @DisplayName("Forgetting a part never leaves out the age, and never narrows the range")
  void precisionNeverGrows() {
    LocalDate incidence = LocalDate.of(2019, 3, 1);
    for (LocalDate birth = LocalDate.of(1999, 1, 1);
        birth.isBefore(LocalDate.of(2004, 12, 31));
        birth = birth.plusDays(1)) {
      int age = (int) ChronoUnit.YEARS.between(birth, incidence);
      int width = 0;
      for (String known : forgetting(birth.toString())) {
        AgeRange range = AgeRange.between(known, incidence.toString()).orElseThrow();
        assertThat(range.distance(age)).isZero();
        assertThat(range.most() - range.least()).isGreaterThanOrEqualTo(width);
        width = range.most() - range.least();
      }
    }
  }

  private static List<String> forgetting(String date) {
    return List.of(date, date.substring(0, 7), date.substring(0, 4));
  }
}
