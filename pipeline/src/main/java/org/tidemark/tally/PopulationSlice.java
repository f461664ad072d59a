package org.tidemark.tally;

import org.tidemark.model.Refusal;
import org.tidemark.stats.PopulationByAge;

/**
 * The population of one area, sex and year.
 *
 * @param source the source that gave it, or the count next to it
 * @param area the area; empty for all
 * @param sex code of the sex
 * @param year calendar year
 * @param byAge persons by age group
 * @param assumed {@link PopulationAssumption}s, as bits
 */
public record PopulationSlice(
    String source, String area, String sex, int year, PopulationByAge byAge, int assumed) {

  /** The cell that is missing, by name; null where none is. */
  String missing() {
    return byAge.firstUnknown().isEmpty()
        ? null
        : "there is no population for area '%s', sex %s, year %d%s"
            .formatted(area, sex, year, ages());
  }

  private String ages() {
    boolean nothing = byAge.open() == PopulationByAge.NONE_OPEN && Double.isNaN(most());
    return nothing ? "" : ", ages " + byAge.firstUnknown().orElseThrow().label();
  }

  /** Not a number where no group has one. */
  private double most() {
    double most = Double.NaN;
    for (int g = 0; g < byAge.groups(); g++) {
      most = Double.isNaN(most) ? byAge.persons(g) : Math.max(most, byAge.persons(g));
    }
    return most;
  }

  /** The refusal of ages that cannot be brought to five-year groups. */
  static Refusal refusal(PopulationRow row, String what, String mend) {
    return Refusal.operator(
        "population of source " + row.source(),
        "area '%s', sex %s, year %d: %s".formatted(row.area(), row.sex(), row.year(), what),
        mend);
  }
}
