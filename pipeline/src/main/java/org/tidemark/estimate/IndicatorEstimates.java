package org.tidemark.estimate;

import java.io.Serializable;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.tally.IndicatorRequest;
import org.tidemark.tally.IndicatorTally;

/** From tallies to the rows of {@code indicator}: each figure by itself, inside the executors. */
public final class IndicatorEstimates implements Serializable {
  private static final long serialVersionUID = 1L;

  private final Map<String, IndicatorTerms> terms;
  private final Set<String> published;
  private final StructType schema;

  private IndicatorEstimates(IndicatorRequest request, StructType schema) {
    Map<String, IndicatorTerms> all = new LinkedHashMap<>();
    request.indicators().forEach((code, indicator) -> all.put(code, IndicatorTerms.of(indicator)));
    this.terms = all;
    this.published = request.published();
    this.schema = schema;
  }

  /**
   * Estimates of what the programme asks for.
   *
   * @param schema the published table {@code indicator}
   */
  public static IndicatorEstimates of(IndicatorRequest request, StructType schema) {
    return new IndicatorEstimates(request, schema);
  }

  /**
   * The published rows of all tallies that the programme asks for.
   *
   * @param tallies {@code tally}'s rows of indicators
   */
  public Dataset<Row> rows(Dataset<Row> tallies) {
    FlatMapFunction<Row, Row> estimate = row -> figures(IndicatorTally.from(row));
    return tallies.flatMap(estimate, Encoders.row(schema));
  }

  Iterator<Row> figures(IndicatorTally tally) {
    if (!published.contains(IndicatorRequest.key(tally.indicator(), tally.level(), tally.span()))) {
      return List.<Row>of().iterator();
    }

    Figure base =
        Figure.in(schema)
            .with("indicator", tally.indicator())
            .with("level", tally.level())
            .with("unit_id", tally.unit())
            .with("period", tally.period())
            .with("stratum", tally.stratum());
    return IndicatorVerdicts.of(terms.get(tally.indicator()), tally).figures(base).stream()
        .map(Figure::row)
        .iterator();
  }
}
