package org.tidemark.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.tidemark.catalogue.SourceFormat;
import org.tidemark.model.Refusal;
import org.tidemark.testing.SparkSessionExtension;

/** Ingest as the run calls it: in Spark, over many files. */
@ExtendWith(SparkSessionExtension.class)
class IngestTest {
  @TempDir Path dir;

  @Test
  void everyRecordOfEveryFileKeepsItsPlace(SparkSession spark) {
    Folder folder = Folder.of(dir, "*.csv", "id", "sex");
    folder.put("a.csv", "id,sex\n1,M\n2,F\n").put("b.csv", "sex,id\nM,3\nF\n");
    Ingest ingest = Ingest.in(spark, IngestLimits.STANDARD);
    Survey survey = ingest.survey(folder.intake());
    List<RawRecord> records = ingest.read(survey).collect();
    assertThat(records)
        .extracting(r -> r.file() + " " + Shown.of(r))
        .containsExactlyInAnyOrder(
            "a.csv 1 1|M", "a.csv 2 2|F", "b.csv 1 3|M", "b.csv 2 INGEST-FIELDS");
    assertThat(records)
        .filteredOn(r -> r.fault() != null)
        .extracting(RawRecord::raw)
        .containsExactly("F");
    assertThat(survey.records()).isEqualTo(4);
  }

  @Test
  void aSourceWithoutFilesIsRefusedByItsPath(SparkSession spark) {
    Folder folder = Folder.of(dir, "none-*.csv", "id");
    Ingest ingest = Ingest.in(spark, IngestLimits.STANDARD);
    Survey survey = ingest.survey(folder.intake());
    assertThat(survey.refused()).extracting(RefusedFile::rule).containsExactly("INGEST-ABSENT");
    assertThat(survey.refused().get(0).file()).isEqualTo("none-*.csv");
    assertThat(ingest.read(survey).collect()).isEmpty();
  }

  @Test
  void aRefusedFileDoesNotKeepTheOthersOut(SparkSession spark) {
    Folder folder = Folder.of(dir, "*.csv", "id");
    for (int i = 0; i < 20; i++) {
      folder.put(i + ".csv", i % 5 == 0 ? "" : "id\n" + i + "\n");
    }
    Ingest ingest = Ingest.in(spark, IngestLimits.STANDARD);
    Survey survey = ingest.survey(folder.intake());
    assertThat(survey.refused())
        .extracting(RefusedFile::file)
        .containsExactly("0.csv", "10.csv", "15.csv", "5.csv");
    assertThat(ingest.read(survey).collect()).hasSize(16);
  }

  @Test
  void howRecordsAreSharedAmongFilesAndTasksChangesNothing(SparkSession spark) {
    List<String> lines = new ArrayList<>();
    Random random = new Random(3);
    for (int i = 0; i < 20_000; i++) {
      lines.add(i + "," + (random.nextInt(50) == 0 ? "\"" : "x".repeat(random.nextInt(40))));
    }
    Folder one = Folder.of(dir, "one.csv", "id", "text");
    one.put("one.csv", "id,text\n" + String.join("\n", lines));
    Folder many = Folder.of(dir, "many/*.csv", "id", "text");
    Collections.shuffle(lines, random);
    for (int i = 0; i < 40; i++) {
      String part = String.join("\r\n", lines.subList(i * 500, (i + 1) * 500));
      many.put("many/" + i + ".csv", "id,text\r\n" + part);
    }
    List<String> expected = texts(Ingest.in(spark, IngestLimits.STANDARD), one);
    assertThat(expected).hasSize(20_000);
    IngestLimits fine = IngestLimits.STANDARD.withGrain(1000, 5000, 20_000);
    assertThat(texts(Ingest.in(spark, fine), one)).isEqualTo(expected);
    assertThat(texts(Ingest.in(spark, fine), many)).isEqualTo(expected);
  }

  @Test
  void aFileThatChangesBeforeItIsReadStopsTheRun(SparkSession spark) throws IOException {
    Folder folder = Folder.of(dir, "*.csv", "id").put("f.csv", "id\nCANARY\n");
    Ingest ingest = Ingest.in(spark, IngestLimits.STANDARD);
    Survey survey = ingest.survey(folder.intake());
    Files.writeString(dir.resolve("f.csv"), "2\n", StandardOpenOption.APPEND);
    assertThatThrownBy(() -> ingest.read(survey).count())
        .hasRootCauseInstanceOf(Refusal.class)
        .message()
        .contains("INGEST-CHANGED")
        .doesNotContain("CANARY");
  }

  @Test
  void parquetIsReadAsTheSameTexts(SparkSession spark) {
    spark
        .sql(
            "SELECT * FROM VALUES (1, 'x', date'2024-02-29', timestamp'2024-01-01 13:45:00', 5.0D,"
                + " true), (2, null, null, null, 0.1D, null) AS t(id, text, day, time, n, open)")
        .coalesce(1)
        .write()
        .parquet(dir.resolve("t.parquet").toString());
    Folder folder =
        Folder.of(dir, "t.parquet", "time", "id", "text", "day", "n", "open")
            .with(SourceFormat.PARQUET);
    Ingest ingest = Ingest.in(spark, IngestLimits.STANDARD);
    Survey survey = ingest.survey(folder.intake());
    assertThat(survey.refused()).isEmpty();
    assertThat(survey.records()).isEqualTo(2);
    assertThat(Shown.of(ingest.read(survey).collect()))
        .containsExactlyInAnyOrder("1 2024-01-01T13:45:00|1|x|2024-02-29|5|true", "2 |2|||0.1|");
  }

  @Test
  void parquetThatIsCutOrNestedIsRefused(SparkSession spark) {
    Folder folder = Folder.of(dir, "*.parquet", "id").with(SourceFormat.PARQUET);
    spark.sql("SELECT array(1) AS id").coalesce(1).write().parquet(dir + "/nested.parquet");
    folder.put("cut.parquet", "PAR1" + "x".repeat(100));
    folder.put("text.parquet", "id\n1\n");
    Survey survey = Ingest.in(spark, IngestLimits.STANDARD).survey(folder.intake());
    assertThat(survey.refused())
        .extracting(RefusedFile::rule)
        .containsExactly("INGEST-PARQUET", "INGEST-PARQUET", "INGEST-PARQUET");
  }

  private static List<String> texts(Ingest ingest, Folder folder) {
    return ingest.read(ingest.survey(folder.intake())).map(IngestTest::text).collect().stream()
        .sorted()
        .toList();
  }

  private static String text(RawRecord record) {
    return record.fault() == null ? String.join(",", record.cells()) : record.raw();
  }
}
