package org.tidemark.stats.panel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Reference;
import org.tidemark.stats.Shortfall;
import org.tidemark.stats.panel.CallawaySantAnna.Aggregate;
import org.tidemark.stats.panel.CallawaySantAnna.Design;
import org.tidemark.stats.panel.CallawaySantAnna.GroupTime;

final class CallawaySantAnnaTest {
  private static final Design LATER = new Design(true, false);

  private static CallawaySantAnna reference(CSVRecord row) {
    Design design =
        new Design(
            row.get("control_group").equals("notyettreated"),
            row.get("base_period").equals("universal"));
    return CallawaySantAnna.of(ReferencePanel.panel(), design).get();
  }

  private static void check(CSVRecord row, Effect effect) {
    Reference.close(row, "att", effect.value(), 1e-10);
    if (Reference.missing(row, "se")) {
      assertThat(effect.se()).as("se of record %d", row.getRecordNumber()).isEmpty();
    } else {
      Reference.close(row, "se", effect.se().getAsDouble(), 1e-8);
    }
  }

  @Test
  void meetsTheReferenceByCohortAndPeriod() {
    Map<String, CallawaySantAnna> fits = new HashMap<>();
    List<CSVRecord> rows = ReferencePanel.expected("expected_callaway_santanna_att_gt.csv");
    for (CSVRecord row : rows) {
      String key = row.get("control_group") + row.get("base_period");
      CallawaySantAnna fit = fits.computeIfAbsent(key, k -> reference(row));
      GroupTime cell =
          fit.groupTimes().stream()
              .filter(c -> c.cohort() == Reference.integer(row, "group"))
              .filter(c -> c.period() == Reference.integer(row, "t"))
              .findFirst()
              .orElseThrow();
      check(row, cell.effect());
    }
    assertThat(fits.values().stream().mapToInt(f -> f.groupTimes().size()).sum())
        .isEqualTo(rows.size());
  }

  @Test
  void meetsTheReferenceInEveryAggregate() {
    Map<String, CallawaySantAnna> fits = new HashMap<>();
    List<CSVRecord> rows = ReferencePanel.expected("expected_callaway_santanna_aggregated.csv");
    for (CSVRecord row : rows) {
      String key = row.get("control_group") + row.get("base_period");
      Aggregate aggregate = aggregate(fits.computeIfAbsent(key, k -> reference(row)), row);
      if (row.get("type").equals("group") && row.get("level").equals("overall")) {
        checkSlip(row, aggregate.overall());
        continue;
      }
      check(
          row,
          row.get("level").equals("overall")
              ? aggregate.overall()
              : aggregate.levels().get(Reference.integer(row, "level")).effect());
    }
    assertThat(fits).hasSize(4);
  }

  /** The reference has an error of the package here: our value, and the package's, both known. */
  private static void checkSlip(CSVRecord row, Effect effect) {
    boolean later = row.get("control_group").equals("notyettreated");
    PackageSlip written = new PackageSlip(ReferencePanel.panel(), later, 9, 13, 17);
    Reference.close(row, "att", effect.value(), 1e-10);
    Reference.close(row, "se", written.error(true), 1e-8);
    assertThat(effect.se().getAsDouble()).isCloseTo(written.error(false), within(1e-12));
  }

  private static Aggregate aggregate(CallawaySantAnna fit, CSVRecord row) {
    return switch (row.get("type")) {
      case "simple" -> fit.simple();
      case "group" -> fit.group();
      case "dynamic" -> fit.dynamic();
      default -> fit.calendar();
    };
  }

  @Test
  void theWorkedExample() {
    Panel panel = Panel.of(new double[][] {{1, 5}, {3, 6}, {2, 3}, {4, 4}}, new int[] {2, 2, 0, 0});
    CallawaySantAnna fit = CallawaySantAnna.of(panel, LATER).get();
    assertThat(fit.groupTimes()).hasSize(1);
    assertThat(fit.groupTimes().get(0).effect().value()).isCloseTo(3, within(1e-12));
    assertThat(fit.groupTimes().get(0).effect().se()).isEmpty();
  }

