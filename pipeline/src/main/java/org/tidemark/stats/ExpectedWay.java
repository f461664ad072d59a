package org.tidemark.stats;

/**
 * The cumulative population hazard of one person, asked at times that increase: cells of the rate
 * table change at the exact birthday and at the first day of a period. Outside the table the
 * nearest row holds.
 */
final class ExpectedWay {
  private final PopulationHazard table;
  private final int sex;
  private final int age;
  private final int day;
  private int row;
  private int period;
  private double at;
  private double cumulative;

  ExpectedWay(PopulationHazard table, int sex, int ageDays, int day) {
    this.table = table;
    this.sex = sex;
    this.age = ageDays;
    this.day = day;
    this.row = table.ageRow(ageDays);
    this.period = table.period(day);
  }

  /** The hazard cumulated from diagnosis to a time, in days, not before the last one asked. */
  double cumulativeTo(double time) {
    while (at < time) {
      double birthday = table.ageRowEnd(row) - table.lead(Math.min(row + 1, table.lastRow())) - age;
      double newYear = (double) table.periodEnd(period) - day;
      double end = Math.min(time, Math.min(birthday, newYear));
      cumulative += (end - at) * table.hazard(table.cell(sex, row, period));
      at = end;
      row += end == birthday ? 1 : 0;
      period += end == newYear ? 1 : 0;
    }
    return cumulative;
  }
}
