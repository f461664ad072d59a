package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.FieldType;

class CellTypeTest {
  private static Object read(FieldType type, String text) {
    return CellType.of(type, null).read(text);
  }

  @Test
  void readsNumbersWithoutGuessing() {
    assertThat(read(FieldType.INTEGER, "042")).isEqualTo(42);
    assertThat(read(FieldType.INTEGER, "4.0")).isSameAs(CellType.NOT_OF_TYPE);
    assertThat(read(FieldType.INTEGER, "٤")).isSameAs(CellType.NOT_OF_TYPE);
    assertThat(read(FieldType.NUMBER, "4.25")).isEqualTo(4.25);
    assertThat(read(FieldType.NUMBER, "1e-5")).isEqualTo(1e-5);
  }

  @ParameterizedTest
  @ValueSource(strings = {"NaN", "Infinity", "4,25", "1d", "2f", "0x1p3", "four"})
  void refusesWhatIsNoDecimalNumber(String text) {
    assertThat(read(FieldType.NUMBER, text)).isSameAs(CellType.NOT_OF_TYPE);
  }

  @ParameterizedTest
  @CsvSource({"true, true", "YES, true", "1, true", "No, false", "0, false"})
  void readsTruth(String text, boolean value) {
    assertThat(read(FieldType.BOOLEAN, text)).isEqualTo(value);
    assertThat(read(FieldType.BOOLEAN, "maybe")).isSameAs(CellType.NOT_OF_TYPE);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyyMMdd, 20190703, 2019-07-03",
    "yyyyMMdd, 20190799, 2019-07",
    "yyyyMMdd, 20190700, 2019-07",
    "yyyyMMdd, 20199999, 2019",
    "dd/MM/yyyy, 03/07/2019, 2019-07-03",
    "MM/yyyy, 07/2019, 2019-07"
  })
  void readsDatesByPattern(String pattern, String text, String iso) {
    assertThat(CellType.of(FieldType.DATE, pattern).read(text)).isEqualTo(iso);
  }

  @ParameterizedTest
  @CsvSource({
    "yyyyMMdd, 20190231",
    "yyyyMMdd, 2019-07-03",
    "yyyyMMdd, 2019073",
    "yyyyMMdd, 201907031",
    "dd/MM/yyyy, 2019/07/03",
    "dd/MM/yyyy, 3/7/2019",
    "yyyy-MM-dd, 2019-07-03 junk"
  })
  void refusesWhatIsNotADateOfThePattern(String pattern, String text) {
    assertThat(CellType.of(FieldType.DATE, pattern).read(text)).isSameAs(CellType.NOT_OF_TYPE);
  }

  @Test
  void aYearOfNinesIsUnknownNotADate() {
    assertThat(CellType.of(FieldType.DATE, "yyyyMMdd").read("99999999")).isNull();
  }

  @ParameterizedTest
  @CsvSource({
    "2023-01-05, 2023-01-05T00:00:00",
    "2023-01-05T14:30, 2023-01-05T14:30:00",
    "2023-01-05 14:30:15, 2023-01-05T14:30:15"
  })
  void readsDateTimes(String text, String stored) {
    assertThat(read(FieldType.DATETIME, text)).isEqualTo(stored);
    assertThat(read(FieldType.DATETIME, "5 January")).isSameAs(CellType.NOT_OF_TYPE);
  }
}
