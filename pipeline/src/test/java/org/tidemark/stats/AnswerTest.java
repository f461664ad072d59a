package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;

class AnswerTest {
  @Test
  void aFigureIsCarriedOn() {
    Answer<Integer> two = Answer.given(2);
    assertThat(two.map(x -> x + 1).get()).isEqualTo(3);
    assertThat(two.shortfall()).isEmpty();
    assertThat(two.figure()).contains(2);
  }

  @Test
  void aShortfallIsCarriedOn() {
    Answer<Integer> none = Answer.insufficient(Shortfall.NO_CASES);
    assertThat(none.map(x -> x + 1).shortfall()).contains(Shortfall.NO_CASES);
    assertThat(none.figure()).isEmpty();
    assertThatThrownBy(none::get).isInstanceOf(NoSuchElementException.class).hasMessage("no cases");
  }

  @Test
  void anIntervalIsFiniteAndOrdered() {
    assertThatThrownBy(() -> new Interval(2, 1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Interval(0, Double.POSITIVE_INFINITY))
        .hasMessage("upper limit must be a finite number");
    assertThat(Interval.logNormal(1, 1e6).shortfall()).contains(Shortfall.TOO_UNCERTAIN);
    assertThat(new Interval(-1, 3).within(0, 2)).isEqualTo(new Interval(0, 2));
  }
}
