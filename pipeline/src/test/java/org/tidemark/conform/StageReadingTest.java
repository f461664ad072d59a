package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.StageForm;

@DisplayName("The stage that a mapping reads from text")
class StageReadingTest {
  private static Conformer conformer(String scheme, String... columns) {
    return Conformer.of(
        Records.TUMOUR,
        Records.mapping(Optional.of(new StageForm(scheme, true)), Map.of(), columns),
        ConformRules.NONE.with(Records.CATALOGUE.codes()));
  }

  @ParameterizedTest
  @CsvSource({
    "figo, IIIC1, 3, figo",
    "figo, 3b, 3, figo",
    "dukes, B, 2, dukes",
    "ann-arbor, IIBE, 2, ann-arbor",
    "seer-summary, 7, 4, seer-summary",
    "seer-summary, 2, 3, seer-summary",
    "'', Estadio III, 3, ",
    "'', FIGO IIB, 2, figo",
    "'', stade IV, 4, ",
    "'', T2N1M1, 4, tnm",
    "'', in situ, 0, ",
    "'', unstaged, 9, ",
    "figo, see notes, , figo",
    "'', see notes, , "
  })
  void isCondensedAndTheTextKept(String scheme, String sent, String stage, String read) {
    Row row = Records.row(conformer(scheme, "stage", "topography"), sent, "C50.9");
    assertThat(row.<String>getAs("stage")).isEqualTo(stage);
    assertThat(row.<String>getAs("stage_raw")).isEqualTo(sent);
    assertThat(row.<String>getAs("stage_scheme")).isEqualTo(read);
  }

  @Test
  void comesFromTheCategoriesWhereThereIsNoText() {
    Conformer conformer = conformer("", "stage", "topography", "t", "n", "m");
    Row row = Records.row(conformer, null, "C509", "2", "1", "1");
    assertThat(row.<String>getAs("stage")).isEqualTo("4");
    assertThat(row.<String>getAs("stage_scheme")).isEqualTo("tnm");
    assertThat(row.<String>getAs("stage_raw")).isNull();
    assertThat(row.<String>getAs("m")).isEqualTo("1");
    assertThat(Records.row(conformer, "II", "C509", "2", "1", "1").<String>getAs("stage"))
        .isEqualTo("2");
    assertThat(Records.row(conformer, " ", "C509", null, null, null).<String>getAs("stage"))
        .isNull();
  }

  @Test
  void isInTheSchemeThatTheRecordStates() {
    Conformer conformer = conformer("", "stage", "stage_scheme");
    Row dukes = Records.row(conformer, "C", "D");
    assertThat(dukes.<String>getAs("stage")).isEqualTo("3");
    assertThat(dukes.<String>getAs("stage_scheme")).isEqualTo("D");
    assertThat(Records.row(conformer, "7", "seer").<String>getAs("stage")).isEqualTo("4");
  }

  @Test
  void whatIsNotVerifiedCountsOnlyWhereTheMappingSaysSo() {
    Conformer certain =
        Conformer.of(
            Records.TUMOUR,
            Records.mapping(Optional.of(new StageForm("seer-summary", false)), Map.of(), "stage"),
            ConformRules.NONE.with(Records.CATALOGUE.codes()));
    assertThat(Records.row(certain, "2").<String>getAs("stage")).isEqualTo("9");
    assertThat(Records.row(certain, "0").<String>getAs("stage")).isEqualTo("0");
  }

  @Test
  void withoutTheKeyItStaysACode() {
    Conformer plain =
        Conformer.of(Records.TUMOUR, Records.mapping(Optional.empty(), Map.of(), "stage"));
    Row row = Records.row(plain, "FIGO IIB");
    assertThat(row.<String>getAs("stage")).isEqualTo("FIGO IIB");
    assertThat(row.<String>getAs("stage_raw")).isNull();
  }
}
