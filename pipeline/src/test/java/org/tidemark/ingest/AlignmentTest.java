package org.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.HeaderForms;

class AlignmentTest {
  private static final ColumnPlan PLAN =
      new ColumnPlan(List.of("id", "sex", "age"), List.of("id", "sex"), List.of("name", "ward"));

  @Test
  void cellsComeInWantedOrderAndIgnoredOnesDoNotCome() throws Unreadable {
    Alignment alignment = Alignment.of(List.of("name", "age", "id", "sex"), PLAN);
    assertThat(alignment.align(new String[] {"n", "7", "1", "M"})).containsExactly("1", "M", "7");
    assertThat(alignment.width()).isEqualTo(4);
  }

  @Test
  void aColumnThatMayBeMissingIsNull() throws Unreadable {
    Alignment alignment = Alignment.of(List.of("sex", "id"), PLAN);
    assertThat(alignment.align(new String[] {"M", "1"})).containsExactly("1", "M", null);
    assertThat(alignment.has(2)).isFalse();
    assertThat(alignment.none()).hasSize(3).containsOnlyNulls();
  }

  @Test
  void namesAreMatchedExactly() {
    assertThatThrownBy(() -> Alignment.of(List.of("ID", "sex", "age"), PLAN))
        .hasMessageContaining("column 1 \"ID\", perhaps id");
  }

  @Test
  void aColumnMayStandUnderAnotherOfItsNamesButOnlyOnce() throws Unreadable {
    HeaderForms forms =
        new HeaderForms(Map.of("id", "id", "numéro", "id", "sex", "sex"), Set.of("hosp"));
    ColumnPlan plan = new ColumnPlan(List.of("id", "sex"), List.of("id"), List.of(), forms);
    Alignment alignment = Alignment.of(List.of("SEX*", "Hosp12", "Numéro", "sex (desc)"), plan);
    assertThat(alignment.align(new String[] {"M", "h", "1", "male"})).containsExactly("1", "M");
    assertThatThrownBy(() -> Alignment.of(List.of("ID", "Numéro"), plan))
        .hasMessageContaining("column 2 of 2 has the name of an earlier one");
    assertThatThrownBy(() -> Alignment.of(List.of("id", "age (desc)"), plan))
        .hasMessageContaining("does not know: column 2");
  }

  @Test
  void allMissingColumnsAreNamedAtOnce() {
    assertThatThrownBy(() -> Alignment.of(List.of("age"), PLAN)).hasMessageContaining("id, sex");
  }

  @Test
  void aNameThatCouldForgeAMessageIsNotShown() {
    assertThatThrownBy(() -> Alignment.of(List.of("id", "sex", "x\u001B[2J\n"), PLAN))
        .hasMessageEndingWith(": column 3");
  }

  @Test
  void aPlanIsHeldToItself() {
    List<String> none = List.of();
    assertThatThrownBy(() -> new ColumnPlan(List.of("a", "a"), none, none))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ColumnPlan(List.of("a"), List.of("b"), none))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"birthdate,birth_date", "Birth Date,birth_date", "sx,sex", "zebra,", "x,"})
  void theNearestNameIsFound(String given, String nearest) {
    assertThat(NearestName.among(List.of("birth_date", "sex", "topography"), given).orElse(null))
        .isEqualTo(nearest);
  }
}
