package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.TableSchema;
import org.tidemark.testing.SparkSessionExtension;

@ExtendWith(SparkSessionExtension.class)
final class TableOrderTest {
  private static final StructType COLUMNS =
      new StructType()
          .add("status", DataTypes.StringType)
          .add("value", DataTypes.DoubleType)
          .add("final", DataTypes.BooleanType)
          .add("area", DataTypes.StringType)
          .add("year", DataTypes.IntegerType);

  private final SparkSession spark;
  @TempDir private Path temporary;

  TableOrderTest(SparkSession spark) {
    this.spark = spark;
  }

  @Test
  void keyOrdersRowsNothingFirstTextByCodePointNumbersBySize() throws IOException {
    List<Row> rows = new ArrayList<>();
    // U+1F600 follows U+FFFD by code point, and comes before it by UTF-16 unit.
    for (String area : Arrays.asList("b", "a", "B", "\uD83D\uDE00", "\uFFFD", "é", "", null)) {
      for (int year :
          area == null || area.equals("")
              ? new int[] {area == null ? 5 : 40}
              : new int[] {10, 9, -1}) {
        rows.add(RowFactory.create("OK", 1.0, true, area, year));
      }
    }
    assertThat(csv(rows, 3, 1).lines().skip(1).map(l -> l.substring(0, l.indexOf(",1,"))))
        .containsExactly(
            ",5",
            ",40",
            "B,-1",
            "B,9",
            "B,10",
            "a,-1",
            "a,9",
            "a,10",
            "b,-1",
            "b,9",
            "b,10",
            "é,-1",
            "é,9",
            "é,10",
            "\uFFFD,-1",
            "\uFFFD,9",
            "\uFFFD,10",
            "\uD83D\uDE00,-1",
            "\uD83D\uDE00,9",
            "\uD83D\uDE00,10");
  }

  @Test
  void rowsGiveTheSameBytesHoweverTheyCome() throws IOException {
    List<Row> rows = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      String area = i % 20 == 0 ? null : "area " + i % 17;
      rows.add(RowFactory.create("OK", random.nextDouble(), random.nextBoolean(), area, i));
    }
    String first = bytes(rows, 1, 1);
    for (int partitions : new int[] {2, 7, 200}) {
      Collections.shuffle(rows, random);
      assertThat(bytes(rows, partitions, partitions == 200 ? 1 : 5)).isEqualTo(first);
    }
  }

  @Test
  void withoutAKeyEveryColumnOrders() throws IOException {
    TableSchema unnamed =
        new TableSchema(
            "rate", "", SampleTables.RATE.fields(), List.of(), SampleTables.RATE.submissionField());
    List<Row> rows =
        List.of(
            RowFactory.create("OK", 2.0, true, "a", 1),
            RowFactory.create("OK", 2.0, null, "a", 1),
            RowFactory.create("OK", 1.0, true, "a", 1),
            RowFactory.create("OK", 2.0, true, "a", 1));
    write(unnamed, dataset(rows, 2), 1);
    assertThat(Files.readString(temporary.resolve("tables/rate.csv")))
        .isEqualTo(
            "area,year,value,final,status\na,1,1,true,OK\na,1,2,,OK\na,1,2,true,OK\na,1,2,true,OK\n");
  }

  @Test
  void wholeNumbersServeAsNumbers() throws IOException {
    Dataset<Row> counts =
        dataset(List.of(RowFactory.create("OK", 1.0, true, "a", 1)), 1)
            .withColumn("value", org.apache.spark.sql.functions.lit(1234567890L));
    write(SampleTables.RATE, counts, 1);
    assertThat(Files.readString(temporary.resolve("tables/rate.csv"))).contains("a,1,1234567890,");
  }

  @Test
  void onlyTheColumnsOfTheSchemaArePublished() {
    Dataset<Row> rows = dataset(List.of(), 1);
    assertThatIllegalStateException()
        .isThrownBy(
            () -> write(SampleTables.RATE, rows.withColumn("patient_id", rows.col("area")), 1))
        .withMessageContaining("published table rate has columns")
        .withMessageContaining("patient_id");
    assertThatIllegalStateException()
        .isThrownBy(() -> write(SampleTables.RATE, rows.drop("status"), 1))
        .withMessageContaining("published table rate has columns");
  }

  @Test
  void fieldsThatIdentifyPatientsAreNotPublished() {
    Field patient = new Field("status", FieldType.STRING, true, true, "", List.of(), "", "", "");
    List<Field> fields = new ArrayList<>(SampleTables.RATE.fields());
    fields.set(4, patient);
    TableSchema schema = SampleTables.table("rate", List.of(), fields.toArray(Field[]::new));
    assertThatIllegalStateException()
        .isThrownBy(() -> write(schema, dataset(List.of(), 1), 1))
        .withMessage("published table rate: status identifies patients");
  }

  private String csv(List<Row> rows, int partitions, int parts) throws IOException {
    write(SampleTables.RATE, dataset(rows, partitions), parts);
    return Files.readString(temporary.resolve("tables/rate.csv"));
  }

  private String bytes(List<Row> rows, int partitions, int parts) throws IOException {
    return write(SampleTables.RATE, dataset(rows, partitions), parts).toString();
  }

  private Dataset<Row> dataset(List<Row> rows, int partitions) {
    return spark.createDataFrame(rows, COLUMNS).repartition(partitions);
  }

  private List<PublishedFile> write(TableSchema schema, Dataset<Row> rows, int parts)
      throws IOException {
    return TableWriter.into(
            SampleTables.rawLocal(), new org.apache.hadoop.fs.Path(temporary.toUri()))
        .write(schema, rows, parts);
  }
}
