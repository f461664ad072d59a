package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.tidemark.model.AgeGroup;
import org.tidemark.stats.AgeSpecificCounts;
import org.tidemark.tally.RatioStrata;

/** The age-specific rates of a reference population, of one cancer and sex. */
final class ReferenceRates {
  private static final double PER = 100_000;
  private static final int WIDTH = 5;

  private final Row[] bands = new Row[AgeGroup.COUNT];
  private int open = AgeGroup.COUNT;

  private ReferenceRates(List<Row> rows) {
    for (Row row : rows) {
      int group = row.<Integer>getAs("age_lower") / WIDTH;
      bands[group] = row;
      if (row.isNullAt(row.fieldIndex("age_upper"))) {
        open = group;
      }
    }
  }

  /** The rates joined to a row; empty where the reference has none of its cancer and sex. */
  static Optional<ReferenceRates> of(Row row) {
    int at = row.fieldIndex(RatioStrata.REFERENCE);
    return row.isNullAt(at) ? Optional.empty() : Optional.of(new ReferenceRates(row.getList(at)));
  }

  /**
   * What is expected of a population at these rates.
   *
   * @param last the last age group to count
   * @return person-years and rates per person-year by age group, or why there are none
   */
  Expected over(AgeSpecificCounts counts, int last) {
    int until = Math.min(last, counts.openGroup());
    if (until == counts.openGroup() && open > until) {
      return Expected.none("the reference's last age group begins after the population's");
    }
    List<Double> years = new ArrayList<>();
    List<Double> rates = new ArrayList<>();
    for (int g = 0; g <= until; g++) {
      Row band = bands[Math.min(g, open)];
      if (counts.personYears(g) > 0) {
        if (band == null || band.isNullAt(band.fieldIndex("rate"))) {
          return Expected.none("the reference has no rate of age " + g * WIDTH);
        }
        years.add(counts.personYears(g));
        rates.add(band.<Double>getAs("rate") / PER);
      }
    }
    return new Expected(array(years), array(rates), "");
  }

  /** The band of rates that registries report in an age group; empty where none is known. */
  Optional<double[]> band(int group) {
    Row band = bands[group];
    if (band == null
        || band.isNullAt(band.fieldIndex("rate_lower"))
        || band.isNullAt(band.fieldIndex("rate_upper"))) {
      return Optional.empty();
    }
    return Optional.of(
        new double[] {band.<Double>getAs("rate_lower"), band.<Double>getAs("rate_upper")});
  }

  /**
   * Person-years and rates of the same age groups.
   *
   * @param hindrance why there are none; else empty
   */
  record Expected(double[] personYears, double[] rates, String hindrance) {
    static Expected none(String why) {
      return new Expected(new double[0], new double[0], why);
    }
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
