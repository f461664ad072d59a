package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TnmTest {
  @ParameterizedTest
  @CsvSource({
    "T2N1M0, 2, 1, 0",
    "t2 n1 m0, 2, 1, 0",
    "pT1c pN1mi cM0, 1C, 1MI, 0",
    "pT1cpN1miM0, 1C, 1MI, 0",
    "'T2,N1,M0', 2, 1, 0",
    "Tis N0, IS, 0, ''",
    "TisN0M0, IS, 0, 0",
    "TaN0M0, A, 0, 0",
    "T1b1 N0 M0, 1B1, 0, 0",
    "ypT0N0cM0, 0, 0, 0",
    "T4d N3c M1b, 4D, 3C, 1B",
    "T1mi N0(i+) M0, 1MI, 0, 0",
    "T2(m) N1(2/15) M0, 2, 1, 0",
    "TX NX MX, X, X, X",
    "M1, '', '', 1",
    // a c before M is the clinical prefix of M
    "pT2N1cM0, 2, 1, 0",
    // pathological before clinical, and any metastasis
    "cT2 pT3 cN0 pN1 M0, 3, 1, 0",
    "pT3 cT2, 3, '', ''",
    "T2 N0 M0 pM1, 2, 0, 1",
    "pM1 T2 N0 cM0, 2, 0, 1"
  })
  void takesTheCategoriesOutOfAText(String text, String t, String n, String m) {
    assertThat(Tnm.read(text)).contains(new Tnm(t, n, m));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "M0", "T5", "T2N4", "TNM", "stage II", "tan", "CANCER", "A", "NO"})
  void takesNothingOutOfWhatNamesNone(String text) {
    assertThat(Tnm.read(text)).isEmpty();
  }

  @Test
  void everyCombinationIsReadBackFromOneWordAndFromThree() {
    List<String> prefixes = List.of("", "c", "p", "yp");
    for (String t : List.of("X", "0", "IS", "1", "1A", "1B2", "2", "3", "4", "4D")) {
      for (String n : List.of("X", "0", "1", "1A", "1MI", "2", "3B")) {
        for (String m : List.of("X", "0", "1", "1A")) {
          for (String prefix : prefixes) {
            Tnm expected = new Tnm(t, n, m);
            String apart = "%1$sT%2$s %1$sN%3$s %1$sM%4$s".formatted(prefix, t, n, m);
            assertThat(Tnm.read(apart)).contains(expected);
            assertThat(Tnm.read("T%sN%sM%s".formatted(t, n, m))).contains(expected);
            assertThat(Tnm.of(prefix + "T" + t, n, "m" + m)).isEqualTo(expected);
          }
        }
      }
    }
  }
}
