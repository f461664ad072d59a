package org.tidemark.evaluate;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.stats.Answer;
import org.tidemark.stats.panel.SunAbraham;

/** Sun and Abraham's event study, the check beside Callaway and Sant'Anna. */
final class SunAbrahamRows {
  private static final String METHOD = "sun-abraham";

  private SunAbrahamRows() {}

  static List<Row> of(Question question, SitePanel sites, StructType schema) {
    EffectRows rows = EffectRows.of(question, sites, schema, METHOD);
    boolean last = question.entry().setting("controls", "last-treated").equals("last-treated");
    String how =
        ", %s; against %s"
            .formatted(
                rows.unit(),
                last ? "the sites that start last, before they do" : "never-treated sites");
    String mean = "mean effect over periods since the start" + how;
    if (!sites.shortfall().isEmpty()) {
      return List.of(rows.answer().missing(mean, sites.shortfall()));
    }
    Answer<SunAbraham> answer = SunAbraham.of(sites.panel(false), last);
    if (answer.shortfall().isPresent()) {
      return List.of(rows.answer().missing(mean, answer.shortfall().get().sentence()));
    }
    SunAbraham study = answer.get();
    EffectRows told =
        rows.over(
            study.panel(),
            "parallel courses without the programme, no effect before the start; cohorts' shares"
                + " taken as given");
    List<Row> all = new ArrayList<>();
    all.add(told.answer().row(mean, study.overall(), ""));
    study
        .effects()
        .forEach(
            (e, effect) ->
                all.add(
                    told.at("", DifferenceRows.time(e))
                        .row("effect by periods since the start" + how, effect, "")));
    return all;
  }
}
