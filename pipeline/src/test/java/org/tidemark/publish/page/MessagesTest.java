package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The five sentences, word by word. */
class MessagesTest {
  private static final Reading FULL = Fixture.reading(Fixture.full());
  private static final Reading WITHHELD = Fixture.reading(Fixture.withheld());
  private static final Reading NONE = Fixture.reading(Fixture.only());

  private static String plain(Message message) {
    return message.sentence().replace(Wording.NBSP, " ");
  }

  @Test
  void incidenceNamesTheTopOfEachSexAndLeavesAllCancersOut() {
    Message message = IncidenceMessage.of(FULL);
    assertThat(plain(message))
        .isEqualTo(
            "By age-standardised rate, the most frequent cancers in North in 2008 to 2010 were"
                + " prostate among men, 57.5 (95 % CI 54.2 to 61.1; 1,111 cases), and breast among"
                + " women, 34.9 (95 % CI 32.6 to 37.4; 836 cases). Rates are per 100,000"
                + " person-years, Segi–Doll world standard; age was known for 99.7 % of these"
                + " cases.");
    assertThat(message.figure()).isEqualTo("57.5");
    assertThat(message.unit()).isEqualTo("per 100,000: prostate, men");
  }

  @Test
  void incidenceOfOneSexIsToldAlone() {
    PublishedRows women =
        table ->
            Fixture.full().rows(table).stream().filter(row -> !"1".equals(row.get("sex"))).toList();
    assertThat(plain(IncidenceMessage.of(Fixture.reading(women))))
        .startsWith(
            "By age-standardised rate, the most frequent cancer in North in 2008 to 2010 was breast"
                + " among women, 34.9 (95 % CI 32.6 to 37.4; 836 cases). Rates");
  }

  @Test
  void skinCancerOtherThanMelanomaIsNotRankedAndThatIsSaid() {
    String csv =
        "area,cancer,sex,period,measure,standard,correction,interval,value,lower,upper,cases,status\n"
            + "north,C44,1,2010,asr,segi-doll,none,fay-feuer,90,80,100,900,OK\n"
            + "north,C61,1,2010,asr,segi-doll,none,fay-feuer,50,40,60,500,OK\n";
    assertThat(plain(IncidenceMessage.of(Fixture.reading(Fixture.table("incidence", csv)))))
        .isEqualTo(
            "By age-standardised rate, the most frequent cancer in North in 2010 was C61 among men,"
                + " 50.0 (95 % CI 40.0 to 60.0; 500 cases). Rates are per 100,000 person-years,"
                + " Segi–Doll world standard; skin cancer other than melanoma is not ranked.");
  }

  @Test
  void survivalSaysWhatNetMeansAndHowManyWereStillFollowed() {
    Message message = SurvivalMessage.of(FULL);
    assertThat(plain(message))
        .isEqualTo(
            "Five years after diagnosis, net survival was 44.1 % (95 % CI 42.6 to 45.7; all cases"
                + " followed up, 5,971 cases; 2,165 still followed then): the share who would be"
                + " alive if this cancer were the only cause of death.");
    assertThat(message.figure()).isEqualTo("44.1\u00a0%");
  }

  @Test
  void stageNamesItsDenominatorAndCoverage() {
    assertThat(plain(IndicatorMessages.of(FULL).stage()))
        .isEqualTo(
            "In 2023, 56.2 % (95 % CI 52.6 to 59.8; 412 of 733) of women with breast cancer whose"
                + " stage was known were diagnosed at stage I or II; stage was known for 82.0 %; 7 of 8 sites"
                + " reported.");
  }

  @Test
  void pathologyGivesMedianAndNinetiethPercentileInItsUnit() {
    Message message = IndicatorMessages.of(FULL).pathology();
    assertThat(plain(message))
        .isEqualTo(
            "In 2023, half of the biopsies had their report within 9 working days (95 % CI 8 to 10;"
                + " n = 1,954), and nine in ten within 24 working days; 7 of 8 sites reported.");
    assertThat(message.figure() + " " + message.unit())
        .isEqualTo("9 working days, for half of the biopsies");
  }

  @Test
  void changeIsNotCausalAndNeverHasPZero() {
    Message message = ChangeMessage.of(FULL);
    assertThat(plain(message))
        .isEqualTo(
            "The start of the programme was followed by an increase of 9.1 percentage points (95 %"
                + " CI 3.9 to 14.3; p < 0.001; 6 sites) in “Breast cancer stage I–II at diagnosis”:"
                + " a change, not a measured effect, for there was no comparison.");
    assertThat(message.figure()).isEqualTo("+9.1");
  }

  @Test
  void changeIsClearOnlyIfItsIntervalExcludesNone() {
    assertThat(plain(change("-4.2,-9.0,0.6,0.08")))
        .isEqualTo(
            "The start of the programme was followed by no clear change in “Breast cancer stage"
                + " I–II at diagnosis”: −4.2 percentage points (95 % CI −9.0 to 0.6; p = 0.080; 6"
                + " sites).");
    assertThat(plain(change("-4.2,-8.0,-0.4,0.03")))
        .startsWith(
            "The start of the programme was followed by a decrease of 4.2 percentage points (95 %"
                + " CI −8.0 to −0.4; p = 0.030; 6 sites)");
    assertThat(change("-4.2,-8.0,-0.4,0.03").figure()).isEqualTo("−4.2");
  }

