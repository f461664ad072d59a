package org.tidemark.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.expressions.GenericRowWithSchema;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.tidemark.model.AgeGroup;
import org.tidemark.tally.CaseCells;
import org.tidemark.tally.IncidenceStrata;
import org.tidemark.tally.PopulationCells;
import scala.jdk.javaapi.CollectionConverters;

/** Rows as the tally gives them, made without a run. */
final class Strata {
  private static final StructType STRATUM =
      schema(
          "area",
          "cancer",
          "sex",
          "year",
          IncidenceStrata.PERIOD,
          CaseCells.CASES,
          IncidenceStrata.UNCOVERED,
          PopulationCells.PERSON_YEARS,
          PopulationCells.OPEN,
          IncidenceStrata.WIDEST,
          PopulationCells.ASSUMED,
          PopulationCells.MISSING);

  private Strata() {}

  private static StructType schema(String... names) {
    return DataTypes.createStructType(
        Arrays.stream(names)
            .map(n -> DataTypes.createStructField(n, DataTypes.StringType, true))
            .toArray(StructField[]::new));
  }

  /** A list in the form in which Spark's rows hold it. */
  private static Object stored(List<?> list) {
    return CollectionConverters.asScala(list).toSeq();
  }

  /** A row of any columns: name, value and so on. */
  static Row row(Object... pairs) {
    String[] names = new String[pairs.length / 2];
    Object[] values = new Object[names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = (String) pairs[2 * i];
      Object value = pairs[2 * i + 1];
      values[i] = value instanceof List<?> list ? stored(list) : value;
    }
    return new GenericRowWithSchema(values, schema(names));
  }

  /** A stratum of which every age group has the same cases and person-years, up to an open one. */
  static Row stratum(String area, String sex, String year, long cases, double years, int open) {
    long[] counts = new long[AgeGroup.COUNT];
    double[] persons = new double[AgeGroup.COUNT];
    Arrays.fill(counts, 0, AgeGroup.COUNT, cases);
    Arrays.fill(persons, 0, open + 1, years);
    return stratum(area, sex, year, counts, 0, persons, open);
  }

  static Row stratum(
      String area, String sex, String year, long[] cases, long unknown, double[] years, int open) {
    List<Long> all = new ArrayList<>();
    Arrays.stream(cases).forEach(all::add);
    all.add(unknown);
    List<Double> persons = new ArrayList<>();
    Arrays.stream(years).forEach(persons::add);
    return new GenericRowWithSchema(
        new Object[] {
          area, "C50", sex, year, year, stored(all), false, stored(persons), open, open, 0, null
        },
        STRATUM);
  }

  /** A stratum without any population. */
  static Row unpopulated(String area, String sex, String year, long cases) {
    List<Long> all = new ArrayList<>();
    for (int i = 0; i <= AgeGroup.COUNT; i++) {
      all.add(i == AgeGroup.COUNT ? 0 : cases);
    }
    return new GenericRowWithSchema(
        new Object[] {
          area, "C50", sex, year, year, stored(all), true, null, null, null, null, null
        },
        STRATUM);
  }
}
