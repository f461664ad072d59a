package org.tidemark.jobs;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.tidemark.account.Accounting;
import org.tidemark.account.AccountingRow;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.estimate.Figure;

/** The accounting as rows of its published table. */
final class AccountingTable {
  private AccountingTable() {}

  static Dataset<Row> rows(SparkSession spark, Catalogue catalogue, Accounting accounting) {
    StructType schema = Figure.schema(catalogue.published().get("accounting"));
    List<Row> rows = accounting.rows().stream().map(r -> row(schema, r)).toList();
    return spark.createDataFrame(rows, schema);
  }

  private static Row row(StructType schema, AccountingRow row) {
    return Figure.in(schema)
        .with("stage", row.stage())
        .with("source", row.source())
        .with("file", row.file())
        .with("records_in", row.recordsIn())
        .with("accepted", row.accepted())
        .with("rejected", row.rejected())
        .with("merged", row.merged())
        .with("reason", row.reason())
        .row();
  }
}
