package org.tidemark.jobs;

import static org.apache.spark.sql.functions.expr;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tidemark.catalogue.Programme;
import org.tidemark.check.CorrectedDates;

/** What only all records of a registry's export together give away, as rows of {@code finding}. */
final class ExportSigns {
  /** Many dates on the first or the 15th of a month: their day was not known. */
  static final String DAYS = "CANREG-DATES-DAY";

  /** Many dates on 1 July: their month was not known. */
  static final String MONTHS = "CANREG-DATES-MONTH";

  private static final String TUMOUR = "tumour";
  private static final String SEVERITY = "query";

  private static final StructType COLUMNS =
      new StructType()
          .add("rule", DataTypes.StringType, false)
          .add("source", DataTypes.StringType, false)
          .add("area", DataTypes.StringType, false)
          .add("period", DataTypes.StringType, false)
          .add("count", DataTypes.LongType, false)
          .add("severity", DataTypes.StringType, false);

  private ExportSigns() {}

  /** Rows of the sources that have a system definition; none where no source has. */
  static Optional<Dataset<Row>> of(Programme programme, Map<String, Dataset<Row>> tables) {
    Dataset<Row> tumours = tables.get(TUMOUR);
    if (tumours == null || programme.ownMappings().isEmpty()) {
      return Optional.empty();
    }
    List<Row> findings = new ArrayList<>();
    // One row a source.
    for (Row row : counts(tumours).collectAsList()) {
      if (programme.ownMappings().containsKey(row.getString(0))) {
        CorrectedDates dates =
            new CorrectedDates(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        if (dates.days() > 0) {
          findings.add(finding(DAYS, row.getString(0), dates.days()));
        }
        if (dates.months() > 0) {
          findings.add(finding(MONTHS, row.getString(0), dates.months()));
        }
      }
    }
    return Optional.of(tumours.sparkSession().createDataFrame(findings, COLUMNS));
  }

  private static Dataset<Row> counts(Dataset<Row> tumours) {
    return tumours
        .where("length(incidence_date) = 10")
        .groupBy("source_id")
        .agg(
            expr("count(1)"),
            expr("count_if(right(incidence_date, 2) = '01')"),
            expr("count_if(right(incidence_date, 2) = '15')"),
            expr("count_if(right(incidence_date, 5) = '07-01')"))
        .orderBy("source_id");
  }

  private static Row finding(String rule, String source, long count) {
    return RowFactory.create(rule, source, "", "", count, SEVERITY);
  }
}
