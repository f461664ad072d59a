package org.tidemark.publish;

import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/**
 * Patient-level tables of one run, as Parquet in its private folder: written once, in parallel, and
 * read back by every later stage.
 */
public final class PrivateTables {
  private static final FileAttribute<?> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private static final char UTF_8_MARK = '\uFEFF';

  private final SparkSession spark;
  private final String folder;

  private PrivateTables(SparkSession spark, String folder) {
    this.spark = spark;
    this.folder = folder;
  }

  /** Tables in an existing, private folder. */
  public static PrivateTables in(SparkSession spark, URI folder) {
    // A path, not the URI's text: its %20 for a blank would be taken for another, open folder's
    // name.
    return new PrivateTables(spark, new Path(folder).toString());
  }

  /** Writes a table that is not there yet, and reads it back. */
  public Dataset<Row> write(String name, Dataset<Row> rows) {
    String place = folder + (folder.endsWith("/") ? "" : "/") + name;
    rows.write().mode(SaveMode.ErrorIfExists).parquet(place);
    return spark.read().schema(rows.schema()).parquet(place);
  }

  /**
   * Writes rows as one delimited text file for people to read, sorted by their columns; the cells
   * are as they are, for this is where a sender's own text is kept.
   *
   * @param name the file's name
   */
  public void writeText(String name, Dataset<Row> rows) {
    write(name, rows, false);
  }

  /**
   * The same for people who open it as a spreadsheet: with the mark by which a spreadsheet knows
   * UTF-8, and an apostrophe before a text that it could take for a formula.
   *
   * @param name the file's name
   */
  public void writeSheet(String name, Dataset<Row> rows) {
    write(name, rows, true);
  }

  /**
   * Writes lines of text cells as one delimited text file.
   *
   * @param name the file's name
   * @param header the columns' names
   */
  public static void writeLines(
      URI folder, String name, List<String> header, Iterable<List<String>> lines) {
    java.nio.file.Path place = java.nio.file.Path.of(folder).resolve(name);
    Attempt.writing(
        place,
        () -> {
          Files.createFile(place, OWNER_ONLY);
          CSVFormat format =
              CSVFormat.RFC4180.builder().setHeader(header.toArray(String[]::new)).get();
          try (CSVPrinter out =
              new CSVPrinter(Files.newBufferedWriter(place, StandardCharsets.UTF_8), format)) {
            out.printRecords(lines);
          }
        });
  }

  private void write(String name, Dataset<Row> rows, boolean sheet) {
    java.nio.file.Path place = java.nio.file.Path.of(new Path(folder).toUri().getPath(), name);
    String[] columns = rows.columns();
    Iterator<Row> sorted =
        rows.sort(Arrays.stream(columns).map(c -> rows.col(c)).toArray(Column[]::new))
            .toLocalIterator();
    Attempt.writing(
        place,
        () -> {
          CSVFormat format = CSVFormat.RFC4180.builder().setHeader(columns).get();
          Files.createFile(place, OWNER_ONLY);
          try (Writer text = Files.newBufferedWriter(place, StandardCharsets.UTF_8);
              CSVPrinter out = new CSVPrinter(sheet ? text.append(UTF_8_MARK) : text, format)) {
            while (sorted.hasNext()) {
              Row row = sorted.next();
              for (int i = 0; i < columns.length; i++) {
                out.print(sheet ? CsvTwin.safe(row.get(i)) : row.get(i));
              }
              out.println();
            }
          }
        });
  }
}
