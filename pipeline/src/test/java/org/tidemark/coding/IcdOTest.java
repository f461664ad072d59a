package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IcdOTest {
  private static final IcdO LATEST = IcdO.of(Codes.all(), "ICD-O-3.2");

  @ParameterizedTest
  @CsvSource({
    // one of the fifty codes that came with ICD-O-3.2
    "8256, false, false, true",
    "9749, false, false, true",
    // codes for lymphoid leukaemias of the WHO classification of 2008
    "9811, false, true, true",
    "9724, false, true, true",
    // codes of the third edition
    "8500, true, true, true",
    "9989, true, true, true",
    // never given, and given up
    "8999, false, false, false",
    "9730, false, false, false"
  })
  void knowsTheMorphologiesOfEachEdition(
      String morphology, boolean first, boolean second, boolean third) {
    assertThat(IcdO.of(Codes.all(), "ICD-O-3").hasMorphology(morphology)).isEqualTo(first);
    assertThat(IcdO.of(Codes.all(), "ICD-O-3.1").hasMorphology(morphology)).isEqualTo(second);
    assertThat(LATEST.hasMorphology(morphology)).isEqualTo(third);
  }

  @Test
  void hasTheCodesOfTheListsAndNoOthers() {
    assertThat(IntStream.range(8000, 10000))
        .filteredOn(code -> LATEST.hasMorphology(Integer.toString(code)))
        .hasSize(857);
    assertThat(IntStream.range(0, 1000))
        .filteredOn(code -> LATEST.hasTopography("C%03d".formatted(code)))
        .hasSize(330);
    assertThat(Codes.rows("morphology_added").stream().filter(IcdOTest::latest)).hasSize(50);
    assertThat(LATEST.hasTopography("C141")).isFalse();
    assertThat(LATEST.hasTopography("C50")).isFalse();
    assertThat(LATEST.hasTopography(null)).isFalse();
  }

  @Test
  void aPairIsListedRareOrOfNoMorphology() {
    List<Map<String, String>> pairs = Codes.rows("morphology_behaviour");
    assertThat(pairs)
        .allSatisfy(
            row ->
                assertThat(LATEST.pair(row.get("code"), row.get("behaviour")))
                    .isEqualTo(
                        row.get("status").equals("listed") ? IcdO.Pair.LISTED : IcdO.Pair.RARE));
    assertThat(LATEST.pair("8500", "7")).isEqualTo(IcdO.Pair.RARE);
    assertThat(LATEST.pair("8500", null)).isEqualTo(IcdO.Pair.RARE);
    assertThat(LATEST.pair("8999", "3")).isEqualTo(IcdO.Pair.UNKNOWN);
    assertThat(LATEST.pair(null, "3")).isEqualTo(IcdO.Pair.UNKNOWN);
  }

  private static boolean latest(Map<String, String> row) {
    return row.get("edition").equals("ICD-O-3.2");
  }
}
