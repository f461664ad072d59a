package org.tidemark.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The edit checks by rule tables over every code, against the rules written out again here: what a
 * table says must be what the rule says, for all codes and for codes that are not known.
 */
@DisplayName("Edit checks over all codes")
class EditChecksTest {
  private static final String WITHOUT_MICROSCOPE =
      "8000 8150-8154 8170 8270-8281 8800 8960 9050 9100 9140 9350 9380 9384 9500 9510 9530-9539"
          + " 9590 9732 9761 9800";
  private static final String T = "9702 9705 9708 9709 9716-9719 9724 9726 9729 9827 9834 9837";
  private static final String B = "9670-9699 9712 9728 9737 9738 9811-9818 9823 9833 9836";
  private static final String OVARIAN =
      "8313 8441-8444 8451 8460 8462-8463 8470-8474 8593 8600-8602 8610 8620-8623 8632 8641 8660"
          + " 8670 9000 9013-9015 9090-9091";
  private static final Set<String> RULED = Set.of("C17", "C18", "C33", "C34", "C58", "C61", "C69");
  private static final int OLDEST = 120;

  @Test
  @DisplayName("sex and morphology, behaviours 0 to 3")
  void sexAndMorphology() {
    Grid check = Grid.of("SEX-MORPHOLOGY");
    for (int m : Grid.MORPHOLOGIES) {
      for (int behaviour = 0; behaviour <= 3; behaviour++) {
        boolean male =
            Grid.in(m, "8905 8930-8931 9103-9104 8380-8384 8482 8934 8950-8951 " + OVARIAN)
                || (m == 9084 && behaviour == 3);
        boolean female = Grid.in(m, "8080 9061-9063 9102");
        for (String sex : List.of("1", "2", "3", "9")) {
          boolean expected = sex.equals("1") ? male : sex.equals("2") && female;
          assertThat(check.fails("C809", m, sex, 50, behaviour, null, null))
              .as("sex %s, %d/%d", sex, m, behaviour)
              .isEqualTo(expected);
        }
      }
    }
  }

  @Test
  @DisplayName("age and morphology")
  void ageAndMorphology() {
    Grid check = Grid.of("AGE-MORPHOLOGY");
    for (int m : Grid.MORPHOLOGIES) {
      for (int age = 0; age <= OLDEST; age++) {
        boolean expected =
            (age <= 25 && Grid.in(m, "9732 9823"))
                || (age >= 15
                    && Grid.in(m, "8910 8960-8962 8970 8981 8991 9072 9470 9490 9500 9687"))
                || (age < 15 && Grid.in(m, "9724 9732 9823"));
        assertThat(check.fails("C809", m, 1, age, 3, null, null))
            .as("%d years, %d", age, m)
            .isEqualTo(expected);
      }
      assertThat(check.fails("C809", m, 1, null, 3, null, null)).isFalse();
    }
  }

  @Test
  @DisplayName("age and topography")
  void ageAndTopography() {
    Grid check = Grid.of("AGE-TOPOGRAPHY");
    Set<String> young =
        Set.of("C15", "C19", "C20", "C21", "C23", "C24", "C50", "C53", "C54", "C55");
    for (String t : Grid.TOPOGRAPHIES) {
      String site = t.substring(0, 3);
      for (int age = 0; age <= OLDEST; age++) {
        boolean expected =
            (age < 5 && (site.equals("C53") || site.equals("C61")))
                || (age < 20 && (young.contains(site) || t.equals("C384")));
        assertThat(check.fails(t, null, 1, age, null, null, null))
            .as("%d years, %s", age, t)
            .isEqualTo(expected);
      }
      assertThat(check.fails(t, null, 1, null, null, null, null)).isFalse();
    }
  }

  @Test
  @DisplayName("age, topography and morphology: every age to 60 at the sites of the rules")
  void ageTopographyAndMorphology() {
    Grid check = Grid.of("AGE-TOPOGRAPHY-MORPHOLOGY");
    int wrong = 0;
    for (String t : Grid.TOPOGRAPHIES) {
      for (int m : Grid.MORPHOLOGIES) {
        int step = RULED.contains(t.substring(0, 3)) ? 1 : 10;
        for (int age = 0; age <= 60; age += step) {
          wrong +=
              check.fails(t, m, 1, age, 3, null, null) == unlikely(age, t.substring(0, 3), m)
                  ? 0
                  : 1;
        }
      }
    }
    assertThat(wrong).isZero();
    assertThat(check.fails("C619", 8140, 1, null, 3, null, null)).isFalse();
  }

