package org.tidemark.coding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tidemark.coding.MultiplePrimaries.Options;
import org.tidemark.coding.MultiplePrimaries.Standing;
import org.tidemark.coding.MultiplePrimaries.Tumour;
import org.tidemark.coding.MultiplePrimaries.Verdict;
import org.tidemark.model.Refusal;

/** Worked examples of the rules, each as a person might have it. */
class MultiplePrimariesTest {
  static MultiplePrimaries rules(String edition, boolean bladder, boolean unknownPrimaryOpen) {
    return MultiplePrimaries.of(
        Codes.rows("mp_topography"),
        Codes.rows("mp_histology"),
        new Options(edition, bladder, unknownPrimaryOpen));
  }

  private static final MultiplePrimaries RULES =
      rules(MultiplePrimaries.EDITION_LATER, false, false);

  private static Tumour tumour(String id, String date, String topography, String morphology) {
    return new Tumour(id, topography, morphology, "3", date);
  }

  private static Verdict counted(String id, String topography, String morphology) {
    return new Verdict(Standing.COUNTED, id, topography, morphology, "3");
  }

  private static Verdict merged(String into, String topography, String morphology) {
    return new Verdict(Standing.MERGED, into, topography, morphology, "3");
  }

  @Test
  void oneTumourIsOnePrimary() {
    assertThat(RULES.of(List.of(tumour("a", "2019", "C509", "8500"))))
        .containsExactly(counted("a", "C509", "8500"));
    assertThat(RULES.of(List.of())).isEmpty();
  }

  @Test
  void aSecondTumourOfTheSameOrganAndHistologyCountsThroughTheFirst() {
    // left breast 2012, right breast 2019: one cancer, of 2012, with the higher morphology
    assertThat(
            RULES.of(
                List.of(
                    tumour("right", "2019-03-01", "C504", "8520"),
                    tumour("left", "2012-05-07", "C502", "8500"))))
        .containsExactly(merged("left", "C502", "8520"), counted("left", "C502", "8520"));
  }

  @Test
  void differentHistologyInOneOrganCountsTwice() {
    assertThat(
            RULES.of(
                List.of(tumour("a", "2012", "C349", "8070"), tumour("b", "2012", "C341", "8140"))))
        .containsExactly(counted("a", "C349", "8070"), counted("b", "C341", "8140"));
  }

  @ParameterizedTest
  @CsvSource({
    // organs of several categories, at one time: the place that the rules name
    "2015-01-01, C019, 2015-01-01, C021, C029",
    "2015-01-01, C000, 2015-01-01, C040, C069",
    "2015-01-01, C099, 2015-01-01, C139, C140",
    "2015-01-01, C199, 2015-01-01, C209, C209",
    "2015-01-01, C239, 2015-01-01, C240, C249",
    "2015-01-01, C339, 2015-01-01, C341, C349",
    "2015-01-01, C402, 2015-01-01, C412, C419",
    "2015-01-01, C659, 2015-01-01, C672, C689",
    // of one category: its unspecified place, or the first where there is none
    "2015-01-01, C182, 2015-01-01, C187, C189",
    "2015-01-01, C480, 2015-01-01, C481, C480",
    // at different times: the place of the first
    "2015-01-01, C021, 2016-01-01, C019, C021",
    "2016-01-01, C019, 2015-01-01, C021, C021",
    // the same place needs no other
    "2015-01-01, C021, 2015-01-01, C021, C021",
    // not known to be at different times
    "2015, C021, 2015-06-01, C019, C029",
    "2015-05, C021, 2015-06-01, C019, C021"
  })
  void theCountedPlaceDependsOnTime(
      String date, String place, String otherDate, String otherPlace, String counted) {
    assertThat(
            RULES.of(
                List.of(
                    tumour("a", date, place, "8070"), tumour("b", otherDate, otherPlace, "8070"))))
        .extracting(Verdict::topography)
        .containsOnly(counted);
  }

  @Test
  void systemicCancersCountOnceWhereverTheyAre() {
    assertThat(
            RULES.of(
                List.of(
                    tumour("stomach", "2010", "C169", "9680"),
                    tumour("node", "2018", "C770", "9699"),
                    tumour("unspecified", "2008", "C421", "9591"),
                    tumour("hodgkin", "2011", "C779", "9650"),
                    tumour("skin", "2010", "C445", "9140"),
                    tumour("mouth", "2012", "C050", "9140"))))
        .containsExactly(
            merged("unspecified", "C421", "9699"),
            merged("unspecified", "C421", "9699"),
            counted("unspecified", "C421", "9699"),
            counted("hodgkin", "C779", "9650"),
            counted("skin", "C445", "9140"),
            merged("skin", "C445", "9140"));
  }

  @Test
  void theUnspecifiedGoesWithTheSpecifiedOfTheSameOrgan() {
    assertThat(
            RULES.of(
                List.of(
                    tumour("nos", "2010", "C341", "8000"),
                    tumour("carcinoma", "2011", "C342", "8050"),
                    tumour("small cell", "2012", "C343", "8041"))))
        .containsExactly(
            counted("nos", "C341", "8041"),
            // 8050 is the higher number, 8041 the more specific
            merged("nos", "C341", "8041"),
            merged("nos", "C341", "8041"));
  }

