package org.tidemark.conform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.HeaderForms;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.SourceRules;
import org.tidemark.model.PseudonymKey;

@DisplayName("Names in conformed rows")
class NamedPersonTest {
  private static final Conformer CONFORMER = Conformer.of(Records.TUMOUR, mapping());

  private static Mapping mapping() {
    Mapping m = Records.mapping(Optional.empty(), Map.of(), "registry_id", "tumour_id");
    SourceRules named =
        new SourceRules(
            HeaderForms.EXACT,
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            List.of(),
            List.of("Nom", "Prénom"));
    return new Mapping(
        m.id(),
        m.table(),
        m.text(),
        m.columns(),
        m.inputs(),
        m.constants(),
        m.recode(),
        m.missing(),
        m.spelling(),
        m.derive(),
        m.ignore(),
        m.notSupplied(),
        m.emptyAllowed(),
        m.personIds(),
        named);
  }

  private static String code(Row row) {
    return row.getAs(StagedColumns.NAME_CODE);
  }

  @Test
  void areACodeOfWhatSpellingsShare() {
    Row one = Records.row(CONFORMER, "north", "1", "Canari-Dupont", "Élise");
    assertThat(code(one)).matches("[a-z2-7]{26}");
    assertThat(code(Records.row(CONFORMER, "north", "2", "ELISE", "dupont canari")))
        .isEqualTo(code(one));
    assertThat(code(Records.row(CONFORMER, "north", "1", "Canari", "Élise")))
        .isNotEqualTo(code(one));
    assertThat(code(Records.row(CONFORMER, "north", "1", "Canari-Dupont", ""))).isNull();
    assertThat(one.mkString()).doesNotContainIgnoringCase("dupont").doesNotContain("lise");
  }

  @Test
  void areScopedAndKeyedAsIdsAreAndNoIdIsOne() {
    Row one = Records.row(CONFORMER, "north", "DUPONT ELISE", "Dupont", "Elise");
    assertThat(code(one)).isNotEqualTo(one.<String>getAs("tumour_id"));
    assertThat(code(Records.row(CONFORMER, "south", "1", "Dupont", "Elise")))
        .isNotEqualTo(code(one));
    ConformRules keyed =
        new ConformRules(
            "own",
            "",
            Map.of(),
            PseudonymKey.parse("key", "5".repeat(64)),
            Optional.empty(),
            ConformRules.NONE.notes());
    Row other =
        Records.row(
            Conformer.of(Records.TUMOUR, mapping(), keyed), "north", "1", "Dupont", "Elise");
    assertThat(code(other)).isNotEqualTo(code(one));
    assertThat(other.<Long>getAs(StagedColumns.HASH_HIGH))
        .isEqualTo(one.<Long>getAs(StagedColumns.HASH_HIGH));
  }
}
