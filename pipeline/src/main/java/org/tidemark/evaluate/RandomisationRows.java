package org.tidemark.evaluate;

import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.stats.Answer;
import org.tidemark.stats.Effect;
import org.tidemark.stats.panel.Panel;
import org.tidemark.stats.panel.RandomisationInference;

/**
 * Randomisation inference over sites, or clusters of them: the only judgement that holds with few
 * treated ones.
 */
final class RandomisationRows {
  private static final String METHOD = "randomisation";

  private RandomisationRows() {}

  static List<Row> of(Question question, SitePanel sites, StructType schema) {
    EffectRows rows = EffectRows.of(question, sites, schema, METHOD).answer();
    String estimand = "mean effect on treated sites from the start on, " + rows.unit();
    return sites.shortfall().isEmpty()
        ? List.of(of(question, rows, sites.panel(false), estimand))
        : List.of(rows.missing(estimand, sites.shortfall()));
  }

  static Row of(Question question, EffectRows rows, Panel all, String estimand) {
    Answer<RandomisationInference> answer =
        RandomisationInference.of(all, question.draws(), question.seed());
    if (answer.shortfall().isPresent()) {
      return rows.missing(estimand, answer.shortfall().get().sentence());
    }
    RandomisationInference test = answer.get();
    Panel panel = all.complete();
    boolean clusters = RandomisationInference.givesToClusters(panel);
    String whom = clusters ? "clusters" : "sites";
    String left =
        (all.units() == panel.units() ? "" : "; sites with gaps are left out")
            + (all.clusters() == all.units() || clusters
                ? ""
                : "; sites of a cluster start apart, so starts are given to sites");
    return rows.over(panel, "the start might have fallen to any of the " + whom)
        .row(
            estimand,
            Effect.point(test.effect()).judged(test.p(), Optional.empty()),
            (test.enumerated()
                    ? "all %d ways to give the starts to %s".formatted(test.ways(), whom)
                    : "%d ways drawn, seed %d".formatted(test.ways(), question.seed()))
                + left);
  }
}
