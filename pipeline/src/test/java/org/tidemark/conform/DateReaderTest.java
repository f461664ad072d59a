package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.DateForm;
import org.tidemark.model.DatePattern;
import org.tidemark.model.PartialDate;
import org.tidemark.model.SolarCalendar;
import org.tidemark.model.SourceCalendar;

@DisplayName("Dates as sources write them")
class DateReaderTest {
  private static DateReader reader(SourceCalendar calendar, String... patterns) {
    return reader(calendar, 0, 0, DateForm.Unknown.STANDARD, patterns);
  }

  private static DateReader reader(
      SourceCalendar calendar,
      int pivot,
      int serial,
      DateForm.Unknown unknown,
      String... patterns) {
    return DateReader.of(
        new DateForm(
            Stream.of(patterns).map(DatePattern::of).toList(), calendar, pivot, serial, unknown));
  }

  @ParameterizedTest
  @CsvSource({
    "GREGORIAN, 20190799, 2019-07",
    "GREGORIAN, 20199999, 2019",
    "GREGORIAN, 20190012, 2019",
    "BUDDHIST, 25620703, 2019-07-03",
    "BUDDHIST, 25620799, 2019-07",
    "BUDDHIST, 25629999, 2019",
    "ETHIOPIAN, 20000101, 2007-09-12",
    "ETHIOPIAN, 20071306, 2015-09-11",
    // An unknown day of a month within one Gregorian month, within one year, across two years.
    "ETHIOPIAN, 20071300, 2015-09",
    "ETHIOPIAN, 20000100, 2007",
    "ETHIOPIAN, 20000400, 2007",
    "ETHIOPIAN, 20000000, 2008",
    "PERSIAN, 14000101, 2021-03-21",
    "PERSIAN, 14000000, 2021",
    "PERSIAN, 14001099, 2022"
  })
  void becomeIsoDatesOfThePrecisionThatIsKnown(SolarCalendar calendar, String text, String iso) {
    assertThat(reader(calendar, "yyyyMMdd").read(text)).isEqualTo(iso);
  }

  @ParameterizedTest
  @ValueSource(strings = {"99999999", "00000000", "99990101", "99990000"})
  void areUnknownByTheCodesOfRegistries(String text) {
    assertThat(reader(SolarCalendar.GREGORIAN, "yyyyMMdd").read(text)).isNull();
    assertThat(reader(SolarCalendar.ETHIOPIAN, "yyyyMMdd").read(text)).isNull();
  }

  @Test
  void areUnknownByTheSourcesOwnCodes() {
    DateForm.Unknown own = new DateForm.Unknown(Set.of(1900), Set.of(13), Set.of(32));
    DateReader reader = reader(SolarCalendar.GREGORIAN, 0, 0, own, "dd/MM/yyyy");
    assertThat(reader.read("01/01/1900")).isNull();
    assertThat(reader.read("32/07/2019")).isEqualTo("2019-07");
    assertThat(reader.read("32/13/2019")).isEqualTo("2019");
    assertThat(reader.read("99/99/9999")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"03/07/29, 2029-07-03", "03/07/30, 1930-07-03", "03/07/99, 1999-07-03"})
  void ofTwoDigitYearsFallInTheHundredFromThePivot(String text, String iso) {
    DateReader reader =
        reader(SolarCalendar.GREGORIAN, 1930, 0, DateForm.Unknown.STANDARD, "dd/MM/yy");
    assertThat(reader.read(text)).isEqualTo(iso);
    assertThat(reader.read("99/99/99")).isNull();
    assertThat(reader.read("03/07/1930")).isSameAs(CellType.NOT_OF_TYPE);
  }

  @Test
  void areReadByTheOnePatternThatFits() {
    DateReader reader = reader(SolarCalendar.BUDDHIST, "dd/MM/yyyy", "yyyy", "yyyy-MM-dd");
    assertThat(reader.read("03/07/2562")).isEqualTo("2019-07-03");
    assertThat(reader.read("2562")).isEqualTo("2019");
    assertThat(reader.read("2562-07-03")).isEqualTo("2019-07-03");
    assertThat(reader.read("31/02/2562")).isSameAs(CellType.NOT_OF_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    "1900, 1, 1900-01-01",
    "1900, 59, 1900-02-28",
    "1900, 61, 1900-03-01",
    "1900, 43649, 2019-07-03",
    "1900, 43649.75, 2019-07-03",
    "1904, 0, 1904-01-01",
    "1904, 42187, 2019-07-03"
  })
  void areCountedDaysWhereTheMappingSaysSo(int system, String text, String iso) {
    DateReader reader =
        reader(SolarCalendar.GREGORIAN, 0, system, DateForm.Unknown.STANDARD, "dd/MM/yyyy");
    assertThat(reader.read(text)).isEqualTo(iso);
    assertThat(reader(SolarCalendar.GREGORIAN, "dd/MM/yyyy").read(text))
        .isSameAs(CellType.NOT_OF_TYPE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "60", "-1", "123456", "43649.", "43649..5", "4364a", "1e4", "٤٣"})
  void areNotCountedByWhatIsNoDayNumber(String text) {
    DateReader reader = reader(SolarCalendar.GREGORIAN, 0, 1900, DateForm.Unknown.STANDARD);
    assertThat(reader.read(text)).isSameAs(CellType.NOT_OF_TYPE);
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "Every eight digits have an answer; forgetting a part never makes a date more precise")
  void everyNumberHasAnAnswer(SolarCalendar calendar) {
    DateReader reader = reader(calendar, "yyyyMMdd");
    for (int year : List.of(0, 1, 99, 544, 1303, 1400, 1900, 2000, 2562, 9000, 9998, 9999)) {
      for (int month = 0; month <= 14; month++) {
        Object wholeMonth = reader.read(text(year, month, 0));
        for (int day = 0; day <= 33; day++) {
          Object read = reader.read(text(year, month, day));
          assertThat(read == null || read == CellType.NOT_OF_TYPE || read instanceof String)
              .isTrue();
          if (read instanceof String date && wholeMonth instanceof String month31) {
            assertThat(month31.length()).isLessThanOrEqualTo(date.length());
            assertThat(days(month31)).isGreaterThanOrEqualTo(days(date));
          }
        }
      }
    }
  }

  private static long days(String text) {
    LocalDate first = PartialDate.earliest(text);
    return PartialDate.latest(text).toEpochDay() - first.toEpochDay() + 1;
  }

  private static String text(int year, int month, int day) {
    return String.format(java.util.Locale.ROOT, "%04d%02d%02d", year, month, day);
  }
}
