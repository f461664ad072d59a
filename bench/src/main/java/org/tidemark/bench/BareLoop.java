package org.tidemark.bench;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.tidemark.stats.PopulationHazard;

/**
 * The peer of the survival kernel: one thread, arrays, doubles, the four sums of the Pohar Perme
 * estimator by day, the hazard looked up once a cell. No accounting, no exactness, no strata.
 */
final class BareLoop {
  private final int[] sex;
  private final int[] age;
  private final int[] day;
  private final int[] time;
  private final PopulationHazard hazard;
  private final int horizon;
  private double[] last = new double[0];

  private BareLoop(
      int[] sex, int[] age, int[] day, int[] time, PopulationHazard hazard, int horizon) {
    this.sex = sex;
    this.age = age;
    this.day = day;
    this.time = time;
    this.hazard = hazard;
    this.horizon = horizon;
  }

  static BareLoop of(Dataset<Row> cases, PopulationHazard hazard, int horizon) {
    List<Row> rows =
        cases
            .where("survival_exclusion IS NULL")
            .selectExpr("CAST(sex AS INT)", "age_in_days", "diagnosis_day", "follow_up_days")
            .collectAsList();
    int[][] columns = new int[4][rows.size()];
    for (int i = 0; i < rows.size(); i++) {
      for (int c = 0; c < 4; c++) {
        columns[c][i] = rows.get(i).getInt(c);
      }
    }
    return new BareLoop(columns[0], columns[1], columns[2], columns[3], hazard, horizon);
  }

  int persons() {
    return sex.length;
  }

  long personDays() {
    long days = 0;
    for (int t : time) {
      days += Math.min(t, horizon);
    }
    return days;
  }

  void run() {
    double[] sums = new double[4 * (horizon + 1)];
    for (int i = 0; i < sex.length; i++) {
      walk(i, Math.min(time[i], horizon), sums);
    }
    last = sums;
  }

  /** Keeps the result alive, so that the loop is not optimised away. */
  double check() {
    return last[4];
  }

  private void walk(int i, int end, double[] sums) {
    double weight = 1;
    int t = 0;
    while (t < end) {
      double lambda = hazard.at(sex[i], age[i] + t, day[i] + t);
      double growth = Math.exp(lambda);
      int next = Math.min(end, t + runLength(i, t));
      for (int at = 4 * (t + 1); t < next; t++, at += 4) {
        sums[at] += weight;
        sums[at + 1] += lambda * weight;
        weight *= growth;
        sums[at + 2] += weight;
        sums[at + 3] += lambda * weight;
      }
    }
  }

  /** Days until the next birthday or new year, whichever is first. */
  private int runLength(int i, int t) {
    int position = age[i] + t;
    int years = (int) (position / PopulationHazard.DAYS_IN_YEAR);
    int birthday = (int) Math.ceil((years + 1) * PopulationHazard.DAYS_IN_YEAR) - position;
    java.time.LocalDate date = java.time.LocalDate.ofEpochDay(day[i] + t);
    int newYear = date.lengthOfYear() - date.getDayOfYear() + 1;
    return Math.max(1, Math.min(birthday, newYear));
  }
}
