package org.tidemark.resolve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.tidemark.catalogue.CatalogueReader;
import org.tidemark.catalogue.Check;
import org.tidemark.coding.MultiplePrimaries;

/** The tumours of one person, in worked cases of the rules. */
@DisplayName("A person's history")
class PersonHistoryTest {
  private static Map<String, String> judged(Person person) {
    return person.judged(Person.rules());
  }

  @Test
  void tumoursOfOneOrganAndHistologyCountOnceWithTheFirstDateAndTheHigherMorphology() {
    assertThat(
            judged(
                Person.of()
                    .with("late", "C187", "8480", "incidence_date", "2021-05-01")
                    .with("first", "C180", "8140", "incidence_date", "2012")))
        .containsEntry("first", "C180 8480/3")
        .containsEntry("late", "MP-SAME-HISTOLOGY first");
  }

  @Test
  void severalOrgansOrHistologiesAreSeveralCancers() {
    assertThat(
            judged(
                Person.of()
                    .with("colon", "C187", "8140")
                    .with("rectum", "C209", "8140")
                    .with("lymphoma", "C187", "9680")
                    .with("polyp", "C187", "8210", "behaviour", "0")))
        .containsEntry("colon", "C187 8140/3")
        .containsEntry("rectum", "C209 8140/3")
        .containsEntry("lymphoma", "C187 9680/3")
        .containsEntry("polyp", "C187 8210/0");
  }

  @Test
  void simultaneousTumoursOfOneGroupHaveTheSiteOfTheGroup() {
    assertThat(judged(Person.of().with("one", "C019", "8070").with("two", "C021", "8070")))
        .containsEntry("one", "C029 8070/3")
        .containsEntry("two", "MP-SAME-HISTOLOGY one");
  }

  @Test
  void anUnspecifiedHistologyGoesWithASpecifiedOneOfTheOrgan() {
    assertThat(
            judged(
                Person.of()
                    .with("nos", "C341", "8000", "incidence_date", "2018-01-01")
                    .with("small", "C349", "8041", "incidence_date", "2019-01-01")))
        .containsEntry("nos", "C341 8041/3")
        .containsEntry("small", "MP-UNSPECIFIED-HISTOLOGY nos");
  }

  @Test
  void leukaemiaAndKaposiSarcomaCountOnceWhateverTheSite() {
    assertThat(
            judged(
                Person.of()
                    .with("skin", "C445", "9140", "incidence_date", "2018-01-01")
                    .with("node", "C770", "9140")
                    .with("blood", "C421", "9861")))
        .containsEntry("skin", "C445 9140/3")
        .containsEntry("node", "MP-ONCE-A-PERSON skin")
        .containsEntry("blood", "C421 9861/3");
  }

  @Test
  void theEditionsOfTheGroupsDiffer() {
    // 9811 came after 2004; the later groups hold it with the B-cell neoplasms.
    Person person = Person.of().with("one", "C770", "9680").with("two", "C421", "9811");
    assertThat(person.judged(Person.rules(MultiplePrimaries.EDITION_2004, false, false)))
        .containsEntry("one", "C770 9680/3")
        .containsEntry("two", "C421 9811/3");
    assertThat(person.judged(Person.rules()).values())
        .anyMatch(state -> state.startsWith("MP-ONCE-A-PERSON"));
  }

  @Test
  void theProgrammeSettlesBladderAndUnknownPrimary() {
    Person bladder =
        Person.of()
            .with("in situ", "C679", "8130", "behaviour", "2", "incidence_date", "2017")
            .with("invasive", "C670", "8120");
    assertThat(judged(bladder)).containsEntry("invasive", "C670 8120/3");
    assertThat(bladder.judged(Person.rules(MultiplePrimaries.EDITION_LATER, true, false)))
        .containsEntry("in situ", "C679 8130/3")
        .containsEntry("invasive", "MP-SAME-HISTOLOGY in situ");
    Person unknown = Person.of().with("lung", "C341", "8140").with("unknown", "C809", "8140");
    assertThat(judged(unknown)).containsEntry("unknown", "C809 8140/3");
    assertThat(unknown.judged(Person.rules(MultiplePrimaries.EDITION_LATER, false, true)))
        .containsEntry("unknown", "C809 8140/3 MP-UNKNOWN-PRIMARY");
  }

