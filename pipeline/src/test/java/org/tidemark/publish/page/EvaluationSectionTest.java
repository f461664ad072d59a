package org.tidemark.publish.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the programme changed, and what was left of it. */
class EvaluationSectionTest {
  private static final String HEADING = "Did the programme help, and does it last?";
  private static final Reading READING = Fixture.reading(Fixture.evaluated());
  private static final Table EFFECTS = EffectTable.of(READING).orElseThrow();
  private static final Table LASTING = LastingTable.of(READING).orElseThrow();

  private static List<String> line(Table table, int row) {
    return table.rows().get(row).stream()
        .map(cell -> cell.text() + (cell.under().isEmpty() ? "" : " | " + cell.under()))
        .map(EvaluationSectionTest::plain)
        .toList();
  }

  private static String plain(String text) {
    return text.replace(Wording.NBSP, " ");
  }

  private static Row answer(String csv) {
    Reading reading = Fixture.reading(Fixture.table("evaluation", csv));
    List<Row> answers = EvaluationRows.answers(reading);
    assertThat(answers).hasSize(1);
    return answers.get(0);
  }

  @Test
  void theEffectAgainstOtherSitesIsToldBeforeAMereChange() {
    Message message = ChangeMessage.of(READING);
    assertThat(plain(message.sentence()))
        .isEqualTo(
            "Against sites without the programme its start raised “Breast cancer stage I–II at"
                + " diagnosis” by 15.2 percentage points (95 % CI 5.7 to 24.7; p = 0.007, adjusted"
                + " over 2 answers by Holm; 18 sites), if both would otherwise have moved alike.");
    assertThat(message.figure()).isEqualTo("+15.2");
  }

  @Test
  void oneLineAQuestionAndNoneForTheComparisonOfSites() {
    assertThat(EFFECTS.head())
        .containsExactly("Question", "Reading", "Method", "Value", "p value", "Sites");
    assertThat(EFFECTS.rows().stream().map(row -> row.get(0).text()))
        .containsExactly(
            "Meetings held?",
            "Alike in all groups?",
            "Early stage?",
            "Is the target reached?",
            "Reports sooner?");
  }

  @Test
  void theMainEstimatorAnswersWithItsAdjustedP() {
    assertThat(line(EFFECTS, 2))
        .containsExactly(
            "Early stage? | OUT-01 · Breast cancer stage I–II at diagnosis",
            "Higher than without the programme, beyond chance, which is better.",
            "Callaway–Sant’Anna | Mean of the cohorts' effects, percentage points;"
                + " against never-treated sites, varying base",
            "+15.2 points | 95 % CI 5.7 to 24.7",
            "p = 0.007 | adjusted over 2 answers by Holm; alone p = 0.004",
            "18 | 13 treated");
  }

  @Test
  void ofSeveralErrorsTheRecommendedOneAnswers() {
    assertThat(line(EFFECTS, 0))
        .contains(
            "No effect beyond chance is seen.",
            "+8.1 points | 95 % CI −0.4 to 16.2",
            "p = 0.061",
            "18 | 13 treated");
    assertThat(line(EFFECTS, 0).get(2)).startsWith("Two-way fixed effects, wild cluster bootstrap");
  }

  @Test
  void theAnswerOfAFamilyGoesBeforeTheOthers() {
    String head = "indicator,question,method,estimand,cohort,time,value,family,status,note\n";
    String mean = "mean effect on treated sites from the start on";
    Row row =
        answer(
            head
                + "A,q,twfe,"
                + mean
                + ",,,1,,OK,few clusters: the bias-reduced error is recommended\n"
                + "A,q,twfe-cr2,"
                + mean
                + ",,,2,,OK,\n"
                + "A,q,twfe-wild-bootstrap,"
                + mean
                + ",,,3,main,OK,\n");
    assertThat(row.text("method")).isEqualTo("twfe-wild-bootstrap");
  }

