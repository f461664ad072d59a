package org.tidemark.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.TableSchema;

final class TableWriterTest {
  @TempDir private Path folder;

  @Test
  void twinsHoldTheSameCells() throws IOException {
    write(
        SampleTables.RATE,
        RowFactory.create(null, 1999, 0.1 + 0.2, null, "OK"),
        RowFactory.create("north", 2000L, null, true, "LOW_RELIABILITY"),
        RowFactory.create("north", 2001, -0.0, false, "OK"));

    assertThat(text("rate"))
        .isEqualTo(
            """
            area,year,value,final,status
            ,1999,0.3,,OK
            north,2000,,true,LOW_RELIABILITY
            north,2001,0,false,OK
            """);
    List<Group> rows = parquet("rate");
    assertThat(rows).hasSize(3);
    assertThat(rows.get(0).getFieldRepetitionCount("area")).isZero();
    assertThat(rows.get(0).getDouble("value", 0)).isEqualTo(0.3);
    assertThat(rows.get(0).getLong("year", 0)).isEqualTo(1999);
    assertThat(rows.get(1).getString("area", 0)).isEqualTo("north");
    assertThat(rows.get(1).getFieldRepetitionCount("value")).isZero();
    assertThat(rows.get(1).getBoolean("final", 0)).isTrue();
    assertThat(1 / rows.get(2).getDouble("value", 0)).isPositive();
  }

  @Test
  void textOpensSafelyInSpreadsheetsAndIsUntouchedInParquet() throws IOException {
    List<String> texts =
        List.of("=1+1", "+1", "-1", "@A1", "\tx", "\rx", "a=1", "a,b", "a\"b", "a\nb", "Åse", "'");
    write(SampleTables.NOTE, texts.stream().map(t -> RowFactory.create(t, -1)).toArray(Row[]::new));

    assertThat(text("note"))
        .isEqualTo(
            "text,n\n'=1+1,-1\n'+1,-1\n'-1,-1\n'@A1,-1\n'\tx,-1\n\"'\rx\",-1\na=1,-1\n"
                + "\"a,b\",-1\n\"a\"\"b\",-1\n\"a\nb\",-1\nÅse,-1\n',-1\n");
    assertThat(parquet("note").stream().map(g -> g.getString("text", 0))).isEqualTo(texts);
  }

  @Test
  void emptyTextIsNoText() throws IOException {
    write(SampleTables.NOTE, RowFactory.create("", 1));
    assertThat(text("note")).isEqualTo("text,n\n,1\n");
    assertThat(parquet("note").get(0).getFieldRepetitionCount("text")).isZero();
  }

  @Test
  void filesAreDescribedAsTheyLie() throws IOException {
    List<PublishedFile> files =
        write(SampleTables.RATE, SampleTables.rates(1000, 3).toArray(Row[]::new));
    assertThat(files)
        .extracting(PublishedFile::path)
        .containsExactly("tables/rate.csv", "tables/rate.parquet");
    for (PublishedFile file : files) {
      byte[] bytes = Files.readAllBytes(folder.resolve(file.path()));
      assertThat(file.bytes()).isEqualTo(bytes.length);
      assertThat(file.sha256()).isEqualTo(Hashes.hex(bytes));
      assertThat(file.rows()).isEqualTo(OptionalLong.of(1000));
    }
    try (var entries = Files.list(folder.resolve("tables"))) {
      assertThat(entries.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("rate.csv", "rate.parquet");
    }
  }

  @Test
  void tableWithoutRowsIsATable() throws IOException {
    write(SampleTables.NOTE);
    assertThat(text("note")).isEqualTo("text,n\n");
    assertThat(parquet("note")).isEmpty();
  }

  @Test
  void manyRowGroupsAreWrittenAndRead() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 60_000; i++) {
      rows.add(RowFactory.create(Hashes.hex(new byte[] {(byte) i, (byte) (i >> 8)}).repeat(10), i));
    }
    write(SampleTables.NOTE, rows.toArray(Row[]::new));
    assertThat(parquet("note")).hasSize(60_000);
  }

  @Test
  void defectsAreNamedByPlaceAndNeverByValue() {
    defect("column value, row 1 is not a finite", "area", 1, Double.NaN, true, "OK");
    defect("column value, row 1 is not a finite", "area", 1, Double.NEGATIVE_INFINITY, true, "OK");
    defect("column area, row 1 holds a NUL", "canary\0", 1, 1.0, true, "OK");
    defect("column status, row 1 is empty and required", "area", 1, 1.0, true, "");
    defect("column year, row 1 is not of type INTEGER", "area", "canary", 1.0, true, "OK");
    defect("column value, row 1 is not of type NUMBER", "area", 1, "canary", true, "OK");
    defect("column final, row 1 is not of type BOOLEAN", "area", 1, 1.0, "canary", "OK");
    defect("column status, row 1 is not of type STRING", "area", 1, 1.0, true, 7);
  }

  @Test
  void repeatedKeyIsADefect() {
    Row row = RowFactory.create("canary", 1, 1.0, true, "OK");
    Row other = RowFactory.create("canary", 1, 2.0, true, "OK");
    assertThatIllegalStateException()
        .isThrownBy(() -> write(SampleTables.RATE, row, other))
        .withMessage("published table rate: row 2 repeats the key before it");
  }

  @Test
  void datesAndListsAreTextInParquet() throws IOException {
    TableSchema schema =
        SampleTables.table(
            "dates",
            List.of(),
            SampleTables.field("day", FieldType.DATE, false),
            SampleTables.field("codes", FieldType.LIST, false));
    write(schema, RowFactory.create("2019-07", "a;b"));
    assertThat(text("dates")).isEqualTo("day,codes\n2019-07,a;b\n");
    assertThat(parquet("dates").get(0).getString("day", 0)).isEqualTo("2019-07");
  }

  private void defect(String where, Object... cells) {
    assertThatIllegalStateException()
        .isThrownBy(() -> write(SampleTables.RATE, RowFactory.create(cells)))
        .withMessageContaining("published table rate, " + where)
        .withMessageNotContaining("canary");
  }

  private List<PublishedFile> write(TableSchema schema, Row... rows) throws IOException {
    return TableWriter.into(SampleTables.rawLocal(), new org.apache.hadoop.fs.Path(folder.toUri()))
        .write(schema, Arrays.asList(rows).iterator());
  }

  private String text(String table) throws IOException {
    return Files.readString(folder.resolve("tables/" + table + ".csv"), StandardCharsets.UTF_8);
  }

  private List<Group> parquet(String table) throws IOException {
    List<Group> rows = new ArrayList<>();
    var file =
        new org.apache.hadoop.fs.Path(folder.resolve("tables/" + table + ".parquet").toUri());
    try (ParquetReader<Group> reader =
        ParquetReader.builder(new GroupReadSupport(), file)
            .withConf(new Configuration(false))
            .build()) {
      for (Group row = reader.read(); row != null; row = reader.read()) {
        rows.add(row);
      }
    }
    return rows;
  }
}