  @Test
  void theSameTumourOfTwoRegistriesCountsAsTheMoreTrustedRecordHasIt() {
    assertThat(
            judged(
                Person.of()
                    .sent(
                        "a",
                        "dated by year",
                        "C509",
                        "8500",
                        "behaviour",
                        "2",
                        "incidence_date",
                        "2019")
                    .sent(
                        "b",
                        "dated by day",
                        "C509",
                        "8500",
                        "behaviour",
                        "2",
                        "incidence_date",
                        "2019-04-05")
                    .sent("a", "other side", "C504", "8500", "behaviour", "2")))
        .containsEntry("dated by day", "C509 8500/2")
        .containsEntry("dated by year", "MP-SAME-TUMOUR dated by day")
        .containsEntry("other side", "C504 8500/2");
    assertThat(
            judged(
                Person.of()
                    .sent("a", "right", "C509", "8500", "behaviour", "2", "laterality", "1")
                    .sent("b", "left", "C509", "8500", "behaviour", "2", "laterality", "2")))
        .as("the sides differ")
        .containsEntry("right", "C509 8500/2")
        .containsEntry("left", "C509 8500/2");
    assertThat(
            judged(
                Person.of()
                    .with("one", "C509", "8500", "behaviour", "2")
                    .with("two", "C509", "8500", "behaviour", "2")))
        .as("one registry says that they are two")
        .containsEntry("one", "C509 8500/2")
        .containsEntry("two", "C509 8500/2");
  }

  @Test
  void whatWasSentTwiceCountsThroughTheTumourThatCounts() {
    assertThat(
            judged(
                Person.of()
                    .sent("a", "first", "C187", "8140", "incidence_date", "2010-01-01")
                    .sent("a", "again", "C188", "8140", "incidence_date", "2019-01-01")
                    .sent(
                        "b",
                        "again there",
                        "C188",
                        "8140",
                        "incidence_date",
                        "2019",
                        "basis",
                        "1")))
        .containsEntry("first", "C187 8140/3")
        .containsEntry("again", "MP-SAME-HISTOLOGY first")
        .containsEntry("again there", "MP-SAME-TUMOUR first");
  }

  @Test
  void recordsThatDisagreeAboutThePersonAreFoundAndNotJoined() {
    assertThat(
            judged(Person.of().with("one", "C187", "8140").with("two", "C188", "8140", "sex", "2")))
        .containsEntry("one", "C187 8140/3 PERSON-SEX")
        .containsEntry("two", "C188 8140/3 PERSON-SEX");
    assertThat(
            judged(
                Person.of()
                    .with("one", "C187", "8140", "birth_date", "1950-02-03")
                    .with("two", "C188", "8140", "birth_date", "1972")))
        .containsEntry("one", "C187 8140/3 PERSON-BIRTH-DATE")
        .containsEntry("two", "C188 8140/3 PERSON-BIRTH-DATE");
    assertThat(
            judged(
                Person.of()
                    .with("one", "C187", "8140", "birth_date", "1950-02-03")
                    .with("two", "C187", "8140", "birth_date", "1950-02-08")))
        .as("a day's difference is a slip: found, and joined")
        .containsEntry("one", "C187 8140/3 PERSON-BIRTH-DATE")
        .containsEntry("two", "MP-SAME-HISTOLOGY one PERSON-BIRTH-DATE");
    assertThat(
            judged(
                Person.of()
                    .with("one", "C187", "8140", "birth_date", "1950", "sex", "9")
                    .with("two", "C187", "8140", "birth_date", "1950-02-08")))
        .as("unknown is no disagreement")
        .containsEntry("two", "MP-SAME-HISTOLOGY one");
  }

  private static Decisions decided(String tumour, HistoryRule... rules) {
    return new Decisions(Map.of(List.of("a", tumour), Set.of(rules)));
  }