  @Test
  void withoutFamilyFewClustersAskForTheBiasReducedErrorAndManyForThePlainOne() {
    String head = "indicator,question,method,estimand,cohort,time,value,family,status,note\n";
    String others =
        "A,q,twfe-cr2,mean effect,,,2,,OK,\nA,q,twfe-wild-bootstrap,mean effect,,,3,,OK,\n";
    String few =
        "A,q,twfe,mean effect,,,1,,OK,few clusters: the bias-reduced error is recommended\n";
    String many = "A,q,twfe,mean effect,,,1,,OK,cluster-robust error\n";
    assertThat(answer(head + few + others).text("method")).isEqualTo("twfe-cr2");
    assertThat(answer(head + many + others).text("method")).isEqualTo("twfe");
  }

  @Test
  void inequalityIsToldFromTheStartOnAndAsAnIndex() {
    assertThat(line(EFFECTS, 1))
        .contains(
            "Higher towards the last group, beyond chance.",
            "+0.11 | 95 % CI 0.01 to 0.21",
            "none");
  }

  @Test
  void whatIsInsufficientSaysWhyAndHasNoFigure() {
    assertThat(line(EFFECTS, 4))
        .contains("Too few data | Fewer than 2 treated sites")
        .endsWith("none", "none", "none");
  }

  @Test
  void hiddenFiguresAndTheirNotesAreNowhere() {
    assertThat(line(EFFECTS, 3)).contains("Hidden", "none");
    assertThat(Fixture.page(Fixture.evaluated()))
        .contains(HEADING)
        .doesNotContain("777777", "777,777", "888888", "888,888", "canary");
  }

  @Test
  void theSectionIsAbsentWhereNothingButAChangeWasAsked() {
    assertThat(Fixture.page(Fixture.full())).doesNotContain(HEADING);
    assertThat(Fixture.page(Fixture.withheld())).doesNotContain(HEADING);
    assertThat(Fixture.page(Fixture.only("none"))).doesNotContain(HEADING);
  }

  @Test
  void theCourseIsDrawnWithItsBandAndSaysWhatItShows() {
    List<Panel> courses = EffectCourse.of(READING);
    assertThat(courses).hasSize(1);
    Figure figure = courses.get(0).figure().orElseThrow();
    assertThat(figure.title())
        .isEqualTo(
            "Breast cancer stage I–II at diagnosis: higher than without the programme, beyond"
                + " chance, which is better");
    assertThat(figure.subtitle())
        .contains("percentage points", "Callaway–Sant’Anna", "Early stage?");
    assertThat(figure.notes()).anyMatch(note -> note.contains("joint p 0.412"));
    Drawing wide = figure.layouts().get(0);
    assertThat(wide.title()).isEqualTo(figure.title());
    assertThat(wide.desc())
        .contains("−3: +1.5 (−4.5 to 7.5)", "0: +1.8;", "+2: +18.8 (8.8 to 28.8).");
  }

  @Test
  void theBandBreaksWhereATimeHasNone() {
    Drawing wide = EffectCourse.of(READING).get(0).figure().orElseThrow().layouts().get(0);
    List<Mark> bands = marks(wide, "band");
    assertThat(bands).hasSize(2);
    assertThat(marks(wide, "marker open a")).hasSize(3);
    assertThat(marks(wide, "marker a")).hasSize(3);
  }

  @Test
  void theLineOfNoEffectStandsAtZeroOfTheScale() {
    Drawing wide = EffectCourse.of(READING).get(0).figure().orElseThrow().layouts().get(0);
    Mark zero =
        wide.marks().stream().filter(mark -> mark.text().equals("0")).findFirst().orElseThrow();
    double y = Double.parseDouble(zero.y()) - 4;
    assertThat(marks(wide, "zero").get(0).path()).startsWith("M56 ").contains(" " + trimmed(y));
  }

  private static String trimmed(double y) {
    return Wording.decimal(y, 1).replaceFirst("\\.0$", "");
  }

  private static List<Mark> marks(Drawing drawing, String css) {
    return drawing.marks().stream().filter(mark -> mark.css().equals(css)).toList();
  }

