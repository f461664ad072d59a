package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Mapping;
import org.tidemark.catalogue.TextFormat;
import org.tidemark.testing.SparkSessionExtension;
import org.tidemark.testing.Staged;

/** The edit checks by predicates over every topography, against the rules written out again. */
@ExtendWith(SparkSessionExtension.class)
@DisplayName("Predicates over all topographies")
class PredicateGridTest {
  private static final List<String> SEXES = List.of("1", "2", "3", "9");
  private static final List<String> BEHAVIOURS = List.of("0", "1", "2", "3", "6", "9");

  @Test
  void sexAndTopography(SparkSession spark) {
    Predicate<String> female = s -> s.compareTo("C51") >= 0 && s.compareTo("C58") <= 0;
    Predicate<String> male = s -> s.compareTo("C60") >= 0 && s.compareTo("C63") <= 0;
    TreeSet<String> expected = new TreeSet<>();
    for (String topography : Grid.TOPOGRAPHIES) {
      String site = topography.substring(0, 3);
      if (female.test(site)) {
        expected.add("1 " + topography + " SEX-TOPOGRAPHY-MALE");
      }
      if (male.test(site)) {
        expected.add("2 " + topography + " SEX-TOPOGRAPHY-FEMALE");
      }
      if (female.test(site) || male.test(site)) {
        expected.add("3 " + topography + " SEX-TOPOGRAPHY-UNKNOWN");
        expected.add("9 " + topography + " SEX-TOPOGRAPHY-UNKNOWN");
      }
    }
    assertThat(failing(spark, "sex", SEXES, "SEX-TOPOGRAPHY-")).isEqualTo(expected);
  }

  @Test
  void topographyAndBehaviour(SparkSession spark) {
    TreeSet<String> expected = new TreeSet<>();
    for (String topography : Grid.TOPOGRAPHIES) {
      if (topography.matches("C(40|41|42|47|49|70|71|72).")) {
        expected.add("2 " + topography + " TOPOGRAPHY-BEHAVIOUR");
      }
    }
    assertThat(failing(spark, "behaviour", BEHAVIOURS, "TOPOGRAPHY-BEHAVIOUR")).isEqualTo(expected);
  }

  /** The combinations that fail, each with the check. */
  private static TreeSet<String> failing(
      SparkSession spark, String field, List<String> codes, String ids) {
    List<Check> checks =
        Grid.CATALOGUE.checks().stream()
            .filter(c -> c.table().equals("tumour") && c.id().startsWith(ids))
            .toList();
    Staged rows = Staged.of("tumour", field, "topography");
    long record = 0;
    for (String code : codes) {
      for (String topography : Grid.TOPOGRAPHIES) {
        rows.row("grid.csv", ++record, code, topography);
      }
    }
    TreeSet<String> failing = new TreeSet<>();
    for (Row row :
        Checks.verdicts(rows.conformed(spark), checks, mapping(), LocalDate.of(2023, 12, 31))
            .where(StagedColumns.FINDINGS + " <> ''")
            .collectAsList()) {
      failing.add(
          row.getString(0) + " " + row.getString(1) + " " + row.getAs(StagedColumns.FINDINGS));
    }
    return failing;
  }

  private static Mapping mapping() {
    return new Mapping(
        "m",
        "tumour",
        TextFormat.STANDARD,
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        Map.of(),
        List.of(),
        List.of(),
        false,
        false);
  }
}