  private static Message change(String figures) {
    String csv =
        "indicator,method,estimand,cohort,time,value,lower,upper,p,units,status\n"
            + "OUT-01,pre-post,difference of shares,,,"
            + figures
            + ",6,OK\n";
    return ChangeMessage.of(Fixture.reading(Fixture.table("evaluation", csv)));
  }

  @Test
  void ratioIsToldAsTimes() {
    String csv =
        "indicator,method,estimand,cohort,time,value,lower,upper,units,status\n"
            + "WRK-01,pre-post,rate ratio,,,1.254,1.04,1.51,6,OK\n";
    Message message = ChangeMessage.of(Fixture.reading(Fixture.table("evaluation", csv)));
    assertThat(plain(message))
        .startsWith(
            "After the start of the programme “Oncologists per 1,000 new cases” was 1.25 times its"
                + " level before (95 % CI 1.04 to 1.51; 6 sites)");
  }

  @Test
  void reportingTellsWhatArrivedAndWhatWasOnTime() {
    assertThat(plain(IndicatorMessages.of(FULL).reporting()))
        .isEqualTo(
            "In 2023, 84.0 % (95 % CI 77.3 to 89.0; 126 of 150) of the reports expected from the"
                + " sites arrived; 79.3 % arrived on time.");
  }

  @Test
  void smallDenominatorHasNoDecimalsAndTheUnitIsNamed() {
    PublishedRows site =
        table ->
            Fixture.full().rows(table).stream()
                .filter(row -> !"programme".equals(row.get("level")))
                .toList();
    assertThat(plain(IndicatorMessages.of(Fixture.reading(site)).stage()))
        .startsWith(
            "In 2023 (Amani Teaching Hospital), 66 % (95 % CI 53 to 76; 40 of 61) of women");
  }

  @Test
  void proportionsAndPercentagesReadTheSame() {
    String csv =
        "indicator,level,unit_id,period,stratum,statistic,value,lower,upper,numerator,"
            + "denominator,target,status\n"
            + "OUT-01,programme,p,2023,,share,0.5620736,0.526,0.598,412,733,0.6,OK\n";
    Reading reading = Fixture.reading(Fixture.table("indicator", csv));
    assertThat(plain(IndicatorMessages.of(reading).stage()))
        .startsWith("In 2023, 56.2 % (95 % CI 52.6 to 59.8; 412 of 733) of women");
    assertThat(Scorecard.of(reading).orElseThrow().rows().get(0).get(3).text())
        .isEqualTo("60\u00a0%");
  }

  @Test
  void withheldFiguresAreExplainedNotPrinted() {
    assertThat(all(WITHHELD))
        .extracting(MessagesTest::plain)
        .containsExactly(
            "Incidence of the most frequent cancers: no figure can be given, because it rests on so"
                + " few people that it could identify one, or would reveal such a figure.",
            "Net survival at five years: no figure can be given, because there are too few data to"
                + " compute it.",
            "Share of breast cancers diagnosed at stage I or II: no figure can be given, because it"
                + " rests on so few people that it could identify one, or would reveal such a"
                + " figure.",
            "Time from biopsy to report: no figure can be given, because there are too few data to"
                + " compute it.",
            "Change since the programme began: no figure can be given, because there are too few"
                + " data to compute it.",
            "Reports received: no figure can be given, because nothing was reported where a report"
                + " was due.");
    assertThat(all(WITHHELD)).noneMatch(Message::found);
  }

  @Test
  void whatWasNotComputedIsSaid() {
    assertThat(all(NONE))
        .allSatisfy(
            message -> assertThat(message.sentence()).endsWith("not computed in this run."));
  }

  @Test
  void markedFiguresCarryTheirMark() {
    String csv =
        "indicator,level,unit_id,period,stratum,statistic,value,lower,upper,numerator,"
            + "denominator,status\n"
            + "OUT-01,programme,p,2023,,share,50,26,74,6,12,LOW_RELIABILITY\n";
    Reading reading = Fixture.reading(Fixture.table("indicator", csv));
    assertThat(plain(IndicatorMessages.of(reading).stage()))
        .isEqualTo(
            "In 2023, 50 % (95 % CI 26 to 74; 6 of 12) of women with breast cancer whose stage was"
                + " known were diagnosed at stage I or II. Few cases: read it with care.");
  }

  private static List<Message> all(Reading reading) {
    IndicatorMessages indicators = IndicatorMessages.of(reading);
    return List.of(
        IncidenceMessage.of(reading),
        SurvivalMessage.of(reading),
        indicators.stage(),
        indicators.pathology(),
        ChangeMessage.of(reading),
        indicators.reporting());
  }
}