  @Test
  void theTableOfACourseHoldsEffectsLimitsAndBands() {
    Table table = EffectCourse.of(READING).get(0).figure().orElseThrow().table();
    assertThat(line(table, 0)).containsExactly("−3", "+1.5", "−1.5 to 4.5", "−4.5 to 7.5");
    assertThat(line(table, 3)).containsExactly("0", "+1.8", "−2.7 to 6.3", "");
    assertThat(table.rows()).hasSize(6);
  }

  @Test
  void atMostThreeCoursesAreDrawnAndNoneOfASinglePoint() {
    StringBuilder csv =
        new StringBuilder("indicator,question,method,estimand,cohort,time,value,status\n");
    for (int q = 0; q < 5; q++) {
      String start = "A,q" + q + ",callaway-santanna,";
      csv.append(start).append("mean of the cohorts' effects,,,1,OK\n");
      for (int e = 0; e < (q == 0 ? 1 : 2); e++) {
        csv.append(start).append("effect by periods since the start,,e+" + e + ",1,OK\n");
      }
    }
    Reading reading = Fixture.reading(Fixture.table("evaluation", csv.toString()));
    List<Panel> courses = EffectCourse.of(reading);
    assertThat(
            IntStream.range(0, courses.size()).mapToObj(i -> courses.get(i).figure().orElseThrow()))
        .extracting(Figure::id)
        .containsExactly("effects-1", "effects-2", "effects-3");
    assertThat(courses.get(0).figure().orElseThrow().subtitle()).contains("q1");
  }

  @Test
  void whatLastsIsToldByYearAfterExit() {
    assertThat(line(LASTING, 0))
        .containsExactly(
            "Meetings held? | first year after exit · MDT-03",
            "At least nine tenths of the level were kept, beyond chance.",
            "98.8 % | 95 % CI 94.1 to 103.8",
            "−1.0 points | 95 % CI −5.2 to 3.1",
            "95.8 % | 95 % CI 74.8 to 121.2",
            "8 | 8 treated");
    assertThat(line(LASTING, 1))
        .contains(
            "−9.4 points | 95 % CI −16.7 to −2.1",
            "Too few data | the gain itself is not beyond chance");
  }

  @Test
  void whatCannotBeToldOfLastingSaysWhy() {
    assertThat(LASTING.rows()).hasSize(3);
    assertThat(line(LASTING, 2).get(1))
        .isEqualTo(
            "Too few data | Fewer than 5 sites with figures before the start, in the last year and"
                + " after exit");
    assertThat(LastingTable.losses(READING).stream().map(EvaluationSectionTest::plain))
        .containsExactly(
            "MDT-03: half of the sites had fallen below nine tenths of their level 2 periods after"
                + " exit (95 % CI 1 to 2).",
            "PAT-01 · Biopsy turnaround, receipt to report: how long the level holds cannot be"
                + " told: fewer than 5 sites with figures after exit.");
  }

  @Test
  void aRiseIsALossWhereLowerIsBetter() {
    Reading reading =
        Fixture.reading(
            Fixture.table(
                "evaluation",
                "indicator,question,method,estimand,value,lower,upper,status\n"
                    + "PAT-01,Sooner?,sustainability,median periods from exit to the first above"
                    + " ten ninths of the level,3,2,5,OK\n"));
    assertThat(LastingTable.losses(reading).stream().map(EvaluationSectionTest::plain))
        .singleElement()
        .asString()
        .contains(
            "had risen above ten ninths of their level, which is worse, 3 periods after exit");
  }

  @Test
  void unitsAndSignsFollowTheEstimand() {
    Row days = Row.of(Map.of("estimand", "mean effect, days", "value", "-3.25", "method", "twfe"));
    assertThat(EvaluationWords.value(READING, days)).isEqualTo("−3.3");
    Row share = Row.of(Map.of("estimand", "share over all sites", "value", "62.34"));
    assertThat(plain(EvaluationWords.value(READING, share))).isEqualTo("62.3 %");
    assertThat(EvaluationWords.interval(share)).isEmpty();
  }
}
