package org.tidemark.stats.panel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.tidemark.stats.Effect;
import org.tidemark.stats.Reference;
import org.tidemark.stats.Shortfall;

final class EventStudyTest {
  @Test
  void meetsTheReference() {
    List<CSVRecord> expected = ReferencePanel.expected("expected_event_study_twfe.csv");
    EventStudy study = EventStudy.of(ReferencePanel.panel(), -6, 8).get();
    assertThat(study.effects()).hasSize(expected.size());
    // The reference counts the effects of units among the parameters.
    double n = 960;
    double k = 14 + 24;
    double areg = Math.sqrt((n - k) / (n - 14 - 63));
    for (CSVRecord row : expected) {
      Effect effect = study.effects().get(Reference.integer(row, "k"));
      Reference.close(row, "estimate", effect.value(), 1e-9);
      Reference.close(row, "se_cl_hc1", effect.se().getAsDouble() * areg, 1e-9);
    }
    assertThat(study.leads().orElseThrow().df()).isEqualTo(5);
    assertThat(study.leads().orElseThrow().p()).isBetween(0.2, 1.0);
    assertThat(study.breakdown().orElseThrow()).isPositive();
  }

  @Test
  void aTrendBeforeTheStartIsSeen() {
    double[][] outcome = new double[30][8];
    int[] first = new int[30];
    for (int i = 0; i < 30; i++) {
      first[i] = i < 15 ? 5 : 0;
      for (int t = 0; t < 8; t++) {
        outcome[i][t] = (i < 15 ? t : 0) + 0.1 * Math.sin(7.0 * i + 3.0 * t + i * t);
      }
    }
    EventStudy study = EventStudy.of(Panel.of(outcome, first), -4, 3).get();
    assertThat(study.leads().orElseThrow().p()).isLessThan(1e-6);
    // Each period adds as much as any before it: going on alike explains all.
    assertThat(study.breakdown().orElseThrow()).isLessThan(1.1);
  }

  @Test
  void withoutTreatmentThereIsNothingToStudy() {
    Panel panel = Panel.of(new double[][] {{1, 2}, {3, 4}}, new int[] {0, 0});
    assertThat(EventStudy.of(panel, -2, 2).shortfall()).contains(Shortfall.TOO_FEW_PERIODS);
  }
}
