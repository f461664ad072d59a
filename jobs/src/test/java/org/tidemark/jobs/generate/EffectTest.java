package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The effect that the generator puts in can be read from the rows it writes. */
@DisplayName("The true effect")
class EffectTest {
  /** Ten times the sample: what is left of chance is small beside the effect. */
  private static final Drawn MANY = Drawn.of(5, 240);

  private static final Quarter LAST = new Quarter(2023, 4);

  private final Map<String, Site> sites =
      Sites.first(240).stream().collect(Collectors.toMap(Site::id, s -> s));

  @Test
  void growsInEqualStepsAndIsKeptOrLost() {
    Site kept = Sites.first(1).get(0);
    Site lost = Sites.first(3).get(2);
    Quarter begin = kept.begins().get();
    Effect early = Effect.EARLY_STAGE;
    assertThat(early.of(kept, begin.plus(-1))).isZero();
    assertThat(early.of(kept, begin)).isCloseTo(0.20 / 6, within(1e-12));
    assertThat(early.of(kept, begin.plus(5))).isCloseTo(0.20, within(1e-12));
    assertThat(early.of(kept, LAST)).isCloseTo(0.20, within(1e-12));
    assertThat(early.of(lost, lost.leaves().get().plus(2))).isCloseTo(0.10, within(1e-12));
    assertThat(early.of(lost, LAST)).isZero();
    assertThat(Effect.MEETINGS_HELD.of(kept, begin)).isEqualTo(0.25);
  }

  @Test
  void comparisonSitesHaveNone() {
    for (Site site : Sites.first(24)) {
      boolean any = Quarter.REPORTED.stream().anyMatch(q -> Effect.TURNAROUND.of(site, q) != 0);
      assertThat(any).isEqualTo(site.treated());
    }
  }

  /** The figures that the sample's README states. */
  @Test
  void hasTheMeanThatTheReadMeStates() {
    assertThat(mean(Effect.EARLY_STAGE)).isCloseTo(0.1506, within(5e-5));
    assertThat(mean(Effect.MEETINGS_HELD)).isCloseTo(0.2208, within(5e-5));
    assertThat(mean(Effect.TURNAROUND)).isBetween(-4.85, -4.75);
  }

  private static double mean(Effect effect) {
    return Sites.first(24).stream()
        .filter(site -> site.treated() && (effect != Effect.TURNAROUND || site.offers("PATH")))
        .flatMapToDouble(
            site ->
                Quarter.REPORTED.stream()
                    .filter(q -> q.compareTo(site.begins().get()) >= 0)
                    .mapToDouble(q -> effect.of(site, q)))
        .average()
        .orElseThrow();
  }

  @Test
  void showsInTheStageAtDiagnosis() {
    List<Map<String, String>> known =
        MANY.counting("care_pathway").stream()
            .filter(p -> p.get("topography").startsWith("C50") && p.get("sex").equals("2"))
            .filter(p -> !p.get("stage_group").equals("9"))
            .toList();
    Function<Map<String, String>, Double> early = p -> "12".contains(p.get("stage_group")) ? 1. : 0;
    assertThat(gain(known, "diagnosis_date", early)).isCloseTo(0.20, within(0.03));
  }

  @Test
  void showsInTheMeetingsHeld() {
    Function<Map<String, String>, Double> held = m -> m.get("held").equals("true") ? 1. : 0;
    double gain = gain(MANY.counting("tb_meeting"), "planned_date", held);
    assertThat(gain).isCloseTo(0.25, within(0.03));
  }

  @Test
  void showsInTheTurnaround() {
    List<Map<String, String>> reported =
        MANY.counting("path_specimen").stream()
            .filter(s -> !s.get("reported_at").isEmpty())
            .toList();
    // Six working days of the median are some nine calendar days of the mean.
    assertThat(gain(reported, "received_at", EffectTest::days)).isBetween(-10.5, -7.5);
  }

  @Test
  void showsInStockOutsAndInWaiting() {
    Function<Map<String, String>, Double> out = m -> m.get("days_out").equals("0") ? 0. : 1;
    double treated =
        mean(MANY.counting("medicine_stock"), m -> whole(m.get("site_id"), month(m)), out);
    double others = mean(MANY.counting("medicine_stock"), m -> !site(m).treated(), out);
    assertThat(treated - others).isCloseTo(-0.28, within(0.04));
    List<Map<String, String>> begun =
        MANY.counting("care_pathway").stream()
            .filter(p -> !p.get("first_treatment_date").isEmpty())
            .toList();
    // Fourteen days of the median; the longest waits end in death or beyond the data.
    assertThat(gain(begun, "diagnosis_date", EffectTest::waiting)).isBetween(-18.0, -11.0);
  }

  @Test
  void isLostAfterTheProgrammeAtHalfOfTheSitesItLeft() {
    Function<Map<String, String>, Double> held = m -> m.get("held").equals("true") ? 1. : 0;
    double kept = mean(MANY.counting("tb_meeting"), m -> after(m) && site(m).keeps(), held);
    double lost = mean(MANY.counting("tb_meeting"), m -> after(m) && !site(m).keeps(), held);
    assertThat(kept).isCloseTo(TumourBoardReport.HELD + 0.25, within(0.03));
    assertThat(lost).isCloseTo(TumourBoardReport.HELD, within(0.03));
  }

  /** The change at treated sites to where the effect is whole, less that of comparison sites. */
  private double gain(
      List<Map<String, String>> rows, String date, Function<Map<String, String>, Double> value) {
    Predicate<Map<String, String>> treated = r -> site(r).treated() && site(r).leaves().isEmpty();
    Predicate<Map<String, String>> early = r -> r.get(date).compareTo("2019-10-01") < 0;
    Predicate<Map<String, String>> late = r -> r.get(date).compareTo("2022-07-01") >= 0;
    double at = mean(rows, treated.and(late), value) - mean(rows, treated.and(early), value);
    Predicate<Map<String, String>> other = r -> !site(r).treated();
    double elsewhere = mean(rows, other.and(late), value) - mean(rows, other.and(early), value);
    return at - elsewhere;
  }

  private Site site(Map<String, String> row) {
    return sites.get(row.get("site_id"));
  }

  private boolean whole(String site, Quarter quarter) {
    return Effect.STOCK_OUT.of(sites.get(site), quarter) == Effect.STOCK_OUT.gain();
  }

  private static Quarter month(Map<String, String> row) {
    return Quarter.of(LocalDate.parse(row.get("period") + "-01"));
  }

  private boolean after(Map<String, String> row) {
    return site(row).leaves().isPresent() && row.get("planned_date").compareTo("2023-01-01") >= 0;
  }

  private static double days(Map<String, String> row) {
    return LocalDate.parse(row.get("reported_at")).toEpochDay()
        - LocalDate.parse(row.get("received_at")).toEpochDay();
  }

  private static double waiting(Map<String, String> row) {
    return LocalDate.parse(row.get("first_treatment_date")).toEpochDay()
        - LocalDate.parse(row.get("diagnosis_date")).toEpochDay();
  }

  private static double mean(
      List<Map<String, String>> rows,
      Predicate<Map<String, String>> which,
      Function<Map<String, String>, Double> value) {
    return rows.stream().filter(which).mapToDouble(value::apply).average().orElseThrow();
  }
}
