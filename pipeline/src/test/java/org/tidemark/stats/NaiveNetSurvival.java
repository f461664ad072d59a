package org.tidemark.stats;

import java.util.List;

/** The Pohar Perme estimator as its definition reads: person by person, day by day, in doubles. */
final class NaiveNetSurvival {
  private NaiveNetSurvival() {}

  record Person(int sex, int age, int day, int entry, int time, boolean died) {
    void addTo(SurvivalTally tally, PopulationHazard hazard) {
      tally.addLate(age, day, entry, time, died, hazard, sex);
    }
  }

  /** Survival and squared error of its logarithm after a number of days. */
  static double[] at(
      List<Person> persons, PopulationHazard hazard, int days, PoharPerme.Transform transform) {
    double[] expected = new double[persons.size()];
    java.util.Arrays.fill(expected, 1);
    double survival = 1;
    double variance = 0;
    for (int t = 1; t <= days; t++) {
      double[] s = step(persons, hazard, expected, t);
      double excess = s[5] == 0 ? 0 : s[4] / s[3] - (s[0] / s[1] + s[2] / s[3]) / 2;
      survival *= transform == PoharPerme.Transform.KAPLAN_MEIER ? 1 - excess : Math.exp(-excess);
      variance += s[5] == 0 ? 0 : s[6] / (s[3] * s[3]);
    }
    return new double[] {survival, variance};
  }

  /** A0, B0, A1, B1, deaths' 1/S, number at risk, deaths' 1/S squared. */
  private static double[] step(
      List<Person> persons, PopulationHazard hazard, double[] expected, int t) {
    double[] s = new double[7];
    for (int i = 0; i < persons.size(); i++) {
      Person p = persons.get(i);
      double lambda = hazard.at(p.sex, p.age + t - 1, p.day + t - 1);
      double before = expected[i];
      expected[i] *= Math.exp(-lambda);
      if (p.entry < t && t <= p.time) {
        s[0] += lambda / before;
        s[1] += 1 / before;
        s[2] += lambda / expected[i];
        s[3] += 1 / expected[i];
        s[4] += p.died && t == p.time ? 1 / expected[i] : 0;
        s[5]++;
        s[6] += p.died && t == p.time ? 1 / (expected[i] * expected[i]) : 0;
      }
    }
    return s;
  }
}
