package org.tidemark.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
  private static final List<String> KEYS =
      List.of("acceptance", "analyses", "as_of", "cancer_grouping", "disclosure", "languages");

  @ParameterizedTest
  @CsvSource({
    "disclosur, disclosure",
    "analysis, analyses",
    "as-of, as_of",
    "As_Of, as_of",
    "cancergrouping, cancer_grouping",
    "langauges, languages"
  })
  void findsTheNearestName(String wrong, String right) {
    assertThat(Names.nearest(wrong, KEYS)).contains(right);
    assertThat(Names.mend(wrong, KEYS)).isEqualTo("did you mean '" + right + "'?");
  }

  @Test
  void listsTheChoiceWhereNothingIsNear() {
    assertThat(Names.nearest("thresholds", KEYS)).isEmpty();
    assertThat(Names.mend("thresholds", KEYS))
        .isEqualTo(
            "use one of: acceptance, analyses, as_of, cancer_grouping, disclosure, languages");
    assertThat(Names.mend("anything", List.of())).isEqualTo("there is none to choose from");
  }

  @Test
  void cutsALongChoice() {
    List<String> many = IntStream.range(0, 40).mapToObj(i -> "name" + (100 + i)).toList();
    assertThat(Names.choice(many)).startsWith("use one of: name100, ").endsWith("name123, …");
  }
}
