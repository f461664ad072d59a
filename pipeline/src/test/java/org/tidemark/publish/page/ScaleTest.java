package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {
  @Test
  void linearGoesFromEndToEnd() {
    Scale scale = Scale.linear(0, 100, 300, 20);
    assertThat(scale.at(0)).isEqualTo(300);
    assertThat(scale.at(100)).isEqualTo(20);
    assertThat(scale.at(25)).isEqualTo(230);
  }

  @Test
  void logWidensToWholePowersAndStepsEvenly() {
    Scale scale = Scale.log(8.4, 2438, 400, 0);
    assertThat(scale.powers()).containsExactly(1.0, 10.0, 100.0, 1000.0, 10000.0);
    assertThat(scale.at(1)).isEqualTo(400);
    assertThat(scale.at(10000)).isEqualTo(0);
    assertThat(scale.at(10) - scale.at(100)).isCloseTo(100, within(1e-9));
  }

  @Test
  void logOfOneValueStillHasLength() {
    assertThat(Scale.log(10, 10, 100, 0).powers()).containsExactly(10.0, 100.0);
    assertThat(Scale.log(0.03, 0.04, 100, 0).powers()).hasSize(2);
  }

  @Test
  void marksAreWrittenWithOneDecimalAtMost() {
    Canvas canvas =
        Canvas.blank().line("a", 0.04, 1.25, 10, 20.0).box("b", 1, 2, 3, 4).disc("c", 5, 5, 2);
    assertThat(canvas.marks())
        .extracting(Mark::path)
        .containsExactly("M0 1.3L10 20", "M1 2h3v4h-3Z", "M3 5a2 2 0 1 0 4 0a2 2 0 1 0 -4 0Z");
  }

  @Test
  void aLineOfOnePointIsNotDrawn() {
    assertThat(Canvas.blank().through("a", List.of(1.0, 2.0)).marks()).isEmpty();
    assertThat(Canvas.blank().through("a", List.of(1.0, 2.0, 3.0, 4.0)).marks().get(0).path())
        .isEqualTo("M1 2L3 4");
  }

  @Test
  void marksKnowWordsFromPaths() {
    Canvas canvas = Canvas.blank().text("t", 1, 2, "end", "word").triangle("a", 10, 10, 4);
    assertThat(canvas.marks()).extracting(Mark::isPath).containsExactly(false, true);
    assertThat(canvas.marks().get(0).anchor()).isEqualTo("end");
  }
}
