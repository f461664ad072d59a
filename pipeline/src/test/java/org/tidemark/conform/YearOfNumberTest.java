package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.FieldType;

@DisplayName("Of a registration number the year alone is read")
class YearOfNumberTest {
  @Test
  void theYearOfFourDigitsAndASeriesOfFour() {
    assertThat(YearOfNumber.year("20190001")).isEqualTo("2019");
    assertThat(YearOfNumber.year(" 19991234 ")).isEqualTo("1999");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "2019", "00000001", "201900010101", "2019-0001", "19490001", "AB190001"})
  void anyOtherFormSaysNothing(String number) {
    assertThat(YearOfNumber.year(number)).isNull();
    assertThat(YearOfNumber.year(null)).isNull();
  }

  @Test
  void numbersOfOneYearAreOneValueSoThatNoneCanBeTriedAgainstAHash() {
    Cell cell =
        Cell.input("number", FieldType.STRING, 0, Records.mapping(Optional.empty(), Map.of()));
    FieldReader reader = new YearOfNumber(cell).reader();
    FieldReader.Value one = reader.read(new String[] {"20190001"});
    assertThat(reader.read(new String[] {"20190002"})).isEqualTo(one);
    assertThat(reader.read(new String[] {"20200001"}).low()).isNotEqualTo(one.low());
  }
}
