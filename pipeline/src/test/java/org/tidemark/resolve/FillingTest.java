package org.tidemark.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
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
import org.tidemark.testing.SparkSessionExtension;

/** Records of one tumour that several registries sent, and what the one that counts says then. */
@ExtendWith(SparkSessionExtension.class)
@DisplayName("Filling")
class FillingTest {
  private static final List<String> NUMBERS = List.of("age", "age_days");
  private static final List<String> COLUMNS =
      Stream.of(
              List.of("source_id", "source_file", "record_number", "patient_id", "registry_id"),
              List.of("tumour_id", "findings"),
              TumourRecord.FIELDS,
              Stream.of(Part.values()).flatMap(part -> part.fields().stream()).toList())
          .flatMap(List::stream)
          .distinct()
          .toList();

  private final List<Map<String, Object>> records = new ArrayList<>();

  /** A record of the person's breast cancer; an earlier one is more trusted by its basis. */
  private FillingTest sent(String registry, Object... fieldsAndValues) {
    Map<String, Object> cells =
        new HashMap<>(
            Map.of("patient_id", "p", "findings", "", "topography", "C509", "morphology", "8500"));
    cells.put("source_id", registry);
    cells.put("source_file", registry + ".csv");
    cells.put("record_number", records.size() + 1L);
    cells.put("registry_id", registry);
    cells.put("tumour_id", "t" + records.size());
    cells.put("behaviour", "3");
    cells.put("incidence_date", "2019-03-01");
    cells.put("area", "Land");
    cells.put("basis", List.of("7", "6", "5", "4").get(records.size()));
    for (int i = 0; i < fieldsAndValues.length; i += 2) {
      cells.put((String) fieldsAndValues[i], fieldsAndValues[i + 1]);
    }
    records.add(cells);
    return this;
  }

  /** The tumours that count after all, by registry, and the findings of those that were filled. */
  private record Outcome(Map<String, Row> tumours, List<String> findings) {}

  private Outcome outcome(SparkSession spark, Decisions decisions) {
    Dataset<Row> tumours = spark.createDataFrame(rows(), schema()).repartition(2);
    Map<String, String> spaces =
        records.stream()
            .map(r -> (String) r.get("source_id"))
            .distinct()
            .collect(Collectors.toMap(s -> s, s -> "land"));
    Dataset<Row> histories =
        Persons.of(
                spaces, new Persons.Rules(Person.rules(), Person.precedence(), Map.of(), decisions))
            .histories(tumours);
    Dataset<Row> filled = Filling.of(tumours, histories, decisions);
    Dataset<Row> counted =
        Filling.counted(
            Persons.counted(
                Resolution.counting("tumour", tumours, Persons.merged(histories)), histories),
            filled);
    assertThat(counted.columns()).containsExactlyInAnyOrder(tumours.columns());
    return new Outcome(
        counted.collectAsList().stream()
            .collect(Collectors.toMap(r -> r.getAs("tumour_id"), r -> r)),
        Filling.found(filled).collectAsList().stream()
            .map(r -> r.getAs("tumour_id") + " " + r.getAs("findings"))
            .sorted()
            .toList());
  }

  private List<Row> rows() {
    return records.stream()
        .map(cells -> RowFactory.create(COLUMNS.stream().map(cells::get).toArray()))
        .toList();
  }

  private static StructType schema() {
    StructType schema = new StructType();
    for (String column : COLUMNS) {
      schema =
          schema.add(
              column,
              column.equals("record_number")
                  ? DataTypes.LongType
                  : NUMBERS.contains(column) ? DataTypes.IntegerType : DataTypes.StringType);
    }
    return schema;
  }

