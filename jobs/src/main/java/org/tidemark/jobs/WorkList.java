package org.tidemark.jobs;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.split;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.tidemark.account.Staged;
import org.tidemark.account.StagedColumns;
import org.tidemark.catalogue.Catalogue;
import org.tidemark.catalogue.Check;
import org.tidemark.catalogue.Programme;

/**
 * What a registrar has to look at: every finding of every record, refused or not, with the place of
 * the record and what the rule says. What was reviewed and found correct is not in it, nor a record
 * that its sender has withdrawn.
 */
final class WorkList {
  private static final String RULE = "rule";
  private static final String SEVERITY = "severity";
  private static final String MESSAGE = "message";
  private static final String INVALID = "invalid";
  private static final String ENGLISH = "en";

  private static final StructType RULES =
      new StructType()
          .add(StagedColumns.TABLE, DataTypes.StringType)
          .add(RULE, DataTypes.StringType)
          .add(SEVERITY, DataTypes.StringType)
          .add(MESSAGE, DataTypes.StringType);

  private WorkList() {}

  /**
   * Rows of rule, severity, message, registry_id, source_id, source_file, record_number, tumour_id.
   * A rule that refused a record before the checks has no message.
   *
   * @param programme messages are in the first of its languages
   */
  static Dataset<Row> of(
      SparkSession spark, Staged staged, Catalogue catalogue, Programme programme) {
    Dataset<Row> found =
        staged.tables().entrySet().stream()
            .map(WorkList::accepted)
            .reduce(exploded(staged.refusedFindings()), Dataset::union)
            .where(not(col(RULE).startsWith(StagedColumns.OVERRIDDEN)))
            .where(not(col(RULE).isInCollection(programme.withdrawing())));
    List<String> languages = programme.languages();
    String language = languages.isEmpty() ? ENGLISH : languages.get(0);
    return found
        .join(
            broadcast(rules(spark, programme.checks(catalogue), language)),
            new String[] {StagedColumns.TABLE, RULE},
            "left")
        .select(
            col(RULE),
            coalesce(col(SEVERITY), lit(INVALID)).as(SEVERITY),
            col(MESSAGE),
            col(StagedColumns.REGISTRY),
            col(StagedColumns.SOURCE),
            col(StagedColumns.FILE),
            col(StagedColumns.RECORD),
            col(StagedColumns.TUMOUR));
  }

  private static Dataset<Row> accepted(Map.Entry<String, Dataset<Row>> table) {
    Dataset<Row> rows = table.getValue().where(col(StagedColumns.FINDINGS).notEqual(""));
    for (String name : List.of(StagedColumns.REGISTRY, StagedColumns.TUMOUR)) {
      if (!Arrays.asList(rows.columns()).contains(name)) {
        rows = rows.withColumn(name, lit(null).cast(DataTypes.StringType));
      }
    }
    return exploded(rows.withColumn(StagedColumns.TABLE, lit(table.getKey())));
  }

  private static Dataset<Row> exploded(Dataset<Row> rows) {
    Column finding = explode(split(col(StagedColumns.FINDINGS), " ")).as(RULE);
    return rows.select(
        Stream.concat(
                Stream.of(finding),
                Stream.of(
                        StagedColumns.TABLE,
                        StagedColumns.REGISTRY,
                        StagedColumns.SOURCE,
                        StagedColumns.FILE,
                        StagedColumns.RECORD,
                        StagedColumns.TUMOUR)
                    .map(name -> col(name)))
            .toArray(Column[]::new));
  }

  private static Dataset<Row> rules(SparkSession spark, List<Check> checks, String language) {
    List<Row> rows = new ArrayList<>();
    for (Check check : checks) {
      rows.add(
          RowFactory.create(
              check.table(),
              check.id(),
              check.severity().name().toLowerCase(Locale.ROOT),
              check.message().getOrDefault(language, check.message().get(ENGLISH))));
    }
    return spark.createDataFrame(rows, RULES);
  }
}
