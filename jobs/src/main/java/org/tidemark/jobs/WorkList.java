package org.tidemark.jobs;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.udf;
import static org.apache.spark.sql.functions.when;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.expressions.UserDefinedFunction;
import org.apache.spark.sql.types.DataTypes;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Programme;
import org.tidemark.catalogue.Source;
import org.tidemark.catalogue.SourceFormat;

/**
 * What a registrar has to look at: every finding of every record, refused or not, with the place of
 * the record and what the rule says. What was reviewed and found correct is not in it, nor a record
 * that its sender has withdrawn.
 */
final class WorkList {
  private static final String RULE = "rule";
  private static final String INVALID = "invalid";
  private static final String ENGLISH = "en";

  /** How many rows of a book are counted for each sheet before a row's own. */
  private static final long SHEET = 10_000_000;

  private WorkList() {}

  /**
   * Rows of rule, severity, message, registry_id, source_id, source_file, record_number, tumour_id,
   * fields that the rule reads, and the row as a spreadsheet numbers it that shows the file. A rule
   * that refused a record before the checks has no message and no fields.
   *
   * @param programme messages are in the first of its languages
   */
  static Dataset<Row> of(Staged staged, Catalogue catalogue, Programme programme) {
    String language = language(programme);
    Map<String, String> severities = new HashMap<>();
    Map<String, String> messages = new HashMap<>();
    Map<String, String> fields = new HashMap<>();
    for (Check check : programme.checks(catalogue)) {
      String rule = check.table() + " " + check.id();
      severities.put(rule, check.severity().name().toLowerCase(Locale.ROOT));
      fields.put(rule, String.join(" ", check.fields()));
      messages.put(rule, check.message().getOrDefault(language, check.message().get(ENGLISH)));
    }
    Column rule = concat_ws(" ", col(StagedColumns.TABLE), col(RULE));
    UserDefinedFunction severity =
        udf((UDF1<String, String>) r -> severities.getOrDefault(r, INVALID), DataTypes.StringType);
    UserDefinedFunction read =
        udf((UDF1<String, String>) r -> fields.getOrDefault(r, ""), DataTypes.StringType);
    UserDefinedFunction message = udf((UDF1<String, String>) messages::get, DataTypes.StringType);
    return staged
        .found()
        .withColumn(RULE, explode(split(col(StagedColumns.FINDINGS), " ")))
        .where(not(col(RULE).startsWith(StagedColumns.OVERRIDDEN)))
        .where(not(col(RULE).isInCollection(programme.withdrawing(catalogue))))
        .select(
            col(RULE),
            severity.apply(rule).as("severity"),
            message.apply(rule).as("message"),
            col(StagedColumns.REGISTRY),
            col(StagedColumns.SOURCE),
            col(StagedColumns.FILE),
            col(StagedColumns.RECORD),
            col(StagedColumns.TUMOUR),
            read.apply(rule).as("fields"),
            row(programme).as("row"));
  }

  /** A header stands above the first record of delimited text; sheets are numbered over a book. */
  private static Column row(Programme programme) {
    Column record = col(StagedColumns.RECORD);
    return when(col(StagedColumns.SOURCE).isin(of(programme, SourceFormat.CSV)), record.plus(1))
        .when(col(StagedColumns.SOURCE).isin(of(programme, SourceFormat.XLSX)), record.mod(SHEET))
        .otherwise(record);
  }

  private static Object[] of(Programme programme, SourceFormat format) {
    return programme.sources().stream().filter(s -> s.format() == format).map(Source::id).toArray();
  }

  /** The first language of a programme. */
  static String language(Programme programme) {
    return programme.languages().stream().findFirst().orElse(ENGLISH);
  }
}