  @Test
  void whatIsUnknownIsFilledFromTheMostTrustedThatKnowsAndNothingElse(SparkSession spark) {
    sent("a", "sex", "9", "grade", "2", "stage_scheme", "FIGO");
    sent("b", "sex", "9", "grade", "3", "stage", "3", "age", 64, "laterality", "1");
    sent("c", "sex", "2", "grade", "4", "stage", "4", "stage_scheme", "TNM", "age", 65);
    Outcome outcome = outcome(spark, Decisions.NONE);
    assertThat(outcome.findings())
        .containsExactly("t0 FILLED-SEX FILLED-AGE FILLED-LATERALITY FILLED-STAGE");
    assertThat(outcome.tumours()).containsOnlyKeys("t0");
    Row left = outcome.tumours().get("t0");
    assertThat(List.of("sex", "grade", "stage", "laterality", "basis", "registry_id"))
        .extracting(field -> left.<String>getAs(field))
        .containsExactly("2", "2", "3", "1", "7", "a");
    assertThat(left.<Integer>getAs("age")).isEqualTo(64);
    assertThat(left.<String>getAs("stage_scheme")).as("b's stage is of no scheme").isNull();
  }

  @Test
  void theOrderOfRecordsChangesNothing(SparkSession spark) {
    sent("a", "sex", "9").sent("b", "sex", "9", "grade", "3").sent("c", "sex", "2", "grade", "4");
    Row one = outcome(spark, Decisions.NONE).tumours().get("t0");
    Collections.reverse(records);
    assertThat(outcome(spark, Decisions.NONE).tumours().get("t0")).isEqualTo(one);
  }

  @Test
  void aRecordOfWhichACheckFoundSomethingFillsNothing(SparkSession spark) {
    sent("a", "sex", "9")
        .sent("b", "sex", "2", "findings", "GRADE-MORPHOLOGY LAST-CONTACT-MISSING");
    Outcome outcome = outcome(spark, Decisions.NONE);
    assertThat(outcome.findings()).isEmpty();
    assertThat(outcome.tumours().get("t0").<String>getAs("sex")).isEqualTo("9");
  }

  @Test
  void aRecordThatOnlyLacksSomethingFills(SparkSession spark) {
    sent("a", "sex", "9", "findings", "SEX-TOPOGRAPHY-UNKNOWN");
    sent("b", "sex", "2", "findings", "AGE-MISSING LAST-CONTACT-MISSING");
    assertThat(outcome(spark, Decisions.NONE).findings()).containsExactly("t0 FILLED-SEX");
  }

  @Test
  void anotherTumourThatCountsAsTheSameCancerFillsNothing(SparkSession spark) {
    sent("a", "grade", null).sent("a", "topography", "C508", "grade", "3", "sex", "2");
    // The third is the second again, and counts at the end through the first.
    sent("b", "topography", "C508", "grade", "3", "sex", "2");
    Outcome outcome = outcome(spark, Decisions.NONE);
    assertThat(outcome.tumours()).hasSize(1);
    assertThat(outcome.findings()).isEmpty();
  }

  @Test
  void aDecisionMarksTheFindingAndCountsAreByAreaAndYear(SparkSession spark) {
    sent("a", "sex", "9").sent("b", "sex", "2");
    Decisions decided =
        new Decisions(Map.of(List.of("a", "t0"), EnumSet.of(HistoryRule.FILLED_SEX)));
    Outcome outcome = outcome(spark, decided);
    assertThat(outcome.findings()).containsExactly("t0 ~FILLED-SEX");
    assertThat(outcome.tumours().get("t0").<String>getAs("sex")).isEqualTo("2");
  }

  @Test
  void nothingIsAskedWhereNoTumourWasSentTwice(SparkSession spark) {
    sent("a", "sex", "9").sent("a", "topography", "C508", "sex", "2");
    Dataset<Row> tumours = spark.createDataFrame(rows(), schema());
    Persons persons =
        Persons.of(
            Map.of("a", "land"),
            new Persons.Rules(Person.rules(), Person.precedence(), Map.of(), Decisions.NONE));
    assertThat(Filling.possible(Findings.counts(persons.histories(tumours)))).isFalse();
    sent("b", "sex", "2");
    assertThat(
            Filling.possible(
                Findings.counts(
                    Persons.of(
                            Map.of("a", "land", "b", "land"),
                            new Persons.Rules(
                                Person.rules(), Person.precedence(), Map.of(), Decisions.NONE))
                        .histories(spark.createDataFrame(rows(), schema())))))
        .isTrue();
  }
}