  private static boolean unlikely(int age, String site, int m) {
    return switch (site) {
      case "C61" -> age < 40 && m / 10 == 814;
      case "C17" -> age < 20 && m < 9590;
      case "C33", "C34", "C18" -> age < 20 && m / 10 != 824;
      case "C69" -> age > 5 && m >= 9510 && m <= 9512;
      case "C58" -> (age < 15 || age > 45) && m == 9100;
      default -> false;
    };
  }

  @Test
  @DisplayName("site and histology: every topography and morphology")
  void siteAndHistology() {
    Grid check = Grid.of("SITE-HISTOLOGY");
    List<SharedRules.Family> families = SharedRules.families();
    assertThat(families).hasSize(70);
    Set<String> wrong = new TreeSet<>();
    for (String t : Grid.TOPOGRAPHIES) {
      for (int m : Grid.MORPHOLOGIES) {
        boolean expected = families.stream().anyMatch(f -> f.breaks(t, m));
        if (check.fails(t, m, 1, 50, 3, null, null) != expected) {
          wrong.add(t + " " + m);
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  @DisplayName("grade: every morphology, behaviour and grade")
  void grade() {
    Grid check = Grid.of("GRADE-MORPHOLOGY");
    SoftAssertions all = new SoftAssertions();
    for (int m : Grid.MORPHOLOGIES) {
      for (int behaviour : new int[] {0, 1, 2, 3, 6, 9}) {
        for (int grade = 1; grade <= 8; grade++) {
          all.assertThat(check.fails("C809", m, 1, 50, behaviour, grade, null))
              .as("%d/%d, grade %d", m, behaviour, grade)
              .isEqualTo(behaviour != 3 || !graded(m, grade));
        }
        all.assertThat(check.fails("C809", m, 1, 50, behaviour, 9, null)).isFalse();
        all.assertThat(check.fails("C809", m, 1, 50, behaviour, null, null)).isFalse();
      }
    }
    all.assertAll();
  }

  /** Grades 1 to 8 that a malignant tumour may have; 9714 may be of T or null cells. */
  private static boolean graded(int m, int grade) {
    boolean fixed =
        (!Grid.in(m, "8331 9187 9511") || grade == 1)
            && (!Grid.in(m, "8249 8332 9083 9243 9372") || grade == 2)
            && (!Grid.in(m, "8631 8634") || grade == 3)
            && (!Grid.in(m, "8020 8021 8805 9062 9082 9392 9401 9451 9505 9512") || grade == 4);
    boolean lineage = grade < 5 || m >= 9590;
    boolean cells =
        Grid.in(m, T)
            ? grade == 5
            : Grid.in(m, B)
                ? grade == 6
                : m == 9948
                    ? grade == 8
                    : m == 9714
                        ? grade == 5 || grade == 7
                        : !Grid.in(m, "9700-9719") || grade == 5 || grade == 8;
    return fixed && lineage && cells;
  }

  @Test
  @DisplayName("basis: every topography, morphology and basis")
  void basis() {
    Grid check = Grid.of("BASIS-MORPHOLOGY");
    int wrong = 0;
    for (String t : Grid.TOPOGRAPHIES) {
      for (int m : Grid.MORPHOLOGIES) {
        boolean melanoma = m == 8720 && (t.startsWith("C69") || t.startsWith("C44"));
        boolean accepted = melanoma || Grid.in(m, WITHOUT_MICROSCOPE);
        for (int basis = 0; basis <= 9; basis++) {
          boolean expected = (basis <= 4 || basis == 9) && !accepted;
          wrong += check.fails(t, m, 1, 50, 3, null, basis) == expected ? 0 : 1;
        }
      }
    }
    assertThat(wrong).isZero();
  }

  @Test
  @DisplayName("behaviour: every morphology")
  void behaviour() {
    Grid check = Grid.of("MORPHOLOGY-BEHAVIOUR");
    Map<String, Map<String, Boolean>> pairs = Grid.listedPairs();
    for (int m : Grid.MORPHOLOGIES) {
      for (String behaviour : List.of("0", "1", "2", "3", "6", "9")) {
        boolean listed =
            pairs.getOrDefault(Integer.toString(m), Map.of()).getOrDefault(behaviour, false);
        assertThat(check.fails("C809", m, 1, 50, behaviour, null, null))
            .as("%d/%s", m, behaviour)
            .isEqualTo(!listed);
      }
      assertThat(check.fails("C809", m, 1, 50, null, null, null)).isFalse();
    }
  }
}
