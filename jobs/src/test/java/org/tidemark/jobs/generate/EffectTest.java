package org.tidemark.jobs.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** The effect that the generator puts in can be read from the rows it writes. */
class EffectTest {
  private static final int SITES = 48;

  private final Drawn drawn = Drawn.eightSites();
  private final Map<String, String> intensive = drawn.intensive();

  /** A count of breast cancers with a known stage and of those in stage I or II. */
  private record Share(long early, long known) {
    double value() {
      return (double) early / known;
    }

    double variance() {
      return value() * (1 - value()) / known;
    }
  }

  @Test
  void stageOneAndTwoRiseAtTreatedSites() {
    Share before = share(p -> treated(p) && !after(p));
    Share since = share(p -> treated(p) && after(p));
    double gain = since.value() - before.value();
    double se = Math.sqrt(before.variance() + since.variance());
    // Over the first quarters the effect is not yet whole, and the drift of about six quarters
    // adds.
    assertThat(gain).isBetween(expectedGain() - 2.5 * se, expectedGain() + 2.5 * se);
    assertThat(gain).isGreaterThan(3 * se);
    assertThat(before.value()).isBetween(0.33, 0.43);
    assertThat(since.value()).isBetween(0.46, 0.56);
  }

  @Test
  void comparisonSitesDriftSlightly() {
    Share first = share(p -> !treated(p) && p.get("diagnosis_date").compareTo("2022-07-01") < 0);
    Share second = share(p -> !treated(p) && p.get("diagnosis_date").compareTo("2022-07-01") >= 0);
    double drift = second.value() - first.value();
    double se = Math.sqrt(first.variance() + second.variance());
    assertThat(drift).isBetween(6 * Caseload.DRIFT - 2.5 * se, 6 * Caseload.DRIFT + 2.5 * se);
  }

  @Test
  void manySitesShowTheEffectToAPercentagePoint() {
    double[] early = new double[2];
    double[] known = new double[2];
    for (Site site : Sites.first(SITES)) {
      for (Tumour tumour : Caseload.of(5, site)) {
        double progress = site.progress(tumour.dates().diagnosis());
        boolean breast = tumour.kind().morphology() == 8500;
        if (breast && tumour.staged() && (progress == 0 || progress == 1)) {
          int group = (int) progress;
          known[group]++;
          early[group] += tumour.stage() <= 2 ? 1 : 0;
        }
      }
    }
    double gain = early[1] / known[1] - early[0] / known[0];
    assertThat(gain).isBetween(Caseload.EARLY_GAIN - 0.01, Caseload.EARLY_GAIN + 0.03);
  }

  @Test
  void stockOutsAndTurnaroundFall() {
    assertThat(stockOut(true)).isLessThan(0.6 * stockOut(false));
    assertThat(meanTurnaround(true)).isLessThan(0.75 * meanTurnaround(false));
  }

  /** What the sites' own progress and drift make of the gain, with the cases that were reported. */
  private double expectedGain() {
    double[] sum = new double[2];
    int[] count = new int[2];
    for (Site site : Sites.first(8)) {
      for (Map<String, String> p : breasts()) {
        if (p.get("site_id").equals(site.id()) && treated(p)) {
          Quarter quarter = Quarter.of(LocalDate.parse(p.get("diagnosis_date")));
          int group = after(p) ? 1 : 0;
          double drift = Caseload.DRIFT * quarter.since(Quarter.REPORTED.get(0));
          sum[group] +=
              site.baseline().early() + drift + Caseload.EARLY_GAIN * site.progress(quarter);
          count[group]++;
        }
      }
    }
    return sum[1] / count[1] - sum[0] / count[0];
  }

  private Share share(Predicate<Map<String, String>> group) {
    List<Map<String, String>> known =
        breasts().stream().filter(group).filter(p -> !p.get("stage_group").equals("9")).toList();
    long early = known.stream().filter(p -> "12".contains(p.get("stage_group"))).count();
    return new Share(early, known.size());
  }

  private List<Map<String, String>> breasts() {
    return drawn.rows("care_pathway").stream()
        .filter(p -> p.get("topography").startsWith("C50") && p.get("sex").equals("2"))
        .toList();
  }

  private boolean treated(Map<String, String> row) {
    return intensive.containsKey(row.get("site_id"));
  }

  private boolean after(Map<String, String> row) {
    return row.get("diagnosis_date").compareTo(intensive.get(row.get("site_id"))) >= 0;
  }

  private boolean since(Map<String, String> row, String date) {
    return Optional.ofNullable(intensive.get(row.get("site_id")))
        .filter(start -> row.get(date).compareTo(start.substring(0, row.get(date).length())) >= 0)
        .isPresent();
  }

  private double stockOut(boolean after) {
    List<Map<String, String>> months =
        drawn.rows("medicine_stock").stream()
            .filter(m -> treated(m) && since(m, "period") == after)
            .toList();
    double out = months.stream().mapToInt(m -> Integer.parseInt(m.get("days_out"))).sum();
    return out / months.stream().mapToInt(m -> Integer.parseInt(m.get("days_observed"))).sum();
  }

  private double meanTurnaround(boolean after) {
    return drawn.counting("path_specimen").stream()
        .filter(s -> treated(s) && since(s, "received_at") == after)
        .filter(s -> !s.get("reported_at").isEmpty())
        .mapToLong(
            s ->
                LocalDate.parse(s.get("reported_at")).toEpochDay()
                    - LocalDate.parse(s.get("received_at")).toEpochDay())
        .average()
        .orElseThrow();
  }
}