  @Test
  void alwaysTreatedAndIncompleteUnitsAreLeftOutAndCounted() {
    double[][] y = {{1, 2, 3}, {1, Double.NaN, 3}, {2, 2, 2}, {4, 5, 6}, {1, 3, 9}, {2, 4, 9}};
    Panel panel = Panel.of(y, new int[] {1, 2, 0, 0, 2, 2});
    CallawaySantAnna fit = CallawaySantAnna.of(panel, LATER).get();
    assertThat(fit.incomplete()).isEqualTo(1);
    assertThat(fit.alwaysTreated()).isEqualTo(1);
    assertThat(fit.panel().units()).isEqualTo(4);
  }

  @Test
  void withoutControlsNothingIsTold() {
    Panel panel = Panel.of(new double[][] {{1, 2}, {2, 3}, {1, 2}}, new int[] {2, 2, 2});
    assertThat(CallawaySantAnna.of(panel, LATER).shortfall()).contains(Shortfall.NO_COMPARISON);
    Panel none = Panel.of(new double[][] {{1, 2}, {2, 3}}, new int[] {0, 0});
    assertThat(CallawaySantAnna.of(none, LATER).shortfall()).contains(Shortfall.TOO_FEW_UNITS);
  }

  @Test
  void clustersOfOneUnitGiveTheSameErrorsByTheOtherWay() {
    Panel panel = ReferencePanel.panel();
    int[] pairs = new int[panel.units()];
    for (int i = 0; i < pairs.length; i++) {
      pairs[i] = i / 2;
    }
    CallawaySantAnna doubled = CallawaySantAnna.of(doubled(panel), LATER).get();
    CallawaySantAnna single = CallawaySantAnna.of(panel, LATER).get();
    // Each site twice, the two one cluster: as if it were there once.
    assertThat(doubled.dynamic().overall().value())
        .isCloseTo(single.dynamic().overall().value(), within(1e-12));
    assertThat(doubled.dynamic().overall().se().getAsDouble())
        .isCloseTo(single.dynamic().overall().se().getAsDouble(), within(1e-12));
    assertThat(CallawaySantAnna.of(panel.clustered(pairs), LATER).get().panel().clusters())
        .isEqualTo(20);
  }

  private static Panel doubled(Panel panel) {
    int n = panel.units();
    double[][] y = new double[2 * n][panel.periods()];
    int[] first = new int[2 * n];
    int[] cluster = new int[2 * n];
    for (int i = 0; i < 2 * n; i++) {
      first[i] = panel.first(i % n);
      cluster[i] = i % n;
      for (int t = 1; t <= panel.periods(); t++) {
        y[i][t - 1] = panel.outcome(i % n, t);
      }
    }
    return Panel.of(y, first).clustered(cluster);
  }

  @Test
  void theSimultaneousBandIsWiderThanOneIntervalAndNarrowerThanBonferroni() {
    CallawaySantAnna fit = CallawaySantAnna.of(ReferencePanel.panel(), LATER).get();
    double critical = fit.simultaneous(1, 0, 4999, 20261123);
    // 31 event times: Bonferroni asks 3.16; signs of 40 sites have thinner tails than the normal.
    assertThat(critical).isBetween(2.5, 3.3);
    assertThat(fit.simultaneous(1, 0, 4999, 20261123)).isEqualTo(critical);
    double clustered =
        CallawaySantAnna.of(doubled(ReferencePanel.panel()), LATER)
            .get()
            .simultaneous(1, 0, 4999, 7);
    assertThat(clustered).isCloseTo(critical, within(0.1));
  }

  @Test
  void thePreTestHoldsWhereThereIsNoTrend() {
    CallawaySantAnna fit = CallawaySantAnna.of(GeneratedPanel.of(400, 8, 0, 11), LATER).get();
    assertThat(fit.preTest().orElseThrow().p()).isBetween(0.001, 1.0);
    Panel trend = GeneratedPanel.withTrend(400, 8, 11);
    assertThat(CallawaySantAnna.of(trend, LATER).get().preTest().orElseThrow().p())
        .isLessThan(1e-6);
  }

  @Test
  void thinLevelsAreNotBroughtTogether() {
    CallawaySantAnna fit = CallawaySantAnna.of(ReferencePanel.panel(), LATER).get();
    assertThat(fit.dynamic().levels()).containsKey(15);
    Aggregate thick = fit.dynamic(2, 3);
    // Cohorts 9, 13 and 17 of 24 quarters: two of them reach the eleventh quarter after the start.
    assertThat(thick.levels()).containsKey(11).doesNotContainKey(12);
    assertThat(thick.levels().values()).allSatisfy(l -> assertThat(l.cohorts()).isGreaterThan(1));
  }
}
