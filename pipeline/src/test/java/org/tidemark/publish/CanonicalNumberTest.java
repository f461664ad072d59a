package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CanonicalNumberTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "-2.50, -2.5",
    "100, 100",
    "0.1, 0.1",
    "0.30000000000000004, 0.3",
    "123456789012.4, 123456789012",
    "1234567890125, 1234567890120",
    "1234567890135, 1234567890140",
    "999999999999.9, 1000000000000",
    "999999999999999, 1e15",
    "123456789012345, 123456789012000",
    "1e15, 1e15",
    "-1.5e15, -1.5e15",
    "1.7976931348623157e308, 1.79769313486e308",
    "1e-7, 0.0000001",
    "0.00000009999999999999999, 0.0000001",
    "9.9999e-8, 9.9999e-8",
    "4.9e-324, 4.94065645841e-324",
  })
  void writesOneFormOnly(double value, String text) {
    assertThat(CanonicalNumber.of(value).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void refusesWhatIsNoFigure(double value) {
    assertThatIllegalArgumentException().isThrownBy(() -> CanonicalNumber.of(value).text());
  }

  @Test
  void roundedNumberReadsBackAsItself() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        double rounded = CanonicalNumber.of(value).value();
        assertThat(CanonicalNumber.of(rounded).text()).isEqualTo(CanonicalNumber.of(value).text());
        assertThat(new BigDecimal(CanonicalNumber.of(value).text()))
            .isEqualByComparingTo(new BigDecimal(value).round(new MathContext(12)));
      }
    }
  }
}
