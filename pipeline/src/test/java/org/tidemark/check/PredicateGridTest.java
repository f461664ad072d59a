package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
  private static final List<String> SITES = Grid.TOPOGRAPHIES;
  private static final List<String> BASES =
      List.of("0", "1", "2", "3", "4", "5", "6", "7", "8", "9");
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
    assertThat(failing(spark, "SEX-TOPOGRAPHY-", List.of("sex", "topography"), SEXES, SITES))
        .isEqualTo(expected);
  }

  @Test
  void topographyAndBehaviour(SparkSession spark) {
    TreeSet<String> expected = new TreeSet<>();
    for (String topography : Grid.TOPOGRAPHIES) {
      if (topography.matches("C(40|41|42|47|49|70|71|72).")) {
        expected.add("2 " + topography + " TOPOGRAPHY-BEHAVIOUR");
      }
    }
    List<String> fields = List.of("behaviour", "topography");
    assertThat(failing(spark, "TOPOGRAPHY-BEHAVIOUR", fields, BEHAVIOURS, SITES))
        .isEqualTo(expected);
  }

  @Test
  @DisplayName("basis and morphology at every site: microscopically verified and not specified")
  void verifiedWithoutMorphology(SparkSession spark) {
    List<String> morphologies = List.of("8000", "8001", "8140", "9990");
    TreeSet<String> expected = new TreeSet<>();
    for (String topography : SITES) {
      if (!topography.startsWith("C80") && !topography.startsWith("C42")) {
        for (int basis = 5; basis <= 8; basis++) {
          expected.add(basis + " 8000 " + topography + " MV-MORPHOLOGY");
        }
      }
    }
    List<String> fields = List.of("basis", "morphology", "topography");
    assertThat(failing(spark, "MV-MORPHOLOGY", fields, BASES, morphologies, SITES))
        .isEqualTo(expected);
  }

  @Test
  void behaviour(SparkSession spark) {
    assertThat(failing(spark, "BEHAVIOUR-SECONDARY", List.of("behaviour"), BEHAVIOURS))
        .containsExactly("6 BEHAVIOUR-SECONDARY", "9 BEHAVIOUR-SECONDARY");
  }

  @Test
  @DisplayName("basis and scheme: 3 is CanReg5's alone, 8 is no code of the IACR")
  void basisAndScheme(SparkSession spark) {
    List<String> fields = List.of("basis", "basis_scheme");
    List<String> schemes = List.of("iacr", "canreg5", "encr");
    assertThat(failing(spark, "BASIS-SCHEME", fields, BASES, schemes))
        .containsExactly("3 encr BASIS-SCHEME", "3 iacr BASIS-SCHEME", "8 iacr BASIS-SCHEME");
  }

  @Test
  @DisplayName("a death certificate only of a person who is not recorded as dead")
  void deathCertificateOnly(SparkSession spark) {
    List<String> fields = List.of("basis", "vital_status");
    assertThat(failing(spark, "DCO-VITAL-STATUS", fields, BASES, List.of("1", "2", "3", "9")))
        .containsExactly("0 1 DCO-VITAL-STATUS", "0 3 DCO-VITAL-STATUS", "0 9 DCO-VITAL-STATUS");
  }

  @Test
  @DisplayName("stage 0 and behaviour 2 go together, and an invasive tumour has no summary stage 0")
  void stageAndBehaviour(SparkSession spark) {
    List<String> stages = List.of("0", "1", "2", "3", "4", "9");
    TreeSet<String> expected = new TreeSet<>();
    for (String stage : stages) {
      for (String behaviour : BEHAVIOURS) {
        if (!stage.equals("9") && stage.equals("0") != behaviour.equals("2")) {
          expected.add(stage + " " + behaviour + " STAGE-IN-SITU");
        }
      }
    }
    assertThat(failing(spark, "STAGE-IN-SITU", List.of("stage", "behaviour"), stages, BEHAVIOURS))
        .isEqualTo(expected);
    List<String> fields = List.of("stage", "behaviour", "stage_scheme");
    List<String> schemes = List.of("S", "A", "D", "F", "ciS", "T1", "seer");
    assertThat(failing(spark, "STAGE-SUMMARY-INVASIVE", fields, stages, BEHAVIOURS, schemes))
        .containsExactly("0 3 seer STAGE-SUMMARY-INVASIVE");
  }

  @Test
  @DisplayName("every morphology: leukaemias and lymphomas are not staged by TNM")
  void haematopoieticTumours(SparkSession spark) {
    List<String> morphologies = Grid.MORPHOLOGIES.stream().map(String::valueOf).toList();
    List<String> sites = List.of("C421", "C446", "C509", "C690", "C779");
    TreeSet<String> expected = new TreeSet<>();
    for (int morphology : Grid.MORPHOLOGIES) {
      // TNM has categories of its own for lymphomas of the skin and of the eye.
      if (morphology >= 9590 && !Grid.in(morphology, "9597 9700 9701 9709 9718 9726")) {
        sites.stream()
            .filter(site -> !site.equals("C690"))
            .flatMap(s -> Stream.of(s + " tnm", s + " S"))
            .forEach(s -> expected.add(morphology + " " + s + " STAGE-HAEMATOPOIETIC"));
      }
    }
    List<String> fields = List.of("morphology", "topography", "stage_scheme");
    assertThat(
            failing(
                spark,
                "STAGE-HAEMATOPOIETIC",
                fields,
                morphologies,
                sites,
                List.of("tnm", "S", "A", "ann-arbor")))
        .isEqualTo(expected);
  }

  /** The combinations of codes that fail, each with the check. */
  @SafeVarargs
  private static TreeSet<String> failing(
      SparkSession spark, String ids, List<String> fields, List<String>... codes) {
    List<Check> checks =
        Grid.CATALOGUE.checks().stream()
            .filter(c -> c.table().equals("tumour") && c.id().startsWith(ids))
            .toList();
    assertThat(checks).isNotEmpty();
    Staged rows = Staged.of("tumour", fields.toArray(String[]::new));
    long record = 0;
    for (List<String> cells : combinations(codes)) {
      rows.row("grid.csv", ++record, cells.toArray(String[]::new));
    }
    TreeSet<String> failing = new TreeSet<>();
    for (Row row :
        Checks.of(checks, mapping(), LocalDate.of(2023, 12, 31))
            .verdicts(rows.conformed(spark))
            .where(StagedColumns.FINDINGS + " <> ''")
            .collectAsList()) {
      StringBuilder told = new StringBuilder();
      for (int i = 0; i < fields.size(); i++) {
        told.append(row.getString(i)).append(' ');
      }
      failing.add(told.append(row.<String>getAs(StagedColumns.FINDINGS)).toString());
    }
    return failing;
  }

  @SafeVarargs
  private static List<List<String>> combinations(List<String>... codes) {
    List<List<String>> all = List.of(List.of());
    for (List<String> field : codes) {
      List<List<String>> longer = new ArrayList<>();
      for (List<String> cells : all) {
        field.forEach(
            code -> {
              List<String> more = new ArrayList<>(cells);
              more.add(code);
              longer.add(more);
            });
      }
      all = longer;
    }
    return all;
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
