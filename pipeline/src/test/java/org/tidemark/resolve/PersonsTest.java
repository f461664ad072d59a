package org.tidemark.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.account.Findings;
import org.tidemark.account.StagedColumns;
import org.tidemark.testing.SparkSessionExtension;

/** Tumours brought together person by person, over files, registries and partitions. */
@ExtendWith(SparkSessionExtension.class)
@DisplayName("Persons")
class PersonsTest {
  private static final List<String> COLUMNS =
      Stream.of(
              StagedColumns.PLACE,
              List.of("registry_id", "tumour_id", "patient_id"),
              TumourRecord.FIELDS)
          .flatMap(List::stream)
          .toList();

  private final List<Row> rows = new ArrayList<>();

  private PersonsTest tumour(
      String source, String registry, String patient, String topography, String morphology) {
    Map<String, Object> cells =
        new TreeMap<>(
            Map.of(
                "source_id",
                source,
                "source_file",
                source + ".csv",
                "record_number",
                (long) rows.size() + 1,
                "registry_id",
                registry,
                "tumour_id",
                registry + rows.size(),
                "sex",
                "1",
                "behaviour",
                "3",
                "incidence_date",
                2000 + rows.size() % 20 + "-03-01",
                "topography",
                topography,
                "morphology",
                morphology));
    cells.put("patient_id", patient);
    rows.add(RowFactory.create(COLUMNS.stream().map(cells::get).toArray()));
    return this;
  }

  private Dataset<Row> tumours(SparkSession spark, int partitions) {
    StructType schema = new StructType();
    for (String column : COLUMNS) {
      schema =
          schema.add(
              column,
              column.equals(StagedColumns.RECORD) ? DataTypes.LongType : DataTypes.StringType);
    }
    return spark.createDataFrame(rows, schema).repartition(partitions);
  }

  private static Persons persons(Map<String, String> spaces) {
    return Persons.of(
        spaces, new Persons.Rules(Person.rules(), Person.precedence(), Map.of(), Decisions.NONE));
  }

  private List<Row> histories(SparkSession spark, Map<String, String> spaces, int partitions) {
    String before = spark.conf().get("spark.sql.shuffle.partitions");
    spark.conf().set("spark.sql.shuffle.partitions", Integer.toString(partitions));
    try {
      return persons(spaces)
          .histories(tumours(spark, partitions))
          .sort("source_id", "source_file", "record_number")
          .collectAsList();
    } finally {
      spark.conf().set("spark.sql.shuffle.partitions", before);
    }
  }

  @Test
  void aRegistryHasItsOwnIdsUnlessItSharesASpace(SparkSession spark) {
    tumour("north", "N", "20190001", "C187", "8140");
    tumour("south", "S", "20190001", "C188", "8140");
    assertThat(histories(spark, Map.of("north", "", "south", ""), 1))
        .as("two centres that both start at one id")
        .isEmpty();
    List<Row> shared = histories(spark, Map.of("north", "national", "south", "national"), 1);
    assertThat(shared)
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.<String>getAs("source_id")).isEqualTo("south");
              assertThat(row.<String>getAs("merged")).isEqualTo("MP-SAME-HISTOLOGY");
              assertThat(row.<String>getAs("through_source")).isEqualTo("north");
              assertThat(row.<Long>getAs("through_record")).isEqualTo(1L);
            });
  }

  @Test
  void sourcesWithoutPersonsAndRecordsWithoutIdTakeNoPart(SparkSession spark) {
    tumour("north", "N", "1", "C187", "8140").tumour("other", "N", "1", "C187", "8140");
    tumour("north", "N", null, "C187", "8140").tumour("north", "N", null, "C187", "8140");
    assertThat(histories(spark, Map.of("north", ""), 1)).isEmpty();
  }

  @Test
  void anIdOfTooManyTumoursIsNoPerson(SparkSession spark) {
    for (int i = 0; i < PersonRows.MOST_TUMOURS; i++) {
      tumour("north", "N", "busy", "C187", "8140");
    }
    assertThat(histories(spark, Map.of("north", ""), 1))
        .filteredOn(row -> row.getAs("merged") != null)
        .hasSize(PersonRows.MOST_TUMOURS - 1);
    tumour("north", "N", "busy", "C187", "8140").tumour("north", "N", "busy", "C187", "8140");
    tumour("north", "N", "next", "C509", "8500").tumour("north", "N", "next", "C508", "8500");
    List<Row> histories = histories(spark, Map.of("north", ""), 1);
    assertThat(histories)
        .filteredOn(row -> row.<String>getAs("findings").equals("PERSON-TUMOURS"))
        .hasSize(PersonRows.MOST_TUMOURS + 2)
        .allSatisfy(row -> assertThat(row.<String>getAs("merged")).isNull());
    assertThat(histories).hasSize(PersonRows.MOST_TUMOURS + 3);
  }

  @Test
  void partitionsAndOrderChangeNothingAndNoTumourIsLost(SparkSession spark) {
    Random random = new Random(11);
    List<String> sites = List.of("C180", "C187", "C209", "C421", "C770", "C809");
    List<String> histologies = List.of("8000", "8140", "9680", "9591", "9861");
    for (int i = 0; i < 400; i++) {
      String registry = random.nextBoolean() ? "north" : "south";
      tumour(
          registry,
          registry,
          "p" + random.nextInt(150),
          sites.get(random.nextInt(sites.size())),
          histologies.get(random.nextInt(histologies.size())));
    }
    Map<String, String> spaces = Map.of("north", "national", "south", "national");
    List<Row> one = histories(spark, spaces, 1);
    assertThat(histories(spark, spaces, 7)).isEqualTo(one);
    Dataset<Row> tumours = tumours(spark, 3);
    Dataset<Row> histories = persons(spaces).histories(tumours);
    long merged = Persons.merged(histories).count();
    assertThat(merged).isPositive();
    Dataset<Row> left =
        Persons.counted(
            Resolution.counting("tumour", tumours, Persons.merged(histories)), histories);
    assertThat(left.count() + merged).isEqualTo(400);
    assertThat(left.columns()).containsExactly(reordered(tumours.columns()));
    assertThat(Persons.joined(Findings.counts(histories))).isTrue();
  }

  @Test
  void theTumourThatCountsHasTheCodesOfAllThatItStandsFor(SparkSession spark) {
    tumour("north", "N", "1", "C187", "8140").tumour("north", "N", "1", "C188", "8480");
    tumour("north", "N", "2", "C509", "8500");
    Dataset<Row> tumours = tumours(spark, 2);
    Dataset<Row> histories = persons(Map.of("north", "")).histories(tumours);
    Dataset<Row> counted =
        Persons.counted(
            Resolution.counting("tumour", tumours, Persons.merged(histories)), histories);
    assertThat(
            counted.select("patient_id", "topography", "morphology", "behaviour").collectAsList())
        .containsExactlyInAnyOrder(
            RowFactory.create("1", "C187", "8480", "3"),
            RowFactory.create("2", "C509", "8500", "3"));
  }

  private static String[] reordered(String[] columns) {
    return Stream.concat(
            StagedColumns.PLACE.stream(),
            Arrays.stream(columns).filter(c -> !StagedColumns.PLACE.contains(c)))
        .toArray(String[]::new);
  }
}
