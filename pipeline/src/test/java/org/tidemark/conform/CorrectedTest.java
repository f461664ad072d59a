package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Correction;
import org.tidemark.catalogue.CorrectionList;
import org.tidemark.catalogue.Mapping;
import org.tidemark.conform.ConformNote.Event;
import org.tidemark.model.PseudonymKey;

@DisplayName("Corrections laid over records")
class CorrectedTest {
  private static final Mapping MAPPING =
      Records.mapping(
          Optional.empty(), Map.of("registry_id", "own"), "tumour_id", "age", "sex", "birth_date");

  private final List<ConformNote> notes = new ArrayList<>();

  private static Correction correction(int line, String id, String field, String old, String now) {
    LocalDate day = LocalDate.of(2023, 11, 2);
    return new Correction(line, id, field, field, old, now, "seen again", "A. B.", day);
  }

  private Conformer conformer(Correction... corrections) {
    CorrectionList list = new CorrectionList("c.csv", "", "tumour_id", List.of(corrections));
    List<ConformNote> taken = notes;
    return Conformer.of(
        Records.TUMOUR,
        MAPPING,
        new ConformRules(
            "own", "", Map.of(), PseudonymKey.DEMONSTRATION, Optional.of(list), taken::add));
  }

  private List<String> events() {
    return notes.stream().map(n -> n.line() + " " + n.event() + " " + n.record()).toList();
  }

  @Test
  void changeTheValueTheyNameWhereItIsTheOldOne() {
    Conformer conformer = conformer(correction(2, "7", "age", "71", "17"));
    assertThat(Records.row(conformer, 5, "7", " 71", "1", "").<Integer>getAs("age")).isEqualTo(17);
    assertThat(Records.row(conformer, 6, "8", "71", "1", "").<Integer>getAs("age")).isEqualTo(71);
    assertThat(events()).containsExactly("2 APPLIED 5");
  }

  @Test
  void areNotedWhereTheyNoLongerApply() {
    Conformer conformer = conformer(correction(2, "7", "age", "71", "17"));
    assertThat(Records.row(conformer, 1, "7", "70", "1", "").<Integer>getAs("age")).isEqualTo(70);
    assertThat(Records.row(conformer, 2, "7", "17", "1", "").<Integer>getAs("age")).isEqualTo(17);
    assertThat(events()).containsExactly("2 DIFFERS 1", "2 DONE 2");
  }

  @Test
  void ofOneValueFollowEachOther() {
    Conformer conformer =
        conformer(correction(2, "7", "age", "71", "17"), correction(3, "7", "age", "17", "18"));
    assertThat(Records.row(conformer, "7", "71", "1", "").<Integer>getAs("age")).isEqualTo(18);
    assertThat(events()).containsExactly("2 APPLIED 1", "3 APPLIED 1");
  }

  @Test
  void mayFillAndEmptyAValue() {
    Conformer conformer =
        conformer(
            correction(2, "7", "birth_date", "", "1950-03"), correction(3, "7", "age", "71", ""));
    Row row = Records.row(conformer, "7", "71", "1", null);
    assertThat(row.<String>getAs("birth_date")).isEqualTo("1950-03");
    assertThat(row.<Integer>getAs("age")).isNull();
  }

  @Test
  void goBeforeTheReadingSoThatAnUnreadableValueCanBeMended() {
    Conformer conformer = conformer(correction(2, "7", "age", "seventy", "70"));
    Row row = Records.row(conformer, "7", "seventy", "1", null);
    assertThat(row.<Integer>getAs("age")).isEqualTo(70);
    assertThat(row.<String>getAs(StagedColumns.REFUSAL)).isNull();
    assertThat(Records.row(conformer, "8", "seventy", "1", null).<String>getAs("refusal"))
        .isEqualTo("TYPE-age");
  }

  @Test
  @DisplayName("A date of a thirteenth month is noted once for the source")
  void thirteenthMonths() {
    Conformer conformer = conformer();
    Records.row(conformer, 1, "7", "71", "1", "2012-13-05");
    Records.row(conformer, 2, "8", "71", "1", "2012-13-31");
    Records.row(conformer, 3, "9", "71", "1", "2012-14-01");
    assertThat(notes).containsExactly(new ConformNote("own", Event.THIRTEENTH_MONTH, 0, "", 0));
  }
}
