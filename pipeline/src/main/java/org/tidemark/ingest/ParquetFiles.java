package org.tidemark.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.regexp_replace;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.util.SerializableConfiguration;

/** Parquet files, by Spark's own reader: a row's number is its place in the file, from 1. */
final class ParquetFiles {
  private static final String PLACE = "_metadata.row_index";

  private ParquetFiles() {}

  /** Columns and row count, from the footer. */
  static Outline examine(FoundFile file, ColumnPlan plan, Configuration conf) throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.path()), conf))) {
      MessageType schema = reader.getFileMetaData().getSchema();
      if (!schema.getFields().stream().allMatch(Type::isPrimitive)) {
        throw Unreadable.of(IngestRule.PARQUET, "it has nested columns");
      }
      List<String> columns = schema.getFields().stream().map(Type::getName).toList();
      long rows =
          reader.getFooter().getBlocks().stream().mapToLong(BlockMetaData::getRowCount).sum();
      return new Outline(Alignment.of(columns, plan), rows, List.of());
    } catch (Unreadable e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw Unreadable.of(IngestRule.PARQUET);
    }
  }

  /** The rows of one file as records; columns become the texts that a delimited file would hold. */
  static JavaRDD<RawRecord> read(
      SparkSession spark,
      SurveyedFile file,
      ColumnPlan plan,
      Broadcast<SerializableConfiguration> conf) {
    // Its path is one file's, whatever signs of a glob its name may hold.
    Dataset<Row> rows = spark.read().option("__globPaths__", "false").parquet(file.path());
    List<Column> columns = new ArrayList<>();
    columns.add(col(PLACE));
    boolean[] numbers = new boolean[plan.wanted().size()];
    for (int i = 0; i < numbers.length; i++) {
      String name = plan.wanted().get(i);
      boolean has = file.alignment().has(i);
      DataType type = has ? rows.schema().apply(name).dataType() : DataTypes.StringType;
      numbers[i] = type instanceof NumericType;
      columns.add(
          has ? text(col("`" + name.replace("`", "``") + "`"), type) : lit(null).cast("string"));
    }
    return rows.select(columns.toArray(Column[]::new))
        .javaRDD()
        .mapPartitions(
            own -> UnchangedRows.of(own, row -> record(row, file, numbers), file, conf.value()));
  }

  /** Times are local: ISO 8601 writes a T where Spark writes a space. */
  private static Column text(Column column, DataType type) {
    Column text = column.cast(DataTypes.StringType);
    boolean time = type.equals(DataTypes.TimestampType) || type.equals(DataTypes.TimestampNTZType);
    return time ? regexp_replace(text, "^(\\S+) ", "$1T") : text;
  }

  private static RawRecord record(Row row, SurveyedFile file, boolean[] numbers) {
    String[] cells = new String[numbers.length];
    for (int i = 0; i < cells.length; i++) {
      String text = row.getString(i + 1);
      if (file.alignment().has(i)) {
        cells[i] = text == null ? "" : numbers[i] ? NumberText.of(text) : text;
      }
    }
    RawText raw = RawText.ofText(row.mkString("\t"));
    return new RawRecord(file.source(), file.name(), row.getLong(0) + 1, cells, null, raw);
  }
}
