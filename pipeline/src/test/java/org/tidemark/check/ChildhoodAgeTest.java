package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.coding.ChildhoodGroups;

/** The ages at which a childhood tumour is unlikely, over every code that its group holds. */
@DisplayName("Childhood tumours")
class ChildhoodAgeTest {
  private static final ChildhoodGroups GROUPS =
      ChildhoodGroups.of(Grid.CATALOGUE.codes().get("iccc3").rows());
  private static final Grid CHECK = Grid.of("CHILDHOOD-AGE");

  @ParameterizedTest(name = "{0} from {1} to {2}")
  @CsvSource({
    "021, 0, 2", "041, 10, 14", "050, 6, 14", "061, 9, 14", "062, 0, 8", "071, 6, 14",
    "072, 0, 8", "081, 0, 5", "082, 0, 5", "083, 0, 3", "102, 8, 14", "104, 0, 14",
    "112, 0, 5", "113, 0, 5", "115, 0, 4", "116, 0, 4"
  })
  void isUnlikelyAtTheseAgesAndAtNoOthers(String group, int from, int to) {
    int seen = 0;
    for (String topography : Grid.TOPOGRAPHIES) {
      for (int morphology : Grid.MORPHOLOGIES) {
        if (group.equals(GROUPS.of(topography, "" + morphology, "3").code())) {
          seen++;
          for (int age = 0; age <= 20; age++) {
            assertThat(CHECK.fails(topography, morphology, 1, age, 3, null, null))
                .as("%s %d at %d", topography, morphology, age)
                .isEqualTo(age >= from && age <= to);
          }
        }
      }
    }
    assertThat(seen).isPositive();
  }

  @Test
  void mesotheliomasAreUnlikelyUnderFifteenAndOtherGroupsAreNotAsked() {
    Set<String> asked =
        Set.of(
            "021", "041", "050", "061", "062", "071", "072", "081", "082", "083", "102", "104",
            "112", "113", "115", "116");
    int wrong = 0;
    for (String topography : Grid.TOPOGRAPHIES) {
      for (int morphology : Grid.MORPHOLOGIES) {
        if (!asked.contains(GROUPS.of(topography, "" + morphology, "3").code())) {
          for (int age = 0; age <= 20; age++) {
            boolean expected = age < 15 && morphology >= 9050 && morphology <= 9055;
            wrong += CHECK.fails(topography, morphology, 1, age, 3, null, null) == expected ? 0 : 1;
          }
        }
      }
    }
    assertThat(wrong).isZero();
    assertThat(CHECK.fails("C384", 9050, 1, null, 3, null, null)).isFalse();
  }
}
