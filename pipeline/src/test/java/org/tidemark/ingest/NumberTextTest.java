package org.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumberTextTest {
  @ParameterizedTest
  @CsvSource({
    "5.0,5",
    "5,5",
    "-2.50,-2.5",
    "1E3,1000",
    "1.0E10,10000000000",
    "0.000,0",
    "1e-3,0.001",
    "1e1000000000,1e1000000000",
    "1e-1000000000,1e-1000000000",
    "NaN,NaN",
    "Infinity,Infinity",
    "12345678901234567890,12345678901234567890"
  })
  void isTheShortestPlainText(String number, String text) {
    assertThat(NumberText.of(number)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.1000000000000000055,0.1", "43831,43831", "1.1E-5,0.000011", "12.25,12.25"})
  void aBinaryNumberIsWhatItsSenderTyped(BigDecimal number, String text) {
    assertThat(NumberText.ofDouble(number)).isEqualTo(text);
  }
}
