package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tidemark.testing.SparkSessionExtension;

@ExtendWith(SparkSessionExtension.class)
class PrivateTablesTest {
  @TempDir private Path temporary;

  private static Dataset<Row> rows(SparkSession spark) {
    return spark.createDataFrame(
        List.of(RowFactory.create("1", 71), RowFactory.create("2", null)),
        StructType.fromDDL("sex string, age int"));
  }

  private static void requireNamesLike(String name) {
    String encoding = System.getProperty("sun.jnu.encoding", "UTF-8");
    assumeTrue(
        Charset.forName(encoding).newEncoder().canEncode(name),
        "skipped: the locale of this machine has no such file names");
  }

  @ParameterizedTest(name = "a folder named \"{0}\"")
  @ValueSource(strings = {"plain", "with a blank", "donn\u00e9es d'\u00e9t\u00e9", "50% & more #1"})
  void tablesAreWrittenAndReadWhateverTheFolderIsCalled(String name, SparkSession spark)
      throws IOException {
    requireNamesLike(name);
    Path folder = Files.createDirectory(temporary.resolve(name));
    PrivateTables tables = PrivateTables.in(spark, folder.toUri());
    Dataset<Row> read = tables.write("tumour", rows(spark));
    assertThat(read.orderBy("sex").collectAsList()).isEqualTo(rows(spark).collectAsList());
    tables.writeText("work-list", rows(spark));
    assertThat(folder.resolve("tumour")).exists();
    assertThat(folder.resolve("work-list")).exists();
    try (Stream<Path> made = Files.list(temporary)) {
      assertThat(made).as("no folder of another name beside it").containsExactly(folder);
    }
  }

  @Test
  void aSheetShowsAccentsAndComputesNothing(SparkSession spark) throws IOException {
    PrivateTables tables = PrivateTables.in(spark, temporary.toUri());
    Dataset<Row> rows =
        spark.createDataFrame(
            List.of(
                RowFactory.create("=1+1", 71),
                RowFactory.create("d\u00e9c\u00e8s", -2),
                RowFactory.create("", null)),
            StructType.fromDDL("text string, number int"));
    tables.writeSheet("list.csv", rows);
    Path list = temporary.resolve("list.csv");
    assertThat(Files.readString(list))
        .isEqualTo("\uFEFFtext,number\r\n\"\",\r\n'=1+1,71\r\nd\u00e9c\u00e8s,-2\r\n");
    assertThat(Files.getPosixFilePermissions(list))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  @Test
  void aTableIsNeverWrittenOver(SparkSession spark) {
    PrivateTables tables = PrivateTables.in(spark, temporary.toUri());
    tables.write("tumour", rows(spark));
    assertThatThrownBy(() -> tables.write("tumour", rows(spark)))
        .isInstanceOf(AnalysisException.class);
  }
}
