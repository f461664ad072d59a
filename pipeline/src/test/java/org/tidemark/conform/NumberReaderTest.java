package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.NumberForm;

class NumberReaderTest {
  private static Object read(char decimal, char thousands, FieldType type, String text) {
    return NumberReader.of(new NumberForm(decimal, thousands), CellType.of(type, null)).read(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        ", | . | 1.234.567,8 | 1234567.8",
        ", | . | 1234567,8 | 1234567.8",
        ", | . | 1.234 | 1234",
        ", | . | -1.234,5 | -1234.5",
        ", | . | 0,5 | 0.5",
        ". | , | 12,34,567.5 | 1234567.5",
        ". | , | 1,234 | 1234",
        ". | ' | 1'234.5 | 1234.5",
        ", | . | 1,2E+3 | 1200"
      })
  void readsMarksAndGroups(char decimal, char thousands, String text, double value) {
    assertThat(read(decimal, thousands, FieldType.NUMBER, text)).isEqualTo(value);
  }

  @Test
  void aSpaceIsAnyKindOfSpace() {
    assertThat(read(',', ' ', FieldType.NUMBER, "1 234 567,5")).isEqualTo(1234567.5);
    assertThat(read(',', ' ', FieldType.NUMBER, "1\u00A0234\u202F567,5")).isEqualTo(1234567.5);
    assertThat(read(',', ' ', FieldType.INTEGER, "1 234")).isEqualTo(1234);
  }

  @Test
  void aDecimalCommaAloneAllowsNoGroups() {
    assertThat(read(',', NumberForm.NO_GROUPS, FieldType.NUMBER, "1,234")).isEqualTo(1.234);
    assertThat(read(',', NumberForm.NO_GROUPS, FieldType.NUMBER, "1.234"))
        .isSameAs(CellType.NOT_OF_TYPE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.23",
        "12.34",
        "1234.567",
        "1..234",
        ".234",
        "1.234.",
        "1,2,3",
        "1,234.5",
        "12.3456",
        ",",
        "",
        "NaN",
        "1d",
        "0x1",
        "--1",
        "1 234",
        "١",
        "1.2345"
      })
  void refusesAMarkInAnyOtherPlace(String text) {
    assertThat(read(',', '.', FieldType.NUMBER, text)).isSameAs(CellType.NOT_OF_TYPE);
  }

  @Test
  void anIntegerHasNoDecimals() {
    assertThat(read(',', '.', FieldType.INTEGER, "1.234")).isEqualTo(1234);
    assertThat(read(',', '.', FieldType.INTEGER, "1.234,5")).isSameAs(CellType.NOT_OF_TYPE);
  }

  @Test
  void readsBackWhatIsWrittenInGroups() {
    for (int value = 0; value < 10_000_000; value += 4321) {
      String written = String.format(Locale.GERMANY, "%,d", value);
      assertThat(read(',', '.', FieldType.INTEGER, written)).isEqualTo(value);
    }
  }
}
