package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatePatternTest {
  private static final List<String> PATTERNS =
      List.of(
          "yyyyMMdd",
          "yyyyddMM",
          "ddMMyyyy",
          "MMddyyyy",
          "dd/MM/yyyy",
          "MM/dd/yyyy",
          "d/M/yyyy",
          "M/d/yyyy",
          "yyyy-MM-dd",
          "yyyy-MM",
          "MM/yyyy",
          "yyyy",
          "yyMMdd",
          "ddMMyy",
          "dd/MM/yy",
          "d.M.yyyy",
          "yyyy/M/d",
          "yy",
          "yyMM",
          "dd.MM.yyyy");

  @ParameterizedTest
  @CsvSource({
    "yyyyMMdd, 20190703, 2019, 7, 3",
    "yyyyddMM, 20190307, 2019, 7, 3",
    "dd/MM/yyyy, 03/07/2019, 2019, 7, 3",
    "d/M/yyyy, 3/7/2019, 2019, 7, 3",
    "d/M/yyyy, 03/07/2019, 2019, 7, 3",
    "d.M.yyyy, 13.12.2019, 2019, 12, 13",
    "MM/yyyy, 07/2019, 2019, 7, 0",
    "yyyy, 2019, 2019, 0, 0",
    "dd/MM/yy, 03/07/19, 19, 7, 3",
    "yyyyMMdd, 99999999, 9999, 99, 99"
  })
  void readsTheNumbersInItsPlaces(String pattern, String text, int year, int month, int day) {
    assertThat(DatePattern.of(pattern).read(text))
        .contains(new DatePattern.Parts(year, month, day));
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy, 3/7/2019",
    "d/M/yyyy, 003/7/2019",
    "d/M/yyyy, /7/2019",
    "d/M/yyyy, 3/7/19",
    "yyyyMMdd, 2019-7-3",
    "yyyyMMdd, 201907031",
    "yyyyMMdd, 2019070",
    "yyyyMMdd, ''",
    "yyyyMMdd, ٢٠١٩٠٧٠٣",
    "yyyy-MM-dd, 2019-07-03 junk",
    "yyyy-MM-dd, -019-07-03",
    "yyyy-MM-dd, 2019-+7-03"
  })
  void readsNothingElse(String pattern, String text) {
    assertThat(DatePattern.of(pattern).read(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "MM/dd",
        "yyyyy",
        "yyy",
        "y",
        "yyyy-dd",
        "yyyyMMddyyyy",
        "yyyyMMMdd",
        "ddd/MM/yyyy",
        "dMyyyy",
        "dd/Myyyy",
        "yyyy-MM-ddTHH",
        "yyyy1MM",
        "DD/MM/YYYY",
        "MM/MM/yyyy"
      })
  void refusesWhatItCannotReadBy(String pattern) {
    assertThatIllegalArgumentException().isThrownBy(() -> DatePattern.of(pattern));
  }

  @ParameterizedTest
  @CsvSource({
    "dd/MM/yyyy, MM/dd/yyyy, true",
    "d/M/yyyy, M/d/yyyy, true",
    "d/M/yyyy, MM/dd/yyyy, true",
    "yyyyMMdd, yyyyddMM, true",
    "yyyyMMdd, ddMMyyyy, true",
    "yyMMdd, ddMMyy, true",
    "yyyy, yyMM, true",
    "dd/MM/yyyy, d/M/yyyy, false",
    "dd/MM/yyyy, dd.MM.yyyy, false",
    "yyyy-MM-dd, dd-MM-yyyy, false",
    "yyyyMMdd, yyyy, false",
    "dd/MM/yy, dd/MM/yyyy, false"
  })
  void knowsWithWhatItIsAmbiguous(String one, String two, boolean ambiguous) {
    assertThat(DatePattern.of(one).ambiguousWith(DatePattern.of(two))).isEqualTo(ambiguous);
    assertThat(DatePattern.of(two).ambiguousWith(DatePattern.of(one))).isEqualTo(ambiguous);
  }

  @Test
  @DisplayName("Two patterns that are not ambiguous never read one text as two dates")
  void unambiguousPatternsAgree() {
    for (String written : PATTERNS) {
      for (String other : PATTERNS) {
        DatePattern pattern = DatePattern.of(other);
        if (!DatePattern.of(written).ambiguousWith(pattern)) {
          texts(written)
              .forEach(
                  text ->
                      pattern
                          .read(text)
                          .ifPresent(
                              parts ->
                                  assertThat(DatePattern.of(written).read(text)).contains(parts)));
        }
      }
    }
  }

  @Test
  void tellsWhatLooksLikeAWholeNumber() {
    assertThat(DatePattern.of("yyyy").wholeNumber(5)).isTrue();
    assertThat(DatePattern.of("yyyyMMdd").wholeNumber(5)).isFalse();
    assertThat(DatePattern.of("yy/MM").wholeNumber(5)).isFalse();
    assertThat(DatePattern.of("ddMMyy").shortYear()).isTrue();
    assertThat(DatePattern.of("ddMMyyyy").shortYear()).isFalse();
  }

  private static List<String> texts(String pattern) {
    return List.of(1, 2, 10, 11, 12).stream()
        .flatMap(month -> List.of(1, 9, 12, 28).stream().map(day -> text(pattern, month, day)))
        .toList();
  }

  private static String text(String pattern, int month, int day) {
    return pattern
        .replace("yyyy", "1912")
        .replace("yy", "12")
        .replace("MM", String.format(Locale.ROOT, "%02d", month))
        .replace("M", String.valueOf(month))
        .replace("dd", String.format(Locale.ROOT, "%02d", day))
        .replace("d", String.valueOf(day));
  }
}
