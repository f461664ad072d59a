package org.tidemark.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.tidemark.model.Status;
import org.tidemark.stats.Interval;
import org.tidemark.stats.Proportion;
import org.tidemark.tally.QualityIndex;
import org.tidemark.tally.QualityStratum;

/**
 * From counts to the rows of {@code quality}: each index in percent with Wilson limits. An index of
 * a field that the registry does not supply is not applicable, which is not zero.
 */
public final class QualityEstimates implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double PERCENT = 100;

  private final StructType schema;

  private QualityEstimates(StructType schema) {
    this.schema = schema;
  }

  /** Estimates in the published table's schema. */
  public static QualityEstimates of(StructType schema) {
    return new QualityEstimates(schema);
  }

  /** The published rows of all strata. */
  public Dataset<Row> rows(SparkSession spark, JavaRDD<QualityStratum> strata) {
    return spark.createDataFrame(strata.flatMap(this::figures), schema);
  }

  Iterator<Row> figures(QualityStratum stratum) {
    List<Row> figures = new ArrayList<>();
    Figure base =
        Figure.in(schema)
            .with("period", stratum.period())
            .with("area", stratum.area())
            .with("source", stratum.source())
            .with("cancer", stratum.cancer())
            .with("sex", stratum.sex());
    int at = 0;
    for (QualityIndex index : QualityIndex.all()) {
      long count = stratum.counts()[at++];
      long of = stratum.counts()[at++];
      Figure told = base.with("index", index.name());
      figures.add((index.missing() ? without(told, count, of) : figure(told, count, of)).row());
    }
    return figures.iterator();
  }

  /** The share of cases without something that others have. */
  private static Figure without(Figure base, long having, long of) {
    return having == 0
        ? base.status(Status.NOT_APPLICABLE, "no case has it: not recorded, or not supplied")
        : figure(base, of - having, of);
  }

  private static Figure figure(Figure base, long count, long of) {
    if (of == 0) {
      return base.status(Status.NOT_APPLICABLE, "the registry does not supply the field");
    }
    Interval limits = Proportion.of(count, of).get().wilson().scaled(PERCENT);
    return base.with("numerator", count)
        .with("denominator", of)
        .ok(PERCENT * count / of)
        .with(limits);
  }
}
