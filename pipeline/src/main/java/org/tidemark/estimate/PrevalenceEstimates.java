package org.tidemark.estimate;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Prevalence;
import org.tidemark.stats.PoissonInterval;
import org.tidemark.tally.PrevalenceCounts;

/**
 * From counts of persons alive to the rows of {@code prevalence}, with exact Poisson limits. A
 * registry that does not reach back as far as the years asked for gives no figure for them; its
 * complete prevalence says since when it counts.
 */
public final class PrevalenceEstimates implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Prevalence analysis;
  private final StructType schema;
  private final int threshold;
  private final String reason;

  private PrevalenceEstimates(
      Prevalence analysis, StructType schema, int threshold, String reason) {
    this.analysis = analysis;
    this.schema = schema;
    this.threshold = threshold;
    this.reason = reason;
  }

  /**
   * Estimates of one analysis.
   *
   * @param schema the published table's
   * @param threshold counts from 1 to below it are not told in a note; 0 tells all
   */
  public static PrevalenceEstimates of(Prevalence analysis, StructType schema, int threshold) {
    return new PrevalenceEstimates(analysis, schema, threshold, "");
  }

  /** Estimates of persons who are not those of a population: none, and why. */
  public PrevalenceEstimates without(String why) {
    return new PrevalenceEstimates(analysis, schema, threshold, why);
  }

  /** The published rows of the strata of {@link PrevalenceCounts}. */
  public Dataset<Row> rows(Dataset<Row> strata) {
    FlatMapFunction<Row, Row> estimate = this::figures;
    return strata.flatMap(estimate, Encoders.row(schema));
  }

  Iterator<Row> figures(Row row) {
    Figure base = Figure.in(schema).with("index_date", analysis.indexDate().toString());
    for (String key : List.of("area", "cancer", "sex")) {
      base = base.with(key, row.getAs(key));
    }
    int since = row.<Integer>getAs(PrevalenceCounts.SINCE);
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < analysis.years().size(); i++) {
      int years = analysis.years().get(i);
      boolean complete = years == Prevalence.COMPLETE;
      Figure figure = complete ? base : base.with("years", (long) years);
      if (!reason.isEmpty()) {
        rows.add(figure.insufficient(reason).row());
        continue;
      }
      LocalDate from = PrevalenceCounts.from(analysis, years);
      long unseen = row.<Long>getAs(PrevalenceCounts.UNSEEN + i);
      rows.add(
          !complete && from.isBefore(LocalDate.of(since, 1, 1))
              ? figure.insufficient("registered since " + since + " only").row()
              : counted(figure, row.<Long>getAs(PrevalenceCounts.COUNT + i))
                  .remark(complete ? "diagnosed since " + since : "")
                  .remark(unseen(unseen))
                  .row());
    }
    return rows.iterator();
  }

  private static Figure counted(Figure figure, long persons) {
    return figure
        .with("value", persons)
        .with(PoissonInterval.exact(persons))
        .with("status", org.tidemark.model.Status.OK.name());
  }

  private String unseen(long persons) {
    if (persons == 0) {
      return "";
    }
    String told = persons < threshold ? "fewer than " + threshold : Long.toString(persons);
    return told + " of them not seen on or after that day";
  }
}