  @Test
  void besideTwoSpecifiedTheUnspecifiedGoesWithTheFirstDiagnosed() {
    assertThat(
            RULES.of(
                List.of(
                    tumour("nos", "2009", "C349", "8010"),
                    tumour("adeno", "2012", "C349", "8140"),
                    tumour("squamous", "2011", "C349", "8070"))))
        .containsExactly(
            counted("nos", "C349", "8070"),
            counted("adeno", "C349", "8140"),
            merged("nos", "C349", "8070"));
  }

  @Test
  void tumoursThatAreNotMalignantAreNotTouched() {
    List<Tumour> history =
        List.of(
            new Tumour("in situ", "C679", "8130", "2", "2010"),
            new Tumour("invasive", "C679", "8120", "3", "2012"),
            new Tumour("cervix", "C539", "8077", "2", "2012"));
    assertThat(RULES.of(history))
        .extracting(Verdict::standing)
        .containsExactly(Standing.OUTSIDE, Standing.COUNTED, Standing.OUTSIDE);
    assertThat(rules(MultiplePrimaries.EDITION_LATER, true, false).of(history))
        .containsExactly(
            new Verdict(Standing.COUNTED, "in situ", "C679", "8130", "3"),
            new Verdict(Standing.MERGED, "in situ", "C679", "8130", "3"),
            new Verdict(Standing.OUTSIDE, "cervix", "C539", "8077", "2"));
    assertThat(RULES.of(history.subList(0, 1)))
        .extracting(Verdict::standing)
        .containsExactly(Standing.OUTSIDE);
  }

  @Test
  void anUnknownPrimaryIsItsOwnCancerOrLeftOpen() {
    List<Tumour> history =
        List.of(
            tumour("unknown", "2010", "C809", "8010"),
            tumour("breast", "2012", "C509", "8500"),
            tumour("also unknown", "2013", "C809", "8010"));
    assertThat(RULES.of(history))
        .extracting(Verdict::standing)
        .containsExactly(Standing.COUNTED, Standing.COUNTED, Standing.MERGED);
    MultiplePrimaries open = rules(MultiplePrimaries.EDITION_LATER, false, true);
    assertThat(open.of(history))
        .extracting(Verdict::standing)
        .containsExactly(Standing.OPEN, Standing.COUNTED, Standing.MERGED);
    assertThat(
            open.of(
                List.of(
                    tumour("unknown", "2010", "C809", "8070"),
                    tumour("breast", "2012", "C509", "8500"))))
        .extracting(Verdict::standing)
        .containsExactly(Standing.COUNTED, Standing.COUNTED);
  }

  @Test
  void whatIsNotKnownMergesNothingByChance() {
    // without topography, organs cannot be the same; without morphology it is unspecified
    assertThat(
            RULES.of(
                List.of(
                    new Tumour("a", null, "8140", null, null),
                    new Tumour("b", null, "8140", null, null),
                    new Tumour("c", "C509", null, null, "2012"),
                    new Tumour("d", "C501", "8500", "3", null),
                    new Tumour("e", null, "9823", "3", null),
                    new Tumour("f", "C421", "9823", "3", null))))
        .extracting(Verdict::through)
        .containsExactly("a", "b", "c", "c", "f", "f");
  }

  @Test
  void aMorphologyOfNoGroupIsAGroupOfItsOwn() {
    List<Tumour> later =
        List.of(
            tumour("a", "2010", "C421", "9811"),
            tumour("b", "2012", "C770", "9811"),
            tumour("c", "2013", "C421", "9836"),
            tumour("d", "2013", "C739", "8339"),
            tumour("e", "2014", "C739", "8339"),
            tumour("f", "2014", "C709", "8339"));
    assertThat(rules(MultiplePrimaries.EDITION_2004, false, false).of(later))
        .extracting(Verdict::through)
        .containsExactly("a", "a", "c", "d", "d", "f");
    assertThat(RULES.of(later))
        .extracting(Verdict::through)
        .containsExactly("a", "a", "a", "d", "d", "f");
  }

  @Test
  void theRulesTravelToATask() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(RULES);
    }
    assertThat(bytes.size()).isLessThan(50_000);
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      MultiplePrimaries copy = (MultiplePrimaries) in.readObject();
      List<Tumour> history =
          List.of(tumour("a", "2019", "C509", "8500"), tumour("b", "2018", "C509", "8010"));
      assertThat(copy.of(history)).isEqualTo(RULES.of(history));
    }
  }

  @Test
  void aGroupThatGoesWithNoneOfTheTableIsRefused() {
    Map<String, String> row =
        Map.of(
            "code", "5",
            "edition", "own",
            "scope", "site",
            "absorbed_by", "1",
            "morphology", "8010");
    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(
            () ->
                MultiplePrimaries.of(
                    Codes.rows("mp_topography"), List.of(row), new Options("own", false, false)))
        .withMessageContaining("codes/mp_histology, column 'absorbed_by'");
  }

  @Test
  void anEditionThatTheTableLacksIsRefused() {
    assertThatIllegalArgumentException().isThrownBy(() -> rules("1991", false, false));
  }
}
