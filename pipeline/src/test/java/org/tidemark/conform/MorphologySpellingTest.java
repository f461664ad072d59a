package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.account.StagedColumns;
import org.tidemark.ingest.RawRecord;
import org.tidemark.ingest.RawText;

@DisplayName("ICD-O codes in the spellings of registries")
class MorphologySpellingTest {
  private static final Conformer ALONE =
      Conformer.of(
          Records.TUMOUR, Records.mapping(Optional.empty(), Map.of(), "morphology", "topography"));

  private static final Conformer BESIDE =
      Conformer.of(
          Records.TUMOUR,
          Records.mapping(Optional.empty(), Map.of(), "morphology", "behaviour", "grade"));

  @ParameterizedTest
  @CsvSource({
    "8500/3, 8500, 3, ",
    "M85003, 8500, 3, ",
    "M-8500/3, 8500, 3, ",
    "85003, 8500, 3, ",
    "8500/33, 8500, 3, 3",
    "8500, 8500, , ",
    "8140/3 Adenocarcinoma, 8140, 3, ",
    "850, 850, , ",
    "carcinoma, carcinoma, , "
  })
  void aMorphologyIsTakenApart(String sent, String morphology, String behaviour, String grade) {
    Row row = Records.row(ALONE, sent, "C50.9");
    assertThat(row.<String>getAs("morphology")).isEqualTo(morphology);
    assertThat(row.<String>getAs("behaviour")).isEqualTo(behaviour);
    assertThat(row.<String>getAs("grade")).isEqualTo(grade);
    assertThat(row.<String>getAs(StagedColumns.REFUSAL)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"C50.9", "C509", "509", "50.9", "c50.9", "C50"})
  void aTopographyHasOneForm(String sent) {
    assertThat(Records.row(ALONE, "8500", sent).<String>getAs("topography")).isEqualTo("C509");
  }

  @ParameterizedTest
  @CsvSource({
    "8500/3, 3, 9, 3, 9",
    "8500/3, , , 3, ",
    "8500/33, 3, 9, 3, 3",
    "8500/33, 3, , 3, 3",
    "8500/39, 3, 2, 3, 2",
    "8500, 2, 1, 2, 1"
  })
  void theFieldsOwnColumnAndTheDigitComplementEachOther(
      String sent, String behaviour, String grade, String readBehaviour, String readGrade) {
    Row row = Records.row(BESIDE, sent, behaviour, grade);
    assertThat(row.<String>getAs("behaviour")).isEqualTo(readBehaviour);
    assertThat(row.<String>getAs("grade")).isEqualTo(readGrade);
  }

  @ParameterizedTest
  @CsvSource({
    "8500/3, 2, , CONFLICT-behaviour",
    "8500/3, 9, , CONFLICT-behaviour",
    "8500/31, 3, 2, CONFLICT-grade"
  })
  void whatTheyContradictRefusesTheRecord(
      String sent, String behaviour, String grade, String rule) {
    Row row = Records.row(BESIDE, sent, behaviour, grade);
    assertThat(row.<String>getAs(StagedColumns.REFUSED_AT)).isEqualTo("conform");
    assertThat(row.<String>getAs(StagedColumns.REFUSAL)).isEqualTo(rule);
  }

  @Test
  void whatAMappingSaysOtherwiseIsNotReadFromTheMorphology() {
    Conformer constant =
        Conformer.of(
            Records.TUMOUR,
            Records.mapping(Optional.empty(), Map.of("behaviour", "3"), "morphology"));
    assertThat(Records.row(constant, "8500/2").<String>getAs("behaviour")).isEqualTo("3");
  }

  @Test
  @DisplayName("What was remembered of two columns is told apart by both")
  void remembersPairs() {
    List<RawRecord> records = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      String digit = i % 3 == 0 ? "" : "/" + i % 3;
      String[] cells = {8000 + i / 3 % 900 + digit, i % 2 == 0 ? null : "2", null};
      records.add(new RawRecord("own", "f", i + 1, cells, null, RawText.ofText("")));
    }
    List<RawRecord> twice = new ArrayList<>(records);
    twice.addAll(records);
    List<String> read = new ArrayList<>();
    BESIDE
        .rows(twice.iterator())
        .forEachRemaining((InternalRow row) -> read.add(row.isNullAt(10) + " " + text(row)));
    assertThat(read.subList(0, 3000)).isEqualTo(read.subList(3000, 6000));
    assertThat(read.get(1)).endsWith("CONFLICT-behaviour");
    assertThat(read.get(4)).endsWith("1");
    assertThat(read.get(2)).endsWith("2");
  }

  private static String text(InternalRow row) {
    int refusal = BESIDE.schema().fieldIndex(StagedColumns.REFUSAL);
    int behaviour = BESIDE.schema().fieldIndex("behaviour");
    return row.isNullAt(refusal) && !row.isNullAt(behaviour)
        ? row.getUTF8String(behaviour).toString()
        : row.isNullAt(refusal) ? "none" : row.getUTF8String(refusal).toString();
  }
}
