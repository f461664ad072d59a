package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A person on the way between tasks")
class FollowedTest {

  @ParameterizedTest
  @CsvSource({
    "1, 20000, 12000, 400, true, 2002, 1, false, -8000",
    "2, 0, -3, 1, false, 1969, 0, true, -2147483648",
    "1, 40000, 19000, 30000, true, 2022, 2, false, 1",
    "2, 1, 0, 0, true, 1970, 0, true, 0"
  })
  void isReadAsItWasWritten(
      int sex,
      int age,
      int diagnosis,
      int followUp,
      boolean died,
      int year,
      int cause,
      boolean lost,
      int birth) {
    Followed person = new Followed(sex, age, diagnosis, followUp, died, year, cause, lost, birth);
    int[] numbers = new int[3 + Followed.NUMBERS];
    person.write(numbers, 2);
    assertThat(Followed.read(numbers, 2)).isEqualTo(person);
    assertThat(numbers[1]).isZero();
    assertThat(numbers[2 + Followed.NUMBERS]).isZero();
  }
}
