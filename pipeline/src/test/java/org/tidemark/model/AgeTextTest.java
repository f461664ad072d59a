package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Ages as they are written")
class AgeTextTest {
  private static final AgeText TWO = new AgeText(2, true, false);
  private static final AgeText THREE = new AgeText(3, true, false);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "54 | 54",
        "054 | 54",
        "0 | 0",
        "00 | 0",
        "120 | 120",
        "54.0 | 54",
        "54.9 | 54",
        "54,9 | 54",
        "0,5 | 0",
        "85+ | 85",
        "85 + | 85",
        ">=85 | 85",
        "≥ 85 | 85",
        "<1 | 0",
        "< 1 | 0",
        "6/12 | 0",
        "12/12 | 1",
        "18/12 | 1",
        "2 6/12 | 2",
        "3/52 | 0",
        "4/7 | 0",
        "10/365 | 0",
        "3M | 0",
        "3 m | 0",
        "11 months | 0",
        "12 months | 1",
        "30 mois | 2",
        "10 d | 0",
        "365 d | 0",
        "366 days | 1",
        "2 wk | 0",
        "53 weeks | 1",
        "54 years | 54",
        "54y | 54",
        "54 yrs. | 54",
        "54 ans | 54",
        "54 años | 54",
        "54 anos | 54",
        "1y 6m | 1",
        "1y11m29d | 1",
        "1 an, 3 mois | 1",
        "1,5 años | 1",
        "3 MESES | 0"
      })
  void areCompletedYears(String text, int years) {
    assertThat(THREE.read(text)).isEqualTo(new AgeText.Reading(AgeText.Kind.YEARS, years));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", " ", "999", "999.0", "-1", "N/K", "n/k", "NK", "?", "-", "Unknown", "inconnu"})
  void areUnknown(String text) {
    assertThat(TWO.read(text).kind()).isEqualTo(AgeText.Kind.UNKNOWN);
    assertThat(THREE.read(text).kind()).isEqualTo(AgeText.Kind.UNKNOWN);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "fifty",
        "-2",
        "54-55",
        "50/54",
        "6/13",
        "1e2",
        "0x10",
        "5454",
        "54;3",
        "~54",
        "54 54",
        "3M 2y",
        "2y 3y",
        "3 q",
        "y",
        "+",
        "/12",
        "1/",
        "54..2",
        "54,",
        ",5",
        "NaN",
        "٥٤",
        "999999d",
        "85++",
        "54 years old",
        "2 a 3 meses"
      })
  void areNothingElse(String text) {
    assertThat(THREE.read(text).kind()).isEqualTo(AgeText.Kind.NOT_AN_AGE);
  }

  @Test
  @DisplayName("99 is unknown in two places, an age in three; 999 is never an age")
  void theWidthSettlesTheNines() {
    assertThat(TWO.read("99").kind()).isEqualTo(AgeText.Kind.UNKNOWN);
    assertThat(TWO.read("99.0").kind()).isEqualTo(AgeText.Kind.UNKNOWN);
    assertThat(TWO.read("98").years()).isEqualTo(98);
    assertThat(THREE.read("99").years()).isEqualTo(99);
    assertThat(THREE.read("099").years()).isEqualTo(99);
    assertThat(new AgeText(2, false, false).read("99").years()).isEqualTo(99);
    assertThat(new AgeText(3, false, false).read("999").kind()).isEqualTo(AgeText.Kind.UNKNOWN);
    assertThat(TWO.read("99 years").years()).isEqualTo(99);
  }

  @Test
  void zeroIsAnAgeUnlessItIsSaidToBeUnknown() {
    AgeText zeroUnknown = new AgeText(3, true, true);
    assertThat(THREE.read("0").kind()).isEqualTo(AgeText.Kind.YEARS);
    assertThat(zeroUnknown.read("000").kind()).isEqualTo(AgeText.Kind.UNKNOWN);
    assertThat(zeroUnknown.read("3M")).isEqualTo(new AgeText.Reading(AgeText.Kind.YEARS, 0));
  }

  @Test
  void completedYearsOfMonthsAreExact() {
    for (int months = 0; months < 1200; months++) {
      if (months < 1000) {
        assertThat(THREE.read(months + "/12").years()).isEqualTo(months / 12);
      }
      assertThat(THREE.read(months + " m").years()).isEqualTo(months / 12);
    }
  }

  @Test
  @DisplayName("Every text of up to three characters has an answer, and no age is negative")
  void everyShortTextHasAnAnswer() {
    String alphabet = "019-+/.,<> MdyN٣?";
    for (char a : alphabet.toCharArray()) {
      for (char b : alphabet.toCharArray()) {
        for (char c : alphabet.toCharArray()) {
          AgeText.Reading reading = TWO.read("" + a + b + c);
          assertThat(reading.years()).isBetween(0, 999);
        }
      }
    }
  }

  @Test
  void aVariableIsTwoOrThreePlacesWide() {
    assertThatIllegalArgumentException().isThrownBy(() -> new AgeText(4, true, false));
    assertThat(TWO.read("9".repeat(5000)).kind()).isEqualTo(AgeText.Kind.NOT_AN_AGE);
  }
}
