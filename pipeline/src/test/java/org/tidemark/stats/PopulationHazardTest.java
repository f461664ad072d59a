package org.tidemark.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.Serializable;
import org.junit.jupiter.api.Test;

class PopulationHazardTest {
  private static final double[] AGES = {0, 365.241, 730.482};
  private static final int[] DAYS = {-100, 265, 270};

  @Test
  void aCellBeginsAtTheFirstWholeDayAfterItsCut() {
    PopulationHazard hazard = PopulationHazard.nearest(AGES, DAYS, numbered());
    assertThat(hazard.at(1, 365, 0)).isEqualTo(0.01);
    assertThat(hazard.at(1, 366, 0)).isEqualTo(0.02);
    assertThat(hazard.at(1, 366, 264)).isEqualTo(0.02);
    assertThat(hazard.at(1, 366, 265)).isEqualTo(0.021);
    assertThat(hazard.at(2, 731, 270)).isEqualTo(0.132);
  }

  @Test
  void beyondTheEdgesTheNearestRowHolds() {
    PopulationHazard hazard = PopulationHazard.nearest(AGES, DAYS, numbered());
    assertThat(hazard.at(1, 0, -5000)).isEqualTo(0.01);
    assertThat(hazard.at(1, 50_000, 90_000)).isEqualTo(0.032);
  }

  @Test
  void aBoundedTableNamesTheEdgeAndNotTheValue() {
    PopulationHazard hazard =
        PopulationHazard.bounded(AGES, Integer.MAX_VALUE, DAYS, 635, numbered());
    assertThat(hazard.at(1, 9000, 634)).isEqualTo(0.032);
    assertThatThrownBy(() -> hazard.at(1, 9000, 635))
        .hasMessage("follow-up passes the last period of the population hazard");
    assertThatThrownBy(() -> hazard.at(1, 9000, -101))
        .hasMessage("date lies before the first period of the population hazard");
    SurvivalTally tally = SurvivalTally.empty(1000);
    tally.add(9000, 600, 35, true, hazard, 1);
    assertThatThrownBy(() -> tally.add(9000, 600, 36, true, hazard, 1))
        .hasMessageContaining("last period");
    assertThat(tally.cases()).isEqualTo(1);
  }

  @Test
  void aBoundedTableMayEndInAge() {
    PopulationHazard hazard = PopulationHazard.bounded(AGES, 1096, DAYS, 635, numbered());
    assertThat(hazard.at(1, 1095, 0)).isEqualTo(0.03);
    assertThatThrownBy(() -> hazard.at(1, 1096, 0)).hasMessageContaining("last age");
  }

  /** By fractional years a row begins at its very age, and a year ends with its last day. */
  @Test
  void askedByYearsACellBeginsAtItsCut() {
    int[] newYears = {day("1999-01-01"), day("2000-01-01"), day("2001-01-01")};
    double[][][] perDay = {{{1e-3, 2e-3, 3e-3}, {4e-3, 5e-3, 6e-3}}};
    PieceHazard hazard =
        PopulationHazard.nearest(new double[] {0, 365.241}, newYears, perDay).byYears();
    assertThat(hazard.perYear(1, 0.9999, 1999.5)).isCloseTo(0.365241, within(1e-12));
    assertThat(hazard.perYear(1, 1, 1999.5)).isCloseTo(1.460964, within(1e-12));
    assertThat(hazard.perYear(1, 0, 1999.9999)).isCloseTo(0.365241, within(1e-12));
    assertThat(hazard.perYear(1, 0, 2000)).isCloseTo(0.730482, within(1e-12));
    assertThat(hazard.perYear(1, 0, 2000.9999)).isCloseTo(0.730482, within(1e-12));
  }

  @Test
  void anAgeCountsEachYearByItsOwnLength() {
    assertThat(FractionalYear.age(day("1950-03-01"), day("2001-03-01"))).isEqualTo(51);
    assertThat(FractionalYear.age(day("1952-05-27"), day("1994-02-03")))
        .isCloseTo(41 + 1 - 147.0 / 366 + 33.0 / 365, within(1e-12));
    assertThat(FractionalYear.of(day("2000-12-31")))
        .isCloseTo(2000 + 365 / 365.242199, within(1e-12));
  }

  private static int day(String date) {
    return (int) java.time.LocalDate.parse(date).toEpochDay();
  }

  @Test
  void theYearlyProbabilityComesBack() {
    double hazard = PopulationHazard.perDay(0.14939);
    assertThat(hazard).isCloseTo(4.42999388963638e-4, within(1e-17));
    assertThatThrownBy(() -> PopulationHazard.perDay(1)).hasMessageContaining("below 1");
  }

  @Test
  void aCopySentElsewhereIsTheSame() throws IOException, ClassNotFoundException {
    PopulationHazard hazard = PopulationHazard.nearest(AGES, DAYS, numbered());
    SurvivalTally tally = SurvivalTally.empty(500);
    tally.add(100, 200, 400, true, hazard, 2);
    SurvivalTally other = SurvivalTally.empty(500);
    other.add(100, 200, 400, true, copy(hazard), 2);
    assertThat(copy(tally)).isEqualTo(other);
  }

  @SuppressWarnings("unchecked")
  private static <T extends Serializable> T copy(T original)
      throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return (T) in.readObject();
    }
  }

  @Test
  void tablesAreChecked() {
    assertThatThrownBy(() -> PopulationHazard.nearest(AGES, new int[] {5, 5}, numbered()))
        .hasMessageContaining("calendar cuts");
    assertThatThrownBy(() -> PopulationHazard.nearest(new double[] {0, 1}, DAYS, numbered()))
        .hasMessageContaining("every age row");
    double[][][] infinite = numbered();
    infinite[1][2][2] = Double.POSITIVE_INFINITY;
    assertThatThrownBy(() -> PopulationHazard.nearest(AGES, DAYS, infinite))
        .hasMessageContaining("between 0 and 1");
  }

  /** Hazards that show their place: 0.1 a second sex, 0.01 an age row, 0.001 a period. */
  private static double[][][] numbered() {
    double[][][] hazard = new double[2][AGES.length][DAYS.length];
    for (int sex = 0; sex < 2; sex++) {
      for (int age = 0; age < AGES.length; age++) {
        for (int day = 0; day < DAYS.length; day++) {
          hazard[sex][age][day] = (100 * sex + 10 * (age + 1) + day) / 1000.0;
        }
      }
    }
    return hazard;
  }
}
