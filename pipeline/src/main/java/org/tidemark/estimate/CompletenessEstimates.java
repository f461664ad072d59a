package org.tidemark.estimate;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.CompletenessAnalysis;
import org.tidemark.stats.Answer;
import org.tidemark.stats.DeathCertificateCompleteness;
import org.tidemark.stats.FlowCompleteness;
import org.tidemark.stats.Proportion;
import org.tidemark.stats.Quantile;
import org.tidemark.stats.ThreeSourceCompleteness;
import org.tidemark.stats.TwoSourceCompleteness;
import org.tidemark.tally.CompletenessStrata;

/**
 * Rows of {@code quality} that say how complete and timely registration is: what cases say of their
 * own sources and dates, and completeness by four methods, in percent. What a registry does not
 * send leaves its rows without a figure, and says which field lacks.
 */
public final class CompletenessEstimates implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final double PERCENT = 100;
  private static final long SEED = 1;
  private static final String NO_SOURCES = "no case names its sources";

  private final CompletenessAnalysis asked;
  private final StructType schema;

  private CompletenessEstimates(CompletenessAnalysis asked, StructType schema) {
    this.asked = asked;
    this.schema = schema;
  }

  /** Estimates of one analysis, in the schema of the published table. */
  public static CompletenessEstimates of(CompletenessAnalysis asked, StructType schema) {
    return new CompletenessEstimates(asked, schema);
  }

  /**
   * The published rows of all strata.
   *
   * @param strata {@link CompletenessStrata}, with the deaths of the same stratum or null
   */
  public Dataset<Row> rows(Dataset<Row> strata) {
    FlatMapFunction<Row, Row> estimate = this::figures;
    return strata.flatMap(estimate, Encoders.row(schema));
  }

  /** The published rows of one stratum. */
  Iterator<Row> figures(Row row) {
    CompletenessCells cells =
        CompletenessCells.of(row.getList(row.fieldIndex(CompletenessStrata.CELLS)), asked);
    Figure base =
        Figure.in(schema)
            .with("area", row.getAs("area"))
            .with("cancer", row.getAs("cancer"))
            .with("sex", row.getAs("sex"))
            .with("period", cells.period());
    List<Row> rows = new ArrayList<>();
    for (String index : asked.indices()) {
      Figure told = base.with("index", name(index));
      rows.add(figure(told, index, cells, row).row());
    }
    return rows.iterator();
  }

  private static String name(String index) {
    return switch (index) {
      case "two-source", "three-source", "flow", "dcn-mi" ->
          "completeness_" + index.replace('-', '_');
      default -> index.replace('-', '_');
    };
  }

  private Figure figure(Figure told, String index, CompletenessCells cells, Row row) {
    return switch (index) {
      case "sources-per-case" -> perCase(told, cells);
      case "one-source" ->
          share(told, cells.withSources(1), cells.withSourcesKnown(), "no case tells how many");
      case "dcn" ->
          share(told, cells.dcn(), cells.dcnKnown(), "no case tells who notified it first");
      case "registration-days" -> days(told, cells);
      case "two-source" -> two(told, cells);
      case "three-source" -> three(told, cells);
      case "flow" -> flow(told, cells);
      default -> byDeaths(told, cells, row);
    };
  }

  private static Figure perCase(Figure told, CompletenessCells cells) {
    long of = cells.withSourcesKnown();
    if (of == 0) {
      return told.insufficient("no case tells how many sources it has");
    }
    return told.with("denominator", of).ok(cells.meanSources()).with(cells.meanLimits());
  }

  private static Figure share(Figure told, long count, long of, String otherwise) {
    return of == 0
        ? told.insufficient(otherwise)
        : told.with("numerator", count)
            .with("denominator", of)
            .ok(PERCENT * count / of)
            .with(Proportion.of(count, of).get().wilson().scaled(PERCENT));
  }

  private static Figure days(Figure told, CompletenessCells cells) {
    Answer<Quantile> median = Quantile.median(cells.delays());
    return median.figure().isEmpty()
        ? told.insufficient("no case has both dates, of incidence and registration, to the day")
        : told.with("denominator", (long) median.get().count())
            .answer(median.map(Quantile::value), median.then(Quantile::limits));
  }

  private static Figure two(Figure told, CompletenessCells cells) {
    long[] found = cells.patterns();
    long first = 0;
    long second = 0;
    long both = 0;
    for (int pattern = 1; pattern < found.length; pattern++) {
      first += (pattern & 1) != 0 ? found[pattern] : 0;
      second += (pattern & 2) != 0 ? found[pattern] : 0;
      both += (pattern & 3) == 3 ? found[pattern] : 0;
    }
    if (first + second == 0) {
      return told.insufficient(NO_SOURCES);
    }
    Answer<TwoSourceCompleteness> two = TwoSourceCompleteness.of(first, second, both);
    return told.with("numerator", both)
        .with("denominator", first + second - both)
        .answer(
            two.map(TwoSourceCompleteness::completeness),
            two.map(TwoSourceCompleteness::completenessLimits));
  }

  private static Figure three(Figure told, CompletenessCells cells) {
    long[] counts = new long[7];
    long all = 0;
    for (int pattern = 1; pattern <= counts.length; pattern++) {
      counts[pattern - 1] = cells.patterns()[pattern];
      all += counts[pattern - 1];
    }
    if (all == 0) {
      return told.insufficient(NO_SOURCES);
    }
    Answer<ThreeSourceCompleteness> three = ThreeSourceCompleteness.of(counts);
    String model = three.figure().map(ThreeSourceCompleteness::model).orElse("");
    return told.with("denominator", all)
        .answer(
            three.map(ThreeSourceCompleteness::completeness),
            three.map(ThreeSourceCompleteness::completenessLimits))
        .remark(
            three.figure().isEmpty()
                ? ""
                : model.isEmpty() ? "independent sources" : "dependent sources: " + model);
  }

  private static Figure flow(Figure told, CompletenessCells cells) {
    long of = cells.flow().cases();
    if (of == 0) {
      return told.insufficient("no case has a date of registration and follow-up");
    }
    Answer<FlowCompleteness> flow = cells.flow().completeness();
    return told.with("denominator", of)
        .answer(
            flow.map(FlowCompleteness::completeness), flow.then(f -> cells.flow().limits(SEED)));
  }

  /** Of the years of which both cases and deaths are known. */
  private static Figure byDeaths(Figure told, CompletenessCells cells, Row row) {
    int at = row.fieldIndex(PlausibilityEstimates.DEATHS);
    Map<Integer, Long> died = new TreeMap<>();
    if (!row.isNullAt(at)) {
      YearlySeries deaths = YearlySeries.of(row.getList(at), false);
      for (int i = 0; i < deaths.years().length; i++) {
        died.put(deaths.years()[i], deaths.strata().get(i).allCases());
      }
    }
    CompletenessCells both = cells.of(died.keySet());
    if (both.years().isEmpty()) {
      return told.insufficient("no deaths of these years");
    }
    if (both.dcnKnown() == 0) {
      return told.insufficient("no case tells who notified it first");
    }
    long deaths = both.years().stream().mapToLong(died::get).sum();
    Answer<DeathCertificateCompleteness> answer =
        DeathCertificateCompleteness.of(both.dcn(), both.dcnKnown(), deaths);
    return told.with("period", both.period())
        .with("numerator", both.dcn())
        .with("denominator", both.dcnKnown())
        .answer(
            answer.map(DeathCertificateCompleteness::completeness),
            answer.map(DeathCertificateCompleteness::limits));
  }
}
