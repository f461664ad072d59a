package org.tidemark.publish;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.tidemark.account.AccountingRow;
import org.tidemark.catalogue.Field;
import org.tidemark.catalogue.FieldType;
import org.tidemark.catalogue.TableSchema;

/** Two small published tables, declared by hand, and a publication made of them. */
final class SampleTables {
  static final TableSchema RATE =
      table(
          "rate",
          List.of("area", "year"),
          field("area", FieldType.STRING, false),
          field("year", FieldType.INTEGER, true),
          field("value", FieldType.NUMBER, false),
          field("final", FieldType.BOOLEAN, false),
          field("status", FieldType.STRING, true));

  static final TableSchema NOTE =
      table(
          "note",
          List.of(),
          field("text", FieldType.STRING, false),
          field("n", FieldType.INTEGER, false));

  private SampleTables() {}

  static TableSchema table(String name, List<String> key, Field... fields) {
    return new TableSchema(name, "Title of " + name, List.of(fields), key, Optional.empty());
  }

  static Field field(String name, FieldType type, boolean required) {
    return new Field(name, type, required, false, "", List.of(), "", "Title of " + name, "");
  }

  /** Rows of {@link #RATE} in order; the variant decides their values. */
  static List<Row> rates(int rows, int variant) {
    return IntStream.range(0, rows)
        .mapToObj(
            i ->
                RowFactory.create(
                    "area " + (char) ('A' + variant % 26),
                    1900 + i,
                    (i * 7919 % 1000) / 7.0 + variant,
                    i % 2 == 0,
                    i % 5 == 0 ? "SUPPRESSED" : "OK"))
        .toList();
  }

  static RunId runId(int variant) {
    return RunId.of(LocalDate.of(2023, 12, 31), "content " + variant, Map.of("code", "test"));
  }

  static Provenance provenance(int variant) {
    return Provenance.of(
        "sample",
        "Sample programme",
        "CC-BY-4.0",
        List.of(
            new Provenance.Input("south", "s.csv", 11, 2, Hashes.hex(new byte[] {1})),
            new Provenance.Input("north", "n/" + variant + ".csv", 10, 3, Hashes.hex(new byte[0]))),
        Map.of("schemas", "abc", "code", "test"),
        List.of(
            new AccountingRow("ingest", "north", "n/" + variant + ".csv", 2, 2, 0, 0, ""),
            new AccountingRow("ingest", "north", "n/" + variant + ".csv", 1, 0, 1, 0, "ING-01")));
  }

  /** Publishes a version of two tables and a page, if it is not there yet. */
  static boolean publish(PublicationLock lock, int variant, int rows, PublishListener listener) {
    Optional<Publication> begun = lock.begin(runId(variant), listener);
    begun.ifPresent(
        p -> {
          p.table(RATE, rates(rows, variant).iterator());
          p.table(NOTE, new ArrayList<>(List.of(RowFactory.create("=1+1", 1))).iterator());
          p.file(
              "report/index.html",
              ("<p>version " + variant + "</p>\n").getBytes(StandardCharsets.UTF_8));
          p.commit(provenance(variant));
        });
    return begun.isPresent();
  }

  static boolean publish(PublicationFolder folder, int variant) {
    try (PublicationLock lock = folder.lock()) {
      return publish(lock, variant, 50, PublishListener.SILENT);
    }
  }

  static PublicationFolder folder(java.nio.file.Path place) {
    return PublicationFolder.of(place.toUri(), new Configuration(false));
  }

  static FileSystem rawLocal() {
    try {
      FileSystem local = FileSystem.get(URI.create("file:///"), new Configuration(false));
      return ((LocalFileSystem) local).getRaw();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
