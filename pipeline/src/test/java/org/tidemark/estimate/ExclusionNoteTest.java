package org.tidemark.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ExclusionNoteTest {
  @Test
  void whereEveryCaseEnteredNothingIsSaid() {
    assertThat(ExclusionNote.of(Map.of(), 0)).isEmpty();
    assertThat(ExclusionNote.of(Map.of(), 5)).isEmpty();
  }

  @Test
  void withoutAThresholdEveryCountIsTold() {
    assertThat(ExclusionNote.of(Map.of("zero-follow-up", 1L), 0))
        .isEqualTo("not included: 1 zero-follow-up");
  }

  @Test
  void forProgramsTheSameIsAListWithoutTheCountsThatAreNotTold() {
    Map<String, Long> reasons = new java.util.TreeMap<>(Map.of("autopsy", 4L, "no-follow-up", 5L));
    assertThat(ExclusionNote.listed(reasons, 0)).isEqualTo("autopsy:4;no-follow-up:5");
    assertThat(ExclusionNote.listed(reasons, 5)).isEqualTo("autopsy:;no-follow-up:5");
    assertThat(ExclusionNote.listed(Map.of(), 5)).isEmpty();
  }

  @Test
  void aCountBelowTheThresholdIsToldAsThat() {
    assertThat(ExclusionNote.of(Map.of("zero-follow-up", 4L), 5))
        .isEqualTo("not included: fewer than 5 zero-follow-up");
    assertThat(ExclusionNote.of(Map.of("zero-follow-up", 5L), 5))
        .isEqualTo("not included: 5 zero-follow-up");
  }
}
