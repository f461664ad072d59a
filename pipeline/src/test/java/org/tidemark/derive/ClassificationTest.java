package org.tidemark.derive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Programme;

/** Which groups a tumour stands in, by every kind of list. */
@DisplayName("The classification of tumours")
class ClassificationTest {
  private static final Catalogue CATALOGUE = CatalogueReader.read(Optional.empty());
  private static final List<String> LISTS =
      List.of("ci5", "ci5-icd10", "globocan-icd10", "nordcan", "iccc-3-0-14", "iccc-3-0-19");
  private static final Classification ALL = of(LISTS, Programme.Coding.STANDARD);

  private static Classification of(List<String> names, Programme.Coding coding) {
    return Groupings.of(CATALOGUE, names, coding);
  }

  private static List<String> in(String grouping, List<Classification.Group> groups) {
    return groups.stream()
        .filter(g -> g.grouping().equals(grouping))
        .map(Classification.Group::cancer)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    // breast; melanoma of unknown site; lymphoma of the stomach; a woman's germ-cell tumour
    "C504, 8500, 2, C50, C50, 180",
    "C809, 8720, 1, C43, C43, 290",
    "C169, 9680, 1, C82-C86+C96, C82-C86+C96, 360",
    "C809, 9060, 2, C56, C56, 220",
    "C809, 9060, 1, C62, C62, 250",
    "C421, 9861, 1, C92-C94, C91-C95, 404"
  })
  void countsMalignantTumoursByTheirIcd10Code(
      String site, String histology, String sex, String ci5, String globocan, String nordcan) {
    List<Classification.Group> groups = ALL.of(site, histology, "3", sex, 60);
    assertThat(in("", groups)).as("all cancers").containsExactly("");
    assertThat(in("ci5-icd10", groups)).contains(ci5, "All cancers");
    assertThat(in("globocan-icd10", groups)).contains(globocan);
    assertThat(in("nordcan", groups)).contains(nordcan, "980");
    assertThat(in("iccc-3-0-14", groups)).as("an adult").isEmpty();
    assertThat(in(Classification.NOT_CONVERTED, groups)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        // meningioma, in situ carcinoma of the bladder, uncertain tumour of the bladder
        "C700, 9530, 0, none, 320",
        "C679, 8120, 2, C67, 280",
        "C679, 8130, 1, C67, 280",
        // in situ carcinoma of the breast, polyp of the colon
        "C509, 8500, 2, none, none",
        "C189, 8210, 0, none, none"
      })
  void takesInTumoursThatAreNotMalignantWhereAGroupNamesThem(
      String site, String histology, String behaviour, String ci5, String nordcan) {
    List<Classification.Group> groups = ALL.of(site, histology, behaviour, "1", 60);
    assertThat(in("", groups)).as("all cancers are malignant").isEmpty();
    assertThat(in("ci5", groups)).as("a list by site takes in malignant tumours").isEmpty();
    assertThat(in("ci5-icd10", groups))
        .isEqualTo(ci5 == null ? List.of() : List.of(ci5, "All cancers", "All cancers but C44"));
    if (nordcan == null) {
      assertThat(in("nordcan", groups)).isEmpty();
    } else {
      assertThat(in("nordcan", groups)).contains(nordcan, "980");
    }
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "none",
      value = {
        "C421, 9811, 3, 4, I I(a) All childhood cancers, I I(a) All childhood cancers",
        "C692, 9510, 3, 14, V All childhood cancers, V All childhood cancers",
        "C692, 9510, 3, 15, '', V All childhood cancers",
        "C692, 9510, 3, 20, '', ''",
        "C692, 9510, 3, none, '', ''",
        // a benign tumour of the brain belongs, one of the colon does not
        "C751, 9350, 1, 9, III III(e) All childhood cancers, III III(e) All childhood cancers",
        "C189, 8210, 0, 9, '', ''"
      })
  void groupsChildrenByIccc(
      String site, String histology, String behaviour, Integer age, String young, String all) {
    List<Classification.Group> groups = ALL.of(site, histology, behaviour, "1", age);
    assertThat(String.join(" ", in("iccc-3-0-14", groups))).isEqualTo(young);
    assertThat(String.join(" ", in("iccc-3-0-19", groups))).isEqualTo(all);
  }

  @Test
  void agesOfOneBandHaveTheSameGroups() {
    for (int age = 0; age <= 100; age++) {
      assertThat(ALL.of("C421", "9811", "3", "1", ALL.band(age)))
          .as("age " + age)
          .isEqualTo(ALL.of("C421", "9811", "3", "1", age));
    }
    assertThat(of(List.of("ci5"), Programme.Coding.STANDARD).band(3)).isNull();
  }

  @Test
  void saysWhyATumourHasNoCode() {
    assertThat(in(Classification.NOT_CONVERTED, ALL.of("C421", "8140", "2", "1", 60)))
        .containsExactly("IMPOSSIBLE_SITE");
    List<Classification.Group> secondary = ALL.of("C220", "8140", "6", "1", 60);
    assertThat(in("nordcan", secondary)).as("a metastasis is no case").isEmpty();
    Classification asPrimary =
        of(LISTS, Programme.Coding.STANDARD.icd10("2010", "unknown-primary"));
    assertThat(in("ci5-icd10", asPrimary.of("C220", "8140", "6", "1", 60))).startsWith("O&U");
  }

  @Test
  void givesTheCodesOfTheAskedEdition() {
    Classification before =
        of(LISTS, Programme.Coding.STANDARD.icd10("before-2010", "unclassified"));
    assertThat(before.editions()).containsEntry("icd10", "ICD-10 before 2010 (CanReg5 2008)");
    assertThat(ALL.editions())
        .containsEntry("icd10", "ICD-10 2010 (CanReg5 2022)")
        .containsEntry("groups nordcan", "NORDCAN entities by ICD-10")
        .containsEntry("groups iccc-3-0-14", "ICCC-3/IARC-2017");
    assertThat(of(List.of("ci5"), Programme.Coding.STANDARD).editions())
        .as("no edition of a table that nothing asks for")
        .containsOnlyKeys("groups ci5");
  }

  @Test
  void groupsByCodeNeedTheConversion() {
    Map<String, Grouping> byCode = Map.of("nordcan", ALL.groupings().get("nordcan"));
    assertThatThrownBy(() -> Classification.of(byCode))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