  @Test
  void aTumourThatWasDecidedToStandForItselfIsNotJoinedAndTheOthersAre() {
    Person person =
        Person.of()
            .with("first", "C180", "8140", "incidence_date", "2012")
            .with("second", "C187", "8480", "incidence_date", "2015")
            .with("third", "C182", "8210", "incidence_date", "2019");
    assertThat(judged(person)).containsEntry("first", "C180 8480/3");
    assertThat(person.judged(Person.rules(), decided("second", HistoryRule.MP_SAME_HISTOLOGY)))
        .containsEntry("first", "C180 8210/3")
        .containsEntry("second", "C187 8480/3 ~MP-SAME-HISTOLOGY")
        .containsEntry("third", "MP-SAME-HISTOLOGY first");
    assertThat(person.judged(Person.rules(), decided("second", HistoryRule.MP_ONCE_A_PERSON)))
        .as("another rule than the one that speaks")
        .isEqualTo(judged(person));
  }

  @Test
  void ofTwoRegistriesTheSameCodesMayBeTwoTumours() {
    Person person =
        Person.of().sent("b", "kept", "C509", "8500", "stage", "2").with("again", "C509", "8500");
    assertThat(judged(person)).containsEntry("again", "MP-SAME-TUMOUR kept");
    assertThat(person.judged(null, decided("again", HistoryRule.MP_SAME_TUMOUR)))
        .containsEntry("kept", "C509 8500/3")
        .containsEntry("again", "C509 8500/3 ~MP-SAME-TUMOUR");
  }

  @Test
  void aReviewedDisagreementIsMarkedAndJoinsNothing() {
    Person person = Person.of().with("one", "C187", "8140").with("two", "C187", "8140", "sex", "2");
    assertThat(person.judged(Person.rules(), decided("one", HistoryRule.PERSON_SEX)))
        .containsEntry("one", "C187 8140/3 ~PERSON-SEX")
        .containsEntry("two", "C187 8140/3 PERSON-SEX");
  }

  @Test
  void theOrderOfRecordsChangesNothing() {
    Random random = new Random(7);
    for (int round = 0; round < 200; round++) {
      List<TumourRecord> records = new ArrayList<>(Persona.random(random).records());
      Map<TumourRecord, PersonHistory.Outcome> once =
          PersonHistory.of(records, Person.rules(), Decisions.NONE);
      Collections.shuffle(records, random);
      assertThat(PersonHistory.of(records, Person.rules(), Decisions.NONE)).isEqualTo(once);
      assertThat(once.values().stream().filter(o -> o.merged() == null)).isNotEmpty();
      once.values().stream()
          .filter(o -> o.merged() != null)
          .forEach(o -> assertThat(once.get(o.through()).merged()).isNull());
    }
  }

  @Test
  void everyRuleIsDeclaredWithItsMessage() {
    List<Check> checks = CatalogueReader.read(Optional.empty()).checks();
    for (HistoryRule rule : EnumSet.allOf(HistoryRule.class)) {
      assertThat(checks)
          .anySatisfy(
              check -> {
                assertThat(check.table() + " " + check.id()).isEqualTo("tumour " + rule.id());
                assertThat(check.severity()).isNotEqualTo(Check.Severity.INVALID);
              });
    }
  }

  /** Persons as registries send them. */
  private static final class Persona {
    private static final List<String> SITES =
        List.of("C180", "C187", "C209", "C509", "C679", "C809", "C421", "C770", "C341");
    private static final List<String> HISTOLOGIES =
        List.of("8000", "8140", "8480", "8070", "9680", "9591", "9861", "9140", "8130");
    private static final List<String> DATES =
        List.of("2010", "2010-05", "2010-05-01", "2019-05-01", "2019", "2020-01-01");

    private static Person random(Random random) {
      Person person = Person.of();
      int tumours = 2 + random.nextInt(5);
      for (int i = 0; i < tumours; i++) {
        person.sent(
            random.nextBoolean() ? "a" : "b",
            "t" + random.nextInt(3),
            any(SITES, random),
            any(HISTOLOGIES, random),
            "incidence_date",
            any(DATES, random),
            "behaviour",
            random.nextInt(4) == 0 ? "2" : "3",
            "sex",
            random.nextInt(20) == 0 ? "2" : "1");
      }
      return person;
    }

    private static String any(List<String> values, Random random) {
      return values.get(random.nextInt(values.size()));
    }
  }
}
