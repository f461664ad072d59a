package org.tidemark.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DigitScriptTest {
  @ParameterizedTest
  @CsvSource({
    "ARABIC_INDIC, ٠١٢٣٤٥٦٧٨٩",
    "EXTENDED_ARABIC_INDIC, ۰۱۲۳۴۵۶۷۸۹",
    "DEVANAGARI, ०१२३४५६७८९",
    "BENGALI, ০১২৩৪৫৬৭৮৯",
    "THAI, ๐๑๒๓๔๕๖๗๘๙"
  })
  void areTenInARow(DigitScript script, String digits) {
    assertThat(DigitScript.plain(digits, Set.of(script))).isEqualTo("0123456789");
    assertThat(DigitScript.plain("a" + digits + "-1", Set.of(script))).isEqualTo("a0123456789-1");
  }

  @ParameterizedTest
  @EnumSource
  void areReadOnlyWhereNamed(DigitScript script) {
    Set<DigitScript> others = EnumSet.complementOf(EnumSet.of(script));
    for (char c = 0x600; c < 0xE80; c++) {
      boolean digit = DigitScript.plain("" + c, Set.of(script)).matches("[0-9]");
      assertThat(digit).isEqualTo(Character.isDigit(c) && sameRow(script, c));
      assertThat(DigitScript.plain("" + c, others).matches("[0-9]") && digit).isFalse();
    }
    assertThat(DigitScript.of(script.written())).isSameAs(script);
  }

  @Test
  void marksOfDirectionSayNothing() {
    assertThat(DigitScript.plain("\u200F٢٠١٩\u200E", Set.of(DigitScript.ARABIC_INDIC)))
        .isEqualTo("2019");
    assertThat(DigitScript.plain("\u200F2019", Set.of())).isEqualTo("\u200F2019");
  }

  @Test
  void aTextWithoutThemIsItself() {
    String text = "2019-07-03";
    assertThat(DigitScript.plain(text, EnumSet.allOf(DigitScript.class))).isSameAs(text);
  }

  private static boolean sameRow(DigitScript script, char c) {
    return DigitScript.plain("" + (char) (c - Character.digit(c, 10)), Set.of(script)).equals("0");
  }
}
