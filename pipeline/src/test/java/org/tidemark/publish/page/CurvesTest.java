package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Incidence by age and survival: what is drawn, what is left as a gap, and what is said of it. */
class CurvesTest {
  private static final String AGES =
      "area,cancer,sex,period,age_group,measure,correction,interval,value,lower,upper,cases,status\n";

  private static Figure ages(String... rows) {
    StringBuilder csv = new StringBuilder(AGES);
    for (String row : rows) {
      csv.append("north,all,").append(row).append('\n');
    }
    Reading reading = Fixture.reading(Fixture.table("incidence", csv.toString()));
    return AgeCurve.of(reading).figure().orElseThrow();
  }

  private static String age(String sex, String group, String figures) {
    return sex + ",2010," + group + ",age_specific_rate,none,byar," + figures;
  }

  private static long count(Figure figure, String css) {
    return figure.layouts().get(0).marks().stream().filter(m -> m.css().equals(css)).count();
  }

  @Test
  void titleIsTheFinding() {
    Figure figure =
        ages(age("1", "0-4", "2,1,4,20,OK"), age("1", "75+", "2438.4,2300,2500,900,OK"));
    assertThat(figure.title())
        .isEqualTo("The rate is highest in men aged 75 and over: 2,438.4 per 100,000 person-years");
    assertThat(figure.subtitle()).endsWith("by sex: All cancers, North, 2010");
  }

  @Test
  void zeroIsDrawnHollowOnItsOwnLineAndSaid() {
    Figure figure =
        ages(
            age("1", "0-4", "3,1,4,20,OK"),
            age("1", "5-9", "0,0,0.2,0,OK"),
            age("1", "10-14", "4,3,6,30,OK"));
    assertThat(count(figure, "marker open a")).isEqualTo(1);
    assertThat(count(figure, "marker a")).isEqualTo(2);
    assertThat(count(figure, "line a")).isZero();
    assertThat(figure.notes()).anyMatch(note -> note.startsWith("A rate of zero has no place"));
  }

  @Test
  void hiddenRateIsAGapAndTheTableSaysHidden() {
    Figure figure =
        ages(
            age("2", "0-4", "3,1,4,20,OK"),
            age("2", "5-9", "777777,7,7,3,SUPPRESSED"),
            age("2", "10-14", "4,3,6,30,OK"),
            age("2", "15-19", "5,4,7,31,OK"));
    assertThat(count(figure, "line b")).isEqualTo(1);
    assertThat(count(figure, "marker b")).isEqualTo(3);
    assertThat(figure.notes())
        .contains("1 rate is not shown and left as a gap; the table says why.");
    assertThat(figure.table().rows().get(1)).extracting(Cell::text).contains("hidden");
    assertThat(figure.layouts().get(0).desc()).doesNotContain("5-9", "777");
  }

  @Test
  void agesAreOrderedAsNumbers() {
    Figure figure =
        ages(
            age("1", "75+", "9,8,10,90,OK"),
            age("1", "5-9", "3,1,4,20,OK"),
            age("1", "10-14", "4,3,6,30,OK"));
    assertThat(figure.table().rows().stream().map(row -> row.get(0).text()))
        .containsExactly("5–9", "10–14", "75+");
  }

  @Test
  void bothSexesTogetherServeWhereTheyAreNotTold() {
    Figure figure = ages(age("", "0-4", "3,1,4,20,OK"), age("", "5-9", "4,2,5,20,OK"));
    assertThat(figure.table().head())
        .containsExactly("Age group", "Both sexes: rate", "Both sexes: cases");
  }

  @Test
  void onlyZeroesAreNoCurve() {
    String csv = AGES + "north,all," + age("1", "0-4", "0,0,1,0,OK") + "\n";
    Panel panel = AgeCurve.of(Fixture.reading(Fixture.table("incidence", csv)));
    assertThat(panel.figure()).isEmpty();
    assertThat(panel.absent()).startsWith("Incidence by age: ");
  }

  @Test
  void survivalStartsAtAllAndCarriesTheNumberAtRisk() {
    Figure figure = SurvivalCurve.of(Fixture.reading(Fixture.full())).figure().orElseThrow();
    assertThat(figure.title().replace(Wording.NBSP, " "))
        .isEqualTo("Net survival is 42.1 % at 10 years after diagnosis");
    List<Mark> marks = figure.layouts().get(0).marks();
    assertThat(marks).extracting(Mark::text).contains("5,971", "3,920", "2,716", "2,165", "1,585");
    assertThat(count(figure, "band")).isEqualTo(1);
    assertThat(count(figure, "marker a")).isEqualTo(4);
  }

  @Test
  void limitsAboveOneHundredPercentStayOnThePaper() {
    String csv =
        "measure,method,interval,approach,years,value,lower,upper,at_risk,cases,status\n"
            + "net,pohar-perme,log,complete,1,1.01,0.95,1.08,50,120,OK\n";
    Figure figure =
        SurvivalCurve.of(Fixture.reading(Fixture.table("survival", csv))).figure().orElseThrow();
    String band =
        figure.layouts().get(0).marks().stream()
            .filter(mark -> mark.css().equals("band"))
            .findFirst()
            .orElseThrow()
            .path();
    assertThat(band).startsWith("M56 16L720 16L");
    assertThat(figure.table().rows().get(0).get(2).text()).isEqualTo("95.0 to 108.0");
  }

  @Test
  void groupsStandBesideEachOtherAndHiddenOnesSaySo() {
    String csv =
        "measure,method,interval,approach,years,sex,age_group,stage,age_standard,value,lower,upper,"
            + "cases,status,deprivation\n"
            + "net,pohar-perme,log,complete,5,,,,,0.5,0.4,0.6,300,OK,\n"
            + "net,pohar-perme,log,complete,5,,,,icss-1,0.48,0.4,0.6,300,OK,\n"
            + "net,pohar-perme,log,complete,5,1,,,,0.45,0.4,0.5,150,OK,\n"
            + "net,pohar-perme,log,complete,5,2,,,,0.55,0.5,0.6,150,OK,\n"
            + "net,pohar-perme,log,complete,5,2,75+,,,0.11,0.1,0.2,50,OK,\n"
            + "net,pohar-perme,log,complete,5,,,4,,777777,7,7,3,SUPPRESSED,\n"
            + "net,pohar-perme,log,complete,5,,,,,0.47,0.4,0.6,140,OK,5\n";
    Figure figure =
        SurvivalGroups.of(Fixture.reading(Fixture.table("survival", csv))).figure().orElseThrow();
    assertThat(figure.table().rows().stream().map(row -> row.get(0).text()))
        .containsExactly(
            "All cases", "Age-standardised (ICSS-1)", "Men", "Women", "Stage IV", "Deprivation: 5");
    assertThat(figure.table().rows().get(4)).extracting(Cell::text).contains("hidden");
    assertThat(figure.title().replace(Wording.NBSP, " "))
        .isEqualTo("Five-year net survival runs from 55.0 % (women) to 45.0 % (men)");
  }

  @Test
  void oneGroupIsNoComparison() {
    String csv =
        "measure,method,interval,approach,years,value,lower,upper,cases,status\n"
            + "net,pohar-perme,log,complete,5,0.5,0.4,0.6,300,OK\n";
    assertThat(SurvivalGroups.of(Fixture.reading(Fixture.table("survival", csv))).figure())
        .isEmpty();
  }
}
