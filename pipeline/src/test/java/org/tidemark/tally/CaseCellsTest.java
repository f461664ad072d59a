package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Programme;
import org.tidemark.derive.Classification;
import org.tidemark.derive.Groupings;
import org.tidemark.testing.SparkSessionExtension;

@DisplayName("Cells of cases are counts that add up")
@ExtendWith(SparkSessionExtension.class)
class CaseCellsTest {
  private static final Classification CI5 =
      Groupings.of(
          CatalogueReader.read(Optional.empty()), List.of("ci5"), Programme.Coding.STANDARD);

  private final Map<String, long[]> expected = new TreeMap<>();

  /** Tumours of many kinds, counted while they are made. */
  private Tumours tumours() {
    Tumours tumours = Tumours.none();
    UniformRandomProvider random = RandomSource.XO_SHI_RO_256_PP.create(5L);
    List<String> areas = List.of("North", "South with a long name", "");
    List<String> dates = List.of("2010-03-01", "2011-07", "2012");
    for (int i = 0; i < 3_000; i++) {
      String area = areas.get(random.nextInt(3));
      String sex = String.valueOf(1 + random.nextInt(2));
      String date = dates.get(random.nextInt(3));
      String behaviour = random.nextInt(5) == 0 ? "2" : "3";
      int age = random.nextInt(100);
      Object sent = age < 90 ? age : "";
      tumours.and(
          1, "area", area, "sex", sex, "incidence_date", date, "behaviour", behaviour, "age", sent);
      if (behaviour.equals("3")) {
        String key = area + "|" + sex + "|" + date.substring(0, 4);
        int group = age >= 90 ? 18 : Math.min(age / 5, 17);
        expected.computeIfAbsent(key, k -> new long[CaseCells.AGES])[group]++;
      }
    }
    return tumours;
  }

  private static Map<String, long[]> counted(Dataset<Row> cells, String grouping, String cancer) {
    Map<String, long[]> counts = new TreeMap<>();
    for (Row row : cells.collectAsList()) {
      if (row.getAs("grouping").equals(grouping) && row.getAs("cancer").equals(cancer)) {
        List<Long> ages = row.getList(row.fieldIndex(CaseCells.CASES));
        String key = row.getAs("area") + "|" + row.getAs("sex") + "|" + row.getAs("year");
        assertThat(counts.put(key, ages.stream().mapToLong(n -> n).toArray())).isNull();
      }
    }
    return counts;
  }

  @Test
  void eachMalignantTumourIsInOneCellOfAllCancers(SparkSession spark) {
    Dataset<Row> cells = CaseCells.of(tumours().cases(spark, 3), CI5, true);
    assertThat(counted(cells, "", "")).usingRecursiveComparison().isEqualTo(expected);
    // All of them are of the colon, which is one group.
    assertThat(counted(cells, "ci5", "C18")).usingRecursiveComparison().isEqualTo(expected);
  }

  @Test
  void partitionsAndQualityChangeNoCount(SparkSession spark) {
    Tumours tumours = tumours();
    Map<String, long[]> one = counted(CaseCells.of(tumours.cases(spark, 1), CI5, true), "", "");
    Dataset<Row> many = CaseCells.of(tumours.cases(spark, 7), CI5, false);
    assertThat(counted(many, "", "")).usingRecursiveComparison().isEqualTo(one);
    assertThat(many.columns()).endsWith(CaseCells.CASES);
  }

  @Test
  void anAgeFollowsFromDatesWhereNoneWasSent(SparkSession spark) {
    Tumours tumours =
        Tumours.none()
            .and(2, "age", "", "birth_date", "1950-03-02", "incidence_date", "2010-03-01")
            .and(3, "age", "", "birth_date", "1950-03-01", "incidence_date", "2010-03-01")
            .and(4, "age", "", "birth_date", "1950-03", "incidence_date", "2010-03-01")
            .and(5, "age", "", "age_days", 7305, "birth_date", "1950-03-01");
    long[] ages =
        counted(CaseCells.of(tumours.cases(spark, 1), CI5, false), "", "").get("North|1|2010");
    assertThat(ages[11]).as("59 years, a day before the birthday").isEqualTo(2);
    assertThat(ages[12]).as("60 years").isEqualTo(3);
    assertThat(ages[18]).as("a month of birth alone").isEqualTo(4);
    assertThat(ages[4]).as("the age in days goes first").isEqualTo(5);
  }
}
