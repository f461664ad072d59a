package org.tidemark.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.catalogue.Analyses;
import org.tidemark.catalogue.Source.Beyond;
import org.tidemark.catalogue.SurvivalDesign;
import org.tidemark.derive.SurvivalExclusion;
import org.tidemark.testing.SparkSessionExtension;

/** Strata below, about and above the number of persons that are sent one by one. */
@DisplayName("Persons of a stratum, gathered from tasks")
@ExtendWith(SparkSessionExtension.class)
class GatheringTest {
  private static final int DAYS = 366;
  private static final int CLOSING = 20_000;
  private static final Map<String, Integer> PERSONS =
      Map.of("one", 1, "few", 170, "about", 200, "many", 900);
  private static final StructType LIFE =
      StructType.fromDDL(
          "source_id string, area string, sex string, year int, age int, hazard_per_day double");

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 40})
  void areTalliedAsIfTheyHadComeOneByOne(int partitions, SparkSession spark) {
    List<SurvivalSlice> slices = SurvivalSlice.of(List.of(expected()), CLOSING);
    LifeTables tables = tables(spark);
    JavaSparkContext context = JavaSparkContext.fromSparkContext(spark.sparkContext());
    List<InternalRow> persons = persons();
    Map<String, SurvivalPart> parts = new TreeMap<>();
    Gathering gathering = new Gathering(slices, DAYS, CLOSING, context.broadcast(tables));
    gathering
        .byStratum(context.parallelize(persons, partitions))
        .mapToPair(share -> new scala.Tuple2<>(share._1().key(), gathering.part(share._2())))
        .collectAsMap()
        .forEach(parts::put);
    assertThat(parts).containsOnlyKeys(PERSONS.keySet());
    parts.forEach((key, part) -> same(part, oneByOne(key, persons, slices.get(0), tables)));
  }

  private static void same(SurvivalPart part, SurvivalPart expected) {
    assertThat(part.numbers()).isEqualTo(expected.numbers());
    assertThat(part.excluded()).isEqualTo(expected.excluded());
    assertThat(part.period()).isEqualTo(expected.period());
    assertThat(part.more().expected()).isEqualTo(expected.more().expected());
    assertThat(part.more().lostDied()).isEqualTo(expected.more().lostDied());
    assertThat(part.more().lostLived()).isEqualTo(expected.more().lostLived());
    assertThat(part.more().unknownCauses()).isEqualTo(expected.more().unknownCauses());
  }

  private static SurvivalPart oneByOne(
      String key, List<InternalRow> persons, SurvivalSlice slice, LifeTables tables) {
    OpenStratum stratum = new OpenStratum(slice, DAYS, CLOSING);
    long[] excluded = new long[SurvivalExclusion.values().length];
    PersonRows reader = PersonRows.reader();
    for (InternalRow row : persons) {
      Person person = reader.person(row);
      if (person.key().equals(key) && person.excluded().isEmpty()) {
        stratum.add(person.followed(), tables.of(person.place()));
      } else if (person.key().equals(key)) {
        excluded[SurvivalExclusion.AGE_UNKNOWN.ordinal()]++;
      }
    }
    return stratum.part(excluded);
  }

  /** Of three areas, of which one has no life table; some excluded, some lost. */
  private static List<InternalRow> persons() {
    SplittableRandom random = new SplittableRandom(11);
    List<InternalRow> rows = new ArrayList<>();
    PERSONS.forEach(
        (key, persons) -> {
          for (int i = 0; i < persons; i++) {
            String area = key.equals("few") ? "Nowhere" : i % 3 == 0 ? "North" : "South";
            boolean excluded = i > 0 && random.nextInt(20) == 0;
            boolean died = random.nextBoolean();
            rows.add(
                internal(
                    text(key),
                    text(area),
                    1 + random.nextInt(2),
                    random.nextInt(10_000, 35_000),
                    random.nextInt(14_000, 19_000),
                    random.nextInt(1, 900),
                    died,
                    random.nextInt(2008, 2020),
                    excluded ? text(SurvivalExclusion.AGE_UNKNOWN.label()) : null,
                    died ? random.nextInt(3) : 0,
                    !died && random.nextBoolean(),
                    null,
                    text(""),
                    text("")));
          }
        });
    return rows;
  }

  private static InternalRow internal(Object... values) {
    return new GenericInternalRow(values);
  }

  private static UTF8String text(String text) {
    return UTF8String.fromString(text);
  }

  private static LifeTables tables(SparkSession spark) {
    List<Row> life = new ArrayList<>();
    for (String area : List.of("North", "South")) {
      for (String sex : List.of("1", "2")) {
        for (int age = 0; age < 100; age += 10) {
          life.add(RowFactory.create("life", area, sex, 2000, age, 1e-5 * (age + area.length())));
        }
      }
    }
    return LifeTables.of(spark.createDataFrame(life, LIFE), Map.of("life", Beyond.NEAREST));
  }

  private static Analyses.Survival expected() {
    return new Analyses.Survival(
        List.of(),
        "",
        "ederer-1",
        "kaplan-meier",
        List.of(1),
        "complete",
        "",
        List.of("log"),
        SurvivalDesign.PLAIN);
  }
}
