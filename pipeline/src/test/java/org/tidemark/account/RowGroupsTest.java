package org.tidemark.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.expressions.GenericInternalRow;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.unsafe.types.UTF8String;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.testing.SparkSessionExtension;

/** Rows written column by column are the rows that any reader of Parquet finds. */
@ExtendWith(SparkSessionExtension.class)
class RowGroupsTest {
  private static final StructType COLUMNS =
      new StructType()
          .add("id", DataTypes.LongType, false)
          .add("code", DataTypes.StringType)
          .add("age", DataTypes.IntegerType)
          .add("share", DataTypes.DoubleType)
          .add("dead", DataTypes.BooleanType)
          .add("date", DataTypes.StringType);

  private static final int ROWS = 25_000;

  @TempDir java.nio.file.Path folder;

  /** Every column but the first is absent from some rows. */
  private static Object[] cells(int i) {
    return new Object[] {
      (long) i,
      i % 3 == 0 ? null : UTF8String.fromString("C" + i % 100),
      i % 5 == 0 ? null : i % 90,
      i % 7 == 0 ? null : i / 8.0,
      i % 11 == 0 ? null : i % 2 == 0,
      i % 13 == 0 ? null : UTF8String.fromString("a text of its own, " + i),
      "a column behind those that are written"
    };
  }

  private Path write(long groupBytes) throws IOException {
    Path place = new Path(folder.toUri().toString(), "rows.parquet");
    try (RowGroups file =
        RowGroups.to(place, COLUMNS, Set.of("date"), groupBytes, new Configuration())) {
      for (int i = 0; i < ROWS; i++) {
        file.add(new GenericInternalRow(cells(i)));
      }
      file.finish();
    }
    return place;
  }

  @Test
  void everyCellIsReadBackFromWhateverGroup(SparkSession spark) throws IOException {
    Path place = write(1);
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(place, new Configuration()))) {
      assertThat(reader.getRowGroups())
          .extracting(group -> group.getRowCount())
          .containsExactly(10_000L, 10_000L, 5_000L);
    }
    for (Row row : spark.read().parquet(place.toString()).collectAsList()) {
      Object[] cells = cells((int) row.getLong(0));
      for (int i = 0; i < COLUMNS.size(); i++) {
        Object sent = cells[i] instanceof UTF8String text ? text.toString() : cells[i];
        assertThat(row.get(i)).isEqualTo(sent);
      }
    }
    assertThat(spark.read().parquet(place.toString()).distinct().count()).isEqualTo(ROWS);
  }

  @Test
  void aSmallFileIsOneGroup() throws IOException {
    try (ParquetFileReader reader =
        ParquetFileReader.open(HadoopInputFile.fromPath(write(1 << 27), new Configuration()))) {
      assertThat(reader.getRowGroups()).hasSize(1);
      assertThat(reader.getRecordCount()).isEqualTo(ROWS);
    }
  }
}
